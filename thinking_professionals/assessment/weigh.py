"""One design on the scales: how surely each need is met and each rule fires, by whichever view is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from thinking_professionals.assessment.facts import View
from thinking_professionals.conditions import Sure
from thinking_professionals.library.clauses import Clause
from thinking_professionals.library.condition import All, Condition, Not, Test
from thinking_professionals.library.designs import Design, LevelStep


class Weight(NamedTuple):
    clause: Clause
    holds: Sure

    @property
    def blocks(self) -> bool:
        """A need surely unmet, or a stop that surely fires."""
        return self.holds == Sure.NO if self.clause.kind == "need" else self._stops

    @property
    def _stops(self) -> bool:
        return self.clause.kind == "stop" and self.holds == Sure.YES


def weigh(design_clauses: tuple[Clause, ...], view: View) -> tuple[Weight, ...]:
    return tuple(Weight(clause, view.holds(clause.when)) for clause in design_clauses)


def steps_open(design: Design, view: View) -> tuple[LevelStep, ...]:
    """The level steps that may apply: one when all is known."""
    held = [view.holds(step.when) for step in design.level]
    last = held.index(Sure.YES)  # the closing `otherwise` always holds
    return tuple(step for step, holds in zip(design.level[: last + 1], held, strict=False) if holds != Sure.NO)


def behind(condition: Condition, view: View) -> tuple[str, ...]:
    """The questions on which the worth of a condition turns, as asked for, each once."""
    return tuple(dict.fromkeys(_behind(condition, view, rail=0)))


def _behind(condition: Condition, view: View, rail: int) -> Iterator[str]:
    if isinstance(condition, Test):
        yield from view.behind(condition.question)
    elif isinstance(condition, Not):
        yield from _behind(condition.part, view, 1 - rail)
    else:
        worth = [view.truth(part)[rail] for part in condition.parts]
        needs_every = isinstance(condition, All) == (rail == 0)
        decided = min(worth) if needs_every else max(worth)
        everyone = Sure.YES if needs_every else Sure.NO
        for part, value in zip(condition.parts, worth, strict=True):
            if decided in (everyone, value):
                yield from _behind(part, view, rail)

"""One design on the scales: how surely each need is met and each rule fires, by whichever judge is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thinking_professionals.conditions import Judge, Sure, truth
from thinking_professionals.library.condition import All, Condition, Not, Test
from thinking_professionals.library.designs import Design, LevelStep, Need, Rule
from thinking_professionals.library.library import Library


@dataclass(frozen=True, slots=True)
class Clause:
    """A need or rule with its full id, its topic, and the words for what is hoped while it is undecided."""

    id: str
    need: Need | None
    rule: Rule | None
    topic: str
    hoped: str

    @property
    def when(self) -> Condition:
        return self.need.when if self.need else self.rule.when if self.rule else All(())

    @property
    def kind(self) -> str:
        return "need" if self.need else self.rule.kind if self.rule else ""


@dataclass(frozen=True, slots=True)
class Weight:
    clause: Clause
    holds: Sure

    @property
    def blocks(self) -> bool:
        """A need surely unmet, or a stop that surely fires."""
        return self.holds == Sure.NO if self.clause.kind == "need" else self._stops

    @property
    def _stops(self) -> bool:
        return self.clause.kind == "stop" and self.holds == Sure.YES


def clauses(library: Library, design: Design) -> tuple[Clause, ...]:
    """A design's own needs and rules, then the rules of every gate on one of its families."""
    own = [Clause(f"{design.id}.{need.id}", need, None, need.id, need.unlock) for need in design.needs]
    own += [Clause(f"{design.id}.{rule.id}", None, rule, rule.topic or rule.id, _feared(rule)) for rule in design.rules]
    for gate in library.gates:
        if set(gate.applies_to) & set(design.family):
            own += [Clause(f"{gate.id}.{rule.id}", None, rule, rule.topic or gate.id, gate.go) for rule in gate.rules]
    return tuple(own)


def _feared(rule: Rule) -> str:
    return f"This would rule it out: {rule.because}"


def weigh(design_clauses: tuple[Clause, ...], judge: Judge) -> tuple[Weight, ...]:
    return tuple(Weight(clause, truth(clause.when, judge).true) for clause in design_clauses)


def steps_open(design: Design, judge: Judge) -> tuple[LevelStep, ...]:
    """The level steps that may apply: one when all is known."""
    held = [truth(step.when, judge).true if step.when is not None else Sure.YES for step in design.level]
    last = held.index(Sure.YES)  # the closing `otherwise` always holds
    return tuple(step for step, holds in zip(design.level[: last + 1], held, strict=False) if holds != Sure.NO)


def behind(condition: Condition, judge: Judge) -> tuple[str, ...]:
    """The questions on which the worth of a condition turns, as asked for, each once."""
    return tuple(dict.fromkeys(_behind(condition, judge, rail=0)))


def _behind(condition: Condition, judge: Judge, rail: int) -> Iterator[str]:
    if isinstance(condition, Test):
        yield condition.question
    elif isinstance(condition, Not):
        yield from _behind(condition.part, judge, 1 - rail)
    else:
        worth = [truth(part, judge)[rail] for part in condition.parts]
        needs_every = isinstance(condition, All) == (rail == 0)
        decided = min(worth) if needs_every else max(worth)
        everyone = Sure.YES if needs_every else Sure.NO
        for part, value in zip(condition.parts, worth, strict=True):
            if decided in (everyone, value):
                yield from _behind(part, judge, rail)

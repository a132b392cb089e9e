"""The total order between designs, and the bounds of a design's place in it while something is unknown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from thinking_professionals.assessment.weigh import Weight
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Design, LevelStep
from thinking_professionals.library.questions import Branch

Criterion = Literal["level", "made_for", "serious_cautions", "cautions", "preference", "cost_band", "id"]


CRITERIA: tuple[Criterion, ...] = (
    "level",
    "made_for",
    "serious_cautions",
    "cautions",
    "preference",
    "cost_band",
    "id",
)


class Rank(NamedTuple):
    """Smaller is better on every count, so level and made-for are negative."""

    level: int
    made_for: int
    serious_cautions: int
    cautions: int
    preference: int
    cost_band: int
    id: str


class Bounds(NamedTuple):
    best: Rank
    worst: Rank


def rank(branch: Branch, design: Design, steps: Collection[LevelStep], weights: Collection[Weight]) -> Rank:
    """A design's place as things stand: the lowest level an unknown allows, and only what surely fires."""
    return Rank(-min(_levels(steps)), *_standing(weights, Sure.YES, Sure.YES), *_declared(branch, design))


def bounds(branch: Branch, design: Design, steps: Collection[LevelStep], weights: Collection[Weight]) -> Bounds:
    """The best and the worst place that the unknowns leave open."""
    return Bounds(
        Rank(-max(_levels(steps)), *_standing(weights, Sure.MAYBE, Sure.YES), *_declared(branch, design)),
        Rank(-min(_levels(steps)), *_standing(weights, Sure.YES, Sure.MAYBE), *_declared(branch, design)),
    )


def decided_by(winner: Rank, other: Rank) -> Criterion:
    """The first count on which two ranks differ."""
    return next(name for name, a, b in zip(CRITERIA, winner, other, strict=True) if a != b)


def _levels(steps: Collection[LevelStep]) -> list[int]:
    return [step.strength for step in steps]


def _declared(branch: Branch, design: Design) -> tuple[int, int, str]:
    place = branch.prefer.index(design.id) if design.id in branch.prefer else len(branch.prefer)
    return place, design.cost_band, design.id


def _standing(weights: Collection[Weight], favour: Sure, caution: Sure) -> tuple[int, int, int]:
    """Made for, serious cautions, other cautions; `favour` and `caution` say how surely one must hold to count."""
    made_for = any(w.clause.made_for and w.holds >= favour for w in weights)
    cautions = [w.clause for w in weights if w.clause.kind == "caution" and w.holds >= caution]
    serious = {clause.topic for clause in cautions if clause.serious}
    return -int(made_for), len(serious), len({clause.topic for clause in cautions} - serious)

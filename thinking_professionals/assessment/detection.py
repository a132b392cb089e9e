"""Could it be seen: what the numbers of a plan can show, from the same inputs that decide its verdicts.

The fact that decides is a range. Here it is opened up: the smallest change that could be seen, the floor under it, how
both turn on what is not known, and what would help most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from thinking_professionals.assessment.derived import Derived, Inputs, Span
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.powered import bearing, comparison, hoped_for
from thinking_professionals.assessment.results import Assessment, Verdict
from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.calculators.power.levers import Lever, levers
from thinking_professionals.library.derived import Guess, Role
from thinking_professionals.library.designs import Design


class Alike(NamedTuple):
    """What follows from one guess of how alike people in one team or place are, all else as planned."""

    icc: float
    detectable: float | None
    chance: float | None
    """Of seeing the change hoped for; None where that is not known."""
    floor: float | None


class Taken(NamedTuple):
    """A figure that stands in for what is not known."""

    role: Role
    guess: Guess


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """In the unit of the comparison: a share, events to each, or points of a score."""

    derived: Derived
    """The fact behind it."""
    planned: Comparison
    """With every input at its central figure."""
    hoped: float | None
    """The smallest change worth having; None where that is not known."""
    chance: Span | None
    """Of seeing it: at its worst, most likely, at its best."""
    beyond: bool
    """Whether the change named is larger than there can be, and so not used."""
    in_spreads: bool
    """Whether the spread of a score is not known, so that it is the unit."""
    best: float | None
    """The smallest change that could be seen, with every input at its better end; None where none could be."""
    detectable: float | None
    worst: float | None
    floor: float | None
    """With the same teams or places, however many people are added; None where it is people that are drawn."""
    by_icc: tuple[Alike, ...]
    """At the low, central and high figure; empty where nothing is guessed of it."""
    levers: tuple[Lever, ...]
    taken: tuple[Taken, ...]
    months: float | None
    """Of counting."""
    units: str
    """What is given the scheme or not, such as "teams or places"."""


def detection(facts: Facts, assessment: Assessment) -> Detection | None:
    """What can be said for the design advised, or for the best that its numbers stop; None where nothing can be."""
    found = {name: (derived, inputs) for name, derived in facts.derived.items() if (inputs := _shown(derived))}
    names = [name for verdict in _whose(assessment) if (name := _fact_of(facts, verdict.design)) in found]
    chosen = next(iter([*names, *found]), None)
    return None if chosen is None else _of(*found[chosen])


def _whose(assessment: Assessment) -> Iterator[Verdict]:
    """The lead, then the designs that numbers may stop, the strongest first."""
    yield assessment.lead
    yield from sorted(assessment.leading, key=lambda verdict: -verdict.level if verdict.standing == "not_yet" else 0)


def _fact_of(facts: Facts, design: Design) -> str:
    """The fact that is a design's own: one that names it, or that of any two groups."""
    own = (name for name, derived in facts.derived.items() if design.id in derived.fact.designs)
    plain = (name for name, derived in facts.derived.items() if not derived.fact.designs)
    return next(own, next(plain, "") if "two_groups" in design.family else "")


def _shown(derived: Derived) -> Inputs | None:
    """The inputs that a study can be made of."""
    ends = [] if derived.shown is None else derived.ends(derived.shown)
    return derived.shown if ends and all(comparison(end, derived.fact.plan) is not None for end in ends) else None


def _of(derived: Derived, inputs: Inputs) -> Detection:
    worst, central, best = derived.ends(inputs)
    planned = _planned(central, derived)
    return Detection(
        derived=derived,
        planned=planned,
        hoped=None if derived.span is None else hoped_for(central, planned),
        chance=derived.span,
        beyond=derived.is_beyond(inputs),
        in_spreads=planned.measure == "score" and derived.span is None and inputs["spread"] == (1, 1, 1),
        best=_planned(best, derived).detectable(),
        detectable=planned.detectable(),
        worst=_planned(worst, derived).detectable(),
        floor=planned.floor,
        by_icc=tuple(_by_icc(derived, central, inputs["icc"])) if planned.floor_matters and "icc" in inputs else (),
        levers=levers(planned),
        taken=tuple(_taken(derived, inputs)),
        months=central.get("months"),
        units=_units(derived),
    )


def _units(derived: Derived) -> str:
    held = next((one for one in derived.derivation.inputs if one.role == "in_all"), None)
    asked = (q for q in (held.questions if held else ()) if derived.facts.given(q) is not None)
    return next((derived.facts.questionnaire.by_id[q].unit for q in asked), "")


def _planned(figures: dict[Role, float], derived: Derived) -> Comparison:
    planned = comparison(figures, derived.fact.plan)
    assert planned is not None  # the fact was worked out from the same figures
    return planned


def _by_icc(derived: Derived, central: dict[Role, float], icc: Span) -> Iterator[Alike]:
    if icc.low < icc.high:
        for one in icc:
            figures: dict[Role, float] = {**central, "icc": one}
            planned = _planned(figures, derived)
            chance = None if derived.span is None else planned.power(hoped_for(figures, planned))
            yield Alike(one, planned.detectable(), chance, planned.floor)


def _taken(derived: Derived, inputs: Inputs) -> Iterator[Taken]:
    """The guesses that stand in for what is not known, of the figures that bear on this comparison."""
    used = bearing(frozenset(inputs), derived.fact.plan)
    for one in derived.derivation.inputs:
        guess = derived.guessed_by(one)
        if guess is not None and one.role in used and guess.low < guess.high:
            yield Taken(one.role, guess)

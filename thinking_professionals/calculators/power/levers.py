"""What would make a smaller change visible: the same study with more groups, people or months, or by another plan.

Each lever is played by the same arithmetic as the plan itself. Sources: Hemming and others 2011 for groups and people;
Frison and Pocock 1992 for a baseline; those of `comparison` for turns and steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from thinking_professionals.calculators.power.comparison import Comparison

Kind = Literal["groups", "evenly", "people", "months", "baseline", "by_turns", "in_steps"]
TIMES = 2
"""How many times as many groups, people or months."""
BASELINE = 0.5
"""The correlation that a year of figures from before might bring; a planning assumption."""


@dataclass(frozen=True, slots=True)
class Lever:
    kind: Kind
    detectable: float


def levers(planned: Comparison) -> tuple[Lever, ...]:
    """What each would bring the smallest detectable change down to, the one that helps most first.

    Only those that help.
    """
    now = planned.detectable()
    found = [Lever(kind, seen) for kind, seen in _played(planned) if seen is not None and (now is None or seen < now)]
    return tuple(sorted(found, key=lambda lever: lever.detectable))


def _played(planned: Comparison) -> Iterator[tuple[Kind, float | None]]:
    half = planned.in_all / 2
    more = replace(planned, with_it=TIMES * planned.with_it, without=TIMES * planned.without)
    if planned.plan != "over_time":
        yield "groups", more.detectable()
    if planned.floor_matters:
        yield "people", replace(planned, size=TIMES * planned.size).detectable()
    if planned.measure == "count":
        longer = replace(
            planned, now=TIMES * planned.now, years=TIMES * planned.years, after=TIMES * planned.after
        ).detectable()
        yield "months", None if longer is None else longer / TIMES
    if planned.plan == "side_by_side":
        yield "evenly", replace(planned, with_it=half, without=half).detectable()
        if not planned.correlation:
            yield "baseline", replace(planned, correlation=BASELINE).detectable()
        if planned.grouped:
            yield "by_turns", replace(planned, plan="by_turns").detectable()
            yield "in_steps", replace(planned, plan="in_steps").detectable()

"""What would make a smaller change visible: the same comparison with more groups, people or months, or another plan.

Each lever is played by the same arithmetic, or, for a change of plan, by how much it shrinks the standard error.
Sources: Hemming and others 2011 for groups and people; Frison and Pocock 1992 for a baseline; Giraudeau and others 2008
for crossing over; Hussey and Hughes 2007 with Hooper and others 2016 for steps.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.calculators.power.wedge_variance import designed, parts, sequences

Kind = Literal["groups", "evenly", "people", "months", "baseline", "crossover", "steps"]
TIMES = 2
"""How many times as many groups, people or months."""
BASELINE = 0.5
"""The correlation that a year of figures from before might bring; a planning assumption."""
CAC = 0.8
"""How alike a group is to itself from one period to the next; a planning assumption."""
STEPS = 4


@dataclass(frozen=True, slots=True)
class Lever:
    kind: Kind
    detectable: float


def levers(planned: Comparison) -> tuple[Lever, ...]:
    """What each would bring the smallest detectable change down to, the one that helps most first.

    Only those that help; none where nothing could be seen with the plan itself.
    """
    now = planned.detectable()
    if now is None:
        return ()
    found = [Lever(kind, seen) for kind, seen in _played(planned, now) if seen is not None and seen < now]
    return tuple(sorted(found, key=lambda lever: lever.detectable))


def _played(planned: Comparison, now: float) -> Iterator[tuple[Kind, float | None]]:
    total = planned.with_it + planned.without
    more = replace(planned, with_it=TIMES * planned.with_it, without=TIMES * planned.without)
    yield "groups", more.detectable()
    yield "evenly", replace(planned, with_it=total / 2, without=total / 2).detectable()
    yield "baseline", replace(planned, correlation=max(BASELINE, planned.correlation)).detectable()
    if planned.grouped:
        yield "people", replace(planned, size=TIMES * planned.size).detectable()
        yield "crossover", now * _shrunk(planned, _crossover(planned, total))
        if total >= STEPS:
            yield "steps", now * _shrunk(planned, _stepped(planned, total))
    if planned.measure == "count":
        longer = replace(planned, now=TIMES * planned.now).detectable()
        yield "months", None if longer is None else longer / TIMES


def _shrunk(planned: Comparison, other: float) -> float:
    """How a variance, in squared standard deviations, compares with that of the plan."""
    own = (1 - planned.correlation**2) * _of_a_group(planned) * (1 / planned.with_it + 1 / planned.without)
    return math.sqrt(other / own)


def _of_a_group(planned: Comparison) -> float:
    return planned.icc + (1 - planned.icc) / _counted(planned)


def _counted(planned: Comparison) -> float:
    return planned.size * (1 - planned.lost)


def _crossover(planned: Comparison, total: float) -> float:
    """Each group has it in one half of the time and not in the other, with half of its people in each."""
    within = (1 - planned.icc) * 2 / _counted(planned)
    return 2 * (planned.icc * (1 - CAC) + within) / total


def _stepped(planned: Comparison, total: float) -> float:
    """All groups start without it and join in steps, with their people spread over the periods."""
    each, over = divmod(int(total), STEPS)
    rows = sequences(tuple(each + (step < over) for step in range(STEPS)), STEPS + 1)
    return designed(rows).variance(*parts(_counted(planned) / (STEPS + 1), planned.icc, CAC, 0.0))

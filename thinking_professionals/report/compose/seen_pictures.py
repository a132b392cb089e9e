"""The two pictures of power: the smallest change against how many there are, and the chance against the same."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from thinking_professionals.assessment.detection import Detection
from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.report.compose.curves import Curve, detectable_curve, power_curve
from thinking_professionals.report.compose.seen_words import SeenWords
from thinking_professionals.report.document import Block

Points = list[tuple[float, float]]
_STEPS = 24
_REACH = 3
"""How many times the plan the pictures reach."""


def pictures(seen: Detection, words: SeenWords) -> Iterator[Block]:
    """None for figures over time, where how many there are is not for choosing."""
    if seen.planned.plan != "over_time":
        yield from _pictures(seen, words)


def _pictures(seen: Detection, words: SeenWords) -> Iterator[Block]:
    plans = _plans(seen.planned)
    units = f"{words.units[:1].upper()}{words.units[1:]} in all"
    yield from detectable_curve(
        _smallest(plans, words),
        plan=None if seen.detectable is None else (seen.planned.in_all, words.axis(seen.detectable)),
        floor=_floors(plans, words) or None,
        floor_name="However many people you add to each",
        ranges=[Curve(f"If people are {how} alike", _smallest(_alike(plans, icc), words)) for how, icc in _ends(seen)],
        units=units,
        change=words.axis_name,
    )
    if seen.hoped is not None:
        chances = [(_in_all(plan), plan.power(seen.hoped)) for plan in plans]
        yield from power_curve(chances, plan=(seen.planned.in_all, seen.planned.power(seen.hoped)), units=units)


def _plans(planned: Comparison) -> list[Comparison]:
    """The same plan with fewer and with more, in whole numbers, the plan itself among them."""
    total = _in_all(planned)
    sizes = {max(4, round(total * _REACH * (step / _STEPS) ** 1.5)) for step in range(1, _STEPS + 1)} | {round(total)}
    share = planned.with_it / total
    return [replace(planned, with_it=share * size, without=size - share * size) for size in sorted(sizes)]


def _in_all(plan: Comparison) -> float:
    return round(plan.in_all)


def _alike(plans: list[Comparison], icc: float) -> list[Comparison]:
    return [replace(plan, icc=icc) for plan in plans]


def _ends(seen: Detection) -> Iterator[tuple[str, float]]:
    if seen.by_icc:
        yield from (("less", seen.by_icc[0].icc), ("more", seen.by_icc[-1].icc))


def _smallest(plans: list[Comparison], words: SeenWords) -> Points:
    found = ((_in_all(plan), plan.detectable()) for plan in plans)
    return [(size, words.axis(change)) for size, change in found if change is not None and math.isfinite(change)]


def _floors(plans: list[Comparison], words: SeenWords) -> Points:
    found = ((_in_all(plan), plan.floor) for plan in plans)
    return [(size, words.axis(change)) for size, change in found if change is not None]

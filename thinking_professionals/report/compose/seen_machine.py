"""What the numbers of a plan could show, for other programs: the keys of `tp power`, and the ranges behind them."""

from __future__ import annotations

from typing import Any

from thinking_professionals.assessment.derived import Derived
from thinking_professionals.assessment.detection import Detection
from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import whole
from thinking_professionals.report.compose.power_machine import answered
from thinking_professionals.report.compose.seen_words import TAKEN, guess

_WITHOUT_GROUPS = {"share": "proportions", "count": "rates", "score": "means"}
_WITH_GROUPS = {"share": "cluster-proportions", "count": "cluster-rates", "score": "cluster-means"}
_OTHERWISE = {"by_turns": "crossover", "in_steps": "stepped-wedge", "over_time": "its"}
_METHODS = {"side_by_side": "t", "by_turns": "t", "in_steps": "t", "over_time": "normal"}


def power_of(seen: Detection) -> dict[str, Any]:
    """In the unit of the comparison: shares as fractions, events to each over the study, points of a score."""
    return {
        **answered(_result(seen)),
        "low": seen.chance.low if seen.chance else None,
        "high": seen.chance.high if seen.chance else None,
        "hoped": seen.hoped,
        "mdes_best": seen.best,
        "mdes_worst": seen.worst,
        "band": seen.derived.band,
        "now": seen.planned.now if seen.planned.measure != "score" else None,
        "by_icc": [one._asdict() for one in seen.by_icc],
        "levers": [{"kind": lever.kind, "mdes": lever.detectable} for lever in seen.levers],
    }


def fact_of(derived: Derived) -> dict[str, Any]:
    """A derived fact: its central value, its range, and the band that rules test."""
    span = derived.span
    return {
        "value": None if span is None else span.central,
        "low": None if span is None else span.low,
        "high": None if span is None else span.high,
        "unit": derived.fact.unit,
        "band": derived.band,
        "known": span is not None,
    }


def _result(seen: Detection) -> PowerResult:
    planned = seen.planned
    n1, n2 = (whole(groups * planned.size) for groups in (planned.with_it, planned.without))
    return PowerResult(
        name=_name(planned),
        method=_METHODS[planned.plan],
        solved="power",
        n_per_arm=n1 if n1 == n2 else None,
        n1=n1,
        n2=n2,
        n_total=n1 + n2,
        clusters_per_arm=_each_side(planned),
        clusters_total=whole(planned.in_all) if planned.grouped else None,
        power=seen.chance.central if seen.chance else None,
        mdes=seen.detectable,
        floor=seen.floor,
        design_effect=1 + (planned.size - 1) * planned.icc if planned.grouped else None,
        assumptions=tuple(_taken(seen)),
    )


def _name(planned: Comparison) -> str:
    side_by_side = _WITH_GROUPS if planned.grouped else _WITHOUT_GROUPS
    return _OTHERWISE.get(planned.plan) or side_by_side[planned.measure]


def _each_side(planned: Comparison) -> int | None:
    return whole(planned.with_it) if planned.grouped and planned.with_it == planned.without else None


def _taken(seen: Detection) -> list[str]:
    return [
        f"{TAKEN[one.role]}: {guess(one.guess.low)} to {guess(one.guess.high)}, most likely {guess(one.guess.central)}."
        for one in seen.taken
    ]

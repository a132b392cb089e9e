"""From figures by their role to a comparison, and the chance of seeing in it the change that is hoped for.

None says that there is nothing to work it out from, since the questions behind it were never asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.library.derived import Plan, Role

Figures = Mapping[Role, float]
_YEAR = 12
_IN_A_HUNDRED = 100


def comparison(figures: Figures, plan: Plan) -> Comparison | None:
    """What the figures describe; None where who is compared, or what is counted, was not asked."""
    groups = _groups(figures, plan)
    if groups is None or (plan == "over_time" and not {"before", "after"} <= figures.keys()):
        return None
    planned = Comparison(
        measure="score",
        plan=plan,
        with_it=groups[0],
        without=groups[1],
        size=figures.get("per_group", 1),
        rises=figures.get("rises", 0) > 0,
        icc=figures.get("icc", 0),
        correlation=figures.get("correlation", 0),
        years=figures.get("months", _YEAR) / _YEAR,
        before=figures.get("before", 0),
        after=figures.get("after", 0),
        autocorrelation=figures.get("autocorrelation", 0),
        lost=figures.get("lost", 0),
        reached=figures.get("reached", 1) * (1 - figures.get("leaked", 0)),
    )
    if "share_now" in figures:
        return replace(planned, measure="share", now=figures["share_now"] / _IN_A_HUNDRED)
    if "count_now" in figures:
        now = figures["count_now"] * figures["months"] / _YEAR / max(sum(groups) * planned.size, 1)
        return replace(planned, measure="count", now=now, dispersion=figures["dispersion"])
    return replace(planned, spread=figures["spread"]) if "spread" in figures else None


def hoped_for(figures: Figures, planned: Comparison) -> float:
    """The smallest change worth having, in the unit of the comparison, and no more than there can be."""
    return min(_named(figures, planned), planned.most)


def beyond(figures: Figures, plan: Plan) -> bool:
    """Whether the change named is larger than there can be, as 40 in 100 where it happens to 30."""
    planned = comparison(figures, plan)
    return planned is not None and _named(figures, planned) > planned.most * (1 + 1e-9)


def _named(figures: Figures, planned: Comparison) -> float:
    if planned.measure == "share":
        return figures["share_change"] / _IN_A_HUNDRED
    if planned.measure == "count":
        return planned.now * figures["count_change"] / _IN_A_HUNDRED
    return figures["score_change"]


def chance(figures: Figures, plan: Plan) -> float | None:
    """Of seeing the smallest change worth having. Remembered, since plans that differ little are played many times."""
    return _chance(frozenset(figures.items()), plan)


@lru_cache(maxsize=10_000)
def _chance(items: frozenset[tuple[Role, float]], plan: Plan) -> float | None:
    figures = dict(items)
    planned = comparison(figures, plan)
    return None if planned is None else planned.power(hoped_for(figures, planned))


def bearing(given: frozenset[Role], plan: Plan) -> frozenset[Role]:
    """Of the figures given, those that a range may stand for and that the comparison turns on."""
    turns: set[Role] = {"correlation", "lost", "reached", "leaked"}
    if plan == "over_time":
        return given & (turns - {"correlation"} | {"dispersion", "before", "after", "autocorrelation"})
    if "per_group" in given:
        turns.add("icc")
    if "count_now" in given:
        turns.add("dispersion")
    if "in_all" not in given:
        turns |= {"for_each", "without"}
    return given & turns


def _groups(figures: Figures, plan: Plan) -> tuple[float, float] | None:
    """How many get it and how many do not: of all there are, or of those who have it and others found for them.

    None where that was not asked, or where no others were found to compare with.
    """
    if "in_all" in figures:
        with_it = min(figures.get("with_it", figures["in_all"] / 2), figures["in_all"])
        others = figures["in_all"] - with_it
    elif "with_it" in figures:
        with_it = figures["with_it"]
        others = figures.get("without", 0) or with_it * figures.get("for_each", 0)
        if plan != "over_time" and not others:
            return None
    else:
        return None
    return (with_it, others)

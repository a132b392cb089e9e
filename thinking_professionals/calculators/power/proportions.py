"""Two groups compared on a share: how many have it happen to them, or do it.

The method taken where none is named is that of the chi-squared test, which most people will use to compare the two: its
bar rests on one share for both groups, its spread on the two shares expected (Fleiss, Levin and Paik 2003). Fisher's
exact test suits few people and rare outcomes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from thinking_professionals.calculators.power.arms import Sizes, sizes_given, told
from thinking_professionals.calculators.power.fisher import FisherTest, powers_fisher
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.seldom import RARE, too_seldom
from thinking_professionals.calculators.power.shares import (
    DOWN,
    NEITHER,
    NO_CHANGE,
    NO_FALL,
    NO_SHARE,
    UP,
    detectable,
    down_or_up,
    moved,
)
from thinking_professionals.calculators.power.solving import smallest, smallest_whole, smallest_within
from thinking_professionals.calculators.power.two_shares import POWERS, persons, power_h

EXACT_MOST = 2000
"""People in both groups together for whom Fisher's test is gone through."""
TOO_MANY = (
    f"Fisher’s exact test is worked out for at most {EXACT_MOST:,} people together, and this takes more. "
    "Choose the method `corrected`, which stands for the same test and hardly differs from it at this size."
)
TOO_FEW = "That is too few people to tell a change from chance. Give at least 1 in each group."
NEVER = "No number of people reaches that power. Look for a bigger change, or accept less power."
UNDECIDED = "Give the shares or the numbers: one can be worked out from the other, but not both from nothing."
H_ALONE = (
    "Cohen’s h says nothing of how often it happens, so only the method `arcsine` works with it. Give both shares."
)
OF_H = "Cohen’s h stands for the change, by the arcsine of both shares. It does not say how often it happens."
ONCE = "Each person is counted once, and no one in one group affects anyone else."


@dataclass(frozen=True, slots=True)
class _Test:
    p1: float
    method: str
    alpha: float
    sides: int

    def of(self, sizes: Sizes) -> Callable[[float], float]:
        """Power with groups of these sizes, by the second share."""
        if self.method != "exact":
            return lambda p2: self._normal(p2, sizes)
        test = FisherTest.of((persons(sizes[0]), persons(sizes[1])), self.alpha, self.sides)
        return lambda p2: test.power((self.p1, p2))

    def first_group(self, p2: float, ratio: float, wanted: float) -> float:
        """The smallest that reaches the power wanted."""
        least = max(1.0, 1 / ratio)
        if self.method != "exact":
            return smallest(lambda n: self._normal(p2, (n, ratio * n)), wanted, least, NEVER)
        most, ahead = math.floor(EXACT_MOST / (1 + ratio)), math.ceil(1 / abs(p2 - self.p1))
        if most < least:
            raise Refused(TOO_MANY)
        return smallest_whole(
            lambda ns: self._exact(p2, ns, ratio), wanted, math.ceil(least), TOO_MANY, most=most, ahead=ahead
        )

    def _normal(self, p2: float, sizes: Sizes) -> float:
        return POWERS[self.method]((self.p1, p2), sizes, self.alpha, self.sides)

    def _exact(self, p2: float, ns: Iterable[int], ratio: float) -> Any:
        sizes = [(int(n), persons(ratio * int(n))) for n in ns]
        return powers_fisher((self.p1, p2), sizes, self.alpha, self.sides)


def proportions(
    *,
    p1: float | None = None,
    p2: float | None = None,
    h: float | None = None,
    n: float | None = None,
    n1: float | None = None,
    n2: float | None = None,
    ratio: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "pooled",
) -> PowerResult:
    """Sample, power or smallest change of two independent shares; raises Refused.

    `p1` and `p2` are fractions, `mdes` their difference; with `h` (Cohen's) in their place `mdes` is in h, by arcsine.
    `ratio` is n2/n1. Source: Fleiss, Levin and Paik 2003; Cohen 1988 for arcsine; Fleiss, Tytun and Ury 1980 for the
    correction; Casagrande, Pike and Smith 1978 for the exact test.
    """
    sizes = _enough(sizes_given(n, n1, n2, ratio), method)
    if h is not None:
        if fault := _no_h(h, method):
            raise Refused(fault)
        return _of_h(abs(h), sizes, ratio, alpha=alpha, sides=sides, wanted=power)
    test = _Test(_usual(p1, p2), method, alpha, sides)
    if p2 is None:
        if sizes is None:
            raise Refused(UNDECIDED)
        change, rises = down_or_up(test.of(sizes), test.p1, power)
        return _answer(test, "effect", sizes, moved(test.p1, change, rises), power=power, change=change, wanted=power)
    if sizes is None:
        first = test.first_group(p2, ratio, power)
        return _answer(test, "sample", (first, ratio * first), p2, power=power, change=abs(p2 - test.p1), wanted=power)
    power_at = test.of(sizes)
    found = detectable(power_at, test.p1, power, p2 > test.p1)
    return _answer(test, "power", sizes, p2, power=power_at(p2), change=found, wanted=power)


def _no_h(h: float, method: str) -> str:
    """Why it cannot be worked out by h, if so."""
    if method not in ("pooled", "normal", "arcsine"):
        return H_ALONE
    return "" if h else NO_CHANGE


def _enough(sizes: Sizes | None, method: str) -> Sizes | None:
    if sizes is None:
        return None
    if min(persons(n) for n in sizes) < 1:
        raise Refused(TOO_FEW)
    if method == "exact" and sum(sizes) > EXACT_MOST:
        raise Refused(TOO_MANY)
    return sizes


def _usual(p1: float | None, p2: float | None) -> float:
    if p1 is None:
        raise Refused(NO_SHARE)
    if p1 == p2:
        raise Refused(NO_CHANGE)
    return p1


def _answer(
    test: _Test, solved: Solved, sizes: Sizes, p2: float, *, power: float, change: float | None, wanted: float
) -> PowerResult:
    rises = p2 > test.p1
    return PowerResult(
        name="proportions",
        method=test.method,
        solved=solved,
        power=power,
        mdes=change,
        room=1 - test.p1 if rises else test.p1,
        assumptions=(ONCE, UP if rises else DOWN),
        warnings=(
            *((NO_FALL,) if solved == "effect" and rises else ()),
            *((NEITHER,) if change is None else ()),
            *_too_seldom((test.p1, p2), sizes, power < wanted),
        ),
        **told(sizes),
    )


def _too_seldom(shares: Sizes, sizes: Sizes, short: bool) -> tuple[str, ...]:
    """About those who have it, or about those who do not where they are fewer."""
    often = sum(shares) > 1
    least = min(n * (1 - p if often else p) for n, p in zip(sizes, shares, strict=True))
    share = 1 - sum(shares) / 2 if often else sum(shares) / 2
    return too_seldom(
        least, short and share < RARE, ("people without it" if often else "cases") + " in one of the groups"
    )


def _of_h(h: float, sizes: Sizes | None, ratio: float, *, alpha: float, sides: int, wanted: float) -> PowerResult:
    def told_h(solved: Solved, sizes: Sizes, power: float, change: float | None) -> PowerResult:
        warnings = (NEITHER,) if change is None else ()
        return PowerResult(
            name="proportions",
            method="arcsine",
            solved=solved,
            power=power,
            mdes=change,
            room=math.pi,
            assumptions=(ONCE, OF_H),
            warnings=warnings,
            **told(sizes),
        )

    if sizes is None:
        first = smallest(lambda n: power_h(h, (n, ratio * n), alpha, sides), wanted, max(1.0, 1 / ratio), NEVER)
        return told_h("sample", (first, ratio * first), wanted, h)
    found = smallest_within(lambda size: power_h(size, sizes, alpha, sides), wanted, math.pi)
    return told_h("power", sizes, power_h(h, sizes, alpha, sides), found)


CALCULATOR = Calculator(
    name="proportions",
    title="Two groups, a share",
    about="For what each person in two separate groups has or has not, such as an arrest within a year.",
    effect="the difference from the first share (h where you give h)",
    fields=(
        Field(
            name="p1",
            label="Share it happens to without the scheme",
            hint="0.3 is 3 in 10. Take it from your own records.",
            role="effect",
            least=0,
            most=1,
            strict=True,
        ),
        Field(
            name="p2",
            label="Share it would happen to with the scheme",
            hint="The smallest change that would matter. 5 points, such as 0.25 for 0.3, is much in policing.",
            role="effect",
            least=0,
            most=1,
            dilutes="p1",
        ),
        Field(
            name="h",
            label="Cohen’s h, in place of both shares",
            hint="0.2 is small.",
            role="effect",
            least=-math.pi,
            most=math.pi,
            dilutes=SCALES,
        ),
        Field(name="n", label="People in each group", role="sample", least=0, strict=True, loses=True),
        Field(name="n1", label="People in the first group", role="sample", least=0, strict=True, loses=True),
        Field(name="n2", label="People in the second group", role="sample", least=0, strict=True, loses=True),
        Field(name="ratio", label="Second group for each person in the first", least=0, strict=True, default=1),
    ),
    methods=(
        Method(
            name="pooled",
            what="chi-squared test (z test with one share for both groups)",
            source="Fleiss, Levin and Paik 2003",
            reference="statsmodels power_proportions_2indep; simulation",
        ),
        Method(
            name="unpooled",
            what="z test with a share for each group, the simple form",
            source="Fleiss, Levin and Paik 2003",
            reference="statsmodels NormalIndPower",
        ),
        Method(
            name="arcsine",
            what="z test on the arcsine of the shares (Cohen’s h)",
            source="Cohen 1988",
            reference="statsmodels NormalIndPower with proportion_effectsize",
        ),
        Method(
            name="corrected",
            what="chi-squared test with a correction for counts being whole",
            source="Fleiss, Tytun and Ury 1980",
            reference="the closed formula of the source; simulation",
        ),
        Method(
            name="exact",
            what=f"Fisher’s exact test, half the risk in each tail, up to {EXACT_MOST:,} people",
            source="Fisher 1935; Casagrande, Pike and Smith 1978",
            reference="every table gone through with scipy.stats; simulation",
        ),
        Method(
            name="normal",
            what="z test with a share for each group; the same as unpooled",
            source="Fleiss, Levin and Paik 2003",
            reference="statsmodels NormalIndPower",
        ),
    ),
    work=proportions,
    either=(("p1 p2", "h"), ("n", "n1 n2")),
    example="--p1 0.3 --p2 0.25",
)

"""One group's share set against a figure that is known, such as a target or last year's.

The exact binomial test counts every outcome; the normal one takes its bar from the known share (Fleiss, Levin and Paik
2003).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from thinking_professionals.calculators.power.binomial import ExactBinomial
from thinking_professionals.calculators.power.form import Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.score import power_score
from thinking_professionals.calculators.power.seldom import RARE, too_seldom
from thinking_professionals.calculators.power.shares import (
    DOWN,
    NEITHER,
    NO_CHANGE,
    NO_FALL,
    UP,
    detectable,
    down_or_up,
    moved,
)
from thinking_professionals.calculators.power.solving import smallest, smallest_whole, whole
from thinking_professionals.calculators.power.two_shares import persons

EXACT_MOST = 100_000
TOO_MANY = (
    f"The exact method finds the number of people up to {EXACT_MOST:,}, and this takes more. "
    "Choose the method `normal`, which hardly differs from it at this size."
)
TOO_FEW = "That is no one. Give at least 1 person."
NEVER = "No number of people reaches that power. Look for a bigger change, or accept less power."
NO_KNOWN = "Say what the share is set against (p0), such as a target or last year’s figure."
UNDECIDED = "Give the share expected (p1) or the number of people: one can be worked out from the other."
KNOWN = "The share it is set against is known, not itself found out from a group: if it was, compare two groups."


@dataclass(frozen=True, slots=True)
class _Test:
    p0: float
    method: str
    alpha: float
    sides: int

    def of(self, n: float) -> Callable[[float], float]:
        """Power with `n` people, by the true share."""
        if self.method == "normal":
            return lambda p1: self._normal(p1, n)
        test = ExactBinomial.of(_array(persons(n)), self.p0, self.alpha, self.sides)
        return lambda p1: float(test.power(p1)[0])

    def people(self, p1: float, wanted: float) -> float:
        """The smallest number that reaches the power wanted."""
        if self.method == "normal":
            return smallest(lambda n: self._normal(p1, n), wanted, 1.0, NEVER)
        ahead = math.ceil(2 / abs(p1 - self.p0))
        return smallest_whole(
            lambda ns: ExactBinomial.of(ns, self.p0, self.alpha, self.sides).power(p1),
            wanted,
            1,
            TOO_MANY,
            most=EXACT_MOST,
            ahead=ahead,
        )

    def _normal(self, p1: float, n: float) -> float:
        none, some = (math.sqrt(p * (1 - p) / n) for p in (self.p0, p1))
        return power_score(p1 - self.p0, none, some, self.alpha, self.sides)


def _array(n: int) -> Any:
    import numpy as np

    return np.array([n])


def one_proportion(
    *,
    p0: float | None = None,
    p1: float | None = None,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "exact",
) -> PowerResult:
    """Sample, power or smallest change of one share from a known one; raises Refused.

    `p0` and `p1` are fractions, `mdes` their difference. Source: Clopper and Pearson 1934 for the exact test; Fleiss,
    Levin and Paik 2003 for the normal one.
    """
    if p0 is None:
        raise Refused(NO_KNOWN)
    if p0 == p1:
        raise Refused(NO_CHANGE)
    if n is not None and persons(n) < 1:
        raise Refused(TOO_FEW)
    test = _Test(p0, method, alpha, sides)
    if p1 is None:
        if n is None:
            raise Refused(UNDECIDED)
        change, rises = down_or_up(test.of(n), p0, power)
        return _answer(test, "effect", n, moved(p0, change, rises), power=power, change=change, wanted=power)
    if n is None:
        return _answer(test, "sample", test.people(p1, power), p1, power=power, change=abs(p1 - p0), wanted=power)
    power_at = test.of(n)
    found = detectable(power_at, p0, power, p1 > p0)
    return _answer(test, "power", n, p1, power=power_at(p1), change=found, wanted=power)


def _answer(
    test: _Test, solved: Solved, n: float, p1: float, *, power: float, change: float | None, wanted: float
) -> PowerResult:
    rises = p1 > test.p0
    rarer = min(test.p0, 1 - test.p0)
    return PowerResult(
        name="one-proportion",
        method=test.method,
        solved=solved,
        n_total=whole(n),
        power=power,
        mdes=change,
        room=1 - test.p0 if rises else test.p0,
        exact={"n_total": n},
        assumptions=(KNOWN, UP if rises else DOWN),
        warnings=(
            *((NO_FALL,) if solved == "effect" and rises else ()),
            *((NEITHER,) if change is None else ()),
            *too_seldom(
                n * rarer, power < wanted and rarer < RARE, "cases" if rarer == test.p0 else "people without it"
            ),
        ),
    )


CALCULATOR = Calculator(
    name="one-proportion",
    title="One group, a share",
    about="For the share of one group that something happens to, set against a figure that is known, such as a target.",
    effect="the difference from the known share",
    fields=(
        Field(
            name="p0",
            label="Share that is known",
            hint="A target, or a figure of many years. 0.3 is 3 in 10.",
            role="effect",
            least=0,
            most=1,
            strict=True,
        ),
        Field(
            name="p1",
            label="Share you expect",
            hint="The smallest change that would matter.",
            role="effect",
            least=0,
            most=1,
            dilutes="p0",
        ),
        Field(name="n", label="People in the group", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="exact",
            what=f"exact binomial test, half the risk in each tail; finds numbers up to {EXACT_MOST:,}",
            source="Clopper and Pearson 1934",
            reference="every count gone through with scipy.stats",
        ),
        Method(
            name="normal",
            what="z test, its bar from the known share",
            source="Fleiss, Levin and Paik 2003",
            reference="statsmodels normal_power_het",
        ),
    ),
    work=one_proportion,
    example="--p0 0.3 --p1 0.25",
)

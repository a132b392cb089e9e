"""The mean of one group, set against a figure that is known for sure.

Power is that of the one-sample t test, exact by the noncentral t (Cohen 1988).
"""

from __future__ import annotations

import math

from thinking_professionals.calculators.power.distributions import power_t, power_z
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "One person shows no spread, so nothing can be told from chance. Give at least 2."


def power_of_one(effect: float, n: float, alpha: float, sides: int, method: str) -> float:
    """Of a t test on `n` differences, or a normal one; `effect` is in standard deviations of a difference."""
    shift = effect * math.sqrt(n)
    return power_z(shift, alpha, sides) if method == "normal" else power_t(shift, n - 1, alpha, sides)


def one_mean(
    *,
    d: float | None = None,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Sample, power or smallest difference of one group from a known figure; raises Refused.

    `d` and `mdes` are in standard deviations. Source: Cohen 1988, chapter 2.
    """
    return Single(
        name="one-mean",
        method=method,
        power=lambda effect, people: power_of_one(effect, people, alpha, sides, method),
        wanted=power,
        least=2,
        too_few=TOO_FEW,
        counts={"n_total": 1},
        assumptions=(
            "Each person is counted once, and no one affects anyone else.",
            "The figure to compare with is known, not itself an estimate.",
        ),
    ).answer(d, n)


METHODS = (
    Method(
        name="t",
        what="t test, exact by the noncentral t",
        source="Cohen 1988",
        reference="statsmodels TTestPower; simulation",
    ),
    Method(name="normal", what="normal approximation", source="Cohen 1988", reference="statsmodels NormalIndPower"),
)
CALCULATOR = Calculator(
    name="one-mean",
    title="One group, a score or an average",
    about="For one group whose average is set against a figure already known, such as a national average.",
    effect="standard deviations",
    fields=(
        Field(
            name="d",
            label="Difference to look for, in standard deviations",
            hint="0.2 is small, 0.5 is medium.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(name="n", label="People", role="sample", least=0, strict=True, loses=True),
    ),
    methods=METHODS,
    work=one_mean,
    example="--d 0.3",
)

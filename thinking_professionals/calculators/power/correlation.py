"""Whether two numbers go together.

Power is that of the t test of a correlation. By default it is exact for two numbers that both come as they come and are
normal; where one of them is set beforehand it is that of a regression on it (Cohen 1988).
"""

from __future__ import annotations

import math

from thinking_professionals.calculators.power.distributions import power_r, power_t, power_z
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "With so few people any two numbers look as if they went together. Give at least 4."
LARGEST = 0.999


def correlation(
    *,
    r: float | None = None,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "exact",
) -> PowerResult:
    """People, power or smallest correlation that differs from none; raises Refused.

    `r` and `mdes` are Pearson's correlation. Source: Cohen 1988, chapter 3; Hotelling 1953 for the exact distribution.
    """
    return Single(
        name="correlation",
        method=method,
        power=lambda effect, people: _power(effect, people, alpha, sides, method),
        wanted=power,
        least=4,
        too_few=TOO_FEW,
        counts={"n_total": 1},
        assumptions=(
            "Each person is counted once, and no one affects anyone else.",
            "That two numbers go together does not say that one brings about the other.",
        ),
        largest=LARGEST,
    ).answer(r, n)


def _power(r: float, n: float, alpha: float, sides: int, method: str) -> float:
    if method == "fisher":
        return power_z(math.atanh(r) * math.sqrt(n - 3), alpha, sides)
    if method == "t":
        return power_t(r / math.sqrt(1 - r**2) * math.sqrt(n), n - 2, alpha, sides)
    return power_r(r, n, alpha, sides)


CALCULATOR = Calculator(
    name="correlation",
    title="Two numbers that go together (correlation)",
    about="For whether two numbers known for each person, such as age and trust in the police, go together.",
    effect="the correlation",
    fields=(
        Field(
            name="r",
            label="Correlation to look for",
            hint="0.1 is small, 0.3 medium.",
            role="effect",
            least=-LARGEST,
            most=LARGEST,
            dilutes=SCALES,
        ),
        Field(name="n", label="People", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="exact",
            what="t test, exact for two normal numbers",
            source="Hotelling 1953",
            reference="integral of the exact density of r; simulation",
        ),
        Method(
            name="t",
            what="t test where one number is set beforehand, exact by the noncentral t",
            source="Cohen 1988",
            reference="statsmodels FTestPowerF2 with one predictor; simulation",
        ),
        Method(
            name="fisher",
            what="normal approximation by Fisher’s z",
            source="Fisher 1921; Cohen 1988",
            reference="statsmodels normal_power",
        ),
    ),
    work=correlation,
    example="--r 0.2",
    largest=LARGEST,
)

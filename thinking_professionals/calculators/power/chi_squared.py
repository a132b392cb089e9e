"""Counts in several kinds, set against what is expected, or a table of two such.

Power is that of the chi-squared test by the noncentral chi-squared, which is close where no kind is rare (Cohen 1988).
"""

from __future__ import annotations

from dataclasses import replace

from thinking_professionals.calculators.power.distributions import power_chi2
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "There are too few people for so many kinds. Give at least one for each."
RARE = 5
THIN = "There are fewer than 5 people for each kind, so this is rough. Put rare kinds together, or have more people."


def chi_squared(
    *,
    w: float | None = None,
    df: int = 1,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "chi-squared",
) -> PowerResult:
    """People, power or smallest effect of a chi-squared test; raises Refused.

    `w` and `mdes` are Cohen's w: the root of the sum of (true share - expected share)² / expected share. `df` is one
    less than the kinds, or (rows - 1)(columns - 1) of a table. `sides` says nothing here. Source: Cohen 1988.
    """
    result = Single(
        name="chi-squared",
        method=method,
        power=lambda effect, people: power_chi2(effect**2 * people, df, alpha),
        wanted=power,
        least=df + 1,
        too_few=TOO_FEW,
        counts={"n_total": 1},
        assumptions=("Each person is counted once, in one kind, and no one affects anyone else.",),
    ).answer(w, n)
    return replace(result, warnings=(THIN,)) if result.exact["n_total"] < RARE * (df + 1) else result


CALCULATOR = Calculator(
    name="chi-squared",
    title="Shares of several kinds (chi-squared)",
    about="For how people fall into kinds, such as types of outcome, set against what is expected or between groups.",
    effect="w: how far the shares are from those expected",
    fields=(
        Field(
            name="w",
            label="How far the shares are from those expected (Cohen’s w)",
            hint="0.1 is small, 0.3 medium.",
            role="effect",
            least=0,
            strict=True,
            dilutes=SCALES,
        ),
        Field(
            name="df",
            label="Degrees of freedom",
            hint="One less than the kinds. For a table: rows less one, times columns less one.",
            kind="whole",
            least=1,
            most=10_000,
            default=1,
        ),
        Field(name="n", label="People, all together", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="chi-squared",
            what="chi-squared test, by the noncentral chi-squared",
            source="Cohen 1988",
            reference="statsmodels GofChisquarePower; simulation",
        ),
    ),
    work=chi_squared,
    example="--w 0.3 --df 2",
    one_sided=False,
)

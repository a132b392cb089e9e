"""People who get the scheme, each matched with one or more others who do not.

Matching makes the two groups alike in what is on record; it does not add precision of its own, so power is that of two
separate groups of unequal size, as in `means`.
"""

from __future__ import annotations

from dataclasses import replace

from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.means import means
from thinking_professionals.calculators.power.result import PowerResult


def matched(
    *,
    d: float | None = None,
    n1: float | None = None,
    controls: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """People who get it (`n1`) and their matches (`n2`), power or smallest difference; raises Refused.

    `d` and `mdes` are in standard deviations; `controls` is n2/n1. Source: Cohen 1988.
    """
    found = means(d=d, n1=n1, ratio=controls, alpha=alpha, sides=sides, power=power, method=method)
    return replace(
        found,
        name="matched",
        assumptions=(
            *found.assumptions,
            "Everyone who gets it finds a match. Those who find none are lost: count them as such.",
        ),
        warnings=("Matching makes people alike only in what is on record. Who chose to take part, and why, is not.",),
    )


CALCULATOR = Calculator(
    name="matched",
    title="People who got it and people like them",
    about="For a scheme that some people already get, compared with others who are like them on paper but do not.",
    effect="standard deviations",
    fields=(
        Field(
            name="d",
            label="Change to look for, in standard deviations",
            hint="0.2 is small. Most schemes in policing bring about less than 0.3.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(name="n1", label="People who get it", role="sample", least=0, strict=True, loses=True),
        Field(
            name="controls",
            label="Matches for each of them",
            hint="More than 4 add little.",
            kind="whole",
            least=1,
            most=100,
            default=1,
        ),
    ),
    methods=(
        Method(
            name="t",
            what="t test of two separate groups, exact by the noncentral t",
            source="Cohen 1988",
            reference="statsmodels TTestIndPower",
        ),
        Method(
            name="normal",
            what="normal approximation",
            source="Cohen 1988",
            reference="statsmodels NormalIndPower; 4.5 (16)",
        ),
    ),
    work=matched,
    example="--d 0.2 --controls 2",
)

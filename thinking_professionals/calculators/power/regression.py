"""Whether a set of facts foretells an outcome at all.

Power is that of the F test of all predictors together, exact by the noncentral F (Cohen 1988).
"""

from __future__ import annotations

from thinking_professionals.calculators.power.distributions import power_f
from thinking_professionals.calculators.power.form import SQUARES, Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "There are too few people for so many facts. Give at least 2 more people than facts."


def regression(
    *,
    f2: float | None = None,
    r2: float | None = None,
    predictors: int = 1,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "f",
) -> PowerResult:
    """People, power or smallest effect of a linear regression; raises Refused.

    `r2` is the share of variance that all predictors explain; `f2`, and `mdes`, is r2 / (1 - r2). The noncentrality is
    f2 times the people. `sides` says nothing here: the test looks for any relation. Source: Cohen 1988, chapter 9.
    """
    return Single(
        name="regression",
        method=method,
        power=lambda effect, people: power_f(effect * people, predictors, people - predictors - 1, alpha),
        wanted=power,
        least=predictors + 2,
        too_few=TOO_FEW,
        counts={"n_total": 1},
        assumptions=(
            "Each person is counted once, and no one affects anyone else.",
            "The test says that the facts together foretell the outcome. It does not say which, nor why.",
        ),
    ).answer(f2 if r2 is None else r2 / (1 - r2), n)


CALCULATOR = Calculator(
    name="regression",
    title="Facts that foretell an outcome (regression)",
    about="For whether one or more facts, taken together, foretell an outcome that is a number.",
    effect="f²: what the facts explain, as a multiple of what they leave",
    fields=(
        Field(
            name="f2",
            label="What the facts explain, as a multiple of what they leave (f²)",
            hint="0.02 is small, 0.15 medium.",
            role="effect",
            least=0,
            strict=True,
            dilutes=SQUARES,
        ),
        Field(
            name="r2",
            label="Share of the spread that the facts explain (R²)",
            role="effect",
            least=0,
            most=1,
            strict=True,
            dilutes=SQUARES,
        ),
        Field(name="predictors", label="Facts used", kind="whole", least=1, most=1000, default=1),
        Field(name="n", label="People", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="f",
            what="F test of all facts together, exact by the noncentral F",
            source="Cohen 1988",
            reference="statsmodels FTestPowerF2; simulation",
        ),
    ),
    work=regression,
    example="--f2 0.15 --predictors 3",
    one_sided=False,
    either=(("f2", "r2"),),
)

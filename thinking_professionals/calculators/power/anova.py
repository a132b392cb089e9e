"""Several groups of the same size, compared on a mean all at once.

Power is that of the F test of one-way analysis of variance, exact by the noncentral F (Cohen 1988).
"""

from __future__ import annotations

from thinking_professionals.calculators.power.distributions import power_f
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "With one person in each group nothing can be told from chance. Give at least 2 in each."
NO_GROUPS = "How many groups there are is not given, and the numbers depend on it. Give it too."


def anova(
    *,
    f: float | None = None,
    groups: int | None = None,
    n: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "f",
) -> PowerResult:
    """People in each group, power or smallest effect; raises Refused.

    `f` and `mdes` are the standard deviation of the groups' means, in standard deviations of the people in a group.
    `sides` says nothing here: the test looks for any difference. Source: Cohen 1988, chapter 8.
    """
    if groups is None:
        raise Refused(NO_GROUPS)
    return Single(
        name="anova",
        method=method,
        power=lambda effect, each: power_f(effect**2 * groups * each, groups - 1, groups * (each - 1), alpha),
        wanted=power,
        least=2,
        too_few=TOO_FEW,
        counts={"n_per_arm": 1, "n_total": groups},
        assumptions=(
            "Each person is counted once, and no one affects anyone else. The groups are of one size and one spread.",
            "The test says that some groups differ. It does not say which.",
        ),
    ).answer(f, n)


CALCULATOR = Calculator(
    name="anova",
    title="Three groups or more, a score or an average",
    about="For an outcome that is a number for each person, compared between three or more groups at once.",
    effect="f: how far the groups’ averages spread, in standard deviations",
    fields=(
        Field(
            name="f",
            label="How far the groups differ (Cohen’s f)",
            hint="The spread of the groups’ averages, in standard deviations. 0.1 is small, 0.25 medium.",
            role="effect",
            least=0,
            strict=True,
            dilutes=SCALES,
        ),
        Field(name="groups", label="Groups", kind="whole", least=2, most=1000),
        Field(name="n", label="People in each group", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="f",
            what="F test, exact by the noncentral F",
            source="Cohen 1988",
            reference="statsmodels FTestAnovaPower; simulation",
        ),
    ),
    work=anova,
    example="--f 0.25 --groups 3",
    one_sided=False,
)

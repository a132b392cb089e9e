"""A cut-off on a score decides who gets the scheme, and people close to it on either side are compared.

The score stands so close to the scheme that much of what people tell is lost to it: as much is known as from a trial
with the `design_effect`-th part of the people (Schochet 2009). The trial is that of `means`.
"""

from __future__ import annotations

from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.means import means
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import whole

LEAST, MOST = 2.75, 4.0
"""Design effects for usual scores (Schochet 2009)."""


def rdd(
    *,
    d: float | None = None,
    n_total: float | None = None,
    bandwidth_share: float = 1,
    design_effect: float = MOST,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """People on both sides of the cut-off, power or smallest jump at it; raises Refused.

    `d` and `mdes` are in standard deviations; `bandwidth_share` is the share of the people who stand close enough to
    the cut-off to be used. `exact` also holds `used`, how many those are. Source: Schochet 2009.
    """
    worth = bandwidth_share / design_effect
    if n_total is not None and n_total * worth < 4:
        least = whole(4 / worth)
        raise Refused(f"So few people close to a cut-off tell no change from chance. Give at least {least:,} in all.")
    n = None if n_total is None else n_total * worth / 2
    trial = means(d=d, n=n, alpha=alpha, sides=sides, power=power, method=method)
    people = trial.exact["n_total"] / worth if n_total is None else n_total
    return PowerResult(
        name="rdd",
        method=method,
        solved=trial.solved,
        n_total=whole(people),
        power=trial.power,
        mdes=trial.mdes,
        design_effect=design_effect,
        exact={"n_total": people, "used": people * bandwidth_share},
        assumptions=(
            f"Each {design_effect:g} people close to the cut-off tell as much as one in a trial would. By how the "
            f"scores lie it is {LEAST:g} to {MOST:g}.",
            "People have no hand in which side of the cut-off they fall on, and the score alone decides.",
        ),
        warnings=("Ask a statistician before you decide on this: the answer holds close to the cut-off only.",),
    )


CALCULATOR = Calculator(
    name="rdd",
    title="A cut-off decides who gets it",
    about="For a scheme that goes to all above (or below) a score, such as a risk score, and to no one else.",
    effect="standard deviations",
    fields=(
        Field(
            name="d",
            label="Change to look for, in standard deviations",
            hint="0.2 is small. Most schemes in policing bring about less than 0.3.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(
            name="n_total",
            label="People with a score, on both sides",
            role="sample",
            least=0,
            strict=True,
            loses=True,
        ),
        Field(
            name="bandwidth_share",
            label="Share of them who stand close enough to the cut-off to be used",
            hint="1 where all are used. A third is usual where scores are many.",
            least=0.001,
            most=1,
            default=1,
        ),
        Field(
            name="design_effect",
            label="How many people tell as much as one in a trial",
            hint="2.75 to 4. The more is the safer.",
            least=1,
            most=100,
            default=MOST,
        ),
    ),
    methods=(
        Method(
            name="t",
            what="t test on as many people as a trial would need, times the design effect",
            source="Schochet 2009",
            reference="statsmodels TTestIndPower; 4.5 (15)",
        ),
        Method(
            name="normal",
            what="normal approximation, times the design effect",
            source="Schochet 2009",
            reference="statsmodels NormalIndPower; 4.5 (15)",
        ),
    ),
    work=rdd,
    example="--d 0.2",
)

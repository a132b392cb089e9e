"""Two groups compared on how often something happens to each person, or in each place, over time.

Power is that of the test on the logarithm of the ratio of the rates; `dispersion` is how much more the counts vary than
if each event came by itself (Zhu and Lakkis 2014).
"""

from __future__ import annotations

from thinking_professionals.calculators.power.arms import sizes_given, told
from thinking_professionals.calculators.power.form import Calculator, Field, Method
from thinking_professionals.calculators.power.log_ratio import ALIKE, LogRatio, solve
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

NO_RATE = "Say how often it happens without the scheme (rate1), such as 0.4 a year for each person."


def rates(
    *,
    rate1: float | None = None,
    rate2: float | None = None,
    person_time: float | None = None,
    n1: float | None = None,
    n2: float | None = None,
    exposure: float = 1,
    dispersion: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "normal",
) -> PowerResult:
    """Sample, power or smallest change of two rates; raises Refused.

    Rates are events to each person in a unit of time; `person_time` is per group, in that unit, and `exposure` the time
    for which each of `n1` and `n2` people is watched. `mdes` is the share by which the rate falls (rises, where `rate2`
    is the higher). `dispersion` is variance over mean. Source: Zhu and Lakkis 2014.
    """
    if rate1 is None:
        raise Refused(NO_RATE)
    sizes = sizes_given(None if person_time is None else person_time / exposure, n1, n2, 1)
    test = LogRatio(sizes[1] / sizes[0] if sizes else 1, dispersion, alpha, sides)
    each = rate1 * exposure
    answer = solve(test, sizes[0] * each if sizes else None, None if rate2 is None else rate2 / rate1, power)
    watched = (
        "Each is watched for one unit of time" if exposure == 1 else f"Each is watched for {exposure:g} units of time"
    )
    return PowerResult(
        name="rates",
        method=method,
        solved=answer.solved,
        power=answer.power,
        mdes=answer.change,
        room=answer.room,
        assumptions=(ALIKE, f"{watched}, the one that the rates are in."),
        warnings=answer.warnings,
        **told(sizes or (answer.first / each, answer.first / each)),
    )


CALCULATOR = Calculator(
    name="rates",
    title="Two groups, a rate",
    about="For what can happen to the same person or place more than once, such as calls in a year, in two groups.",
    effect="the share by which it would have to fall (or rise, where the second rate is the higher)",
    fields=(
        Field(
            name="rate1",
            label="Times it happens to each without the scheme",
            hint="In one unit of time, such as 0.4 a year.",
            role="effect",
            least=0,
            strict=True,
        ),
        Field(
            name="rate2",
            label="Times it would happen to each with the scheme",
            hint="The smallest change that would matter. 10 to 16% less is usual for crime.",
            role="effect",
            least=0,
            dilutes="rate1",
        ),
        Field(
            name="person_time",
            label="Time watched in each group",
            hint="People times the time each is watched: 200 people for half a year are 100.",
            role="sample",
            least=0,
            strict=True,
            loses=True,
        ),
        Field(name="n1", label="People in the first group", role="sample", least=0, strict=True, loses=True),
        Field(name="n2", label="People in the second group", role="sample", least=0, strict=True, loses=True),
        Field(name="exposure", label="Time for which each is watched", least=0, strict=True, default=1),
        Field(
            name="dispersion",
            label="How unevenly the events fall (variance over mean)",
            hint="1 if each comes by itself. Crime counts are mostly 2 to 10: the same few come again.",
            least=0,
            strict=True,
            default=1,
        ),
    ),
    methods=(
        Method(
            name="normal",
            what="z test on the logarithm of the ratio of the rates",
            source="Zhu and Lakkis 2014",
            reference="statsmodels power_poisson_ratio_2indep; simulation",
        ),
    ),
    work=rates,
    either=(("person_time", "n1 n2"),),
    example="--rate1 0.4 --rate2 0.3",
)

"""Two groups compared on how many events each has, such as crimes in the streets with and without a patrol.

The numbers are events, not people or places. Power is that of the test on the logarithm of the ratio; `dispersion` is
how much more counts vary than if each event came by itself (Zhu and Lakkis 2014).
"""

from __future__ import annotations

from typing import Any

from thinking_professionals.calculators.power.arms import told
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.log_ratio import ALIKE, LogRatio, solve
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import whole

FIRST = "Give the events expected without the scheme (events1) as well as those with it."
EVENTS = "The numbers are events, not people or places: in the group without the scheme, and in the other with it."


def counts(
    *,
    events1: float | None = None,
    events2: float | None = None,
    events: float | None = None,
    fall: float | None = None,
    dispersion: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "normal",
) -> PowerResult:
    """Events needed, power or smallest change of two counts of places watched alike; raises Refused.

    `events` (or `events1`) are those expected without the scheme, `events2` with it; `fall` and `mdes` are shares. In
    the answer n1 and n2 are events, and `n_per_arm` those of each group if nothing changed. `dispersion` is variance
    over mean. Source: Zhu and Lakkis 2014; a = Z^2 dispersion (1 + 1/(1 - fall)) / log(1 - fall)^2.
    """
    first, ratio = _given(events1, events2, events, fall)
    answer = solve(LogRatio(1, dispersion, alpha, sides), first, ratio, power)
    return PowerResult(
        name="counts",
        method=method,
        solved=answer.solved,
        power=answer.power,
        mdes=answer.change,
        room=answer.room,
        assumptions=(ALIKE, EVENTS),
        warnings=answer.warnings,
        **_events(answer.first, answer.second),
    )


def _given(
    events1: float | None, events2: float | None, events: float | None, fall: float | None
) -> tuple[float | None, float | None]:
    """The events of the first group, and the ratio of the second's to them."""
    first = events1 if events1 is not None else events
    if events2 is None:
        return first, None if fall is None else 1 - fall
    if first is None:
        raise Refused(FIRST)
    return first, events2 / first


def _events(first: float, second: float) -> dict[str, Any]:
    figures = told((first, second))
    return figures | {"n_per_arm": whole(first), "exact": figures["exact"] | {"n_per_arm": first}}


CALCULATOR = Calculator(
    name="counts",
    title="Two groups, a count of events",
    about="For events in places or teams that are counted as a whole, such as burglaries in two sets of wards.",
    effect="the share by which it would have to fall (or rise, where you give more events with the scheme)",
    counted="events",
    fields=(
        Field(
            name="events1",
            label="Events expected without the scheme",
            hint="In all places of that group together, over the whole time.",
            role="sample",
            least=0,
            strict=True,
            loses=True,
        ),
        Field(
            name="events2",
            label="Events expected with the scheme",
            hint="In as many places, over as long a time.",
            role="effect",
            least=0,
            dilutes="events1",
            loses=True,
        ),
        Field(
            name="events",
            label="Events expected without the scheme, if you give the fall",
            role="sample",
            least=0,
            strict=True,
            loses=True,
        ),
        Field(
            name="fall",
            label="Fall to look for, as a share",
            hint="0.16 is what hot spots policing brings about.",
            role="effect",
            least=0,
            most=1,
            dilutes=SCALES,
        ),
        Field(
            name="dispersion",
            label="How unevenly the events fall (variance over mean)",
            hint="1 if each comes by itself. Crime counts are mostly 2 to 10.",
            least=0,
            strict=True,
            default=1,
        ),
    ),
    methods=(
        Method(
            name="normal",
            what="z test on the logarithm of the ratio of the counts",
            source="Zhu and Lakkis 2014",
            reference="statsmodels power_poisson_ratio_2indep; simulation",
        ),
    ),
    work=counts,
    either=(("events1", "events"), ("events2", "fall")),
    example="--fall 0.16",
)

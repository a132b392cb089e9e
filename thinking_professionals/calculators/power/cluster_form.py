"""What every comparison of clusters asks for, in the same words, and how clusters on two sides are read."""

from __future__ import annotations

from thinking_professionals.calculators.power.clusters import LARGEST, Clusters
from thinking_professionals.calculators.power.form import SCALES, Field, Method
from thinking_professionals.calculators.power.refusal import Refused

TWICE = "The clusters are given in two ways. Give those on each side, those of both together, or each side by itself."
ONE_SIDE = "Clusters are given for one side only. Give those on the other side too."
NO_ICC = (
    "How alike people in one cluster are is not given (the ICC), and all depends on it. Take it from earlier figures; "
    "0.05 is usual for areas."
)
NO_CHANGE = "The two are the same, so there is no change to look for. Give the smallest change that would matter."

D = Field(
    name="d",
    label="Change to look for, in standard deviations",
    hint="0.2 is small. Most schemes in policing bring about less than 0.3.",
    role="effect",
    dilutes=SCALES,
)
ICC = Field(
    name="icc",
    label="How alike people in one cluster are (ICC)",
    hint="0: no more than any two people. 1: all the same. 0.05 is usual for areas, 0.01 to 0.03 for teams.",
    least=0,
    most=1,
)
M = Field(
    name="m",
    label="People in each cluster",
    hint="On average.",
    role="sample",
    least=1,
    most=LARGEST,
    loses=True,
)
CV = Field(
    name="cv",
    label="How much clusters differ in size",
    hint="The spread of their sizes as a share of the average size. 0: all alike. 0.6 is usual for teams and areas.",
    least=0,
    most=10,
    default=0,
)


def number(name: str, label: str, hint: str = "") -> Field:
    """A number of clusters."""
    return Field(name=name, label=label, hint=hint, kind="whole", role="sample", least=1, most=1_000_000)


SIDES = (
    number("k", "Clusters on each side", "Areas, teams, stations or shops that get the scheme, or do not, as a whole."),
    number("k_total", "Clusters on both sides together"),
    number("k1", "Clusters on the side without the scheme"),
    number("k2", "Clusters on the side with the scheme"),
)


def on_sides(k: float | None, k_total: float | None, k1: float | None, k2: float | None) -> Clusters | None:
    """The clusters on the two sides, as even as can be; None where no number was given; raises Refused."""
    given = [number for number in (k, k1, k2) if number is not None]
    if (given and k_total is not None) or len(given) == 3:
        raise Refused(TWICE)
    if not given:
        return None if k_total is None else (k_total // 2, k_total - k_total // 2)
    first, second = k1 if k1 is not None else k, k2 if k2 is not None else k
    if first is None or second is None:
        raise Refused(ONE_SIDE)
    return first, second


def known(icc: float | None) -> float:
    """The ICC; raises Refused where it is not given, since a guess must not pass for an answer."""
    if icc is None:
        raise Refused(NO_ICC)
    return icc


def changed(effect: float | None) -> float | None:
    """Its size, if it is given; raises Refused where it is nothing."""
    if effect == 0:
        raise Refused(NO_CHANGE)
    return None if effect is None else abs(effect)


def methods(source: str, reference: str) -> tuple[Method, Method]:
    """The two tests that every comparison of clusters has."""
    return (
        Method(name="t", what="t test of clusters, exact by the noncentral t", source=source, reference=reference),
        Method(
            name="normal", what="normal approximation: too hopeful for few clusters", source=source, reference=reference
        ),
    )

"""Whole clusters drawn, compared on a rate: crimes, calls or complaints for each person, or area, and year.

Events vary in a cluster as Poisson counts do, and the true rates of clusters differ with a coefficient of variation
that is the same on both sides (Hayes and Bennett 1999).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.cluster_answer import APART, Asked, fall_or_rise
from thinking_professionals.calculators.power.cluster_form import SIDES, changed, methods, on_sides
from thinking_professionals.calculators.power.clusters import Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

NO_RATE = "The usual rate is not given. Take it from last year’s figures: all depends on how often it happens."
NO_CV = (
    "How much rates differ between clusters is not given, and all depends on it. Work it out from last year’s figures: "
    "their spread as a share of their average. 0.25 is usual where nothing is known."
)
GUESSED_CV = "How much rates differ is a guess until earlier figures have been read: try less and more."
COUNTED = "People are counted by the time for which they are followed: one person for one unit of time is one."
RARE = (
    "Less than one event is expected in each cluster, so the figures are rough. Have larger clusters, or look longer."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rates(Design):
    usual: float
    cv: float
    rises: bool
    lost: int
    """Clusters on each side that the test is taken to cost."""

    @property
    def bound(self) -> float:
        return math.inf if self.rises else self.usual

    @property
    def least(self) -> float:
        return 0

    @property
    def step(self) -> float:
        return 1 / self.usual

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        rates = self._rates(effect)
        parts = ((self.cv**2 * rate**2 + rate / m) / (k - self.lost) for rate, k in zip(rates, clusters, strict=True))
        return math.sqrt(sum(parts))

    def design_effect(self, effect: float, m: float) -> float:
        one, two = self._rates(effect)
        return 1 + self.cv**2 * (one**2 + two**2) / (one + two) * m

    def _rates(self, effect: float) -> tuple[float, float]:
        return self.usual, self.usual + effect if self.rises else max(0.0, self.usual - effect)


def cluster_rates(
    *,
    rate1: float | None = None,
    rate2: float | None = None,
    person_time: float | None = None,
    cv_between: float | None = None,
    k: float | None = None,
    k_total: float | None = None,
    k1: float | None = None,
    k2: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Clusters, person-time in each, power or smallest difference between rates; raises Refused.

    Rates are events for each unit of `person_time`, which is that of one cluster; `rate1` is without the scheme.
    `cv_between` is the coefficient of variation of the clusters' true rates. `n_per_arm` is person-time. `mdes` is the
    difference between the rates: a fall, unless `rate2` is above `rate1`. Source: Hayes and Bennett 1999.
    """
    if rate1 is None:
        raise Refused(NO_RATE)
    if cv_between is None:
        raise Refused(NO_CV)
    few = method == "hayes-bennett"
    test = Test("normal" if few else method, alpha, sides, power)
    effect = changed(None if rate2 is None else rate2 - rate1)
    warned = (RARE,) if person_time is not None and person_time * rate1 < 1 else ()

    def asked(rises: bool, *said: str) -> PowerResult:
        trial = Trial(_Rates(usual=rate1, cv=cv_between, rises=rises, lost=int(few)), test)
        wanted = Asked("cluster-rates", method, trial, (APART, GUESSED_CV, COUNTED, *said), warned)
        return wanted.answer(effect, person_time, on_sides(k, k_total, k1, k2))

    return fall_or_rise(asked) if rate2 is None else asked(rate2 > rate1)


CALCULATOR = Calculator(
    name="cluster-rates",
    title="Whole areas or teams, a rate",
    about="For events that are counted, such as crimes or complaints, where whole areas or teams get the scheme.",
    effect="the difference between the two rates",
    fields=(
        Field(
            name="rate1",
            label="Events for each person and year without the scheme",
            hint="Any unit of time will do, and areas or officers for people, if it is the same all through.",
            least=0,
            strict=True,
        ),
        Field(
            name="rate2",
            label="Events for each person and year with the scheme",
            role="effect",
            least=0,
            dilutes="rate1",
        ),
        Field(
            name="person_time",
            label="Person-years in each cluster",
            hint="People times the years they are followed. 1 for each year, where whole areas are counted.",
            role="sample",
            least=1e-6,
            loses=True,
        ),
        Field(
            name="cv_between",
            label="How much true rates differ between clusters",
            hint="Their spread as a share of their average. 0.25 is usual; above 0.5 is unusual.",
            least=0,
            most=10,
        ),
        *SIDES,
    ),
    methods=(
        *methods("Hayes and Bennett 1999", "simulation"),
        Method(
            name="hayes-bennett",
            what="normal approximation with one cluster more on each side",
            source="Hayes and Bennett 1999",
            reference="clusterPower cpa.count",
        ),
    ),
    work=cluster_rates,
    example="--rate1 0.2 --rate2 0.15 --person-time 200 --cv-between 0.25",
)

"""Whole clusters drawn, compared on a share: how many were victims, reoffended or were satisfied.

Each side has the variance of its own share, p(1 - p), times the design effect (Donner and Klar 2000).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.cluster_answer import USUAL, Asked, fall_or_rise
from thinking_professionals.calculators.power.cluster_form import CV, ICC, SIDES, M, changed, known, methods, on_sides
from thinking_professionals.calculators.power.cluster_means import design_effect
from thinking_professionals.calculators.power.clusters import Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

NO_SHARE = "The usual share is not given. Take it from last year’s figures: all depends on how often it happens."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares(Design):
    icc: float
    cv: float
    usual: float
    rises: bool

    @property
    def bound(self) -> float:
        return 1 - self.usual if self.rises else self.usual

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        share = self.usual + effect if self.rises else self.usual - effect
        spread = self.usual * (1 - self.usual) / clusters[0] + max(0.0, share * (1 - share)) / clusters[1]
        return math.sqrt(spread * (self.icc * (1 + self.cv**2) + (1 - self.icc) / m))

    def design_effect(self, effect: float, m: float) -> float:
        return design_effect(self.icc, m, self.cv)


def cluster_proportions(
    *,
    p1: float | None = None,
    p2: float | None = None,
    icc: float | None = None,
    m: float | None = None,
    k: float | None = None,
    k_total: float | None = None,
    k1: float | None = None,
    k2: float | None = None,
    cv: float = 0,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Clusters, people in each, power or smallest difference between shares; raises Refused.

    `p1` is the share without the scheme and `p2` with it, 0 to 1; `mdes` is the difference between them: a fall, unless
    `p2` is above `p1`. Source: Donner and Klar 2000.
    """
    if p1 is None:
        raise Refused(NO_SHARE)
    correlation, effect = known(icc), changed(None if p2 is None else p2 - p1)

    def asked(rises: bool, *said: str) -> PowerResult:
        trial = Trial(_Shares(icc=correlation, cv=cv, usual=p1, rises=rises), Test(method, alpha, sides, power))
        wanted = Asked("cluster-proportions", method, trial, (*USUAL, *said))
        return wanted.answer(effect, m, on_sides(k, k_total, k1, k2))

    return fall_or_rise(asked) if p2 is None else asked(p2 > p1)


CALCULATOR = Calculator(
    name="cluster-proportions",
    title="Whole areas or teams, a share",
    about="For an outcome that happens to a person or does not, where whole areas, teams or stations get the scheme.",
    effect="the difference between the two shares (0.05 is five in a hundred)",
    fields=(
        Field(
            name="p1",
            label="Share it happens to without the scheme",
            hint="0.2 means 20 in a hundred.",
            least=0,
            most=1,
            strict=True,
        ),
        Field(
            name="p2",
            label="Share it happens to with the scheme",
            role="effect",
            least=0,
            most=1,
            dilutes="p1",
        ),
        ICC,
        M,
        *SIDES,
        CV,
    ),
    methods=methods("Donner and Klar 2000", "clusterPower cpa.binary; simulation"),
    work=cluster_proportions,
    example="--p1 0.2 --p2 0.15 --icc 0.02 --m 100",
)

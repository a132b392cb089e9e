"""Whole clusters drawn, compared on a mean: areas, teams or stations, with or without figures from before.

The variance of a cluster's mean is the ICC and, on top, (1 - ICC) over its people. Unequal sizes raise it by CV squared
times the ICC (Donner and Klar 2000; Eldridge and others 2006), and earlier facts take their share off (Bloom 2006).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.cluster_answer import USUAL, Asked
from thinking_professionals.calculators.power.cluster_form import (
    CV,
    ICC,
    SIDES,
    D,
    M,
    changed,
    known,
    methods,
    on_sides,
)
from thinking_professionals.calculators.power.clusters import Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

NO_SPREAD = (
    "The change is in its own units, but how much people differ is not. Give the spread (standard deviation) too."
)
TWICE = "The change is given twice. Give it in standard deviations or in its own units."
EXPLAINED = "What foretells the outcome is known for all, and explains as much as is said."


def standard_error(
    icc: float, m: float, cv: float, k1: float, k0: float, *, r2_individual: float = 0, r2_cluster: float = 0
) -> float:
    """Of the difference between `k1` and `k0` clusters of `m` people (it may be infinite), in standard deviations.

    `cv` is the coefficient of variation of cluster sizes. Source: Eldridge and others 2006; Bloom 2006.
    """
    between = icc * (1 + cv**2) * (1 - r2_cluster)
    within = (1 - icc) * (1 - r2_individual)
    return math.sqrt((between + within / m) * (1 / k1 + 1 / k0))


def design_effect(icc: float, m: float, cv: float) -> float:
    """How many times as many people clusters take (Eldridge and others 2006)."""
    return 1 + ((cv**2 + 1) * m - 1) * icc


@dataclass(frozen=True, slots=True, kw_only=True)
class _Means(Design):
    icc: float
    cv: float
    sd: float
    r2_individual: float
    r2_cluster: float

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        k1, k2 = clusters
        explained, of_clusters = self.r2_individual, self.r2_cluster
        return self.sd * standard_error(self.icc, m, self.cv, k1, k2, r2_individual=explained, r2_cluster=of_clusters)

    def design_effect(self, effect: float, m: float) -> float:
        return design_effect(self.icc, m, self.cv)


def cluster_means(
    *,
    d: float | None = None,
    difference: float | None = None,
    sd: float | None = None,
    icc: float | None = None,
    m: float | None = None,
    k: float | None = None,
    k_total: float | None = None,
    k1: float | None = None,
    k2: float | None = None,
    cv: float = 0,
    r2_individual: float = 0,
    r2_cluster: float = 0,
    covariates: float = 0,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Clusters, people in each, power or smallest difference; raises Refused.

    `d` and `mdes` are in standard deviations over all people; where `sd` is given, `mdes` is in the outcome's own
    units. `covariates` are facts about clusters. Source: Donner and Klar 2000; Eldridge and others 2006; Hemming and
    others 2011 for the floor.
    """
    if difference is not None and sd is None:
        raise Refused(NO_SPREAD)
    if difference is not None and d is not None:
        raise Refused(TWICE)
    design = _Means(
        spent=covariates, icc=known(icc), cv=cv, sd=sd or 1, r2_individual=r2_individual, r2_cluster=r2_cluster
    )
    trial = Trial(design, Test(method, alpha, sides, power))
    said = (*USUAL, EXPLAINED) if r2_individual or r2_cluster else USUAL
    effect = d * design.sd if d is not None else difference
    return Asked("cluster-means", method, trial, said).answer(changed(effect), m, on_sides(k, k_total, k1, k2))


CALCULATOR = Calculator(
    name="cluster-means",
    title="Whole areas or teams, a score or an average",
    about="For an outcome that is a number for each person, where whole areas, teams or stations get the scheme.",
    effect="standard deviations, or the outcome’s own units where you give its spread",
    fields=(
        D,
        Field(name="difference", label="Change to look for, in its own units", role="effect", dilutes=SCALES),
        Field(name="sd", label="Usual spread between people (standard deviation)", least=0, strict=True),
        ICC,
        M,
        *SIDES,
        CV,
        Field(
            name="r2_individual",
            label="Share of the spread between people in a cluster that earlier facts explain",
            hint="For figures from before on the same people: their correlation, squared.",
            least=0,
            most=0.999,
            default=0,
        ),
        Field(
            name="r2_cluster",
            label="Share of the spread between clusters that earlier facts explain",
            hint="For figures from before on the same clusters: their correlation, squared.",
            least=0,
            most=0.999,
            default=0,
        ),
        Field(
            name="covariates",
            label="Facts about clusters used to adjust",
            hint="Count figures from before as one.",
            kind="whole",
            least=0,
            most=1000,
            default=0,
        ),
    ),
    methods=(
        *methods("Donner and Klar 2000; Eldridge and others 2006", "clusterPower cpa.normal; simulation"),
        Method(
            name="t-sum",
            what="sum of two t quantiles, as tables print it; a little off for few clusters",
            source="Bloom 2006",
            reference="tables of smallest detectable changes",
        ),
    ),
    work=cluster_means,
    example="--d 0.2 --icc 0.05 --m 50",
)

"""Clusters compared before and after: what figures from before are worth, whether the same people are asked or not.

A cluster's figures at two times have in common what lasts of the cluster (`cac`) and, where the same people are asked,
what lasts of them (`correlation`). The change in each cluster may be compared, the figures after with those before
allowed for, or those after alone (Frison and Pocock 1992; McKenzie 2012; Teerenstra and others 2012). Allowing for them
raises the variance by 1/(clusters - 4) on average, which matters where clusters are few (Cochran 1957).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from thinking_professionals.calculators.power.cluster_answer import USUAL, Asked
from thinking_professionals.calculators.power.cluster_form import ICC, SIDES, D, M, changed, known, on_sides
from thinking_professionals.calculators.power.clusters import Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult

TRENDS = "Without the scheme both sides would have changed alike."
STEADY = "Figures at any two times are as closely related as at any other two."
FORETOLD = (
    "How closely figures before foretell those after is known. With fewer than 20 clusters on a side the chance is "
    "some points lower: the method ancova-small allows for that."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _BeforeAfter(Design):
    analysis: str
    icc: float
    cac: float
    correlation: float
    pre: float
    post: float
    small: bool
    """Whether it counts that how the past foretells is worked out from the same few clusters."""

    @property
    def fewest(self) -> float:
        return 2.5 if self.small else 2

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        luck = 1 + 1 / (sum(clusters) - 4) if self.small else 1
        return math.sqrt(self._variance(m) * luck * (1 / clusters[0] + 1 / clusters[1]))

    def design_effect(self, effect: float, m: float) -> float:
        """Against as many people, each alone, asked once after."""
        return m * self._variance(m)

    def _variance(self, m: float) -> float:
        """Of what one cluster contributes, in standard deviations squared."""
        at_once = self.icc + (1 - self.icc) / m
        lasting = self.icc * self.cac + (1 - self.icc) * self.correlation / m
        after = (at_once + (self.post - 1) * lasting) / self.post
        if self.analysis == "post" or not at_once:
            return after
        if self.analysis == "did":
            return max(0.0, at_once - lasting) * (1 / self.pre + 1 / self.post)
        return max(0.0, after - self.pre * lasting**2 / (at_once + (self.pre - 1) * lasting))


def did(
    *,
    d: float | None = None,
    icc: float | None = None,
    m: float | None = None,
    k: float | None = None,
    k_total: float | None = None,
    k1: float | None = None,
    k2: float | None = None,
    cac: float = 0.8,
    correlation: float = 0,
    pre: float = 1,
    post: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "did",
) -> PowerResult:
    """Clusters, people in each, power or smallest difference in differences; raises Refused.

    `d` and `mdes` are in standard deviations over all people at one time. `m` is people in a cluster at each of `pre`
    and `post` times; `correlation` is that of one person's figures at two times beyond what lasts of their cluster, 0
    where others are asked each time. Source: Frison and Pocock 1992; McKenzie 2012; Teerenstra and others 2012.
    """
    analysis, _, kind = method.partition("-")
    design = _BeforeAfter(
        spent=1 if analysis == "ancova" else 0,
        analysis=analysis,
        icc=known(icc),
        cac=cac,
        correlation=correlation,
        pre=pre,
        post=post,
        small=kind == "small",
    )
    trial = Trial(design, Test("normal" if kind == "normal" else "t", alpha, sides, power))
    said = {"did": (*USUAL, STEADY, TRENDS), "ancova": (*USUAL, STEADY, FORETOLD), "post": USUAL}[analysis]
    return Asked("did", method, trial, said).answer(changed(d), m, on_sides(k, k_total, k1, k2))


def _method(name: str, what: str, source: str) -> Method:
    return Method(name=name, what=what, source=source, reference="generalised least squares; simulation")


CALCULATOR = Calculator(
    name="did",
    title="Areas or teams before and after, with and without",
    about="For areas or teams with figures from before and after, where some of them get the scheme.",
    effect="standard deviations",
    fields=(
        D,
        ICC,
        replace(M, label="People in each cluster at each time"),
        *SIDES,
        Field(
            name="cac",
            label="How much of what sets clusters apart lasts",
            hint="A correlation, 0 to 1, of clusters’ true levels before and after. 0.8 is usual.",
            least=0,
            most=1,
            default=0.8,
        ),
        Field(
            name="correlation",
            label="How well a person’s figures before foretell theirs after",
            hint="A correlation, 0 to 1. 0 where different people are asked each time.",
            least=0,
            most=1,
            default=0,
        ),
        Field(name="pre", label="Times measured before", kind="whole", least=1, most=1000, default=1),
        Field(name="post", label="Times measured after", kind="whole", least=1, most=1000, default=1),
    ),
    methods=(
        _method("did", "change in each cluster compared (t test)", "Teerenstra and others 2012; McKenzie 2012"),
        _method("ancova", "after compared, before allowed for (t test)", "Teerenstra and others 2012; McKenzie 2012"),
        _method("post", "after compared (t test), before left aside", "Frison and Pocock 1992"),
        _method(
            "ancova-small", "as ancova, for few clusters: how before is allowed for has luck in it", "Cochran 1957"
        ),
        _method("did-normal", "as did, by the normal approximation", "Frison and Pocock 1992; McKenzie 2012"),
        _method("ancova-normal", "as ancova, by the normal approximation", "Frison and Pocock 1992; McKenzie 2012"),
        _method("post-normal", "as post, by the normal approximation", "Frison and Pocock 1992"),
    ),
    work=did,
    example="--d 0.2 --icc 0.05 --m 50",
)

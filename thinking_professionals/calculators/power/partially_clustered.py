"""Clusters on one side only: the scheme is given in groups or by staff who share a caseload, and the others are alone.

Those in one group come to be alike; the others do not. The means of the groups are set against the others by Welch's t
test (Roberts and Roberts 2005; Moerbeek and Wong 2008).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.cluster_answer import GUESSED, Asked
from thinking_professionals.calculators.power.cluster_form import ICC, D, M, changed, known, methods, number
from thinking_professionals.calculators.power.clusters import Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import Calculator, Field
from thinking_professionals.calculators.power.result import PowerResult

NO_MIXING = "No group affects another."
ALONE = "Those without the scheme are not in groups, and vary among themselves as much as all with it do."


@dataclass(frozen=True, slots=True, kw_only=True)
class _OneSide(Design):
    icc: float
    ratio: float
    """People alone for each one in a group."""

    @property
    def sides(self) -> int:
        return 1

    @property
    def least(self) -> float:
        """So that no fewer are alone than there are groups."""
        return max(1.0, 1 / self.ratio)

    @property
    def step(self) -> float:
        return self.least

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        return math.sqrt(sum(self._parts(m, clusters)))

    def design_effect(self, effect: float, m: float) -> float:
        """Of the side with groups."""
        return 1 + (m - 1) * self.icc

    def df(self, m: float, clusters: Clusters) -> float:
        grouped, alone = self._parts(m, clusters)
        people = self.ratio * m * clusters[0]
        return (grouped + alone) ** 2 / (grouped**2 / (clusters[0] - 1) + alone**2 / (people - 1))

    def people(self, m: float, clusters: Clusters) -> tuple[float, float]:
        return self.ratio * m * clusters[0], m * clusters[0]

    def _parts(self, m: float, clusters: Clusters) -> tuple[float, float]:
        return (self.icc + (1 - self.icc) / m) / clusters[0], 1 / (self.ratio * m * clusters[0])


def partially_clustered(
    *,
    d: float | None = None,
    icc: float | None = None,
    m: float | None = None,
    k: float | None = None,
    ratio: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Groups, people in each, power or smallest difference; raises Refused.

    `d` and `mdes` are in standard deviations. `n1` is the number alone, `n2` the number in groups, `ratio` n1/n2, and
    `clusters_per_arm` counts the groups of the one arm that has them. Source: Roberts and Roberts 2005.
    """
    trial = Trial(_OneSide(icc=known(icc), ratio=ratio), Test(method, alpha, sides, power))
    asked = Asked("partially-clustered", method, trial, (NO_MIXING, GUESSED, ALONE))
    return asked.answer(changed(d), m, None if k is None else (k,))


CALCULATOR = Calculator(
    name="partially-clustered",
    title="In groups with the scheme, alone without it",
    about="For an outcome that is a number for each person, where the scheme is a group and people are drawn singly.",
    effect="standard deviations",
    fields=(
        D,
        ICC,
        M,
        number("k", "Groups that get the scheme"),
        Field(name="ratio", label="People alone for each one in a group", least=0.1, most=100, default=1),
    ),
    methods=methods("Roberts and Roberts 2005; Moerbeek and Wong 2008", "clusterPower cpa.irgtt.normal; simulation"),
    work=partially_clustered,
    example="--d 0.3 --icc 0.05 --m 10",
)

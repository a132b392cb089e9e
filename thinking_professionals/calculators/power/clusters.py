"""Whole clusters compared, such as areas or teams: how many it takes, how large, and what they could show.

A design says how precise a comparison is; the rest is the same for all. More people in the same clusters take away only
the luck that lies within them, so there is a floor which more clusters alone can lower.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

from thinking_professionals.calculators.power.distributions import power_t, power_z, t_quantile, t_share
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import MOST, smallest, whole

Clusters = tuple[float, ...]
"""How many on each side; one number where clusters are not on two sides."""

LARGEST = 1e7
"""People in one cluster: more live in no area that could be one of several."""
OUT_OF_REACH = "That change is too small for any number of clusters of this size. Look for a bigger change."
NO_FLOOR = "Even the largest change that there could be would be missed"


@dataclass(frozen=True, slots=True)
class Test:
    """Student's t by the noncentral t; its sum of two quantiles, as tables print it; or the normal one."""

    kind: str
    alpha: float
    sides: int
    wanted: float

    def power(self, shift: float, df: float) -> float:
        if self.kind == "normal":
            return power_z(shift, self.alpha, self.sides)
        if self.kind == "t-sum":
            return t_share(shift + t_quantile(self.alpha / self.sides, df), df)
        return power_t(shift, df, self.alpha, self.sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Design(ABC):
    """How clusters are compared. An effect is a size, never below nothing, in the unit of the outcome."""

    spent: float = 0
    """Degrees of freedom that adjusting costs."""

    @property
    def sides(self) -> int:
        """2 where there are clusters on both sides, else 1."""
        return 2

    @property
    def few_matter(self) -> bool:
        """Whether few clusters make the test less safe."""
        return True

    @property
    def bound(self) -> float:
        """The largest effect there could be."""
        return math.inf

    @property
    def least(self) -> float:
        """What must be in each cluster."""
        return 1

    @property
    def step(self) -> float:
        """Where to begin when the size of a cluster is looked for."""
        return 1

    @abstractmethod
    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        """Of the difference, with `m` people in each cluster; `m` may be infinite."""

    @abstractmethod
    def design_effect(self, effect: float, m: float) -> float:
        """How many times as many people it takes as if no two were in one cluster."""

    def df(self, m: float, clusters: Clusters) -> float:
        return sum(clusters) - len(clusters) - self.spent

    @property
    def fewest(self) -> float:
        """The fewest clusters on a side with which the test can be done at all."""
        return max(2.0, 1 + (1 + self.spent) / self.sides)

    def people(self, m: float, clusters: Clusters) -> tuple[float, float]:
        """On the first side and on the second."""
        return m * clusters[0], m * clusters[-1]


@dataclass(frozen=True, slots=True)
class Trial:
    """A design and the test that will be made."""

    design: Design
    test: Test

    def power(self, effect: float, m: float, clusters: Clusters) -> float:
        """The chance to see it, 0 to 1."""
        error = self.design.standard_error(effect, m, clusters)
        return self.test.power(effect / error if error else math.inf, self.design.df(m, clusters))

    def clusters(self, effect: float, m: float) -> float:
        """The fewest on a side that reach the power wanted; raises Refused."""
        sides, least = self.design.sides, self.design.fewest
        return smallest(lambda k: self.power(effect, m, (k,) * sides), self.test.wanted, least, OUT_OF_REACH)

    def size(self, effect: float, clusters: Clusters) -> float:
        """The fewest people in each cluster that reach the power wanted; raises Refused, which names the floor."""
        step, wanted = self.design.step, self.test.wanted
        try:
            return step * smallest(lambda x: self.power(effect, step * x, clusters), wanted, 1.0, NO_FLOOR, LARGEST)
        except Refused:
            raise Refused(self._too_few(effect, clusters)) from None

    def detectable(self, m: float, clusters: Clusters) -> float | None:
        """The smallest effect seen with the power wanted; None where even the largest there could be is not."""
        unit = self.design.standard_error(0.0, m, clusters)
        if not unit:
            return 0.0
        most = min(MOST, self.design.bound / unit)  # in standard errors, so as to be as exact in any unit
        try:
            return unit * smallest(lambda x: self.power(x * unit, m, clusters), self.test.wanted, 0.0, NO_FLOOR, most)
        except Refused:
            return None

    def floor(self, seen: float | None, clusters: Clusters) -> float | None:
        """What is detectable however many people are added to what shows `seen`; None where nothing is."""
        beyond = self.detectable(math.inf, clusters)
        if seen is None or beyond is None:
            return beyond
        return min(seen, beyond)  # with a handful of clusters on one side only, Welch's test can lose by people

    def _too_few(self, effect: float, clusters: Clusters) -> str:
        """Names clusters as the cause: no one is sent to look for people who would not help."""
        largest = self.design.step * LARGEST
        floor, needed = self.detectable(largest, clusters), whole(self.clusters(effect, largest))
        seen = NO_FLOOR if floor is None else f"The smallest change that they can show is {floor:.3g}"
        there = " and ".join(f"{k:g}" for k in clusters)
        where = "on each side" if self.design.sides == 2 else "of them"
        return (
            f"There are too few clusters, such as areas or teams ({there}). {seen}, however many people are in each; "
            f"the change to look for comes to {effect:.3g}. Have at least {needed} {where}, or look for a bigger one."
        )

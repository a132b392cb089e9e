"""Two groups as a person plans them, in the outcome's own units: could the change they hope for be seen?

Whole teams or places are compared by the mean of each (a t test with two fewer degrees of freedom than there are
groups), people by their own. It is the arithmetic of `means`, `cluster-means`, `cluster-proportions` and `counts` in
one shape, with the spread worked out from what is counted: p(1 - p) for a share, `dispersion` times the mean for a
count (Donner and Klar 2000; Hayes and Bennett 1999).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from thinking_professionals.calculators.power.distributions import power_t
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import smallest

Measure = Literal["share", "count", "score"]
WANTED = 0.8
"""The chance of seeing the change that studies are planned for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`with_it` and `without` count what is allocated: people, or whole teams or places.

    `now` is the share it happens to, or the events to each person (or each place) over the study; for a score it is
    not used. Changes are in the same unit, and always positive.
    """

    measure: Measure
    with_it: float
    without: float
    size: float = 1
    """People in each team or place; 1 where it is people, or where the places themselves are counted."""
    now: float = 0
    spread: float = 1
    """Standard deviation of a score."""
    rises: bool = False
    """Whether the outcome should go up."""
    dispersion: float = 1
    """Variance of a count as a multiple of its mean."""
    icc: float = 0
    correlation: float = 0
    """Between the figures from before and after, of what is compared."""
    lost: float = 0
    reached: float = 1
    """How much more of those drawn to get it do get it than of the others."""
    alpha: float = 0.05

    @property
    def grouped(self) -> bool:
        return self.size > 1

    @property
    def most(self) -> float:
        """The largest change there could be."""
        room = 1 - self.now if self.rises else self.now
        return {"share": room, "count": math.inf if self.rises else self.now, "score": math.inf}[self.measure]

    def power(self, change: float) -> float:
        """The chance to see it, 0 to 1."""
        seen = change * self.reached
        df = self.with_it + self.without - 2 - (self.correlation > 0)
        if df < 1 or min(self.with_it, self.without) < 1:
            return 0.0  # there is nothing to set the luck of the draw against
        return power_t(seen / self._error(seen), df, self.alpha, 2)

    def detectable(self, wanted: float = WANTED) -> float | None:
        """The smallest change seen with the chance wanted; None where even the largest there could be is not."""
        try:
            return smallest(self.power, wanted, 0.0, "", most=min(self.most, 1e9))
        except Refused:
            return None

    @property
    def floor(self) -> float | None:
        """What `detectable` comes to however many people are added to the same teams or places."""
        return replace(self, size=1e12).detectable() if self.grouped else None

    def _error(self, seen: float) -> float:
        """The standard error of the difference between the two groups."""
        after = self.now + (seen if self.rises else -seen)
        left = 1 - self.correlation**2
        return math.sqrt(left * (self._part(after, self.with_it) + self._part(self.now, self.without)))

    def _part(self, level: float, groups: float) -> float:
        kept = 1 - self.lost
        if self.grouped:
            return self._variance(level) * (self.icc + (1 - self.icc) / (self.size * kept)) / groups
        return self._variance(level) / (groups * kept)

    def _variance(self, level: float) -> float:
        match self.measure:
            case "share":
                return max(level * (1 - level), 1e-9)
            case "count":
                return max(self.dispersion * level, 1e-9)
        return self.spread**2

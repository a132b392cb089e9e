"""A study as a person plans it, in the outcome's own units: could the change they hope for be seen?

Side by side, whole teams or places are compared by the mean of each (a t test with two fewer degrees of freedom than
there are groups), people by their own: the arithmetic of `means`, `cluster-means`, `cluster-proportions` and `counts`
in one shape. The spread follows from what is counted: p(1 - p) for a share, `dispersion` times the mean for a count
(Donner and Klar 2000; Hayes and Bennett 1999). By turns and in steps a group is its own comparison (Giraudeau and
others 2008; Hussey and Hughes 2007 with Hooper and others 2016). Over time two lines are fitted, one before and one
after, and compared where they meet; figures that follow one another count for less.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from thinking_professionals.calculators.power.distributions import power_t
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import smallest
from thinking_professionals.calculators.power.wedge_variance import designed, sequences

Measure = Literal["share", "count", "score"]
Plan = Literal["side_by_side", "by_turns", "in_steps", "over_time"]
WANTED = 0.8
"""The chance of seeing the change that studies are planned for."""
CAC = 0.8
"""How alike a group is to itself from one period to the next; a planning assumption."""
STEPS = 4
"""Steps of a roll-out; a planning assumption."""
MOST_CV = 0.5
"""How far teams may differ in how often a thing happens, as a share of the mean: more is unusual (Hayes 1999)."""
SHORT_TURNS = 1.5
"""Variance of a count from one short turn to the next, as a multiple of its mean; a planning assumption."""
_YEAR = 12
_FEWEST_TO_ADJUST = 5
"""Groups up to which figures from before cost more than they tell."""
_LINE = 3
"""Points beyond which a line has something left to be judged by."""
_BEYOND_DOUBT = 50.0
"""Standard errors, after which the chance is one to every digit."""
_LITTLE = 1e-9
"""What there is none of still has a trace of spread, so that nothing is divided by nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`with_it` and `without` count what is allocated: people, or whole teams or places.

    `now` is the share it happens to, or the events to each person (or each place) over the study; for a score it is
    not used. Changes are in the same unit, and always positive.
    """

    measure: Measure
    with_it: float
    without: float
    plan: Plan = "side_by_side"
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
    years: float = 1
    """For how long a count goes on: what sets places apart lasts, while luck evens out."""
    before: float = 0
    """Months of figures from before, for a look over time."""
    after: float = 0
    """Months of figures from after, likewise."""
    autocorrelation: float = 0
    """Of one month with the next."""
    lost: float = 0
    reached: float = 1
    """How much more of those drawn to get it do get it than of the others."""
    alpha: float = 0.05

    @property
    def grouped(self) -> bool:
        return self.size > 1

    @property
    def in_all(self) -> float:
        return self.with_it + self.without

    @property
    def most(self) -> float:
        """The largest change there could be."""
        room = 1 - self.now if self.rises else self.now
        return {"share": room, "count": math.inf if self.rises else self.now, "score": math.inf}[self.measure]

    def power(self, change: float) -> float:
        """The chance to see it, 0 to 1."""
        if not self._can_be_told:
            return 0.0  # there is nothing to set the luck of the draw against
        seen = change * self.reached
        error = math.sqrt(self._variance_of_effect(seen))
        if seen > _BEYOND_DOUBT * error:
            return 1.0
        return power_t(seen / error if seen else 0.0, self._df, self.alpha, 2)

    def detectable(self, wanted: float = WANTED) -> float | None:
        """The smallest change seen with the chance wanted; None where even the largest there could be is not."""
        try:
            return smallest(self.power, wanted, 0.0, "", most=min(self.most, 1e9))
        except Refused:
            return None

    @property
    def floor(self) -> float | None:
        """What `detectable` comes to however many people are added to the same teams or places."""
        return replace(self, size=1e12).detectable() if self.floor_matters else None

    @property
    def floor_matters(self) -> bool:
        """Whether teams or places of people are compared with one another, or each with itself."""
        return self.grouped and self.plan != "over_time"

    @property
    def as_seldom(self) -> bool:
        """Whether it happens so seldom that people cannot be as alike as `icc` says: teams would differ too much."""
        return self._icc < self.icc

    @property
    def _df(self) -> float:
        if self.plan == "over_time":
            return self.before + self.after - 4
        return self.in_all - 2 - (self.plan == "side_by_side" and self._adjusts)

    @property
    def _foretold(self) -> float:
        """The correlation, so far as there can be one: luck alone, 1 part in `dispersion`, is never foretold."""
        if self.measure == "count" and not self.grouped:
            return min(self.correlation, max(0.0, 1 - 1 / self.dispersion))
        return self.correlation

    @property
    def _can_be_told(self) -> bool:
        if self.plan == "over_time":
            return self.with_it >= 1 and min(self.before, self.after) > _LINE
        if self.plan == "side_by_side":
            return self._df >= 1 and min(self.with_it, self.without) >= 1
        return self.in_all >= STEPS

    def _variance_of_effect(self, seen: float) -> float:
        after = self.now + (seen if self.rises else -seen)
        if self.plan == "side_by_side":
            return self._left * (self._spread(after) / self.with_it + self._spread(self.now) / self.without)
        return self._shape * (self._spread(after) + self._spread(self.now)) / 2

    @property
    def _shape(self) -> float:
        """The variance of the effect in squared standard deviations, where a group is its own comparison."""
        if self.plan == "by_turns":
            return 2 * self._own(2) / self.in_all
        if self.plan == "in_steps":
            each, over = divmod(round(self.in_all), STEPS)
            rows = sequences(tuple(each + (step < over) for step in range(STEPS)), STEPS + 1)
            return designed(rows).variance(self._own(STEPS + 1), self._kept)
        months = _YEAR * self.years if self.measure == "count" else self.after
        follow = (1 + self.autocorrelation) / (1 - self.autocorrelation)
        return months * follow * (_at_its_end(self.before) + _at_its_end(self.after)) * self._noise / self.with_it

    @property
    def _left(self) -> float:
        """The variance of a group's own mean, less what the figures from before foretell, in units of a person's.

        With few groups those figures differ between the two sides by luck, which takes back some of the gain.
        """
        whole = self._own(1) + self._kept
        if not self._adjusts:
            return whole
        if self.grouped or self.measure != "count":
            left = (1 - self._foretold**2) * whole
        else:
            left = (1 - self._foretold) * (1 + self._foretold * self.years) / (1 - self.lost)
        return min(whole, left * (1 + 1 / (self.in_all - 4)))

    @property
    def _adjusts(self) -> bool:
        return self._foretold > 0 and self.in_all > _FEWEST_TO_ADJUST

    @property
    def _icc(self) -> float:
        if self.measure != "count" or not self.grouped:
            return self.icc
        return min(self.icc, MOST_CV**2 * self.now / self.dispersion)

    def _own(self, periods: int) -> float:
        """The part of a group's variance in one of some equal periods that it does not keep, in units of a person's."""
        return self._drift + periods * self._noise

    @property
    def _noise(self) -> float:
        """Luck that every person, or every event, brings anew."""
        return self._anew / (self.size * (1 - self.lost))

    @property
    def _anew(self) -> float:
        """The share of the variance that comes anew each time; what drifts slowly evens out over short turns."""
        if self.grouped:
            return 1 - self._icc
        if self.plan == "by_turns" and self.measure == "count":
            return min(1 - self._foretold, SHORT_TURNS / self.dispersion)
        return 1 - self._foretold

    @property
    def _drift(self) -> float:
        return self._icc * (1 - CAC) if self.grouped else 0.0

    @property
    def _kept(self) -> float:
        """What sets one group apart from the next and stays with it."""
        return self._icc * CAC if self.grouped else self._foretold * self.years / (1 - self.lost)

    def _spread(self, level: float) -> float:
        match self.measure:
            case "share":
                return max(level * (1 - level), _LITTLE)
            case "count":
                return max(self.dispersion * level, _LITTLE)
        return self.spread**2


def _at_its_end(points: float) -> float:
    """The variance of a fitted line half a step beyond its last point, in units of a point's."""
    return 1 / points + 3 * points / (points**2 - 1)

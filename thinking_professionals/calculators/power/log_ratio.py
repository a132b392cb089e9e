"""The chance to see that two counts of events differ, by the logarithm of their ratio.

Its variance is the dispersion over the events of each group, added up (Zhu and Lakkis 2014). Beyond a fall of some nine
tenths so few events are left that the formula turns back, as if a deeper fall were harder to see (Hauck and Donner
1977); from there on power is held where it was, which is on the safe side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.distributions import power_z
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import Solved
from thinking_professionals.calculators.power.seldom import too_seldom
from thinking_professionals.calculators.power.solving import smallest, smallest_within

FEWEST = 1e-9
GREATEST_RISE = math.log(1e9)
SCARCE = 100
"""With fewer events than this in a group, only a fall of a third or more is seen."""
UNDECIDED = "Give the change or the numbers: one can be worked out from the other, but not both from nothing."
NO_CHANGE = "The two are the same, so there is no change to look for. Give the smallest that would matter."
NEVER = "No number of events reaches that power. Look for a bigger change, or accept less power."
UNSEEN = (
    "No fall, however large, could be seen with so few events. Count in more places or for longer, or count something "
    "that happens more often."
)
NEITHER = "No change that way, however large, would be seen with the chance wanted: too few events are expected."
ALIKE = (
    "What happens in one group does not affect the other, and each is equally often watched and recorded throughout."
)


@dataclass(frozen=True, slots=True)
class LogRatio:
    """A test on the events of two groups, of which the second was watched `watched` times as long as the first."""

    watched: float
    dispersion: float
    """Variance over mean; 1 is Poisson."""
    alpha: float
    sides: int

    def power(self, change: float, events: float) -> float:
        """Of `events` expected in the first group and the log ratio of the second's rate to it, -inf for none."""
        seen = max(change, -self.deepest)
        variance = self.dispersion / events * (1 + math.exp(-seen) / self.watched)
        return power_z(abs(seen) / math.sqrt(variance), self.alpha, self.sides)

    @property
    def deepest(self) -> float:
        """The fall, as a logarithm, at which the formula turns back."""
        from scipy.special import lambertw

        return 2 + float(lambertw(2 * self.watched * math.exp(-2)).real)

    def detectable(self, events: float, wanted: float, rises: bool) -> float | None:
        """The smallest share by which they must fall, or rise, to be seen; None where none would be."""
        sign, most = (1, GREATEST_RISE) if rises else (-1, self.deepest)
        size = smallest_within(lambda size: self.power(sign * size, events), wanted, most)
        return None if size is None else abs(math.expm1(sign * size))


@dataclass(frozen=True, slots=True)
class Solution:
    solved: Solved
    first: float
    """Events expected in the first group."""
    second: float
    power: float
    change: float | None
    """The share by which they fall or rise."""
    room: float
    """The most that it could be."""
    warnings: tuple[str, ...]


def solve(test: LogRatio, events: float | None, ratio: float | None, wanted: float) -> Solution:
    """Works out what is left out, from the events of the first group and the `ratio` of the rates; raises Refused."""
    if ratio == 1:
        raise Refused(NO_CHANGE)
    if ratio is None:
        if events is None:
            raise Refused(UNDECIDED)
        fall = test.detectable(events, wanted, rises=False)
        if fall is None:
            raise Refused(UNSEEN)
        return _solution(test, "effect", events, 1 - fall, power=wanted, change=fall, wanted=wanted)
    change = math.log(ratio) if ratio else -math.inf
    if events is None:
        first = smallest(lambda events: test.power(change, events), wanted, FEWEST, NEVER)
        return _solution(test, "sample", first, ratio, power=wanted, change=abs(ratio - 1), wanted=wanted)
    found = test.detectable(events, wanted, ratio > 1)
    return _solution(test, "power", events, ratio, power=test.power(change, events), change=found, wanted=wanted)


def _solution(
    test: LogRatio, solved: Solved, first: float, ratio: float, *, power: float, change: float | None, wanted: float
) -> Solution:
    second = first * test.watched * ratio
    fewest = min(first, second)
    warnings = too_seldom(fewest, power < wanted and fewest < SCARCE, "events in one of the groups")
    if change is None:
        warnings = (NEITHER, *warnings)
    room = math.inf if ratio > 1 else 1.0
    return Solution(solved, first, second, power, change, room, warnings)

"""One test on one number of people, pairs or groups: whichever of effect and number is left out is worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.solving import MOST, smallest, smallest_within, whole

NEVER = "No number of people reaches that power. Look for a bigger change, or accept less power."
UNSEEN = "With so few people not even the largest change would be seen. Have more people."
NO_CHANGE = "There is no change to look for. Give the smallest change that would matter."
UNDECIDED = "Give the change or the numbers: one can be worked out from the other, but not both from nothing."
CLOSE = 1 - 1e-9
"""What taking people off and adding them again may cost in rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """`power` takes an effect, never below 0, and a number."""

    name: str
    method: str
    power: Callable[[float, float], float]
    wanted: float
    least: float
    """The smallest number with which the test can be done at all."""
    too_few: str
    """What to say of fewer."""
    counts: Mapping[str, int]
    """The counts of the result, each as a multiple of the number."""
    assumptions: tuple[str, ...]
    largest: float = MOST
    """No effect is larger."""

    def answer(self, effect: float | None, n: float | None) -> PowerResult:
        """What is left out; raises Refused."""
        if effect == 0:
            raise Refused(NO_CHANGE)
        if n is not None and n < self.least * CLOSE:
            raise Refused(self.too_few)
        if n is not None:
            return self._effect(n) if effect is None else self._power(abs(effect), n)
        if effect is None:
            raise Refused(UNDECIDED)
        size = abs(effect)
        return self._told("sample", smallest(lambda n: self.power(size, n), self.wanted, self.least, NEVER), size)

    def _detectable(self, n: float) -> float | None:
        return smallest_within(lambda effect: self.power(effect, n), self.wanted, self.largest)

    def _power(self, effect: float, n: float) -> PowerResult:
        return self._told("power", n, self._detectable(n), power=self.power(effect, n))

    def _effect(self, n: float) -> PowerResult:
        detectable = self._detectable(n)
        if detectable is None:
            raise Refused(UNSEEN)
        return self._told("effect", n, detectable)

    def _told(self, solved: Solved, n: float, effect: float | None, power: float | None = None) -> PowerResult:
        counts: dict[str, Any] = {name: times * whole(n) for name, times in self.counts.items()}
        return PowerResult(
            name=self.name,
            method=self.method,
            solved=solved,
            power=self.wanted if power is None else power,
            mdes=effect,
            exact={name: times * n for name, times in self.counts.items()},
            assumptions=self.assumptions,
            **counts,
        )

"""Turning power round: from the power wanted to the sample, or the effect, that just reaches it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from thinking_professionals.calculators.power.refusal import Refused

MOST = 1e12
"""Beyond any number of people or events: what has not been reached by here is not reached."""


def smallest(power_at: Callable[[float], float], wanted: float, least: float, never: str, most: float = MOST) -> float:
    """The smallest amount, from `least` up, at which a rising `power_at` reaches `wanted`.

    Raises Refused with `never` where `most` does not reach it.
    """
    from scipy.optimize import brentq

    if power_at(least) >= wanted:
        return least
    low, high = least, min(most, max(2 * least, 1e-3))
    while power_at(high) < wanted:
        if high >= most:
            raise Refused(never)
        low, high = high, min(most, high * 2)
    found = float(brentq(lambda x: power_at(x) - wanted, low, high, xtol=1e-24, rtol=1e-14, maxiter=10_000))
    return found if power_at(found) >= wanted - 1e-9 else found * (1 + 1e-12)  # the far side of a jump


def smallest_within(power_at: Callable[[float], float], wanted: float, most: float) -> float | None:
    """As `smallest`, from nothing at all up; None where even `most` does not reach it."""
    return smallest(power_at, wanted, 0.0, "", most) if power_at(most) >= wanted else None


def whole(amount: float) -> int:
    """Rounded up, since half a person is not enough; what rounding error adds does not cost a person more."""
    return math.ceil(amount - max(1e-9, 1e-14 * amount))


def smallest_whole(
    powers_at: Callable[[Any], Any], wanted: float, least: int, never: str, *, most: int, ahead: int
) -> int:
    """The smallest whole number from which on power reaches `wanted`, for the power of an exact test, which rises
    like a saw: now and then one more person lowers it.

    `powers_at` takes an array of numbers. What holds for the next `ahead` numbers is taken to last. Raises Refused with
    `never` where `most` does not reach it.
    """
    import numpy as np

    low, high = least - 1, least
    while powers_at(np.array([high]))[0] < wanted:
        if high >= most:
            raise Refused(never)
        low, high = high, min(most, 2 * high)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if powers_at(np.array([middle]))[0] >= wanted else (middle, high)
    while len(short := np.flatnonzero(powers_at(np.arange(high, high + ahead + 1)) < wanted)):
        high += int(short[-1]) + 1
    return high

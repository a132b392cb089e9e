"""Turning power round: from the power wanted to the sample, or the effect, that just reaches it."""

from __future__ import annotations

import math
from collections.abc import Callable

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
    return float(brentq(lambda x: power_at(x) - wanted, low, high, xtol=1e-12, rtol=1e-14))


def whole(amount: float) -> int:
    """Rounded up, since half a person is not enough; what rounding error adds does not cost a person more."""
    return math.ceil(amount - 1e-9 * max(1.0, amount))

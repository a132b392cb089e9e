"""The chance to see that two shares differ, by each of the tests on a normal statistic.

All take the shares and the numbers of the two groups, the risk of a false alarm and the sides of the test, and count
both tails of a two-sided one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from thinking_professionals.calculators.power.distributions import power_z
from thinking_professionals.calculators.power.score import power_score

Pair = tuple[float, float]
Power = Callable[[Pair, Pair, float, int], float]


def power_h(h: float, sizes: Pair, alpha: float, sides: int) -> float:
    """Of the test on Cohen's h, the difference of the arcsines (Cohen 1988)."""
    return power_z(abs(h) / math.sqrt(1 / sizes[0] + 1 / sizes[1]), alpha, sides)


def persons(n: float) -> int:
    """Part of a person, left over by a ratio or by those lost, is no one."""
    return math.floor(n * (1 + 1e-9))


def _pooled(shares: Pair, sizes: Pair, alpha: float, sides: int, correction: float = 0) -> float:
    (p1, p2), (n1, n2) = shares, sizes
    both = (n1 * p1 + n2 * p2) / (n1 + n2)
    none = math.sqrt(max(0.0, both * (1 - both)) * (1 / n1 + 1 / n2))
    return power_score(p2 - p1, none, _error(shares, sizes), alpha, sides, correction=correction)


def _unpooled(shares: Pair, sizes: Pair, alpha: float, sides: int) -> float:
    return power_z(abs(shares[1] - shares[0]) / _error(shares, sizes), alpha, sides)


def _corrected(shares: Pair, sizes: Pair, alpha: float, sides: int) -> float:
    return _pooled(shares, sizes, alpha, sides, correction=(1 / sizes[0] + 1 / sizes[1]) / 2)


def _arcsine(shares: Pair, sizes: Pair, alpha: float, sides: int) -> float:
    p1, p2 = shares
    return power_h(2 * (math.asin(math.sqrt(p2)) - math.asin(math.sqrt(p1))), sizes, alpha, sides)


def _error(shares: Pair, sizes: Pair) -> float:
    return math.sqrt(sum(p * (1 - p) / n for p, n in zip(shares, sizes, strict=True)))


POWERS: Mapping[str, Power] = {
    "pooled": _pooled,
    "unpooled": _unpooled,
    "normal": _unpooled,
    "arcsine": _arcsine,
    "corrected": _corrected,
}
"""By the name of the method."""

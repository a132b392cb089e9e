"""The power of Fisher's exact test, by going through every table that is not out of the question.

Two-sided, half of the risk lies in each tail, as when the smaller tail is doubled; with groups of one size that is also
the test that adds up all tables no likelier than the one seen (Fisher 1935; Casagrande, Pike and Smith 1978).
"""

from __future__ import annotations

from typing import Any

from thinking_professionals.calculators.power.binomial import ROUNDING, Likely, likely, ways

NEGLIGIBLE = 1e-12


def power_fisher(shares: tuple[float, float], sizes: tuple[int, int], alpha: float, sides: int) -> float:
    """Of the test that two shares, of groups of these sizes, are equal; one-sided, towards the change there is."""
    import numpy as np

    (p, n), (q, m) = sorted(zip(shares, sizes, strict=True), reverse=True)
    high, low = likely(p, n), likely(q, m)
    totals = np.arange(high[0][0] + low[0][0], high[0][-1] + low[0][-1] + 1)
    bars = _bars(totals, n, m, alpha / sides)
    power = _passed(high, low, totals, bars)
    if sides == 1:
        return power
    return min(1.0, power + _passed(low, high, totals, bars if n == m else _bars(totals, m, n, alpha / sides)))


def _passed(one: Likely, other: Likely, totals: Any, bars: Any) -> float:
    """The chance that the first group's count is at the bar for the total of both, or above."""
    import numpy as np

    (counts, chances), (rivals, against) = one, other
    most = totals[0] + np.searchsorted(bars, counts, side="right") - 1 - counts
    below = np.concatenate(([0.0], np.cumsum(against)))
    return float(chances @ below[np.clip(most - rivals[0] + 1, 0, len(rivals))])


def _bars(totals: Any, n: int, m: int, risk: float) -> Any:
    """For each total, the smallest count of the `n` that chance alone reaches with at most `risk`; one more than can
    be where there is none.
    """
    import numpy as np

    count = _guess(totals, n, m, risk)
    while (high := (tail := _tail(count, totals, n, m)) > risk * (1 + ROUNDING)).any():
        count = count + high
    while (low := tail + (before := _chance(count - 1, totals, n, m)) <= risk * (1 + ROUNDING)).any():
        tail, count = np.where(low, tail + before, tail), count - low
    return count


def _guess(totals: Any, n: int, m: int, risk: float) -> Any:
    """By the normal approximation to the hypergeometric distribution."""
    import numpy as np
    from scipy.special import ndtri

    spread = np.sqrt(totals * (n + m - totals) * (n * m / (n + m) ** 2 / max(1, n + m - 1)))
    guess = np.ceil(totals * (n / (n + m)) - float(ndtri(risk)) * spread + 1).astype(int)
    return np.clip(guess, np.maximum(0, totals - m), np.minimum(n, totals) + 1)


def _tail(count: Any, totals: Any, n: int, m: int) -> Any:
    """The chance of `count` or more of the `n` when the total is known."""
    tail = term = _chance(count, totals, n, m)
    at = count.astype(float)
    while (term > NEGLIGIBLE * tail).any():
        term = term * ((n - at) * (totals - at) / ((at + 1) * (m - totals + at + 1)))
        tail, at = tail + term, at + 1
    return tail


def _chance(count: Any, totals: Any, n: int, m: int) -> Any:
    """Of `count` of the `n` when the total is known: hypergeometric."""
    import numpy as np

    able = (count >= np.maximum(0, totals - m)) & (count <= np.minimum(n, totals))
    count = np.where(able, count, np.maximum(0, totals - m))
    return np.where(able, np.exp(ways(n, count) + ways(m, totals - count) - ways(n + m, totals)), 0.0)

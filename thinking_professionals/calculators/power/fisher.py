"""The power of Fisher's exact test, by going through every table that is not out of the question.

Two-sided, half of the risk lies in each tail, as when the smaller tail is doubled; with groups of one size that is also
the test that adds up all tables no likelier than the one seen (Fisher 1935; Casagrande, Pike and Smith 1978).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thinking_professionals.calculators.power.binomial import ROUNDING, Likely, likely, ways

NEGLIGIBLE = 1e-11
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FisherTest:
    """With two groups of these sizes: the bars for totals from `least` up."""

    sizes: tuple[int, int]
    sides: int
    least: int
    first: Any
    """The counts of the first group that are too many for chance alone, by the total of both."""
    second: Any

    @classmethod
    def of(cls, sizes: tuple[int, int], alpha: float, sides: int) -> FisherTest:
        return cls.each([sizes], [(0, sum(sizes))], alpha, sides)[0]

    @classmethod
    def each(
        cls, sizes: Sequence[tuple[int, int]], totals: Sequence[tuple[int, int]], alpha: float, sides: int
    ) -> list[FisherTest]:
        """Many at once, for totals from a least to a most; that is faster than one by one."""
        import numpy as np

        every = [np.arange(least, most + 1) for least, most in totals]
        lengths = [len(one) for one in every]
        ns, ms = (np.repeat(group, lengths) for group in zip(*sizes, strict=True))
        first = _bars(np.concatenate(every), ns, ms, alpha / sides)
        second = first if (ns == ms).all() else _bars(np.concatenate(every), ms, ns, alpha / sides)
        cuts = np.cumsum(lengths)[:-1]
        split = zip(sizes, totals, np.split(first, cuts), np.split(second, cuts), strict=True)
        return [cls(size, sides, least, one, other) for size, (least, _), one, other in split]

    def power(self, shares: Pair) -> float:
        """When the shares are these; one-sided, towards the change there is."""
        one, other = (likely(share, n) for share, n in zip(shares, self.sizes, strict=True))
        ways = [(one, other, self.first), (other, one, self.second)]
        if self.sides == 1:
            ways = ways[:1] if shares[0] > shares[1] else ways[1:]
        return min(1.0, sum(self._passed(*way) for way in ways))

    def _passed(self, one: Likely, other: Likely, bars: Any) -> float:
        """The chance that the one group's count is at the bar for the total of both, or above."""
        import numpy as np

        (counts, chances), (rivals, against) = one, other
        most = self.least + np.searchsorted(bars, counts, side="right") - 1 - counts
        below = np.concatenate(([0.0], np.cumsum(against)))
        return float(chances @ below[np.clip(most - rivals[0] + 1, 0, len(rivals))])


def powers_fisher(shares: Pair, sizes: Sequence[tuple[int, int]], alpha: float, sides: int) -> Any:
    """Of the test that two shares are equal, for groups of each of these sizes."""
    import numpy as np

    tests = FisherTest.each(sizes, [_totals(shares, size) for size in sizes], alpha, sides)
    return np.array([test.power(shares) for test in tests])


def _totals(shares: Pair, sizes: tuple[int, int]) -> tuple[int, int]:
    """The least and the most that are not out of the question."""
    one, other = (likely(share, n)[0] for share, n in zip(shares, sizes, strict=True))
    return int(one[0] + other[0]), int(one[-1] + other[-1])


def _bars(totals: Any, n: Any, m: Any, risk: float) -> Any:
    """For each total, the smallest count of the `n` that chance alone reaches with at most `risk`; one more than can
    be where there is none. All are arrays.
    """
    import numpy as np

    count = _guess(totals, n, m, risk)
    while (high := (tail := _tail(count, totals, n, m)) > risk * (1 + ROUNDING)).any():
        count = count + high
    while (low := tail + (before := _chance(count - 1, totals, n, m)) <= risk * (1 + ROUNDING)).any():
        tail, count = np.where(low, tail + before, tail), count - low
    return count


def _guess(totals: Any, n: Any, m: Any, risk: float) -> Any:
    """By the normal approximation to the hypergeometric distribution."""
    import numpy as np
    from scipy.special import ndtri

    everyone = n + m
    spread = np.sqrt(totals * (everyone - totals) * (n * m / everyone**2 / np.maximum(1, everyone - 1)))
    guess = np.ceil(totals * (n / everyone) - float(ndtri(risk)) * spread + 1).astype(int)
    return np.clip(guess, np.maximum(0, totals - m), np.minimum(n, totals) + 1)


def _tail(count: Any, totals: Any, n: Any, m: Any) -> Any:
    """The chance of `count` or more of the `n` when the total is known."""
    tail = term = _chance(count, totals, n, m)
    at = count.astype(float)
    while (term > NEGLIGIBLE * tail).any():
        term = term * ((n - at) * (totals - at) / ((at + 1) * (m - totals + at + 1)))
        tail, at = tail + term, at + 1
    return tail


def _chance(count: Any, totals: Any, n: Any, m: Any) -> Any:
    """Of `count` of the `n` when the total is known: hypergeometric."""
    import numpy as np

    able = (count >= np.maximum(0, totals - m)) & (count <= np.minimum(n, totals))
    count = np.where(able, count, np.maximum(0, totals - m))
    return np.where(able, np.exp(ways(n, count) + ways(m, totals - count) - ways(n + m, totals)), 0.0)

"""The exact binomial test, many sample sizes at once: its bars, and the chance to pass them.

The bar is the smallest count that chance alone reaches with at most the risk allowed; two-sided, half of the risk lies
in each tail (Clopper and Pearson 1934). So the true risk of a false alarm is never above the one named.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

ROUNDING = 1e-9
"""A tail that equals the risk allowed but for rounding error is within it."""
CUT = 6.5
"""Counts further than this from what is expected, in standard deviations, are left out: fewer than one in 10^10."""
Likely = tuple[Any, Any]
"""Counts, and the chance of each."""


def at_least(count: Any, n: Any, share: float) -> Any:
    """The chance of `count` or more out of `n` (arrays), each with the chance `share`."""
    import numpy as np
    from scipy.special import betainc

    inside = betainc(np.clip(count, 1, None), np.clip(n - count + 1, 1, None), share)
    return np.where(count <= 0, 1.0, np.where(count > n, 0.0, inside))


def bar(n: Any, share: float, risk: float) -> Any:
    """The smallest counts out of `n` (an array) reached with at most the chance `risk`; n + 1 where none is."""
    import numpy as np
    from scipy.special import ndtri

    guess = n * share - float(ndtri(risk)) * np.sqrt(n * share * (1 - share))
    count = np.clip(np.ceil(guess), 0, n + 1)
    while (high := at_least(count, n, share) > risk * (1 + ROUNDING)).any():
        count = count + high
    while (low := at_least(count - 1, n, share) <= risk * (1 + ROUNDING)).any():
        count = count - low
    return count


@dataclass(frozen=True, slots=True)
class ExactBinomial:
    """The test that a share is `null`, for each of `n` (an array of sample sizes)."""

    n: Any
    null: float
    sides: int
    up: Any
    """The counts with which it is found to be more."""
    down: Any
    """The counts without, with which it is found to be less."""

    @classmethod
    def of(cls, n: Any, null: float, alpha: float, sides: int) -> ExactBinomial:
        up = bar(n, null, alpha / sides)
        return cls(n, null, sides, up, up if null == 0.5 else bar(n, 1 - null, alpha / sides))

    def power(self, true: float) -> Any:
        """When the share is `true`; one-sided, towards it."""
        if self.sides == 2:
            return at_least(self.up, self.n, true) + at_least(self.down, self.n, 1 - true)
        return at_least(self.up, self.n, true) if true > self.null else at_least(self.down, self.n, 1 - true)


def likely(share: float, n: int) -> Likely:
    """The counts out of `n` that are not out of the question, and the chance of each."""
    import numpy as np
    from scipy.special import xlog1py, xlogy

    reach = CUT * math.sqrt(n * share * (1 - share)) + 10
    counts = np.arange(max(0, math.floor(n * share - reach)), min(n, math.ceil(n * share + reach)) + 1)
    return counts, np.exp(ways(n, counts) + xlogy(counts, share) + xlog1py(n - counts, -share))


def ways(n: Any, count: Any) -> Any:
    """The logarithm of the ways to choose `count` of `n`."""
    from scipy.special import gammaln

    return gammaln(n + 1) - gammaln(count + 1) - gammaln(n - count + 1)

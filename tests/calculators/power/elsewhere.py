"""The power of a t test as others work it out."""

from __future__ import annotations

import math

from scipy import stats
from statsmodels.stats.power import TTestIndPower


def t_power(size: float, n1: float, n2: float, alpha: float = 0.05, sides: int = 2) -> float:
    """By statsmodels; by scipy.stats where that gives nothing, since the other tail is too small for it."""
    alternative = "two-sided" if sides == 2 else "larger"
    power = float(TTestIndPower().power(size, n1, alpha, n2 / n1, alternative=alternative))
    if not math.isnan(power):
        return power
    df = n1 + n2 - 2
    return float(stats.nct.sf(stats.t.ppf(1 - alpha / sides, df), df, size / math.sqrt(1 / n1 + 1 / n2)))

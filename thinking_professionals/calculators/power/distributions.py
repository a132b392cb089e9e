"""The distributions behind power, from `scipy.special` alone: importing `scipy.stats` takes three times as long.

`shift` and `ncp` say how far the truth lies from "no effect", in standard errors. Two-sided power counts both tails, as
the test does. scipy is imported where it is first used, so that a window is not kept waiting for it.
"""

from __future__ import annotations

import math
from typing import Any

VAST, VAST_SHIFT = 1e6, 1e4
"""A noncentrality, and a shift, from which scipy grows slow, loses digits and at last gives up."""
POINTS = 128
"""Enough to average over a spread to seven places for three people, and to ten for more."""


def z_quantile(share: float) -> float:
    """The normal quantile at `share`, between 0 and 1."""
    from scipy.special import ndtri

    return float(ndtri(share))


def t_quantile(share: float, df: float) -> float:
    """Student's t quantile with `df` degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(df, share))


def t_share(at: float, df: float) -> float:
    """The share of Student's t with `df` degrees of freedom that lies below `at`."""
    from scipy.special import stdtr

    return float(stdtr(df, at))


def power_z(shift: float, alpha: float, sides: int) -> float:
    """Of a test on a normal statistic."""
    from scipy.special import ndtr

    bar = -z_quantile(alpha / sides)
    upper = float(ndtr(shift - bar))
    return upper + float(ndtr(-shift - bar)) if sides == 2 else upper


def power_t(ncp: float, df: float, alpha: float, sides: int) -> float:
    """Of a t test: exact, by the noncentral t."""
    bar = -t_quantile(alpha / sides, df)
    upper = _t_beyond(bar, df, ncp)
    return min(1.0, upper + _t_beyond(bar, df, -ncp)) if sides == 2 else upper


def power_r(r: float, n: float, alpha: float, sides: int) -> float:
    """Of the t test of a correlation between two normal numbers, neither of which is set beforehand: exact.

    Given how far one of them spreads among those drawn, which is chi with n - 1 degrees of freedom, the statistic is a
    noncentral t; its power is averaged over that. Source: Johnson, Kotz and Balakrishnan 1995, chapter 32.
    """
    import numpy as np
    from scipy.special import nctdtr

    spread, weights = _chi(n - 1)
    ncp, bar = r / math.sqrt(1 - r**2) * spread, t_quantile(alpha / sides, n - 2)
    tails = [np.nan_to_num(nctdtr(n - 2, way * ncp, bar), nan=float(way < 0)) for way in (-1, 1)[:sides]]
    return min(1.0, float(weights @ sum(tails)))


def _chi(df: float) -> tuple[Any, Any]:
    """Points at which to average over a chi distribution, and weights that add up to 1: Fejér's rule."""
    import numpy as np
    from scipy.special import gammainccinv, gammaincinv

    angle = (np.arange(POINTS) + 0.5) * np.pi / POINTS
    low, high = (math.sqrt(2 * float(end(df / 2, 1e-17))) for end in (gammaincinv, gammainccinv))
    points = (low + high) / 2 - (high - low) / 2 * np.cos(angle)
    off = points / math.sqrt(df) - 1  # the density is written in this so that it keeps its digits where df is vast
    density = np.exp((df - 1) * np.log1p(off) - df * (off + off**2 / 2))
    weights = np.sin(angle) * density
    return points, weights / weights.sum()


def power_f(noncentrality: float, df1: float, df2: float, alpha: float) -> float:
    """Of an F test: exact, by the noncentral F; for a vast noncentrality by Patnaik (1949), alike to eleven places."""
    from scipy.special import fdtrc, fdtri, ncfdtr

    if noncentrality == 0:
        return alpha
    bar = 1 / float(fdtri(df2, df1, alpha))  # the upper tail turned into a lower one, which loses no digits
    below = float(ncfdtr(df1, df2, noncentrality, bar)) if noncentrality < VAST else math.nan
    if not math.isnan(below):
        return 1 - below
    central = (df1 + noncentrality) ** 2 / (df1 + 2 * noncentrality)
    return float(fdtrc(central, df2, bar * df1 / (df1 + noncentrality)))


def power_chi2(noncentrality: float, df: float, alpha: float) -> float:
    """Of a chi-squared test, by the noncentral chi-squared."""
    from scipy.special import chdtri, chndtr

    below = float(chndtr(chdtri(df, alpha), df, noncentrality))
    return 1.0 if math.isnan(below) else 1 - below  # NaN is a tail too small to tell from nothing


def _t_beyond(bar: float, df: float, ncp: float) -> float:
    """The share above `bar`. Under a vast shift all that is left to chance is the spread, which is chi-squared."""
    from scipy.special import chdtr, nctdtr

    if abs(ncp) < VAST_SHIFT:
        tail = float(nctdtr(df, -ncp, -bar))
        return float(ncp > 0) if math.isnan(tail) else tail  # NaN is a side too small to tell from nothing
    if ncp < 0:
        return 0.0
    return float(chdtr(df, df * (ncp / bar) ** 2)) if bar > 0 else 1.0

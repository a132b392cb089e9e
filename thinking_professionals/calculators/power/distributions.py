"""The distributions behind power, from `scipy.special` alone: importing `scipy.stats` takes three times as long.

`shift` and `ncp` say how far the truth lies from "no effect", in standard errors. Two-sided power counts both tails, as
the test does. scipy is imported where it is first used, so that a window is not kept waiting for it.
"""

from __future__ import annotations

import math

VAST = 1e6
"""A noncentrality from which scipy grows slow, and then gives up."""


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
    """The share above `bar`. scipy gives NaN for a tail too small to tell from nothing, and for a shift so large that
    what is left to chance is the spread alone, which is chi-squared."""
    from scipy.special import chdtr, nctdtr

    tail = float(nctdtr(df, -ncp, -bar))
    if not math.isnan(tail):
        return tail
    if ncp <= 0:
        return 0.0
    return float(chdtr(df, df * (ncp / bar) ** 2)) if bar > 0 else 1.0

"""The distributions behind power, from `scipy.special` alone: importing `scipy.stats` takes three times as long.

`shift` and `ncp` say how far the truth lies from "no effect", in standard errors. Two-sided power counts both tails, as
the test does. scipy is imported where it is first used, so that a window is not kept waiting for it.
"""

from __future__ import annotations

import math


def z_quantile(share: float) -> float:
    """The normal quantile at `share`, between 0 and 1."""
    from scipy.special import ndtri

    return float(ndtri(share))


def t_quantile(share: float, df: float) -> float:
    """Student's t quantile with `df` degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(df, share))


def power_z(shift: float, alpha: float, sides: int) -> float:
    """Of a test on a normal statistic."""
    from scipy.special import ndtr

    bar = -z_quantile(alpha / sides)
    upper = float(ndtr(shift - bar))
    return upper + float(ndtr(-shift - bar)) if sides == 2 else upper


def power_t(ncp: float, df: float, alpha: float, sides: int) -> float:
    """Of a t test: exact, by the noncentral t."""
    from scipy.special import nctdtr

    bar = -t_quantile(alpha / sides, df)
    upper = 1 - _or_zero(float(nctdtr(df, ncp, bar)))
    return min(1.0, upper + _or_zero(float(nctdtr(df, ncp, -bar)))) if sides == 2 else upper


def power_f(noncentrality: float, df1: float, df2: float, alpha: float) -> float:
    """Of an F test: exact, by the noncentral F."""
    from scipy.special import fdtri, ncfdtr

    return 1 - _or_zero(float(ncfdtr(df1, df2, noncentrality, fdtri(df1, df2, 1 - alpha))))


def power_chi2(noncentrality: float, df: float, alpha: float) -> float:
    """Of a chi-squared test, by the noncentral chi-squared."""
    from scipy.special import chdtri, chndtr

    return 1 - _or_zero(float(chndtr(chdtri(df, alpha), df, noncentrality)))


def _or_zero(tail: float) -> float:
    """scipy gives NaN for a tail too small to be told from nothing."""
    return 0.0 if math.isnan(tail) else tail

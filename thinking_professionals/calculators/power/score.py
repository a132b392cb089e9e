"""The power of a test on a normal statistic whose spread, if nothing changes, is not the one if something does."""

from __future__ import annotations

import math

from thinking_professionals.calculators.power.distributions import z_quantile

ROUNDING = 1e-12


def power_score(change: float, none: float, some: float, alpha: float, sides: int, *, correction: float = 0) -> float:
    """`none` and `some` are the standard errors without and with the `change`; a continuity `correction` makes it less.

    Source: Fleiss, Levin and Paik 2003.
    """
    from scipy.special import ndtr

    bar = correction - z_quantile(alpha / sides) * none
    upper = float(ndtr(_over(abs(change) - bar, some)))
    return min(1.0, upper + float(ndtr(_over(-abs(change) - bar, some)))) if sides == 2 else upper


def _over(distance: float, error: float) -> float:
    """In standard errors; where there is no error, what is past but for rounding is past for certain."""
    return distance / error if error else math.copysign(math.inf, distance + ROUNDING)

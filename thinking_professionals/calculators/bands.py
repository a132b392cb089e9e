"""Outer bands: low work at low rates to high work at high rates. Wider than any likely cost, and to be labelled so."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


class Spread(NamedTuple):
    low: Decimal
    central: Decimal
    high: Decimal


def outer_band(quantity: Decimal, rate: Spread, share_low: Decimal, share_high: Decimal) -> Spread:
    """`quantity` units at `rate` pounds each: share_low of it at the low rate, share_high of it at the high rate."""
    return Spread(quantity * share_low * rate.low, quantity * rate.central, quantity * share_high * rate.high)


def whole_pounds(amount: Decimal) -> int:
    """Rounded to the pound, halves up."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))

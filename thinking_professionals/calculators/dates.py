"""Days some calendar months apart, as people count them: a month before 31 May is 30 April."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

_DAYS = 30
"""In the part of a month that is left over."""


def months_before(day: date, months: Decimal) -> date:
    """The same day of the month, or its last, so many months earlier; never before the calendar begins."""
    whole, part = divmod(months, 1)
    year, month = divmod(day.year * 12 + day.month - 1 - int(whole), 12)
    if year < 1:
        return date.min
    same = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return same - min(timedelta(days=round(part * _DAYS)), same - date.min)

"""Days some calendar months apart, as people count them: a month before 31 May is 30 April."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal

_DAYS = 30
"""In the part of a month that is left over."""


def months_before(day: date, months: Decimal) -> date:
    """The same day of the month, or its last, so many months earlier; never before the calendar begins."""
    whole, part = divmod(months, 1)
    same = _moved(day, -int(whole))
    return same - min(_days(part), same - date.min)


def months_after(day: date, months: Decimal) -> date:
    """The same day of the month, or its last, so many months later; never after the calendar ends."""
    whole, part = divmod(months, 1)
    same = _moved(day, int(whole))
    return same + min(_days(part), date.max - same)


def _moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < MINYEAR:
        return date.min
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(part: Decimal) -> timedelta:
    return timedelta(days=round(part * _DAYS))

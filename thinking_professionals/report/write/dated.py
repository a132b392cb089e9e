"""The date printed, as a date: the only time a written file holds, so that the same report gives the same file."""

from __future__ import annotations

from datetime import UTC, datetime

from thinking_professionals.months import MONTHS

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def printed_on(as_of: str) -> datetime:
    """Midnight (UTC) of a date such as "21 November 2026"; the first day of 2000 for words that are no date."""
    try:
        day, month, year = as_of.split()
        return datetime(int(year), MONTHS.index(month) + 1, int(day), tzinfo=UTC)
    except ValueError:
        return _UNDATED

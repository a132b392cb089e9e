"""Calendar months, against days counted on a calendar by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from thinking_professionals.calculators.dates import months_after, months_before


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2027-03-15", "1", "2027-02-15"),
        ("2027-03-15", "0", "2027-03-15"),
        ("2027-03-15", "2", "2027-01-15"),
        ("2027-03-15", "3", "2026-12-15"),
        ("2027-01-01", "1", "2026-12-01"),
        ("2027-12-31", "1", "2027-11-30"),
        ("2027-12-31", "12", "2026-12-31"),
        ("2027-05-31", "1", "2027-04-30"),
        ("2027-03-31", "1", "2027-02-28"),
        ("2028-03-31", "1", "2028-02-29"),
        ("2028-02-29", "12", "2027-02-28"),
        ("2028-02-29", "48", "2024-02-29"),
        ("2100-03-30", "1", "2100-02-28"),
        ("2027-03-15", "25", "2025-02-15"),
        ("2027-03-15", "0.5", "2027-02-28"),
        ("2027-03-31", "1.5", "2027-02-13"),
        ("0001-02-03", "1", "0001-01-03"),
        ("0001-01-03", "1", "0001-01-01"),
        ("0001-01-03", "0.5", "0001-01-01"),
        ("2027-01-01", "99999", "0001-01-01"),
    ],
)
def test_months_are_counted_back_by_the_calendar(day: str, months: str, expected: str) -> None:
    assert months_before(date.fromisoformat(day), Decimal(months)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2027-03-15", "0", "2027-03-15"),
        ("2027-03-15", "1", "2027-04-15"),
        ("2027-12-01", "1", "2028-01-01"),
        ("2027-11-30", "3", "2028-02-29"),
        ("2027-01-31", "1", "2027-02-28"),
        ("2027-09-01", "22", "2029-07-01"),
        ("2027-03-15", "0.5", "2027-03-30"),
        ("9999-11-30", "1", "9999-12-30"),
        ("9999-12-30", "0.5", "9999-12-31"),
        ("2027-01-01", "99999", "9999-12-31"),
    ],
)
def test_months_are_counted_on_by_the_calendar(day: str, months: str, expected: str) -> None:
    assert months_after(date.fromisoformat(day), Decimal(months)) == date.fromisoformat(expected)

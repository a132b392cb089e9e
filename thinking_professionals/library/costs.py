"""Rates and allowances from which the outer cost band of a design is worked out."""

from __future__ import annotations

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.days import Day
from thinking_professionals.library.designs import Range
from thinking_professionals.library.ids import Slug
from thinking_professionals.library.questions import Number
from thinking_professionals.library.sourcing import Sureness


class Rate(Authored):
    """Pounds a day for one role; `id` is a field of `Days`."""

    id: Slug
    name: str
    pounds: Range
    source: Slug
    sure: Sureness


class Band(Authored):
    """How far the outer band reaches: shares of the central days and of the central direct cost."""

    days_low: Number
    days_high: Number
    direct_low: Number
    direct_high: Number
    because: str
    source: Slug
    sure: Sureness


class InHouse(Authored):
    pounds_a_day: Range
    because: str
    source: Slug
    sure: Sureness


class Allowance(Authored):
    """Something to add that the table does not hold: elapsed months, or hidden effort in words only."""

    id: Slug
    name: str
    months: Range | None = None
    because: str
    source: Slug
    sure: Sureness


class Costs(Authored):
    currency: str
    price_year: int
    vat: str
    review_by: Day
    """After this day the rates are marked as out of date wherever they are shown."""
    rates: tuple[Rate, ...]
    band: Band
    in_house: InHouse
    time: tuple[Allowance, ...]
    hidden: tuple[Allowance, ...]

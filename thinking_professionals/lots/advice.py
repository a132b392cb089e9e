"""Which way of drawing lots suits a list, by how long it is and what it holds. The choice is the person’s."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from thinking_professionals.lots.settings import Method
from thinking_professionals.lots.table import Table
from thinking_professionals.lots.units import number_in

PAIRS_FROM, FEW, SOME, MANY = 12, 20, 40, 200
"""Units from which pairs can show anything (six pairs: 1 chance in 32), and bounds of short and long lists.

The bounds are planning assumptions: trials of few units are paired or stratified, those of many seldom need it.
"""
MOST_STRATA = 10
IN_A_STRATUM = 4
"""Units that a stratum should hold on average."""
LEAST_DISTINCT = 6
"""Different numbers below which a column is rather a sort than a measure."""
_LOOKED_AT = 200
"""Rows by which a column is taken for a measure; one that fails further down is told with its lines when it is used."""


@dataclass(frozen=True, slots=True)
class Advice:
    method: Method
    column: str | None
    """The heading to draw strata or pairs by."""
    because: str


def advise(table: Table, naming: str) -> Advice:
    """`naming` is the heading of the names."""
    units = len(table.rows)
    sort, measure = next(sorts(table, naming), None), next(measures(table, naming), None)
    pairs = _pairs(units, measure) if measure and PAIRS_FROM <= units < SOME else None
    strata = _strata(units, sort) if sort and units < MANY else None
    found = (pairs or strata) if units < FEW else (strata or pairs)
    return found or _simple(units)


def sorts(table: Table, naming: str) -> Iterator[str]:
    """Headings of columns that part the list into a few sorts, such as areas."""
    most = min(MOST_STRATA, len(table.rows) // IN_A_STRATUM)
    for heading, values in _others(table, naming):
        distinct: set[str] = set()
        for value in values:
            distinct.add(value)
            if len(distinct) > most or not value:
                break
        else:
            if len(distinct) > 1:
                yield heading


def measures(table: Table, naming: str) -> Iterator[str]:
    """Headings of columns that hold a number for each unit."""
    for heading, values in _others(table, naming):
        numbers = {number_in(value) for value in islice(values, _LOOKED_AT)}
        if None not in numbers and len(numbers) >= LEAST_DISTINCT:
            yield heading


def _others(table: Table, naming: str) -> Iterator[tuple[str, Iterator[str]]]:
    """The columns that have a heading of their own and do not name."""
    for at, heading in enumerate(table.headings):
        if heading != naming and table.headings.count(heading) == 1:
            yield heading, table.down(at)


def _pairs(units: int, column: str) -> Advice:
    return Advice(
        "pairs",
        column,
        f"There are only {units}, so a plain draw could put most of the high ones in one group. Pairs that are close "
        f"in “{column}” keep the groups alike.",
    )


def _strata(units: int, column: str) -> Advice:
    return Advice(
        "stratified",
        column,
        f"With {units}, a plain draw can fall unevenly. Drawing within each kind of “{column}” keeps the groups alike.",
    )


def _simple(units: int) -> Advice:
    if units >= MANY:
        return Advice("simple", None, f"With {units:,}, chance alone makes the groups alike.")
    return Advice(
        "simple",
        None,
        "Nothing else on this list tells them apart in a way to draw by. If you know what matters most, such as "
        "the area or last year’s count, add a column for it first.",
    )

"""From a list and a wish to what is drawn from: units and settings, or all that stands in the way."""

from __future__ import annotations

from dataclasses import replace

from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.headings import find_headings, naming_heading
from thinking_professionals.lots.settings import Settings, Wish, settle
from thinking_professionals.lots.table import Table
from thinking_professionals.lots.units import Units, units_of


def prepare(table: Table, wish: Wish, id_column: str | None = None) -> tuple[Units, Settings]:
    """`id_column` is ours to choose where None. Raises ListFault."""
    units, meant = find_units(table, wish, id_column)
    return units, settle(meant, len(units.names))


def find_units(table: Table, wish: Wish, id_column: str | None = None) -> tuple[Units, Wish]:
    """The units, and the wish with the headings as they stand in the list. Raises ListFault."""
    [naming] = find_headings(table, [naming_heading(table) if id_column is None else id_column])
    alike, near = find_headings(table, wish.strata), find_headings(table, wish.pair_on)
    if naming in {*alike, *near}:
        raise ListFault(
            f"“{naming}” names the units, so it cannot say which are alike. Choose another column for that."
        )
    return units_of(table, naming, alike, near), replace(wish, strata=alike, pair_on=near)

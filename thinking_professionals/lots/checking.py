"""Repeating a draw from its record: whether the list, the result and the allocation on disk are what they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from thinking_professionals.lots.draw import Draw, draw, list_digest
from thinking_professionals.lots.fault import ListFault, some
from thinking_professionals.lots.headings import find_headings
from thinking_professionals.lots.reading import Source, read_list
from thinking_professionals.lots.record import Record, read_record
from thinking_professionals.lots.safely import unsafe
from thinking_professionals.lots.table import Table
from thinking_professionals.lots.units import units_of


@dataclass(frozen=True, slots=True)
class Repeated:
    same: bool
    told: tuple[str, ...]


def repeat(source: Source, record_file: Path) -> Repeated:
    """Draw again by a record. Raises ListFault where it cannot be."""
    record = read_record(record_file)
    drawn = _drawn_again(source, record)
    same_list = list_digest(drawn.units) == record.used_sha256
    same_result = drawn.digest == record.result_sha256
    told = [_of_list(source, record, same_list=same_list), _of_result(same_list=same_list, same_result=same_result)]
    kept = True
    beside = record_file.with_name(record.allocation_file)
    if beside.is_file():
        words = _of_file(drawn, beside)
        kept = not words
        told.append(words or f"“{beside.name}” says the same for every one of them.")
    return Repeated(same_list and same_result and kept, tuple(told))


def _drawn_again(source: Source, record: Record) -> Draw:
    table, settings = source.table, record.settings
    [naming] = find_headings(table, [record.id_column])
    alike, near = find_headings(table, settings.strata), find_headings(table, settings.pair_on)
    as_there = replace(settings, strata=alike, pair_on=near)  # capitals may have changed since
    return draw(units_of(table, naming, alike, near), as_there, record.seed)


def _of_list(source: Source, record: Record, *, same_list: bool) -> str:
    if source.sha256 == record.list_sha256:
        return "The list is the very file that was drawn from."
    if same_list:
        return "The file has been saved again since, but what the draw took from it is the same."
    return "The list is not the one that was drawn from: names, values or their order have changed since."


def _of_result(*, same_list: bool, same_result: bool) -> str:
    if same_result:
        return "Drawn again with the recorded seed and settings, every unit gets the same."
    if same_list:
        return "Drawn again with the recorded seed and settings, the result is another. The record has been changed."
    return "Drawn again from this list, the result is another."


def _of_file(drawn: Draw, path: Path) -> str:
    """What differs between an allocation on disk and the draw; nothing where all is the same."""
    try:
        table = read_list(path).table
    except ListFault as fault:
        return f"“{path.name}” cannot be read. {fault}"
    plain = unsafe if path.suffix.lower() == ".csv" else str
    there = {plain(name): plain(group) for name, group in zip(table.column(0), _last(table), strict=True)}
    drawn_for = dict(zip(drawn.units.names, drawn.groups, strict=True))
    wrong = [name for name, group in drawn_for.items() if there.get(name) != group]
    wrong += [name for name in there if name not in drawn_for]
    if wrong or len(table.rows) != len(drawn_for):
        return f"“{path.name}” says something else for {some([f'“{name}”' for name in wrong]) or 'a name twice'}."
    return ""


def _last(table: Table) -> list[str]:
    return table.column(len(table.headings) - 1)

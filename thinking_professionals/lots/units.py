"""The units on a list: what each is called, what it is alike in, and everything wrong with them, said at once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from thinking_professionals.lots.fault import ListFault, on_lines, some
from thinking_professionals.lots.table import Table

LONGEST = 500
"""Letters of a name, or of a value by which units are alike."""
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})
_NUMBER = re.compile(r"[-+]?£?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?([eE][-+]?\d{1,3})?%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Units:
    """Names and columns have an entry for each unit, in the order of the list."""

    id_column: str
    names: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
    """The other columns that are used, by heading."""
    numbers: dict[str, tuple[Decimal, ...]]
    """Those of them that are paired on, as numbers."""
    notes: tuple[str, ...]

    def strata(self, columns: Sequence[str]) -> tuple[str, ...]:
        """For each unit, its values in those columns as one; no columns, no strata."""
        return tuple("\x1f".join(values) for values in zip(*(self.columns[one] for one in columns), strict=True))


def units_of(table: Table, id_column: str, alike: Sequence[str] = (), near: Sequence[str] = ()) -> Units:
    """The units of a list, by headings as they stand there; `near` are columns of numbers.

    Raises ListFault with all that is wrong.
    """
    naming = table.headings.index(id_column)
    names = table.column(naming)
    columns = {one: tuple(table.column(table.headings.index(one))) for one in (*alike, *near)}
    faults = _wrong_names(table, id_column, names)
    faults += [fault for heading, values in columns.items() for fault in _wrong_values(table, heading, values)]
    numbers = {one: _numbers(table, one, columns[one], faults) for one in near}
    if faults:
        raise ListFault(*faults)
    close = [note for one in alike for note in _same_but_for_capitals(columns[one], f"values under “{one}”")]
    return Units(id_column, tuple(names), columns, numbers, (*_name_notes(table, naming, names), *close))


def number_in(text: str) -> Decimal | None:
    """A number as people write it: 1,200 or £3.50 or -4; None where it is not one."""
    plain = text.replace("\u2212", "-").replace(" ", "")
    if not _NUMBER.fullmatch(plain) or not any(map(str.isdigit, plain)):
        return None
    return Decimal(plain.replace(",", "").replace("£", "").rstrip("%"))


def _wrong_names(table: Table, heading: str, names: Sequence[str]) -> list[str]:
    lines = table.lines
    blank = [line for line, name in zip(lines, names, strict=True) if not name]
    broken = [line for line, name in zip(lines, names, strict=True) if name in _ERRORS]
    long = [line for line, name in zip(lines, names, strict=True) if len(name) > LONGEST]
    faults = [f"Nothing stands under “{heading}” {on_lines(blank)}. Write a name there, or take the line out."] * bool(
        blank
    )
    if broken:
        faults.append(f"A formula has failed {on_lines(broken)}, so there is no name. Put that right in the workbook.")
    if long:
        faults.append(
            f"The name {on_lines(long)} has more than {LONGEST} letters. Choose another column for the names."
        )
    if _is_a_unit(heading, names):
        faults.append(
            f"The first line, “{heading}”, looks like one of the units and would be left out of the draw. "
            "Put a line of headings on top of it."
        )
    return faults + _twice(table, names)


def _is_a_unit(heading: str, names: Sequence[str]) -> bool:
    """Whether a heading differs from nearly all names in its digits only."""
    shape = _shape(heading)
    alike = sum(_shape(name) == shape for name in names) if shape != heading.casefold() else 0
    return alike >= 0.9 * len(names)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _twice(table: Table, names: Sequence[str]) -> list[str]:
    again = {name for name, times in Counter(names).items() if name not in {"", *_ERRORS} and times > 1}
    if not again:
        return []
    places: dict[str, list[int]] = defaultdict(list)
    for line, name in zip(table.lines, names, strict=True):
        if name in again:
            places[name].append(line)
    told = some([f"“{name}” {on_lines(lines)}" for name, lines in places.items()])
    return [
        f"There more than once: {told}. Each may stand on the list once, or it could be drawn into both groups. "
        "Take the others out, or give each a name of its own."
    ]


def _wrong_values(table: Table, heading: str, values: Sequence[str]) -> list[str]:
    blank = [line for line, value in zip(table.lines, values, strict=True) if not value or value in _ERRORS]
    long = [line for line, value in zip(table.lines, values, strict=True) if len(value) > LONGEST]
    faults = []
    if blank:
        faults.append(f"Nothing stands under “{heading}” {on_lines(blank)}. Fill it in, or draw without that column.")
    if long:
        faults.append(f"What stands under “{heading}” {on_lines(long)} has more than {LONGEST} letters. Shorten it.")
    return faults


def _numbers(table: Table, heading: str, values: Sequence[str], faults: list[str]) -> tuple[Decimal, ...]:
    found = [number_in(value) for value in values]
    wrong = [
        (line, value)
        for line, value, number in zip(table.lines, values, found, strict=True)
        if number is None and value and value not in _ERRORS
    ]
    if wrong:
        told = some([f"“{value}” on line {line}" for line, value in wrong])
        faults.append(f"Pairs are made by numbers, and “{heading}” holds {told}. Write them as 12 or 3.5.")
    return tuple(number or Decimal(0) for number in found)


def _name_notes(table: Table, naming: int, names: Sequence[str]) -> list[str]:
    notes = []
    tidied = sum(row[naming] != name for row, name in zip(table.rows, names, strict=True))
    if tidied:
        notes.append(f"Spaces at the ends or doubled were left out of {_count(tidied, 'name')}.")
    return notes + _same_but_for_capitals(names, "names")


def _same_but_for_capitals(values: Sequence[str], kind: str) -> list[str]:
    met: dict[str, str] = {}
    close: dict[str, str] = {}
    for value in dict.fromkeys(values):
        first = met.setdefault(value.casefold(), value)
        if first != value:
            close[value] = first
    if not close:
        return []
    told = some([f"“{first}” and “{value}”" for value, first in close.items()])
    return [f"These {kind} differ in capital letters only, and were taken as different: {told}. See that they are."]


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"

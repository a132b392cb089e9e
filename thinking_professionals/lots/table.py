"""A list as it stands in a file: headings, rows, and the line on which each row stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thinking_professionals.lots.fault import ListFault, on_lines

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
_UNSEEN = re.compile("[\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[-+]?[\d.,]+")

Row = tuple[int, Sequence[str]]
"""The line on which a row begins, and its values."""


class TooManyColumns(ListFault):
    def __init__(self) -> None:
        super().__init__(
            f"This list has more than {MOST_COLUMNS} columns. Keep only those that are needed for the draw."
        )


@dataclass(frozen=True, slots=True)
class Table:
    headings: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    """As in the file; a row may be shorter than the headings."""
    lines: tuple[int, ...]
    heading_line: int
    notes: tuple[str, ...]
    """What was done in reading it, or passed over."""

    def column(self, at: int) -> list[str]:
        """The values of a column, tidied; nothing where a row ends before it."""
        return list(self.down(at))

    def down(self, at: int) -> Iterator[str]:
        """The same, one by one, for those who may stop early."""
        return (tidy(row[at]) if at < len(row) else "" for row in self.rows)


def tidy(text: str) -> str:
    """One way of writing it: composed letters, single spaces and none at the ends, nothing that cannot be seen."""
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def table_of(rows: Iterable[Row], notes: Sequence[str] = ()) -> Table:
    """The first row that is not empty holds the headings; empty rows are passed over. Raises ListFault."""
    filled = ((line, row) for line, row in rows if any(value and not value.isspace() for value in row))
    first = next(filled, None)
    if first is None:
        raise ListFault("There is nothing in this file. Choose the file that holds your list.")
    headings = _headings(first[1])
    lines, kept = _gathered(filled, len(headings))
    if not kept:
        raise ListFault(
            "There is only one line in this list: the headings. Write what lots are drawn for beneath them."
        )
    return Table(headings, kept, lines, first[0], tuple(notes))


def _headings(row: Sequence[str]) -> tuple[str, ...]:
    headings = [tidy(value) for value in row]
    while not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise ListFault(
            f"This list has more than {MOST_COLUMNS} columns. Keep only those that are needed for the draw."
        )
    if all(_NUMBER.fullmatch(heading) for heading in headings if heading):
        raise ListFault(
            f"The first line holds “{headings[-1]}”, which is a number and no heading. "
            "Put a line with a heading for each column on top."
        )
    return tuple(heading or f"Column {at}" for at, heading in enumerate(headings, 1))


def _gathered(rows: Iterable[Row], width: int) -> tuple[tuple[int, ...], tuple[Sequence[str], ...]]:
    lines: list[int] = []
    kept: list[Sequence[str]] = []
    too_long: list[int] = []
    for line, row in rows:
        lines.append(line)
        kept.append(row)
        if len(row) > width and any(map(tidy, row[width:])):
            too_long.append(line)
        if len(kept) > MOST_ROWS:
            raise ListFault(f"This list has more than {MOST_ROWS:,} rows, which is more than lots are drawn for here.")
    if too_long:
        raise ListFault(
            f"There are more values than headings {on_lines(too_long)}. A value that holds a comma must stand in "
            "quotation marks, and each column needs a heading."
        )
    return tuple(lines), tuple(kept)

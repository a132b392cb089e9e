"""Lists as Excel workbooks: values only. No formula or macro runs, and no more is read than a list can hold."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.packing import DAMAGED, TOO_MUCH, has_macros
from thinking_professionals.lots.table import MOST_COLUMNS, Row, Table, TooManyColumns, table_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LAST_ROW = 1_048_576
"""Excel has no more rows."""
MOST_CELLS = 20_000_000
"""Cells up to the last one in each row, empty ones too: a million rows of twenty columns."""


def read_workbook(data: bytes) -> Table:
    """The first sheet that can be seen. Raises ListFault."""
    macros = has_macros(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of what the reader does not know, such as drop-down lists: none of it counts
            return _table(data, macros)
    except ListFault:
        raise
    except Exception as fault:  # whatever can go wrong in a hostile or broken file goes wrong in a library of its own
        raise ListFault(DAMAGED) from fault


def _table(data: bytes, macros: bool) -> Table:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = _sheet(book)
        notes = _notes(book, sheet.title, macros)
        sheet.reset_dimensions()  # some programs say wrongly how far a sheet goes
        return table_of(_rows(sheet), notes)
    finally:
        book.close()


def _sheet(book: Workbook) -> Any:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            return sheet
    raise ListFault("This workbook has no sheet that can be seen. Put the list on a sheet of its own.")


def _notes(book: Workbook, title: str, macros: bool) -> list[str]:
    notes = []
    if len(book.sheetnames) > 1:
        notes.append(f"The workbook has {len(book.sheetnames)} sheets. Only “{title}”, the first in sight, was read.")
    if macros:
        notes.append("The workbook holds macros. They were not run: only values were read.")
    return notes


def _rows(sheet: Any) -> Iterator[Row]:
    cells = 0
    for line, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells += len(row)
        if line > LAST_ROW or cells > MOST_CELLS:
            raise ListFault(TOO_MUCH)
        if len(row) > MOST_COLUMNS and any(value is not None for value in row[MOST_COLUMNS:]):
            raise TooManyColumns
        kept = row[:MOST_COLUMNS]
        yield line, ["" if value is None else value if isinstance(value, str) else _text(value) for value in kept]


def _text(value: object) -> str:
    """A value as it would be written in a list: 12 and not 12.0, 2027-03-31 for a day."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e16 else f"{value:.15g}"  # as Excel shows it
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)

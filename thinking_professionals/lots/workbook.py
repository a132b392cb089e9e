"""Lists as Excel workbooks: values only. No formula or macro runs, and nothing is unpacked that is out of measure."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NoReturn

from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.table import MOST_COLUMNS, Row, Table, TooManyColumns, table_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the format begins that Excel wrote until 2007, and in which it still wraps what has a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
LARGEST = 600_000_000
"""Bytes of a workbook unpacked; a million rows of a few columns take about a third of that."""
_SWOLLEN = 400
"""Times that a part may grow in unpacking. Sheets grow ten- to fiftyfold."""
_SMALL = 20_000_000
"""Bytes below which a part may have grown by any measure."""
_SAVE_AS = "Open it in the program it was made with and save it as an Excel workbook (.xlsx) or as CSV."
_DAMAGED = f"This workbook is damaged, or is not one that Excel wrote. {_SAVE_AS}"


def refuse_old(data: bytes) -> NoReturn:
    """Raises ListFault, which says whether it is a password or the old format that stands in the way."""
    if _LOCKED in data:
        raise ListFault("This workbook has a password. Open it in Excel and save a copy of the list without one.")
    raise ListFault("This is a workbook of the old kind (.xls). Open it in Excel and save it as .xlsx or as CSV.")


def read_workbook(data: bytes) -> Table:
    """The first sheet that can be seen. Raises ListFault."""
    macros = _inspect(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of what the reader does not know, such as drop-down lists: none of it counts
            return _table(data, macros)
    except ListFault:
        raise
    except Exception as fault:  # whatever can go wrong in a hostile or broken file goes wrong in a library of its own
        raise ListFault(_DAMAGED) from fault


def _inspect(data: bytes) -> bool:
    """Look at the parts before any is unpacked; whether there are macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ListFault(_DAMAGED) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise ListFault(f"This is not an Excel workbook of the usual kind (.xlsx). {_SAVE_AS}")
    if any(part.flag_bits & 1 for part in parts):
        raise ListFault("This workbook has a password. Open it in Excel and save a copy of the list without one.")
    swollen = any(part.file_size > max(_SMALL, _SWOLLEN * part.compress_size) for part in parts)
    if swollen or sum(part.file_size for part in parts) > LARGEST:
        raise ListFault(
            "This workbook unpacks to far more than a list of names needs. Copy the list alone into a new workbook, or "
            "save it as CSV."
        )
    return "xl/vbaProject.bin" in names


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
    for line, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if len(row) > MOST_COLUMNS and any(value is not None for value in row[MOST_COLUMNS:]):
            raise TooManyColumns
        kept = row[:MOST_COLUMNS]
        yield line, ["" if value is None else value if isinstance(value, str) else _text(value) for value in kept]


def _text(value: object) -> str:
    """A value as it would be written in a list: 12 and not 12.0, 2027-03-31 for a day."""
    match value:
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)

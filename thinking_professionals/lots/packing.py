"""How a workbook is packed, looked at before any of it is unpacked: what is hostile or of another kind stops here."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NoReturn

from thinking_professionals.lots.fault import ListFault

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the format begins that Excel wrote until 2007, and in which it still wraps what has a password."""
LARGEST = 600_000_000
"""Bytes of a workbook unpacked; a million rows of a few columns take about a third of that."""
SWOLLEN = 400
"""Times that a part may grow in unpacking. Sheets grow ten- to fiftyfold."""
SMALL = 20_000_000
"""Bytes below which a part may have grown by any measure."""
TOO_MUCH = (
    "This workbook holds far more than a list of names needs. Copy the list alone into a new one, or save it as CSV."
)
SAVE_AS = "Open it in the program it was made with and save it as an Excel workbook (.xlsx) or as CSV."
DAMAGED = f"This workbook is damaged, or is not one that Excel wrote. {SAVE_AS}"
_BOOK = "xl/workbook.xml"
_WRAPPED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = "This workbook has a password. Open it in Excel and save a copy of the list without one."
_STRICT = b"purl.oclc.org/ooxml"
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError)


def refuse_old(data: bytes) -> NoReturn:
    """Raises ListFault, which says whether it is a password or the old format that stands in the way."""
    if _WRAPPED in data:
        raise ListFault(_LOCKED)
    raise ListFault("This is a workbook of the old kind (.xls). Open it in Excel and save it as .xlsx or as CSV.")


def has_macros(data: bytes) -> bool:
    """Of a workbook that may be unpacked; raises ListFault for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _refuse(packed)
            return "xl/vbaProject.bin" in packed.namelist()
    except _BROKEN:
        raise ListFault(DAMAGED) from None


def _refuse(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if _BOOK not in packed.namelist():
        raise ListFault(f"This is not an Excel workbook of the usual kind (.xlsx). {SAVE_AS}")
    if any(part.flag_bits & 1 for part in parts):
        raise ListFault(_LOCKED)
    swollen = any(part.file_size > max(SMALL, SWOLLEN * part.compress_size) for part in parts)
    if swollen or sum(part.file_size for part in parts) > LARGEST:
        raise ListFault(TOO_MUCH)
    with packed.open(_BOOK) as book:
        if _STRICT in book.read(4096):
            raise ListFault("This was saved as “Strict Open XML”. Save it as an “Excel Workbook (.xlsx)” or as CSV.")

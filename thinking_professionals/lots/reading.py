"""Reading a list from a file, whatever its name ends in: what it is shows in how it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from thinking_professionals.lots.delimited import read_delimited
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.packing import OLD, ZIP, refuse_old
from thinking_professionals.lots.table import Table
from thinking_professionals.lots.workbook import read_workbook

LARGEST = 300_000_000
"""Bytes of a file, far beyond a million rows of a few columns."""
_OTHERS: Mapping[bytes, str] = {b"%PDF": "a PDF", b"{\\rtf": "a text document", b"\x89PNG": "a picture"}


@dataclass(frozen=True, slots=True)
class Source:
    """A list and the file it came from; `sha256` is over the bytes of the file."""

    name: str
    sha256: str
    table: Table


def read_list(path: Path) -> Source:
    """A CSV file or an Excel workbook; raises ListFault."""
    data = _bytes(path)
    return Source(in_utf8(path.name), sha256(data).hexdigest(), _table(data))


def in_utf8(name: str) -> str:
    """The name of a file as a record can hold it: what its file system wrote in no encoding becomes a question mark."""
    return name.encode(errors="replace").decode()


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise ListFault(f"“{path}” is a folder or a device. Choose the file that holds your list.")
        if path.stat().st_size > LARGEST:
            raise ListFault(f"“{path}” is larger than {LARGEST // 1_000_000} MB, far more than a list of names needs.")
        return path.read_bytes()
    except FileNotFoundError:
        raise ListFault(f"There is no file “{path}”. Look at its name and folder.") from None
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise ListFault(f"“{path}” could not be read: the machine says “{why}”. Close it in other programs.") from None


def _table(data: bytes) -> Table:
    if data.startswith(ZIP):
        return read_workbook(data)
    if data.startswith(OLD):
        refuse_old(data)
    for start, kind in _OTHERS.items():
        if data.startswith(start):
            raise ListFault(f"This is {kind}, not a list. Save the list as CSV or as an Excel workbook (.xlsx).")
    return read_delimited(data)

"""Lists as text: comma, semicolon or tab between values, in the ways that programs save them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.table import Row, Table, table_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ",;\t"
_NOT_TEXT = "This file is not a list that can be read. Save the list as CSV or as an Excel workbook (.xlsx)."


def read_delimited(data: bytes) -> Table:
    """Raises ListFault."""
    text, note = _decoded(data)
    if "\0" in text:
        raise ListFault(_NOT_TEXT)
    return table_of(_rows(text), (note,) if note else ())


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and a note where its encoding had to be guessed."""
    try:
        return data.decode(_encoding(data)), ""
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise ListFault(_NOT_TEXT) from None
    return (
        text,
        "The file was read in the way that Excel saves CSV on Windows. See that letters with accents are right.",
    )


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\0" else "utf-8"


def _rows(text: str) -> Iterator[Row]:
    source = io.StringIO(text, newline="")
    separator, told = _separator(text)
    if told:
        source.readline()
    reader = csv.reader(source, delimiter=separator)
    begins = 1 + told
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1 + told
    except csv.Error:
        raise ListFault(
            f"From line {begins} on, the file cannot be taken apart into values. Look there for a quotation mark that "
            "is opened and not closed."
        ) from None


def _separator(text: str) -> tuple[str, bool]:
    """What stands between values, and whether the first line says so, as `sep=;` does for Excel."""
    line = text.lstrip("\r\n").partition("\n")[0].rstrip("\r")
    if len(line) == 5 and text[:4].lower() == "sep=":
        return line[4], True
    outside = "".join(line.split('"')[::2])
    return max(_SEPARATORS, key=outside.count), False

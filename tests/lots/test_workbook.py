"""Excel workbooks: values only, whatever else is in them, and nothing that is out of measure."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.lots.conftest import Excel, refusal
from thinking_professionals.lots import workbook
from thinking_professionals.lots.reading import read_list
from thinking_professionals.lots.table import MOST_COLUMNS


def test_values_are_read_as_they_would_be_written(excel: Excel) -> None:
    path = excel(
        [
            ["Ref", "Value"],
            ["text", "007"],
            ["whole", 12],
            ["fraction", 3.25],
            ["sum", 0.1 + 0.2],
            ["day", date(2027, 3, 31)],
            ["midnight", datetime(2027, 3, 31)],
            ["moment", datetime(2027, 3, 31, 9, 30)],
            ["time", time(9, 30)],
            ["truth", True],
            ["nothing", None],
        ]
    )
    table = read_list(path).table
    day = "2027-03-31"
    assert table.column(1) == ["007", "12", "3.25", "0.3", day, day, f"{day}T09:30:00", "09:30:00", "TRUE", ""]
    assert table.lines == tuple(range(2, 12))


def test_a_whole_number_written_as_a_fraction_is_whole(excel: Excel) -> None:
    path = excel([["URN", "Area"], [12, "N"]])
    again(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"<v>12</v>", b"<v>12.0</v>"))
    assert read_list(path).table.column(0) == ["12"]


def test_a_formula_is_never_worked_out(excel: Excel) -> None:
    """It was saved by a program that worked nothing out either, so there is no value."""
    assert read_list(excel([["Team", "Sum"], ["a", "=1+1"], ["b", "x"]])).table.column(1) == ["", "x"]


def test_only_the_first_sheet_in_sight_is_read_and_that_is_said(tmp_path: Path) -> None:
    book = Workbook()
    hidden, seen = book.active, book.create_sheet("List")
    assert hidden is not None
    hidden.sheet_state = "hidden"
    for row in (["Team"], ["a"], ["b"]):
        seen.append(row)
    book.save(tmp_path / "list.xlsx")
    table = read_list(tmp_path / "list.xlsx").table
    assert table.column(0) == ["a", "b"]
    assert any("List" in note for note in table.notes)


def test_a_workbook_without_a_sheet_in_sight_is_refused(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    again(path, "xl/workbook.xml", lambda text: text.replace(b'state="visible"', b'state="hidden"'))
    assert "sheet" in refusal(path)


def test_how_far_a_sheet_says_it_goes_is_not_believed(excel: Excel) -> None:
    path = excel([["Team"], ["a"], ["b"]])
    again(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(b'ref="A1:A3"', b'ref="A1"'))
    assert read_list(path).table.column(0) == ["a", "b"]


def test_a_cell_at_the_far_end_costs_nothing_and_is_no_column(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for at, value in enumerate(["Team", "a", "b"], 1):
        sheet.cell(at, 1, value)
    sheet.cell(200_000, 1, "c")
    book.save(tmp_path / "list.xlsx")
    assert read_list(tmp_path / "list.xlsx").table.lines == (2, 3, 200_000)
    sheet.cell(1, 16_384, "far")
    book.save(tmp_path / "list.xlsx")
    assert str(MOST_COLUMNS) in refusal(tmp_path / "list.xlsx")


@pytest.mark.parametrize("cell", [b"A99999999", b"A1048576"])
def test_rows_beyond_all_measure_are_refused_soon(excel: Excel, monkeypatch: pytest.MonkeyPatch, cell: bytes) -> None:
    monkeypatch.setattr(workbook, "LAST_ROW", 1_000)
    path = excel([["Team"], ["a"], ["b"]])
    row = cell.lstrip(b"A")
    far = b'<row r="' + row + b'"><c r="' + cell + b'" s="0"/></row></sheetData>'
    again(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", far))
    assert "far more" in refusal(path)


def test_many_cells_far_to_the_right_are_refused(excel: Excel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 10_000)
    path = excel([["Team"], ["a"], ["b"]])
    far = b'<row r="4"><c r="XFD4" s="0"/></row></sheetData>'
    again(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", far))
    assert "far more" in refusal(path)


def test_the_strict_dialect_is_refused_as_such(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    usual, strict = b"http://schemas.openxmlformats.org/spreadsheetml/2006", b"http://purl.oclc.org/ooxml/spreadsheetml"
    again(path, "xl/workbook.xml", lambda text: text.replace(usual, strict))
    assert "Strict" in refusal(path)


def test_macros_are_not_run_and_that_is_said(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"Sub AutoOpen()")
    table = read_list(path).table
    assert table.column(0) == ["a"]
    assert any("macros" in note for note in table.notes)


def test_a_workbook_with_a_password_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in refusal(path)


def test_a_zip_with_a_password_is_refused_as_such(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    while at != -1:  # the flag of each entry in the directory
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)
    assert "password" in refusal(path)


def test_the_old_format_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    assert ".xls" in refusal(path)


@pytest.mark.parametrize("part", ["mimetype", "xl/workbook.bin", "Index.zip"])
def test_other_kinds_of_workbook_are_refused(tmp_path: Path, part: str) -> None:
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as packed:
        packed.writestr(part, b"x")
    assert ".xlsx" in refusal(tmp_path / "other.xlsx")


def test_what_would_swell_beyond_measure_is_not_unpacked(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings2.xml", bytes(50_000_000))
    assert path.stat().st_size < 200_000
    assert "far more" in refusal(path)


def test_entities_that_grow_are_refused(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    grown = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{grown}]>'.encode()
    again(path, "xl/worksheets/sheet1.xml", lambda text: bomb + text.replace(b"<sheetData>", b"<sheetData>&e11;"))
    assert "damaged" in refusal(path)


def test_a_damaged_workbook_is_refused(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    data = path.read_bytes()
    for cut in (5, 100, len(data) // 2, len(data) - 30):
        path.write_bytes(data[:cut])
        assert "damaged" in refusal(path)
    path.write_bytes(data)
    again(path, "xl/worksheets/sheet1.xml", lambda text: text[:-40])
    assert "damaged" in refusal(path)


def test_what_a_reader_of_workbooks_does_not_know_is_passed_over_in_silence(excel: Excel) -> None:
    path = excel([["Team"], ["a"]])
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    again(path, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</worksheet>", extension))
    assert read_list(path).table.column(0) == ["a"]


def again(path: Path, part: str, change: object) -> None:
    """Pack a workbook anew with one part changed."""
    assert callable(change)
    kept = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, change(data) if entry == part else data)

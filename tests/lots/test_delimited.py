"""Lists as text, in every way that programs save them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.lots.conftest import Csv, refusal
from tests.sizes import RANDOM_TEXTS
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.reading import read_list

WORDS = "Team,Area\nÅse,Nord\nZoë’s,Süd\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_list_is_the_same_however_it_was_saved(tmp_path: Path, encoding: str, separator: str, ends: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(WORDS.replace(",", separator).replace("\n", ends).encode(encoding))
    table = read_list(path).table
    assert table.headings == ("Team", "Area")
    assert table.column(0) == ["Åse", "Zoë’s"]
    assert table.column(1) == ["Nord", "Süd"]
    assert table.lines == (2, 3)
    assert bool(table.notes) == (encoding == "cp1252")


def test_excel_may_be_told_the_separator_on_the_first_line(listed: Csv) -> None:
    table = listed("sep=|\nTeam|Area\na,b|c\n").table
    assert table.headings == ("Team", "Area")
    assert table.rows == (["a,b", "c"],)
    assert table.lines == (3,)


def test_quoted_values_may_hold_separators_quotes_and_lines(listed: Csv) -> None:
    table = listed('Team,"Area; of, town"\n"a ""1""\nb","c,d"\ne,f\n').table
    assert table.headings == ("Team", "Area; of, town")
    assert table.column(0) == ['a "1" b', "e"]
    assert table.lines == (2, 4)


def test_a_list_of_one_column_is_a_list(listed: Csv) -> None:
    assert listed("Team\r\nNorth\r\nSouth").table.column(0) == ["North", "South"]


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line(listed: Csv) -> None:
    with pytest.raises(ListFault, match="line 3 "):
        listed('Team,Area\na,b\n"c,d\n' + "e,f\n" * 50_000)


@pytest.mark.parametrize("data", [b"a\0\0b\0\0c", b"\x81\x8d\x8f\x90", b"\xff\xfe\x00\xd8\x00", b"PNG\0\0\0\0"])
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.csv").write_bytes(data)
    assert "CSV" in refusal(tmp_path / "odd.csv")


def test_whatever_the_bytes_a_list_is_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(3)
    path = tmp_path / "any"
    pieces = [
        b",",
        b";",
        b"\n",
        b'"',
        b"\r",
        b"\0",
        b"a",
        "é".encode(),
        b"\xff",
        b"=1",
        b"PK\x03\x04",
        b" ",
        b"\t",
        b"12",
    ]
    for _ in range(RANDOM_TEXTS * 20):
        path.write_bytes(b"".join(chance.choices(pieces, k=chance.randint(0, 40))))
        try:
            table = read_list(path).table
        except ListFault:
            continue
        assert len(table.rows) == len(table.lines) > 0

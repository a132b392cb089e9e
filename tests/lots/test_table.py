"""A list as it stands: where its headings are, what counts as a row, and what is wrong with its shape."""

from __future__ import annotations

import pytest

from tests.lots.conftest import Csv
from thinking_professionals.lots import table as tables
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.table import MOST_COLUMNS, tidy


def test_empty_lines_are_passed_over_and_lines_counted_all_the_same(listed: Csv) -> None:
    table = listed("\n,,\nTeam,Area\n\na,b\n , \nc,d\n\n\n").table
    assert table.heading_line == 3
    assert table.lines == (5, 7)


def test_a_short_row_has_nothing_in_its_last_columns(listed: Csv) -> None:
    assert listed("Team,Area,Size\na\nb,c\n").table.column(1) == ["", "c"]


def test_empty_values_beyond_the_headings_do_no_harm(listed: Csv) -> None:
    assert listed("Team,Area,,\na,b,,,\n").table.headings == ("Team", "Area")


def test_a_heading_that_is_left_out_is_numbered(listed: Csv) -> None:
    assert listed("Team,,Area\na,b,c\n").table.headings == ("Team", "Column 2", "Area")


def test_rows_longer_than_the_headings_are_named_by_their_lines(listed: Csv) -> None:
    with pytest.raises(ListFault, match="lines 2 and 4"):
        listed("Team,Area\na,b,c\nd,e\nf,g,h\n")


@pytest.mark.parametrize("text", ["", "\n\n", " , \n", "Team,Area\n", "Team\n\n \n"])
def test_a_list_without_rows_is_refused(listed: Csv, text: str) -> None:
    with pytest.raises(ListFault):
        listed(text)


@pytest.mark.parametrize("text", ["1,2\n3,4\n", "10\n11\n12\n", "3.5\n4.5\n"])
def test_a_list_that_begins_with_numbers_has_no_headings(listed: Csv, text: str) -> None:
    with pytest.raises(ListFault, match="heading"):
        listed(text)


def test_too_many_rows_and_too_many_columns_are_refused(listed: Csv, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ListFault, match=str(MOST_COLUMNS)):
        listed(",".join(f"Column {at}" for at in range(MOST_COLUMNS + 1)) + "\na\n")
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    assert len(listed("Team\na\nb\nc\n").table.rows) == 3
    with pytest.raises(ListFault, match="3 rows"):
        listed("Team\na\nb\nc\nd\n")


def test_one_name_has_one_way_of_writing_it() -> None:
    assert tidy("  Ma\u0301laga \u00a0 Street\u200b\ufeff\t1\x00 ") == "Málaga Street 1"

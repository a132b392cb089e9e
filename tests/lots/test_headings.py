"""Which columns are meant, and which one names the units."""

from __future__ import annotations

import pytest

from tests.lots.conftest import Csv
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.headings import find_headings, naming_heading


@pytest.mark.parametrize(
    ("headings", "naming"),
    [
        ("Team,Area,Ref", "Ref"),
        ("Area,TeamID", "TeamID"),
        ("Area,Case reference,id", "Case reference"),
        ("Team,Idea,Refuse", "Team"),
        ("URN", "URN"),
    ],
)
def test_the_units_are_named_by_the_heading_that_says_so_or_else_the_first(
    listed: Csv, headings: str, naming: str
) -> None:
    assert naming_heading(listed(f"{headings}\nx\n").table) == naming


def test_headings_are_found_whatever_their_capitals_and_each_once(listed: Csv) -> None:
    table = listed("Team,Area,AREA,Size\na,b,c,d\n").table
    assert find_headings(table, ["size", " Area ", "Size"]) == ("Size", "Area")


def test_all_that_is_not_there_is_told_at_once(listed: Csv) -> None:
    table = listed("Team,Area,Area,Size\na,b,c,d\n").table
    with pytest.raises(ListFault) as refused:
        find_headings(table, ["Aera 2", "Area", "Szie", "zzz", "Team"])
    assert len(refused.value.sentences) == 4
    assert "“Size”?" in str(refused.value)
    assert "2 columns" in str(refused.value)

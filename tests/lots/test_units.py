"""The units on a list: everything that is wrong with them is told at once, with its lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.lots.conftest import Csv, Excel
from thinking_professionals.lots.fault import ListFault, some
from thinking_professionals.lots.reading import read_list
from thinking_professionals.lots.units import LONGEST, number_in, units_of


def faults(listed: Csv, text: str, alike: tuple[str, ...] = (), near: tuple[str, ...] = ()) -> tuple[str, ...]:
    table = listed(text).table
    with pytest.raises(ListFault) as refused:
        units_of(table, table.headings[0], alike, near)
    return refused.value.sentences


def test_units_have_names_and_the_columns_asked_for(listed: Csv) -> None:
    units = units_of(listed("Team,Area,Calls\na,N,12\nb,S,3.5\n").table, "Team", ("Area",), ("Calls",))
    assert units.names == ("a", "b")
    assert units.columns == {"Area": ("N", "S"), "Calls": ("12", "3.5")}
    assert units.numbers == {"Calls": (Decimal(12), Decimal("3.5"))}
    assert units.notes == ()


def test_strata_of_several_columns_are_their_combinations(listed: Csv) -> None:
    units = units_of(listed("Team,Area,Size\na,N,x\nb,N,y\nc,N,x\n").table, "Team", ("Area", "Size"))
    one, two, three = units.strata(("Area", "Size"))
    assert one == three != two
    assert units.strata(()) == ()


def test_duplicates_are_named_with_their_lines_also_where_only_spaces_differ(listed: Csv) -> None:
    [told] = faults(listed, "Team\na\nb\n a\nc\nb \nb\n")
    assert "“a” on lines 2 and 4" in told
    assert "“b” on lines 3, 6 and 7" in told
    assert "“c”" not in told


def test_ten_thousand_duplicates_are_told_in_few_words(listed: Csv) -> None:
    [told] = faults(listed, "Team\n" + "same\n" * 10_000 + "".join(f"x{at}\nx{at}\n" for at in range(1_000)))
    assert len(told) < 1_000
    assert "9,992 more" in told


def test_blanks_duplicates_and_broken_formulas_are_told_together(listed: Csv) -> None:
    told = faults(
        listed, "Team,Area\na,N\n,S\na,\n\u200b,N\n#REF!,N\n#N/A,N\n" + "x" * (LONGEST + 1) + ",N\n", ("Area",)
    )
    assert len(told) == 5
    for words in ("lines 3 and 5", "lines 6 and 7", "on line 8", "“a” on lines 2 and 4", "“Area” on line 4"):
        assert any(words in sentence for sentence in told)


def test_a_unit_in_the_place_of_the_headings_is_noticed(listed: Csv) -> None:
    [told] = faults(listed, "Team 1\nTeam 2\nTeam 3\nteam 10\n")
    assert "Team 1" in told
    assert units_of(listed("Team 2026\nNorth 1\nSouth 2\n").table, "Team 2026").names == ("North 1", "South 2")


def test_values_to_pair_by_must_be_numbers(listed: Csv) -> None:
    [told] = faults(listed, "Team,Calls\na,12\nb,many\nc,3;4\nd,nan\n", near=("Calls",))
    assert "“many” on line 3" in told
    assert "“3;4” on line 4" in told
    assert "“nan” on line 5" in told


def test_a_value_to_pair_by_that_is_left_out_is_told_once(listed: Csv) -> None:
    assert len(faults(listed, "Team,Calls\na,12\nb,\n", near=("Calls",))) == 1


def test_a_value_beyond_all_length_is_refused(listed: Csv) -> None:
    assert len(faults(listed, f"Team,Area\na,N\nb,{'x' * (LONGEST + 1)}\n", ("Area",))) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("-3.50", "-3.5"),
        ("\u22124", "-4"),
        ("1,200", "1200"),
        ("£1,200,000.50", "1200000.5"),
        ("1 200", "1200"),
        (".5", "0.5"),
        ("2e3", "2000"),
        ("85%", "85"),
        ("1,5", None),
        ("1,20,000", None),
        ("", None),
        ("-", None),
        ("£", None),
        ("inf", None),
        ("1e9999", None),
        ("0x1f", None),
        ("١٢", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str | None) -> None:
    assert number_in(text) == (None if number is None else Decimal(number))


def test_names_that_differ_in_capitals_or_spaces_are_told_and_kept(listed: Csv) -> None:
    units = units_of(listed("Team,Area\n North ,A\nnorth,a\nSouth  East,A\n").table, "Team", ("Area",))
    assert units.names == ("North", "north", "South East")
    spaces, names, values = units.notes
    assert "2 names" in spaces
    assert "“North” and “north”" in names
    assert "“A” and “a”" in values


def test_one_name_with_spaces_is_one_name(listed: Csv) -> None:
    [note] = units_of(listed("Team\n a\nb\n").table, "Team").notes
    assert "1 name." in note


def test_numbers_for_names_are_taken_as_they_stand(excel: Excel) -> None:
    table = read_list(excel([["URN", "Area"], [1, "N"], [2.0, "S"], ["003", "N"]])).table
    assert units_of(table, "URN", ("Area",)).names == ("1", "2", "003")


def test_long_lists_are_cut_short_in_words() -> None:
    assert some([]) == ""
    assert some(["a"]) == "a"
    assert some([1, 2, 3]) == "1, 2 and 3"
    assert some(range(100)).endswith("92 more")

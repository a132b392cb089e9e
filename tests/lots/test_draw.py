"""A draw: what each unit gets, what is said about it, and digests that anyone can work out."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from tests.lots.conftest import Csv
from tests.lots.drawing import TEAMS, drawn_from
from thinking_professionals.lots.draw import list_digest, make_seed, names_digest, read_seed
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.preparing import prepare
from thinking_professionals.lots.settings import Wish


def many(units: int) -> str:
    return "Team,Area\n" + "".join(f"T{at},{'NS'[at % 2]}\n" for at in range(units))


def test_every_unit_gets_something_and_the_counts_say_how_many_get_what(listed: Csv) -> None:
    drawn = drawn_from(listed(TEAMS), arms=("New", "Old"))
    assert drawn.counts == {"New": 6, "Old": 6} == dict(Counter(drawn.groups))
    assert drawn.alone == ()
    assert drawn.notes == ()


def test_the_same_list_and_seed_give_the_same_whatever_else_the_file_holds(listed: Csv) -> None:
    one = drawn_from(listed(TEAMS), method="stratified", strata=("Area",))
    other = drawn_from(listed(TEAMS.replace("\n", ",\r\n").replace(",", ";")), method="stratified", strata=("area",))
    assert one.groups == other.groups
    assert list_digest(one.units) == list_digest(other.units)
    assert one.digest == other.digest != drawn_from(listed(TEAMS), "another seed").digest


def test_digests_can_be_worked_out_by_anyone(listed: Csv) -> None:
    drawn = drawn_from(listed("Team,Area\nb,N\n a ,S\n"), method="stratified", strata=("Area",))
    assert list_digest(drawn.units) == sha256(b"Team\tArea\nb\tN\na\tS\n").hexdigest()
    one, other = drawn.groups
    assert drawn.digest == sha256(f"Team\tGroup\nb\t{one}\na\t{other}\n".encode()).hexdigest()
    assert names_digest(drawn.units) == sha256(b"a\nb\n").hexdigest()


def test_an_odd_one_out_is_told(listed: Csv) -> None:
    drawn = drawn_from(listed(TEAMS + "T13,N,99\n"), method="pairs", pair_on=("Calls",))
    assert drawn.alone == ("T13",)
    assert any("T13" in note for note in drawn.notes)


@pytest.mark.parametrize(("units", "told"), [(6, True), (7, True), (8, False), (40, False)])
def test_so_few_that_nothing_can_be_shown_is_told(listed: Csv, units: int, told: bool) -> None:
    """Three a side fall in 20 ways, three and four in 35, four a side in 70; fewer than 40 are too few."""
    assert bool(drawn_from(listed(many(units))).notes) == told
    assert not drawn_from(listed(many(units)), method="stepped", steps=2).notes


@pytest.mark.parametrize(("units", "told"), [(10, True), (12, False)])
def test_fewer_than_six_pairs_are_told(listed: Csv, units: int, told: bool) -> None:
    text = "Team,Calls\n" + "".join(f"T{at},{at}\n" for at in range(units))
    assert bool(drawn_from(listed(text), method="pairs", pair_on=("Calls",)).notes) == told


def test_strata_too_small_for_the_groups_are_told(listed: Csv) -> None:
    text = many(40) + "Z,X\n"
    [note] = drawn_from(listed(text), method="stratified", strata=("Area",)).notes
    assert "1 of 3" in note


def test_blocks_of_one_size_are_told_since_the_next_can_be_guessed(listed: Csv) -> None:
    assert drawn_from(listed(many(40)), method="blocked", blocks=(4,)).notes
    assert not drawn_from(listed(many(40)), method="blocked").notes


def test_what_the_arithmetic_refuses_is_a_fault_of_the_list(listed: Csv) -> None:
    with pytest.raises(ListFault):
        drawn_from(listed("Team\na\nb\n"), arms=("A", "B", "C"))


def test_the_column_that_names_cannot_say_which_are_alike(listed: Csv) -> None:
    with pytest.raises(ListFault):
        drawn_from(listed(TEAMS), method="stratified", strata=("Team",))


def test_another_column_may_name_the_units(listed: Csv) -> None:
    units, _ = prepare(listed("Area,Team\nN,a\nN,b\n").table, Wish(method="simple"), "team")
    assert units.names == ("a", "b")
    with pytest.raises(ListFault):
        prepare(listed("Area,Team\nN,a\nN,b\n").table, Wish(method="simple"), "Tram")


def test_a_seed_that_is_made_is_long_and_never_the_same() -> None:
    seeds = {make_seed() for _ in range(50)}
    assert len(seeds) == 50
    assert all(re.fullmatch("[0-9a-f]{32}", seed) for seed in seeds)


def test_a_seed_of_ones_own_has_one_way_of_writing_it() -> None:
    assert read_seed("  28 November   2026 ") == "28 November 2026"
    assert read_seed("Cafe\u0301") == "Café"
    for text in ("", "  ", "x" * 201, "a\ud800b"):
        with pytest.raises(ListFault):
            read_seed(text)


def test_a_list_of_a_hundred_thousand_rows_is_drawn_from(tmp_path: Path, listed: Csv) -> None:
    drawn = drawn_from(listed(many(100_000)), method="stratified", strata=("Area",))
    assert set(drawn.counts.values()) == {50_000}

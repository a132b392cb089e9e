"""The allocation and its record on disk: complete, safe to open, and never over anything."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.lots.drawing import TEAMS, WHEN, drawn_from, listed_in, write
from thinking_professionals import __version__
from thinking_professionals.files import CannotWrite
from thinking_professionals.lots import writing
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.reading import read_list
from thinking_professionals.lots.writing import write_draw


def rows_in(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_allocation_has_a_row_for_each_unit_in_the_order_of_the_list(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    write(source, tmp_path / "out.csv", method="stratified", strata=("Area",))
    drawn = drawn_from(source, method="stratified", strata=("Area",))
    heading, *rows = rows_in(tmp_path / "out.csv")
    assert heading == ["Team", "Area", "Group"]
    assert [row[0] for row in rows] == list(drawn.units.names)
    assert [row[-1] for row in rows] == list(drawn.groups)


@pytest.mark.parametrize(
    ("wish", "heading"),
    [
        ({"method": "simple"}, ["Team", "Group"]),
        ({"method": "blocked"}, ["Team", "Block", "Group"]),
        ({"method": "pairs", "pair_on": ("Calls",)}, ["Team", "Calls", "Pair", "Group"]),
        ({"method": "stepped", "steps": 3}, ["Team", "Group"]),
    ],
)
def test_nothing_of_the_list_is_copied_but_what_was_used(
    tmp_path: Path, wish: dict[str, object], heading: list[str]
) -> None:
    write(listed_in(tmp_path), tmp_path / "out.csv", **wish)
    assert rows_in(tmp_path / "out.csv")[0] == heading


def test_the_record_holds_all_that_it_takes_to_repeat_the_draw(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    written = write(source, tmp_path / "out.csv", method="blocked", ratio=(2, 1), blocks=(3, 6))
    record = json.loads(written.record.read_bytes())
    assert written.record == tmp_path / "out.record.json"
    assert record["version"] == __version__
    assert record["drawn_at"] == WHEN.isoformat()
    assert record["seed"] == "seed"
    assert record["list"]["file_sha256"] == sha256((tmp_path / "teams.csv").read_bytes()).hexdigest()
    assert record["list"]["units"] == 12
    assert record["method"] == {
        "name": "blocked",
        "groups": ["Gets it", "Does not get it"],
        "shares": [2, 1],
        "block_sizes": [3, 6],
        "strata": [],
        "pair_on": [],
    }
    assert record["result"]["counts"] == {"Gets it": 8, "Does not get it": 4}
    assert record["how_to_repeat"]
    assert record["how_it_was_done"]


def test_a_workbook_holds_text_only_and_reads_as_the_same(tmp_path: Path) -> None:
    source = listed_in(tmp_path, "Team,Area\n007,=1+1\n=cmd|x,N\n-5,N\n")
    write(source, tmp_path / "out.xlsx", method="stratified", strata=("Area",))
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert read_list(tmp_path / "out.xlsx").table.column(0) == ["007", "=cmd|x", "-5"]


def test_no_value_that_is_written_begins_as_a_formula_does(tmp_path: Path) -> None:
    hostile = ["=1+1", "+1+1", "-1+1", "@x", "\t=1", "=cmd|' /C calc'!A0", "＝1"]
    source = listed_in(tmp_path, "=Team,@Area\n" + "".join(f'"{one}","{one}"\n' for one in hostile))
    write(source, tmp_path / "out.csv", method="stratified", strata=("@Area",), arms=("=A", "-B"), ratio=(1, 1))
    for row in rows_in(tmp_path / "out.csv"):
        assert all(value[0] == "'" or value == "Group" for value in row)


def test_a_heading_of_ours_never_doubles_one_of_theirs(tmp_path: Path) -> None:
    source = listed_in(tmp_path, "group,Block\na,1\nb,2\n")
    write(source, tmp_path / "out.csv", method="blocked")
    assert rows_in(tmp_path / "out.csv")[0] == ["group", "Block", "Group by lot"]


@pytest.mark.parametrize("there", ["out.csv", "out.record.json"])
def test_nothing_is_written_over(tmp_path: Path, there: str) -> None:
    source = listed_in(tmp_path)
    (tmp_path / there).write_bytes(b"mine")
    with pytest.raises(ListFault, match=there):
        write(source, tmp_path / "out.csv")
    assert (tmp_path / there).read_bytes() == b"mine"
    assert {path.name for path in tmp_path.iterdir()} == {"teams.csv", there}


def test_not_even_a_link_that_leads_nowhere_is_written_over(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(ListFault):
        write(source, tmp_path / "out.csv")
    assert not (tmp_path / "elsewhere.csv").exists()


def test_the_list_itself_is_not_written_over(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    with pytest.raises(ListFault):
        write(source, tmp_path / "teams.csv")
    assert (tmp_path / "teams.csv").read_text(encoding="utf-8") == TEAMS


def test_where_the_allocation_cannot_be_written_no_record_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = listed_in(tmp_path)
    ours = writing.write_new_file

    def fails_on_lists(path: Path, data: bytes) -> None:
        if path.suffix == ".csv":
            raise CannotWrite(path, OSError(28, "No space left on device"))
        ours(path, data)

    monkeypatch.setattr(writing, "write_new_file", fails_on_lists)
    with pytest.raises(CannotWrite):
        write(source, tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["teams.csv"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write(listed_in(tmp_path), tmp_path / "nowhere" / "out.csv")


@pytest.mark.parametrize("name", ["out", "out.txt", "out.xls"])
def test_an_ending_that_says_nothing_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ListFault):
        write(listed_in(tmp_path), tmp_path / name)


def test_an_earlier_draw_from_the_same_list_is_told_and_recorded(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    (tmp_path / "broken.record.json").write_bytes(b"{}")
    first = write(source, tmp_path / "one.csv")
    assert first.earlier == ()
    assert first.warning == ""
    again = write(source, tmp_path / "two.csv", seed="other", method="stratified", strata=("Area",))
    assert again.earlier == ("one.record.json",)
    assert "one.record.json" in again.warning
    record = json.loads(again.record.read_bytes())
    assert record["earlier_draws_from_this_list"] == ["one.record.json"]
    other = listed_in(tmp_path, "Team\nx\ny\n", "others.csv")
    assert write(other, tmp_path / "three.csv").earlier == ()


def test_the_record_says_who_gave_the_seed(tmp_path: Path) -> None:
    source = listed_in(tmp_path)
    mine = write_draw(source, drawn_from(source), tmp_path / "a.csv", WHEN, own_seed=True).record
    made = write_draw(source, drawn_from(source), tmp_path / "b.csv", WHEN, own_seed=False).record
    one, other = (json.loads(path.read_bytes())["seed_came_from"] for path in (mine, made))
    assert one != other

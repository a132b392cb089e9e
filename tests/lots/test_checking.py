"""Repeating a draw from its record: what is the same is said to be, and what was changed is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lots.drawing import TEAMS, listed_in, write
from thinking_professionals.lots.checking import Repeated, repeat
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.reading import read_list

WISHES: list[dict[str, Any]] = [
    {"method": "simple", "get": 5},
    {"method": "blocked", "ratio": (2, 1)},
    {"method": "stratified", "strata": ("Area",), "arms": ("A", "B", "C")},
    {"method": "pairs", "pair_on": ("Calls", "Team size"), "strata": ("Area",)},
    {"method": "stepped", "steps": 4},
]
LIST = "".join(
    f"{line},{'Team size' if at == 0 else at % 5}\n" for at, line in enumerate(TEAMS.replace("T7", "=1+1").splitlines())
)


def again(folder: Path) -> Repeated:
    return repeat(read_list(folder / "teams.csv"), folder / "out.record.json")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish["method"])
def test_a_draw_repeated_from_its_record_is_the_same(tmp_path: Path, wish: dict[str, Any], suffix: str) -> None:
    write(listed_in(tmp_path, LIST), tmp_path / f"out{suffix}", **wish)
    assert again(tmp_path).same


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A folder that holds a list, a draw in strata from it, and its record."""
    write(listed_in(tmp_path, LIST), tmp_path / "out.csv", method="stratified", strata=("Area",))
    return tmp_path


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8", newline="")


def test_a_list_saved_again_in_another_way_is_the_same_list(drawn: Path) -> None:
    text = (drawn / "teams.csv").read_text(encoding="utf-8").replace(",", ";").replace("\n", "\r\n")
    (drawn / "teams.csv").write_bytes(text.encode("utf-16"))
    repeated = again(drawn)
    assert repeated.same
    assert len(repeated.told) == 3


@pytest.mark.parametrize(("before", "after"), [("T3,", "T33,"), ("T3,S", "T3,N"), ("T12,N,7,2\n", "")])
def test_a_list_that_was_changed_is_found(drawn: Path, before: str, after: str) -> None:
    change(drawn / "teams.csv", before, after)
    assert not again(drawn).same


def test_another_order_of_the_list_is_found(drawn: Path) -> None:
    heading, first, *rest = (drawn / "teams.csv").read_text(encoding="utf-8").splitlines()
    (drawn / "teams.csv").write_text("\n".join([heading, *rest, first]), encoding="utf-8")
    assert not again(drawn).same


def test_an_allocation_that_was_changed_is_found_with_the_names(drawn: Path) -> None:
    for line in (drawn / "out.csv").read_text(encoding="utf-8-sig").splitlines():
        if line.startswith("T5,"):
            other = line.replace("Gets", "gets") if "Gets" in line else line.replace("Does not get", "Gets")
            change(drawn / "out.csv", line, other)
    repeated = again(drawn)
    assert not repeated.same
    assert "“T5”" in repeated.told[-1]


@pytest.mark.parametrize("added", ["T99,N,Gets it\n", "T1,S,Gets it\n"])
def test_a_row_added_to_the_allocation_is_found(drawn: Path, added: str) -> None:
    with (drawn / "out.csv").open("a", encoding="utf-8", newline="") as file:
        file.write(added)
    assert not again(drawn).same


def test_an_allocation_that_cannot_be_read_is_not_the_same(drawn: Path) -> None:
    (drawn / "out.csv").write_bytes(b"")
    assert not again(drawn).same


def test_without_the_allocation_the_draw_is_still_repeated(drawn: Path) -> None:
    (drawn / "out.csv").unlink()
    repeated = again(drawn)
    assert repeated.same
    assert len(repeated.told) == 2


def test_a_seed_that_was_changed_is_found(drawn: Path) -> None:
    change(drawn / "out.record.json", '"seed": "seed"', '"seed": "sead"')
    assert not again(drawn).same


def break_settings(record: dict[str, Any]) -> None:
    record["method"]["shares"] = [1, 0]


BREAKS: list[Callable[[dict[str, Any]], object]] = [
    lambda record: record.pop("seed"),
    lambda record: record.update(format=2),
    lambda record: record.update(what="x"),
    lambda record: record.update(seed=3),
    lambda record: record["method"].update(name="favourites"),
    lambda record: record["method"].update(shares=[1]),
    lambda record: record["method"].update(shares=[1, True]),
    lambda record: record["method"].update(shares=[1, "1"]),
    lambda record: record["method"].update(strata=["No such column"]),
    lambda record: record.update(method=[]),
    lambda record: record.update(seed="\ud800"),
    *(
        lambda record, name=name: record["result"].update(file=name)
        for name in ("", ".", "a/b", "../x", "x" * 300, "a\0")
    ),
    break_settings,
]


@pytest.mark.parametrize("broken", BREAKS)
def test_a_record_that_cannot_be_followed_is_refused(drawn: Path, broken: Callable[[dict[str, Any]], object]) -> None:
    record = json.loads((drawn / "out.record.json").read_bytes())
    broken(record)
    (drawn / "out.record.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ListFault):
        again(drawn)


@pytest.mark.parametrize("data", [b"", b"[]", b"3", b"\xff\xfe\x00", b"[" * 200_000, b" " * 3_000_000])
def test_what_is_no_record_is_refused(drawn: Path, data: bytes) -> None:
    (drawn / "out.record.json").write_bytes(data)
    with pytest.raises(ListFault):
        again(drawn)


def test_a_record_that_is_not_there_is_refused(drawn: Path) -> None:
    with pytest.raises(ListFault):
        repeat(read_list(drawn / "teams.csv"), drawn / "nowhere.record.json")


def test_a_record_cannot_lead_out_of_its_folder(drawn: Path) -> None:
    change(drawn / "out.record.json", '"file": "out.csv"', '"file": "../../etc/passwd"')
    with pytest.raises(ListFault):
        again(drawn)


def test_a_heading_whose_capitals_changed_is_found_again(drawn: Path) -> None:
    change(drawn / "teams.csv", "Area", "AREA")
    assert len(again(drawn).told) == 3

"""`tp allocate`: lots are drawn once, written down, and drawn again by anyone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Tp
from tests.lots.drawing import TEAMS

DONE, IN_THE_WAY, MISUSED = 0, 1, 2


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    path = tmp_path / "teams.csv"
    path.write_text(TEAMS, encoding="utf-8")
    return path


def record_of(path: Path) -> dict[str, object]:
    found = json.loads(path.with_suffix(".record.json").read_bytes())
    assert isinstance(found, dict)
    return found


METHODS = [
    ("simple", "--get", "5"),
    ("simple", "--arms", "A,B,C", "--ratio", "2:1:1"),
    ("blocked", "--block", "4,6", "--strata", "Area"),
    ("stratified", "--strata", "Area"),
    ("pairs", "--pair-on", "calls", "--strata", "Area"),
    ("stepped", "--steps", "4"),
]


@pytest.mark.parametrize("options", METHODS, ids=lambda options: options[0])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_draw_is_written_and_drawn_again(tp: Tp, teams: Path, options: tuple[str, ...], suffix: str) -> None:
    output = teams.with_name(f"out{suffix}")
    drawn = tp("allocate", teams, "-o", output, "--method", *options)
    assert drawn.code == DONE
    assert str(output) in drawn.out
    assert output.stat().st_size > 0
    checked = tp("allocate", teams, "--check", output.with_suffix(".record.json"))
    assert checked.code == DONE


def test_the_same_seed_gives_the_same_and_no_seed_gives_another_each_time(tp: Tp, teams: Path) -> None:
    outputs = [teams.with_name(f"{name}.csv") for name in "abcd"]
    for output, seed in zip(outputs, (["--seed", "x"], ["--seed", "x"], [], []), strict=True):
        assert tp("allocate", teams, "-o", output, "--method", "simple", *seed).code == DONE
    first, second, *_ = [output.read_bytes() for output in outputs]
    assert first == second
    seeds = [record_of(output)["seed"] for output in outputs]
    assert seeds[:2] == ["x", "x"]
    assert len({*seeds}) == 3


def test_a_draw_is_never_written_over(tp: Tp, teams: Path) -> None:
    output = teams.with_name("out.csv")
    assert tp("allocate", teams, "-o", output, "--method", "simple").code == DONE
    before = output.read_bytes()
    again = tp("allocate", teams, "-o", output, "--method", "simple")
    assert again.code == IN_THE_WAY
    assert str(output) in again.err
    assert output.read_bytes() == before


def test_a_second_draw_from_a_list_is_warned_of(tp: Tp, teams: Path) -> None:
    tp("allocate", teams, "-o", teams.with_name("one.csv"), "--method", "simple")
    again = tp("allocate", teams, "-o", teams.with_name("two.csv"), "--method", "simple")
    assert again.code == DONE
    assert "one.record.json" in again.err


def test_a_list_that_was_changed_is_not_the_same(tp: Tp, teams: Path) -> None:
    tp("allocate", teams, "-o", teams.with_name("out.csv"), "--method", "simple")
    teams.write_text(TEAMS.replace("T3,", "T30,"), encoding="utf-8")
    checked = tp("allocate", teams, "--check", teams.with_name("out.record.json"))
    assert checked.code == IN_THE_WAY
    assert checked.out


def test_duplicates_are_named_with_their_lines_and_nothing_is_written(tp: Tp, teams: Path) -> None:
    teams.write_text(TEAMS + "T3,N,1\n", encoding="utf-8")
    drawn = tp("allocate", teams, "-o", teams.with_name("out.csv"), "--method", "simple")
    assert drawn.code == IN_THE_WAY
    assert "“T3” on lines 4 and 14" in drawn.err
    assert not teams.with_name("out.csv").exists()


def test_an_odd_one_out_is_told(tp: Tp, teams: Path) -> None:
    teams.write_text(TEAMS + "T13,N,99\n", encoding="utf-8")
    drawn = tp("allocate", teams, "-o", teams.with_name("out.csv"), "--method", "pairs", "--pair-on", "Calls")
    assert "T13" in drawn.err


@pytest.mark.parametrize(
    "options",
    [
        ("--method", "simple"),
        ("-o", "out.csv"),
        ("-o", "out.csv", "--method", "favourites"),
        ("-o", "out.csv", "--method", "simple", "--ratio", "2,one"),
        ("-o", "out.csv", "--method", "simple", "--get", "-3"),
        ("-o", "out.csv", "--method", "simple", "--get", "9" * 30),
        ("-o", "out.csv", "--method", "simple", "--steps", "3"),
        ("-o", "out.csv", "--method", "stepped", "--steps", "999999999"),
        ("-o", "out.csv", "--method", "stratified"),
        ("--check", "out.record.json", "--seed", "x"),
    ],
)
def test_a_command_that_cannot_be_meant_is_refused(
    tp: Tp, teams: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(teams.parent)
    before = sorted(teams.parent.iterdir())
    refused = tp("allocate", teams, *options)
    assert refused.code in {IN_THE_WAY, MISUSED} if "stepped" in options else refused.code == MISUSED
    assert refused.err
    assert sorted(teams.parent.iterdir()) == before


def test_without_a_method_one_is_advised_for_the_list(tp: Tp, teams: Path) -> None:
    advised = tp("allocate", teams, "-o", teams.with_name("out.csv"))
    assert advised.code == MISUSED
    assert '--method pairs --pair-on "Calls"' in advised.err


@pytest.mark.parametrize(
    "options",
    [
        ("--method", "stratified", "--strata", "Aera"),
        ("--method", "simple", "--id", "Nam"),
        ("--method", "simple", "--get", "12"),
        ("--method", "simple", "--seed", " "),
        ("--method", "simple", "--arms", ",".join(map(str, range(13)))),
    ],
)
def test_what_the_list_does_not_allow_is_told(tp: Tp, teams: Path, options: tuple[str, ...]) -> None:
    drawn = tp("allocate", teams, "-o", teams.with_name("out.csv"), *options)
    assert drawn.code == IN_THE_WAY
    assert drawn.err


@pytest.mark.parametrize("what", ["list", "record"])
def test_files_that_are_not_there_are_told(tp: Tp, teams: Path, what: str) -> None:
    missing = teams.with_name("nowhere")
    listed, record = (missing, teams) if what == "list" else (teams, missing)
    assert tp("allocate", listed, "--check", record).code == IN_THE_WAY


def test_file_names_and_groups_in_no_encoding_do_no_harm(tp: Tp, teams: Path) -> None:
    odd = teams.rename(teams.with_name(os.fsdecode(b"te\xffams.csv")))
    output = odd.with_name(os.fsdecode(b"out\xff.csv"))
    assert tp("allocate", odd, "-o", output, "--method", "simple", "--arms", "A\udcff,B").code == DONE
    assert tp("allocate", odd, "--check", output.with_suffix(".record.json")).code == DONE


def test_a_folder_that_is_not_there_is_told(tp: Tp, teams: Path) -> None:
    drawn = tp("allocate", teams, "-o", teams.parent / "nowhere" / "out.csv", "--method", "simple")
    assert drawn.code == IN_THE_WAY

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN, Tp
from thinking_professionals.cli.main import main
from thinking_professionals.paths import ROOT

SUFFIXES = (".pdf", ".html", ".docx", ".md", ".json")


def test_a_plan_is_worked_through_in_words(tp: Tp, plan: Path) -> None:
    done = tp("assess", plan)
    assert (done.code, done.err) == (0, "")
    assert "Recommended: Trial" in done.out
    assert "£" in done.out
    assert "Not used" not in done.out


def test_a_plan_is_worked_through_as_json(tp: Tp, plan: Path) -> None:
    found = json.loads(tp("assess", plan, "--json").out)
    assert (found["recommended"]["id"], found["branch"], found["complete"]) == ("trial", "works", True)
    assert (found["as_of"], found["problems"]) == ("2026-11-21", [])


def test_what_the_numbers_could_show_is_said_in_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(ROOT / "content/examples/body-worn-video.plan.yaml")]) == 0
    said = capsys.readouterr().out
    assert "Could it be seen?" in said
    assert "times in 100" in said


def test_what_is_not_known_is_said_in_words(tp: Tp, plan: Path) -> None:
    plan.write_text(PLAN.replace("people: 300", "people: dont_know").replace("spend: 100", ""), encoding="utf-8")
    done = tp("assess", plan)
    assert done.code == 0
    assert "(people)" in done.out


def test_an_unsure_stop_is_said_with_the_safe_choice(tp: Tp, plan: Path) -> None:
    plan.write_text(PLAN.replace("spend: 100", "spend: dont_know"), encoding="utf-8")
    done = tp("assess", plan)
    assert done.code == 0
    assert "Provided that" in done.out
    assert "safe choice" in done.out


def test_what_would_be_stronger_and_what_to_watch_is_said(tp: Tp, plan: Path) -> None:
    plan.write_text(PLAN.replace("spend: 100", "spend: 900"), encoding="utf-8")
    done = tp("assess", plan)
    assert done.code == 0
    assert "Trial (" in done.out.partition("Stronger evidence")[2]
    plan.write_text(PLAN.replace("[new]", "[hurried]") + "  start: 2027-01-01\n", encoding="utf-8")
    assert "To watch" in tp("assess", plan).out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("", "Not finished"),
        ("  purpose: cause\n", "Not finished"),
        ("  purpose: reason\n", "another door"),
        ("  purpos: cause\n", "purpose"),
        ("  purpose: teh_cause\n  people: [a, b]\n", "purpose"),
        ("  people: lots\n", "people"),
    ],
)
def test_an_unfinished_or_puzzling_plan_is_exit_0_and_said(tp: Tp, plan: Path, answers: str, said: str) -> None:
    plan.write_text(f"format: 1\nbranch: works\nanswers:\n{answers}", encoding="utf-8")
    done = tp("assess", plan)
    assert (done.code, done.err) == (0, "")
    assert said in done.out


def test_problems_are_in_the_json(tp: Tp, plan: Path) -> None:
    plan.write_text(PLAN + "  stranger: 1\n", encoding="utf-8")
    (problem,) = json.loads(tp("assess", plan, "--json").out)["problems"]
    assert "stranger" in problem


def test_a_branch_without_questions_is_exit_0_and_honest(tp: Tp, plan: Path) -> None:
    done = tp("assess", plan, "--branch", "why")
    assert done.code == 0
    assert "no questions yet" in done.out
    assert "This is not built yet." in done.out
    found = json.loads(tp("assess", plan, "--branch", "why", "--json").out)
    assert (found["branch"], found["recommended"]) == ("why", None)


@pytest.mark.parametrize("line", ["", "branch: elsewhere"])
def test_a_plan_without_a_branch_of_ours_is_worked_through_at_the_first(tp: Tp, plan: Path, line: str) -> None:
    plan.write_text(PLAN.replace("branch: works", line), encoding="utf-8")
    found = json.loads(tp("assess", plan, "--json").out)
    assert found["branch"] == "works"
    assert "--branch" in found["problems"][-1]


def test_an_unknown_branch_is_wrong_usage(tp: Tp, plan: Path) -> None:
    assert tp("assess", plan, "--branch", "workz").code == 2


BAD = {
    "empty": b"",
    "truncated": PLAN.encode()[:60] + b' "cut',
    "binary": bytes(range(256)),
    "bomb": b"format: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "tag": b"format: 1\nanswers: !!python/object/apply:os.system [exit]\n",
    "deep": b"format: 1\nanswers: " + b"[" * 100_000,
    "future": b"format: 2\n",
    "no format": b"title: A\n",
    "wrong type": b"format: 1\nanswers: 5\n",
    "list": b"- a\n",
    "utf-16": PLAN.encode("utf-16"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("command", ["assess", "report"])
def test_a_bad_plan_is_exit_1_with_one_sentence(tp: Tp, tmp_path: Path, command: str, data: bytes) -> None:
    path = tmp_path / "bad.plan.yaml"
    path.write_bytes(data)
    done = tp(command, path, *(["-o", tmp_path / "a.md"] if command == "report" else []))
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "bad.plan.yaml" in done.err
    assert path.read_bytes() == data
    assert not (tmp_path / "a.md").exists()


def test_a_huge_plan_is_refused_unread(tp: Tp, tmp_path: Path) -> None:
    path = tmp_path / "huge.plan.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    done = tp("assess", path)
    assert done.code == 1
    assert "5 MB" in done.err


@pytest.mark.parametrize("name", ["missing.plan.yaml", "missing/a.plan.yaml", "."])
def test_a_plan_that_is_not_there_is_exit_1(tp: Tp, tmp_path: Path, name: str) -> None:
    done = tp("assess", tmp_path / name)
    assert done.code == 1
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_summary_is_written_in_every_format(tp: Tp, plan: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"summary{suffix}"
    done = tp("report", plan, "-o", path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert path.stat().st_size > 500
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_summary_takes_the_place_of_an_old_one_and_keeps_its_rights(tp: Tp, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "summary.MD"
    path.write_bytes(b"old")
    path.chmod(0o644)
    assert tp("report", plan, "-o", path).code == 0
    assert "Trial" in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_what_a_summary_could_not_use_is_also_said_at_once(tp: Tp, plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN + "  stranger: 1\n", encoding="utf-8")
    done = tp("report", plan, "-o", tmp_path / "a.md")
    assert done.code == 0
    assert "stranger" in done.err


@pytest.mark.parametrize("name", ["a.txt", "a", "a.pdf.bak"])
def test_an_unknown_format_is_wrong_usage(tp: Tp, plan: Path, tmp_path: Path, name: str) -> None:
    done = tp("report", plan, "-o", tmp_path / name)
    assert done.code == 2
    assert all(suffix in done.err for suffix in SUFFIXES)


def test_a_summary_never_takes_the_place_of_its_plan(tp: Tp, tmp_path: Path) -> None:
    plan, link = tmp_path / "plan.json", tmp_path / "link.json"
    plan.write_text(PLAN, encoding="utf-8")
    link.symlink_to(plan)
    assert [tp("report", plan, "-o", place).code for place in (plan, link)] == [2, 2]
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_summary_of_a_branch_without_questions_is_exit_1(tp: Tp, plan: Path, tmp_path: Path) -> None:
    assert tp("report", plan, "--branch", "why", "-o", tmp_path / "a.md").code == 1


@pytest.mark.parametrize("name", ["missing/a.md", "a.plan.yaml/a.md", "folder.md", "full.md"])
def test_a_place_that_takes_no_file_is_exit_1_and_nothing_is_left_behind(
    tp: Tp, plan: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "full.md").symlink_to("/dev/full")
    before = sorted(tmp_path.iterdir())
    done = tp("report", plan, "-o", tmp_path / name)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert [path for path in sorted(tmp_path.iterdir()) if path.name != "home"] == before


@pytest.mark.parametrize(("call", "code"), [("fsync", errno.ENOSPC), ("open", errno.EROFS), ("open", errno.EACCES)])
def test_a_full_or_read_only_disk_leaves_the_old_summary(
    tp: Tp, plan: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    path = plan.parent / "out" / "a.md"
    path.parent.mkdir()
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        done = tp("report", plan, "-o", path)
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert [file.name for file in path.parent.iterdir()] == ["a.md"]
    assert path.read_bytes() == b"old"

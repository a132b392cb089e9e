import errno
import os
from datetime import date
from pathlib import Path

import pytest

from thinking_professionals.plan import Plan, PlanError, from_mapping, read_plan

BY_HAND = """\
format: 1
title: Body-worn video in response teams
branch: works                 # the branch last looked at
answers:
  has_it_started: not_started
  units: 48
  icc: dont_know
  odd: [yes, 007, 12:30, 1.10]
  measures:
    - {outcome: Complaints, source: PSD records}
notes: {units: Counted in March}
rates: {}
edition: "2026.1"
saved: 2026-11-21
colour: {of: [sky]}
"""


def save(folder: Path, content: str | bytes) -> Path:
    path = folder / "a.plan.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(PlanError) as caught:
        read_plan(path)
    said = str(caught.value)
    assert str(path) in said
    assert "\n" not in said
    return said


def test_a_plan_written_by_hand_is_read_as_it_looks(tmp_path: Path) -> None:
    assert read_plan(save(tmp_path, BY_HAND)) == Plan(
        title="Body-worn video in response teams",
        branch="works",
        answers={
            "has_it_started": "not_started",
            "units": "48",
            "icc": "dont_know",
            "odd": ["yes", "007", "12:30", "1.10"],
            "measures": [{"outcome": "Complaints", "source": "PSD records"}],
        },
        notes={"units": "Counted in March"},
        edition="2026.1",
        saved=date(2026, 11, 21),
        extra={"colour": {"of": ["sky"]}},
    )


@pytest.mark.parametrize("content", ["format: 1", "format: 1\nanswers:\nnotes: ~\nrates: null\nsaved:\n"])
def test_what_is_left_out_is_empty(tmp_path: Path, content: str) -> None:
    assert read_plan(save(tmp_path, content)) == Plan()


def test_a_byte_order_mark_and_windows_line_ends_are_read_through(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode()
    assert read_plan(save(tmp_path, windows)).answers["units"] == "48"


def test_texts_come_out_composed_and_without_control_characters(tmp_path: Path) -> None:
    plan = read_plan(save(tmp_path, 'format: 1\ntitle: "Cafe\\u0301\\e[31m"\nanswers: {"a\\0": "b\\rc"}'))
    assert plan.title == "Café[31m"
    assert plan.answers == {"a": "b\nc"}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "empty"),
        ("# nothing yet\n", "empty"),
        (BY_HAND[:200] + '\n  more: "cut of', "line"),
        (b"%PDF-1.7\n\x00\xff\xfe", "text"),
        (b"\x89PNG\r\n\x1a\n\xff", "text"),
        (BY_HAND.encode("utf-16"), "text"),
        ("x" * 5_000_001, "5 MB"),
        ("format: 1\na: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "line 2"),
        ("format: 1\nanswers: " + "[" * 3000, "line"),
        ("format: 1\nanswers: " + "{a: " * 60 + "}" * 60, "nested"),
        ("format: 1\nanswers: !!python/object/apply:os.system [true]", "tag"),
        ("format: 1\nanswers:\n  a: 1\n  a: 2", "line 4"),
        ("format: 1\nanswers: {e\u0301: 1, \xe9: 2}", "same"),
        ("format: 1\n---\nformat: 1", "line 2"),
        ("- format: 1", "not a plan"),
        ("format", "not a plan"),
        ("title: No format", "format: 1"),
        ("format: one", "format: 1"),
        ("format: [1]", "format: 1"),
        ("format: 0", "format: 1"),
        ("format: 2\nanswers: [not, as, we, know, it]", "newer"),
        ("format: " + "9" * 5000, "newer"),
        ("format: 1\ntitle: [a, b]", "title"),
        ("format: 1\nbranch: {a: b}", "branch"),
        ("format: 1\nanswers: [a, b]", "answers"),
        ("format: 1\nanswers: none of them", "answers"),
        ("format: 1\nnotes: {units: [a]}", "units"),
        ("format: 1\nrates: 4", "rates"),
        ("format: 1\nedition: []", "edition"),
        ("format: 1\nsaved: yesterday", "2026-11-21"),
        ("format: 1\nsaved: 2026-02-30", "2026-11-21"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_and_left_alone(tmp_path: Path, content: str | bytes, word: str) -> None:
    path = save(tmp_path, content)
    before = path.read_bytes()
    assert word in refusal(path)
    assert path.read_bytes() == before


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "missing.plan.yaml")


def test_a_folder_is_said(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in refusal(tmp_path / "pipe")


@pytest.mark.parametrize(("code", "word"), [(errno.EACCES, "may not read"), (errno.EIO, "the machine says")])
def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    path = save(tmp_path, BY_HAND)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "open", refuse)
    assert word in refusal(path)


def test_a_plain_form_holds_text_only() -> None:
    with pytest.raises(PlanError, match="quotation marks"):
        from_mapping({"format": "1", "answers": {"units": 48}})

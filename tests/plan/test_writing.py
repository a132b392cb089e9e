import errno
import os
import stat
from pathlib import Path

import pytest

from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.plan import Plan, PlanError, read_plan, write_plan

PLAN = Plan(title="New", answers={"scheme": "48"})


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_plan_is_written_for_its_owner_only_and_read_back(tmp_path: Path, questions: Questionnaire) -> None:
    path = tmp_path / "a.plan.yaml"
    write_plan(PLAN, path, questions)
    assert read_plan(path) == PLAN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.plan.yaml"
    write_plan(Plan(title="Old"), path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PlanError, match="no room"):
        write_plan(PLAN, path)
    assert read_plan(path).title == "Old"
    assert names(tmp_path) == ["a.plan.yaml"]


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="folder"):
        write_plan(PLAN, tmp_path / "missing" / "a.plan.yaml")


def test_a_plan_that_could_not_be_opened_again_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="5 MB"):
        write_plan(Plan(answers={"scheme": "x" * 5_000_001}), tmp_path / "a.plan.yaml")
    assert names(tmp_path) == []

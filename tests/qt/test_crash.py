"""When something of ours breaks: answers first, then a log, then words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from thinking_professionals.qt.crash import Crash


def break_with(crash: Crash, fault: BaseException) -> None:
    try:
        raise fault
    except BaseException:
        kind, value, trace = sys.exc_info()
        assert kind is not None
        assert value is not None
        crash(kind, value, trace)


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def crashing(folder: Path, put_away: Callable[[], object]) -> Crash:
    return Crash(folder / "logs", put_away)


def test_the_answers_are_put_away_and_the_log_holds_versions_and_traceback(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept: list[bool] = []
    crash = crashing(tmp_path, lambda: kept.append(True) or True)
    break_with(crash, RuntimeError("the kettle is dry"))
    [log] = (tmp_path / "logs").glob("*.log")
    for wanted in ("the kettle is dry", "PySide6", "Python 3", "break_with"):
        assert wanted in log.read_text(encoding="utf-8")
    assert kept
    assert "the kettle is dry" in capsys.readouterr().err
    [box] = boxes()
    assert str(log) in box.informativeText()
    box.close()


def test_a_log_is_its_owners_alone_whatever_the_fault_says(qapp: QApplication, tmp_path: Path) -> None:
    break_with(crashing(tmp_path, lambda: True), RuntimeError("half a letter: \ud800"))
    [log] = (tmp_path / "logs").glob("*.log")
    assert r"\ud800" in log.read_text(encoding="utf-8")
    assert (log.parent.stat().st_mode & 0o77, log.stat().st_mode & 0o77) == (0, 0)
    for box in boxes():
        box.close()


def test_a_fault_that_repeats_is_told_once(qapp: QApplication, tmp_path: Path) -> None:
    crash = crashing(tmp_path, lambda: True)
    for _ in range(3):
        break_with(crash, RuntimeError("again"))
    [box] = boxes()
    box.close()


def test_it_copes_where_nothing_can_be_kept_or_written(qapp: QApplication, tmp_path: Path) -> None:
    def cannot() -> object:
        raise OSError("no room")

    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    break_with(crashing(tmp_path, cannot), RuntimeError("first"))
    [box] = boxes()
    assert "log" not in box.informativeText()
    box.close()

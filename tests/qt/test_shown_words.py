"""Where there is no stream to say a fault on, it is shown in a box."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from thinking_professionals.cli.main import run_window


def test_a_windowed_program_shows_why_it_cannot_go_on(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "argv", ["thinking-professionals", "--as-of", "someday"])
    with pytest.raises(SystemExit) as left:
        run_window()
    assert left.value.code == 2
    assert "someday" in shown[0]

"""The pointer while the window is at work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from thinking_professionals.qt.parts.waiting import waiting


def test_the_pointer_waits_only_as_long_as_the_work_takes(qapp: QApplication) -> None:
    with waiting():
        assert qapp.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    assert qapp.overrideCursor() is None


def test_the_pointer_comes_back_from_work_that_fails(qapp: QApplication) -> None:
    with pytest.raises(ZeroDivisionError), waiting():
        _ = 1 / 0
    assert qapp.overrideCursor() is None

"""The question's page: what it hands on when the person goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.qt.finding import find
from thinking_professionals.library.questions import Question
from thinking_professionals.qt.entries.asked import Asked
from thinking_professionals.qt.pages.asking import Beside
from thinking_professionals.qt.pages.question import QuestionPage


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [("number", "1,200", "1200"), ("money", "£1,200.50", "1200.50"), ("date", "1/3/2026", "2026-03-01")],
)
def test_an_amount_is_kept_as_a_plan_writes_it(
    qtbot: QtBot, question: Callable[..., Question], kind: str, typed: str, kept: str
) -> None:
    page = QuestionPage()
    qtbot.addWidget(page)
    page.show()
    asked = question(kind=kind)
    page.present(Asked(asked, typed), "A door", Beside(()))
    with qtbot.waitSignal(page.answered) as told:
        qtbot.mouseClick(find(page, "nav.continue"), Qt.MouseButton.LeftButton)
    assert told.args == [asked.id, kept]

"""Parts one beneath another: what asks for room gets it, and the rest follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.parts.pile import Pile
from thinking_professionals.qt.parts.words import Words

LONG = "Several words " * 8


def settle() -> None:
    """Each layout tells the one around it, a turn of the event loop later."""
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def pile(window: QWidget, *words: str) -> tuple[Pile, list[Words], QWidget]:
    """A pile of words over one more widget, shown in a narrow window."""
    lines = QVBoxLayout(window)
    made, beneath = Pile(5), QWidget()
    parts = [Words(one) for one in words]
    for part in parts:
        made.add(part)
    made.settle()
    lines.addWidget(made)
    lines.addWidget(beneath, 1)
    window.resize(160, 600)
    window.show()
    settle()
    return made, parts, beneath


def test_each_part_begins_where_the_one_before_ends(window: QWidget) -> None:
    made, (first, second), _ = pile(window, "Several", "Two")
    assert second.y() == first.height() + 5
    assert made.height() == second.y() + second.height()


def test_a_part_that_says_more_gets_more_room(window: QWidget) -> None:
    made, (first, second), beneath = pile(window, "Several", "Two")
    before = made.height(), second.y(), beneath.y()
    first.say(LONG)
    settle()
    assert first.height() == first.heightForWidth(first.width()) > before[0]
    assert second.y() > before[1]
    assert beneath.y() > before[2]
    first.say("Several")
    settle()
    assert (made.height(), second.y(), beneath.y()) == before


class Figure(QWidget):
    """As tall as ever, however wide."""

    wide = 50

    def sizeHint(self) -> QSize:
        return QSize(self.wide, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def test_a_part_that_must_be_wider_widens_the_pile(window: QWidget) -> None:
    made, _, _ = pile(window, "Several")
    figure = Figure()
    made.add(figure)
    figure.show()
    made.settle()
    settle()
    figure.wide = made.width() + 50
    figure.updateGeometry()
    settle()
    assert made.width() == figure.wide


def test_a_hidden_part_takes_no_room(window: QWidget) -> None:
    made, (first, second), _ = pile(window, "Several", "Two")
    first.hide()
    settle()
    assert second.y() == 0
    assert made.height() == second.height()


def test_larger_type_takes_more_room(window: QWidget) -> None:
    _, (first, second), _ = pile(window, "Several", "Two")
    before = second.y()
    font = first.font()
    font.setPixelSize(40)
    first.setFont(font)
    settle()
    assert second.y() > before

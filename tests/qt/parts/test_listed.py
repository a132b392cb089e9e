"""A list of words that is painted: as tall as its items, and read out as they are."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.parts.listed import Listed


def listed(qtbot: QtBot, *items: str) -> Listed:
    made = Listed()
    qtbot.addWidget(made)
    font = made.font()
    font.setPixelSize(15)
    made.setFont(font)
    made.put(items)
    return made


def test_a_screen_reader_meets_every_item_as_text(qtbot: QtBot) -> None:
    made = listed(qtbot, "A trial", "A look at the figures")
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface is not None
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name).splitlines() == ["A trial", "A look at the figures"]


def test_it_is_as_tall_as_its_items_and_a_long_one_is_wrapped(qtbot: QtBot) -> None:
    one = listed(qtbot, "A trial").heightForWidth(200)
    assert listed(qtbot, "A trial", "A look").heightForWidth(200) == 2 * one
    assert listed(qtbot, "A trial of several things at once in many places").heightForWidth(100) > one
    assert listed(qtbot).heightForWidth(200) == 0


def test_what_is_put_takes_the_place_of_what_was_there(qtbot: QtBot) -> None:
    made = listed(qtbot, "A trial", "A look")
    made.resize(200, 100)
    two = made.grab().toImage()
    made.put(["A trial"])
    assert made.grab().toImage() != two
    made.put(["A trial", "A look"])
    assert made.grab().toImage() == two

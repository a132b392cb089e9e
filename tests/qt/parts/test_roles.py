"""Roles of our own: they last as long as their widget, in whatever order things are let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.qt.finding import name_of, role_of
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.words import Title


def test_a_heading_is_a_heading_named_by_its_words(qtbot: QtBot) -> None:
    title = Title("One")
    qtbot.addWidget(title)
    assert (role_of(title), name_of(title)) == (QAccessible.Role.Heading, "One")
    title.say("Two & three")
    assert name_of(title) == "Two & three"


def test_widgets_with_roles_come_and_go_by_the_hundred(qapp: QApplication) -> None:
    for _ in range(300):
        holder = QWidget()
        Title("Kept by its parent", holder)
        Group("Dropped at once")
        assert role_of(Title("Dropped after a look")) == QAccessible.Role.Heading
        holder.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_calls_that_return_nothing_do_not_use_up_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(30_000):
        widget.setObjectName("again")
    assert widget.objectName() == "again"

"""Roles for a screen reader that Qt's stock widgets do not have: heading, group, graphic, status."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
Politeness = QAccessible.AnnouncementPoliteness


def give_role(widget: QWidget, role: Role) -> None:
    """Make `widget` arrive as `role`; its name is the widget's accessible name.

    Qt forgets the role where the widget's class gets new slots later, as PySide gives it for each method that a signal
    is connected to: in such a class, mark those methods as `Slot`.
    """
    interface = QAccessibleWidget(widget, role)
    QAccessible.registerAccessibleInterface(interface)
    widget.destroyed.connect(partial(_outlive, interface))


def _outlive(interface: QAccessibleWidget, widget: object = None) -> None:
    """Keeps the interface, which Qt reads without owning, until its widget is gone: sooner is a crash."""


def name(widget: QWidget, words: str, identifier: str = "", description: str = "") -> None:
    """What a screen reader says for a control, and the identifier by which tests find it."""
    widget.setAccessibleName(words)
    widget.setAccessibleDescription(description)
    if identifier:
        widget.setAccessibleIdentifier(identifier)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(Politeness.Assertive if urgent else Politeness.Polite)
    QAccessible.updateAccessibility(event)


class Group(QWidget):
    """A plain widget that a screen reader finds as a group under its name."""

    def __init__(self, words: str, identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, Role.Grouping)
        name(self, words, identifier)

"""Finding what a person finds: controls by accessible identifier, words that show, and where Tab stops."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget


def find(root: QWidget, identifier: str) -> QWidget:
    """The one widget in sight with that identifier."""
    found = [w for w in root.findChildren(QWidget) if w.accessibleIdentifier() == identifier and w.isVisible()]
    assert len(found) == 1, f"{len(found)} widgets in sight are called {identifier}"
    return found[0]


def is_there(root: QWidget, identifier: str) -> bool:
    return any(w.accessibleIdentifier() == identifier and w.isVisible() for w in root.findChildren(QWidget))


def name_of(widget: QWidget) -> str:
    """What a screen reader says for it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def words_in_sight(root: QWidget) -> str:
    return "\n".join(label.accessibleName() for label in root.findChildren(QLabel) if label.isVisible())


def tab_stops(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

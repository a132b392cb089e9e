"""How widgets of our own share the room there is."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

UNBOUNDED = (1 << 24) - 1
"""Qt's largest width of a widget, which takes a bound away."""


def fill_width(widget: QWidget) -> None:
    """As wide as there is room for; its height follows from that."""
    _size(widget, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def follow_width(widget: QWidget) -> None:
    """As wide as it is given, and as tall as its words then are."""
    _size(widget, QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _size(widget: QWidget, across: QSizePolicy.Policy, down: QSizePolicy.Policy) -> None:
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)

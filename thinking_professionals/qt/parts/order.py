"""The way of the Tab key, set out anew where widgets come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(widgets: Sequence[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def stops(widget: QWidget) -> list[QWidget]:
    """The widgets inside at which Tab stops, in the order in which they were made."""
    return [child for child in widget.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]

"""The scrolling sheet on which every page is laid, with a column no wider than comfortable reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

SPACES = (4, 8, 12, 16, 24, 32, 48)


def em(widget: QWidget) -> int:
    """The size of a widget's type in pixels."""
    return max(1, widget.font().pixelSize())


def column(spacing: int = 12, parent: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """A plain widget and its layout, top to bottom."""
    holder = QWidget(parent)
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(spacing)
    return holder, lines


def empty(lines: QVBoxLayout) -> None:
    """Take everything out of a layout: out of sight at once, and gone once what is going on has ended.

    It keeps its parent until then. Without one it would belong to Python, and be gone in the middle of its own event.
    """
    while (item := lines.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Rule(QFrame):
    """A hairline."""


class Sheet(QScrollArea):
    """Scrolls up and down only. `lines` is the column in the middle, `widest` its greatest width in ems."""

    def __init__(self, widest: float = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        across = QHBoxLayout(self._body)
        across.setContentsMargins(24, 32, 24, 48)
        across.addStretch(1)
        self.column, self.lines = column(12, self._body)
        across.addWidget(self.column, 1000)
        across.addStretch(1)
        self.setWidget(self._body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.setMaximumWidth(round(self._widest * em(self)))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

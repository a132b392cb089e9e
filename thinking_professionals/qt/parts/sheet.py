"""The scrolling sheet on which every page is laid, with a column no wider than comfortable reading."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.roles import Role, give_role


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


class Body(QWidget):
    """What scrolls. How tall it is follows from its width alone: words at their narrowest would leave an empty end."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Sheet(QWidget):
    """Scrolls up and down only. `lines` is the column in the middle, `widest` its greatest width in ems.

    The scroll bar always has its place, so that nothing moves sideways from page to page.
    """

    def __init__(self, widest: float = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.area = _scroller(self)
        self.body = Body()
        across = QHBoxLayout(self.body)
        across.setContentsMargins(24, 32, 24, 48)
        across.addStretch(1)
        self.column, self.lines = column(12, self.body)
        across.addWidget(self.column, 1000)
        across.addStretch(1)
        self.area.setWidget(self.body)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column.setMaximumWidth(round(self._widest * em(self)))

    def start(self) -> QWidget | None:
        """Where the keyboard begins on this page."""
        return None

    def announce(self) -> None:
        """Say what a screen reader does not say by itself when the keyboard arrives."""

    def room(self) -> int:
        """How wide a page may be."""
        return self.width() - self.area.verticalScrollBar().sizeHint().width()

    def to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def to(self, widget: QWidget) -> None:
        self.area.verticalScrollBar().setValue(widget.mapTo(self.body, QPoint()).y() - 16)


def _scroller(parent: QWidget) -> QScrollArea:
    """Scrolled by Page Up and Page Down from whatever in it has the focus, so no Tab stop of its own.

    Qt's own interface for a scroll area takes any number for a child's, and dies of one that has just gone; hence a
    role of ours.
    """
    area = QScrollArea(parent)
    give_role(area, Role.Client)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return area

"""A widget that sets its parts one beneath another and remembers how tall that is.

A stock layout asks each part for its height a dozen times on the way to one page; here each is asked once a width.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.parts.sizing import fill_width

LOOSENS = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.FontChange, QEvent.Type.StyleChange})


class Pile(QWidget):
    """For parts whose height follows from their width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QWidget] = []
        self._heights: dict[int, list[int]] = {}
        self._least = QSize()
        fill_width(self)

    def add(self, part: QWidget) -> None:
        part.setParent(self)
        self._parts.append(part)

    def settle(self) -> None:
        """Parts were put, changed, shown or hidden: work out their places anew."""
        self._heights.clear()
        self._arrange()
        self._least = self.minimumSizeHint()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tall = [height for height in self._tall(width) if height]
        return sum(tall) + self._gap * max(0, len(tall) - 1)

    def sizeHint(self) -> QSize:
        width = max((part.sizeHint().width() for part in self._parts[:1]), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._resettle()
        elif event.type() in LOOSENS:
            self.settle()
        return super().event(event)

    def _resettle(self) -> None:
        """A part asked for room: tell those above only where that makes a difference, or they lay out all again."""
        before, least = self._heights, self._least
        self._heights = {}
        for width in before:
            self._tall(width)
        if self._heights != before or self.minimumSizeHint() != least:
            self.settle()

    def _tall(self, width: int) -> list[int]:
        """The height of each part at a width; 0 where it is hidden."""
        if width not in self._heights:
            self._heights[width] = [0 if part.isHidden() else _height(part, width) for part in self._parts]
        return self._heights[width]

    def _arrange(self) -> None:
        top = 0
        for part, tall in zip(self._parts, self._tall(self.width()), strict=True):
            if tall:
                part.setGeometry(QRect(0, top, self.width(), tall))
                top += tall + self._gap


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

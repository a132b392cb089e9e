"""A widget that sets its parts in a line and goes to the next where the line is full, as words do.

It is no QLayout: those must answer None at their end, and PySide loses count of None each time a virtual returns it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from thinking_professionals.qt.parts.sizing import UNBOUNDED, fill_width


class Flow(QFrame):
    """`stretch`, once set, is the part that takes the room left in its line and pushes what follows to the right.

    With `even`, the parts of a line share all of its width and are equally tall.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, edge: tuple[int, int] = (0, 0), *, even: bool = False
    ) -> None:
        super().__init__(parent)
        self._even = even
        self.stretch: QWidget | None = None
        self._parts: list[QWidget] = []
        self._gap = gap
        self._edge_x, self._edge_y = edge
        fill_width(self)

    def add(self, part: QWidget) -> None:
        part.setParent(self)
        self._parts.append(part)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        sizes = [self._size(part, UNBOUNDED) for part in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide + 2 * self._edge_x, self._arrange(wide + 2 * self._edge_x, move=False))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest + 2 * self._edge_x, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _size(self, part: QWidget, width: int) -> QSize:
        """What a part asks for; one that will be stretched makes do with its least, and none is wider than the flow."""
        part.ensurePolished()
        least = part.minimumSizeHint().expandedTo(part.minimumSize())
        wish = part.sizeHint().boundedTo(part.maximumSize()).expandedTo(least)
        if self._even or part is self.stretch:
            wish.setWidth(least.width())
        if wish.width() > width and part.hasHeightForWidth():
            return QSize(width, part.heightForWidth(width))
        return wish

    def _arrange(self, width: int, *, move: bool) -> int:
        inner = width - 2 * self._edge_x
        top = self._edge_y
        for line in self._lines(inner):
            if self._even:
                line = self._evened(line, inner)  # noqa: PLW2901 - the same line, stretched
            tall = max(size.height() for _, size in line)
            if move:
                self._place(line, QPoint(self._edge_x, top), inner, tall)
            top += tall + self._gap
        return max(0, top - self._gap) + self._edge_y

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for part in self._shown():
            size = self._size(part, width)
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((part, size))
            used += size.width() + self._gap
        return lines

    def _evened(self, line: list[tuple[QWidget, QSize]], width: int) -> list[tuple[QWidget, QSize]]:
        wide = (width - self._gap * (len(line) - 1)) // len(line)
        tall = max(part.heightForWidth(wide) if part.hasHeightForWidth() else size.height() for part, size in line)
        return [(part, QSize(wide, tall)) for part, _ in line]

    def _place(self, line: list[tuple[QWidget, QSize]], at: QPoint, width: int, tall: int) -> None:
        room = max(0, width - sum(size.width() for _, size in line) - self._gap * (len(line) - 1))
        left = at.x()
        for part, size in line:
            wide = min(width, size.width() + (room if part is self.stretch else 0))
            part.setGeometry(QRect(left, at.y() + (tall - size.height()) // 2, wide, size.height()))
            left += wide + self._gap

"""A short list of words, one item beneath another, painted so that what stays from page to page is not set anew."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.parts.painting import Block
from thinking_professionals.qt.parts.roles import Role, give_role
from thinking_professionals.qt.parts.sizing import follow_width

GAP = 6


class Listed(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, Role.StaticText)
        self._blocks: dict[str, Block] = {}
        follow_width(self)

    def put(self, items: Sequence[str]) -> None:
        if list(items) == list(self._blocks):
            return
        self._blocks = {item: self._blocks.get(item) or Block(item) for item in items}
        self.setAccessibleName("\n".join(items))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        font = self.font()
        return math.ceil(sum(block.height(font, width) + GAP for block in self._blocks.values()))

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("m") * 14
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("m") * 8, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font, at = QPainter(self), self.font(), QPointF(0, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for block in self._blocks.values():
            at = block.draw(painter, font, at, self.width()) + QPointF(0, GAP)

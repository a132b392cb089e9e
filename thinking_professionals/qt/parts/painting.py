"""Painting shared by our own controls: wrapped blocks of words, and the card they stand on."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

CORNER = 3.0
LEADING = 1.2
"""Times the font's own line, which is 1.2 of its size: reading text at about 1.45."""
MOST_REMEMBERED = 24
_NEW_LINE = "\u2028"
"""What a line break is to Qt's text layout."""


class _Made(NamedTuple):
    """Words set in lines, which break in the same places at every width from the narrowest to the widest."""

    lines: QTextLayout
    height: float
    narrowest: float
    widest: float


class Block:
    """Words wrapped to a width, breaking inside a word only when it is longer than a line."""

    def __init__(self, text: str, size: float = 1.0, *, strong: bool = False) -> None:
        self._text = text
        self._made: dict[int, list[_Made]] = {}
        self._size = size
        self._strong = strong

    @property
    def text(self) -> str:
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self._made.clear()

    def height(self, font: QFont, width: float) -> float:
        return self._lay_out(font, width).height if self._text else 0.0

    def width(self, font: QFont) -> float:
        """How wide the words are in one line."""
        return self._lay_out(font, math.inf).narrowest if self._text else 0.0

    def draw(self, painter: QPainter, font: QFont, at: QPoint | QPointF, width: float) -> QPointF:
        """Draw with the painter's pen; returns the point where what follows begins."""
        start = QPointF(at)
        if not self._text:
            return start
        made = self._lay_out(font, width)
        made.lines.draw(painter, start)
        return start + QPointF(0, made.height)

    def _lay_out(self, font: QFont, width: float) -> _Made:
        """Remembered, since a page's layout asks for heights again and again; only the size of a font ever changes."""
        known = self._made.setdefault(font.pixelSize(), [])
        for made in known:
            if made.narrowest <= width <= made.widest:
                return made
        if len(known) >= MOST_REMEMBERED:
            known.clear()
        known.append(self._make(font, width))
        return known[-1]

    def _make(self, font: QFont, width: float) -> _Made:
        made = QTextLayout(self._text.replace("\n", _NEW_LINE), self._font(font))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        step = QFontMetricsF(made.font()).height() * LEADING
        made.beginLayout()
        height, longest = 0.0, 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            longest = max(longest, line.naturalTextWidth())
            height += step
        made.endLayout()
        return _Made(made, height, min(longest, width), width if made.lineCount() > 1 else math.inf)

    def _font(self, font: QFont) -> QFont:
        sized = QFont(font)
        sized.setPixelSize(max(1, round(font.pixelSize() * self._size)))
        sized.setBold(self._strong)
        return sized


def paint_card(painter: QPainter, widget: QWidget, *, hovered: bool, chosen: bool) -> None:
    """Paper with an edge; the edge is the accent, and twice as strong, where chosen."""
    colours = widget.palette()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    role = QPalette.ColorRole
    painter.setBrush(colours.color(role.AlternateBase if hovered else role.Base))
    painter.setPen(QPen(colours.color(role.Link if chosen else role.Mid), 2.0 if chosen else 1.0))
    inset = 1.0 if chosen else 0.5
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_tick(painter: QPainter, where: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, where.width() * 0.14))
    points = ((0.22, 0.52), (0.43, 0.74), (0.80, 0.28))
    painter.drawPolyline([QPointF(where.x() + where.width() * x, where.y() + where.height() * y) for x, y in points])

"""A drawing painted on the screen, as wide as there is room for, with its description for those who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.parts.roles import Role, give_role, name
from thinking_professionals.qt.parts.sheet import em
from thinking_professionals.qt.parts.sizing import fill_width
from thinking_professionals.qt.theme import Colours, colours_of
from thinking_professionals.report.drawing import DASH, Box, Dot, Drawing, Ink, Label, Line, Mark, Path

LARGEST = 1.6 / 15
"""Points to pixels at most, for each pixel of body text, so that a small drawing neither shouts nor whispers."""


class Painted(QWidget):
    def __init__(self, drawing: Drawing, caption: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        give_role(self, Role.Graphic)
        name(self, caption, description=description)
        fill_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._drawing.height * self._scale(width))

    def sizeHint(self) -> QSize:
        width = round(self._drawing.width * self._largest())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale(self.width())
        painter.scale(scale, scale)
        for mark in self._drawing.marks:
            _paint(painter, mark, colours_of(self.palette()), self.font())

    def _scale(self, width: int) -> float:
        return min(self._largest(), width / self._drawing.width)

    def _largest(self) -> float:
        return LARGEST * em(self)


def _paint(painter: QPainter, mark: Mark, colours: Colours, font: QFont) -> None:
    colour = QColor(_colour(mark.ink, colours))
    match mark:
        case Line():
            painter.setPen(QPen(colour, mark.width))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Box():
            painter.fillRect(QRectF(mark.x, mark.y, mark.width, mark.height), colour)
        case Dot():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
        case Label():
            _letter(painter, mark, colour, font)
        case Path():
            painter.setPen(_pen(mark, colour))
            painter.drawPolyline([QPointF(x, y) for x, y in mark.points])


def _pen(path: Path, colour: QColor) -> QPen:
    pen = QPen(colour, path.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if path.dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([part / path.width for part in DASH])
    return pen


def _letter(painter: QPainter, label: Label, colour: QColor, font: QFont) -> None:
    sized = QFont(font)
    sized.setPixelSize(max(1, round(label.size)))
    sized.setBold(label.strong)
    wide = QFontMetricsF(sized).horizontalAdvance(label.text)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    painter.setFont(sized)
    painter.setPen(colour)
    painter.drawText(QPointF(left, label.y), label.text)


def _colour(ink: Ink, colours: Colours) -> str:
    match ink:
        case "ink":
            return colours.ink
        case "quiet":
            return colours.quiet
        case "accent":
            return colours.accent
        case "rule":
            return colours.border
        case "wash":
            return colours.hairline

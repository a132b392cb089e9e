"""Radio buttons and check boxes with room: a wrapped label, a hint beneath, and an edge that shows what is chosen.

They are Qt's own controls with their own painting, so keys, groups and screen readers work as everywhere else.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from thinking_professionals.qt.parts.painting import Block, paint_card
from thinking_professionals.qt.parts.roles import name

MARGIN_X = 14
MARGIN_Y = 9
GAP = 12


class _Face:
    """What both kinds share: how big they are, and everything painted but the mark."""

    def __init__(self, button: QAbstractButton, label: str, hint: str, identifier: str) -> None:
        self._button = button
        self._label = Block(label)
        self._hint = Block(hint, 13 / 15)
        button.setText(label.replace("&", "&&"))
        name(button, label, identifier, hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self) -> float:
        return self._button.fontMetrics().height() * 1.1

    def height(self, width: int) -> int:
        self._button.ensurePolished()
        inner = width - 2 * MARGIN_X - GAP - self.mark()
        font = self._button.font()
        return round(self._label.height(font, inner) + self._hint.height(font, inner)) + 2 * MARGIN_Y

    def least(self) -> QSize:
        metrics = self._button.fontMetrics()
        return QSize(metrics.horizontalAdvance("m") * 8 + 2 * MARGIN_X, metrics.height() + 2 * MARGIN_Y)

    def hint(self) -> QSize:
        width = self._button.fontMetrics().horizontalAdvance("m") * 24
        return QSize(width, self.height(width))

    def paint(self, painter: QPainter) -> QRectF:
        """Paint all but the mark; returns where the mark goes."""
        button, size = self._button, self.mark()
        paint_card(painter, button, hovered=button.underMouse(), chosen=button.isChecked())
        left = MARGIN_X + size + GAP
        inner = button.width() - left - MARGIN_X
        painter.setPen(button.palette().color(QPalette.ColorRole.Text))
        down = self._label.draw(painter, button.font(), QPointF(left, MARGIN_Y), inner)
        painter.setPen(button.palette().color(QPalette.ColorRole.PlaceholderText))
        self._hint.draw(painter, button.font(), down, inner)
        line = Block("x").height(button.font(), 1000)
        return QRectF(MARGIN_X, MARGIN_Y + (line - size) / 2, size, size)


class Choice(QRadioButton):
    """One of several."""

    def __init__(self, label: str, hint: str = "", identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = _Face(self, label, hint, identifier)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = self._face.paint(painter)
        _pen(painter, self)
        painter.drawEllipse(where)
        if self.isChecked():
            painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
            painter.drawEllipse(where.adjusted(*_inset(where, 0.27)))


class Tick(QCheckBox):
    """Any of several."""

    def __init__(self, label: str, hint: str = "", identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = _Face(self, label, hint, identifier)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = self._face.paint(painter)
        _pen(painter, self)
        painter.drawRoundedRect(where, 2, 2)
        if self.isChecked():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), where.width() * 0.14))
            painter.drawPolyline([_at(where, 0.22, 0.52), _at(where, 0.43, 0.74), _at(where, 0.80, 0.28)])


def _pen(painter: QPainter, button: QAbstractButton) -> None:
    role = QPalette.ColorRole.Link if button.isChecked() else QPalette.ColorRole.Mid
    painter.setPen(QPen(button.palette().color(role), 1.8))


def _inset(where: QRectF, share: float) -> tuple[float, float, float, float]:
    by = where.width() * share
    return by, by, -by, -by


def _at(where: QRectF, x: float, y: float) -> QPointF:
    return QPointF(where.x() + where.width() * x, where.y() + where.height() * y)

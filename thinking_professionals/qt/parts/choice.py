"""Radio buttons and check boxes with room: a wrapped label, a hint beneath, and an edge that shows what is chosen.

They are Qt's own controls with their own painting, so keys, groups and screen readers work as everywhere else.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from thinking_professionals.qt.parts.painting import Block, paint_card, paint_tick
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sizing import fill_width

_TEXT = QPalette.ColorRole.Text

MARGINS = (14, 9)
BARE_MARGINS = (8, 5)
GAP = 12


class _Face:
    """What both kinds share: how big they are, and everything painted but the mark.

    A bare one stands on no card and is as wide as its words; its label turns quiet once another of its group is chosen.
    """

    def __init__(self, button: QAbstractButton, label: str, hint: str, identifier: str, *, bare: bool) -> None:
        self._button = button
        self._bare = bare
        self._x, self._y = BARE_MARGINS if bare else MARGINS
        self._label = Block(label)
        self._hint = Block(hint, 13 / 15)
        button.setText(label.replace("&", "&&"))
        name(button, label, identifier, hint)
        fill_width(button)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self) -> float:
        return self._button.fontMetrics().height() * 1.1

    def height(self, width: int) -> int:
        self._button.ensurePolished()
        inner = width - 2 * self._x - GAP - self.mark()
        font = self._button.font()
        return round(self._label.height(font, inner) + self._hint.height(font, inner)) + 2 * self._y

    def least(self) -> QSize:
        metrics = self._button.fontMetrics()
        return QSize(metrics.horizontalAdvance("m") * 8 + 2 * self._x, metrics.height() + 2 * self._y)

    def hint(self) -> QSize:
        metrics = self._button.fontMetrics()
        wide = metrics.horizontalAdvance("m") * 24
        words = metrics.horizontalAdvance(self._label.text) + 2 * self._x + GAP + round(self.mark()) + 2
        width = words if self._bare else wide
        return QSize(width, self.height(width))

    def contains(self, at: QPoint) -> bool:
        return self._button.rect().contains(at)

    def paint(self, painter: QPainter) -> QRectF:
        """Paint all but the mark; returns where the mark goes."""
        button, size = self._button, self.mark()
        self._paint_ground(painter)
        left = self._x + size + GAP
        inner = button.width() - left - self._x
        painter.setPen(button.palette().color(QPalette.ColorRole.PlaceholderText if self._passed_over() else _TEXT))
        down = self._label.draw(painter, button.font(), QPointF(left, self._y), inner)
        painter.setPen(button.palette().color(QPalette.ColorRole.PlaceholderText))
        self._hint.draw(painter, button.font(), down, inner)
        line = Block("x").height(button.font(), 1000)
        return QRectF(self._x, self._y + (line - size) / 2, size, size)

    def _paint_ground(self, painter: QPainter) -> None:
        button = self._button
        if not self._bare:
            paint_card(painter, button, hovered=button.underMouse(), chosen=button.isChecked())
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if button.underMouse():
            painter.fillRect(button.rect(), button.palette().color(QPalette.ColorRole.AlternateBase))

    def _passed_over(self) -> bool:
        group = self._button.group()
        chosen = group.checkedButton() if self._bare and group and group.exclusive() else None
        return chosen is not None and chosen is not self._button


class _Faced:
    """Takes its size from its face, and can be clicked anywhere on it."""

    _face: _Face

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, at: QPoint) -> bool:
        return self._face.contains(at)


class Choice(_Faced, QRadioButton):
    """One of several."""

    def __init__(
        self, label: str, hint: str = "", identifier: str = "", parent: QWidget | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._face = _Face(self, label, hint, identifier, bare=bare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = self._face.paint(painter)
        _pen(painter, self)
        painter.drawEllipse(where)
        if self.isChecked():
            painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
            painter.drawEllipse(where.adjusted(*_inset(where, 0.27)))


class Tick(_Faced, QCheckBox):
    """Any of several."""

    def __init__(
        self, label: str, hint: str = "", identifier: str = "", parent: QWidget | None = None, *, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self._face = _Face(self, label, hint, identifier, bare=bare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = self._face.paint(painter)
        _pen(painter, self)
        painter.drawRoundedRect(where, 2, 2)
        if self.isChecked():
            paint_tick(painter, where, self.palette().color(QPalette.ColorRole.Link))


def _pen(painter: QPainter, button: QAbstractButton) -> None:
    role = QPalette.ColorRole.Link if button.isChecked() else QPalette.ColorRole.Mid
    painter.setPen(QPen(button.palette().color(role), 1.8))


def _inset(where: QRectF, share: float) -> tuple[float, float, float, float]:
    by = where.width() * share
    return by, by, -by, -by

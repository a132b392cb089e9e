"""The focus ring: one frame, three pixels wide, round whatever the keyboard is at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QPlainTextEdit, QWidget
from shiboken6 import isValid

from thinking_professionals.qt.parts.words import Heading

WIDTH = 3
GAP = 1
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """Lies over one window and follows its focus. A page that scrolls and a heading are no controls and get no ring."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

    @Slot(QWidget, QWidget)
    def follow(self, before: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        ringed = now is not None and self._window.isAncestorOf(now) and not _bare(now)
        self._target = now if ringed else None
        self._watched = _upwards(self._target, self._window)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._settle()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not isValid(self._target):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), WIDTH))
        half = WIDTH / 2
        ring = QRectF(self._around(self._target).translated(-self.pos()))
        painter.drawRoundedRect(ring.adjusted(half, half, -half, -half), 4, 4)

    def _settle(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        self.setGeometry(self._around(target) & self._in_sight(target))
        self.raise_()
        self.show()
        self.update()

    def _around(self, target: QWidget) -> QRect:
        by = WIDTH + GAP
        return QRect(target.mapTo(self._window, QPoint()), target.size()).adjusted(-by, -by, by, by)

    def _in_sight(self, target: QWidget) -> QRect:
        """The part of the window in which the target's page scrolls."""
        page = next((w for w in self._watched[1:] if isinstance(w, QAbstractScrollArea)), None)
        if page is None:
            return self._window.rect()
        return QRect(page.mapTo(self._window, QPoint()), page.viewport().size())


def _upwards(widget: QWidget | None, to: QWidget) -> list[QWidget]:
    found = []
    while widget is not None and widget is not to:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def _bare(widget: QWidget) -> bool:
    scrolls = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit)
    return scrolls or isinstance(widget, QMenu | Heading)

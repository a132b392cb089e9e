"""The focus ring: one frame, three pixels wide, that goes wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFocusFrame, QMenu, QPlainTextEdit, QWidget

from thinking_professionals.qt.parts.words import Heading

WIDTH = 3


class FocusRing(QFocusFrame):
    """Follows the focus of one window. A page that scrolls and a heading are no controls and get no ring."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def follow(self, before: QWidget | None, now: QWidget | None) -> None:
        ringed = now is not None and self._window.isAncestorOf(now) and not _bare(now)
        self.setWidget(now if ringed and now is not None else None)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)


def _bare(widget: QWidget) -> bool:
    scrolls = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit)
    return scrolls or isinstance(widget, QMenu | Heading)

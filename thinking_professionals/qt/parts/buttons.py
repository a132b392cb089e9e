"""Buttons: one kind with a style for its weight, one that folds something away, and those that paint wrapped words."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from thinking_professionals.qt.parts.painting import Block, paint_card
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sizing import fill_width

Kind = Literal["primary", "plain", "link", "bar"]
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Pressed(QPushButton):
    """A push button that Enter presses as well as Space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressed):
    """`&` in its words is a letter, not a shortcut."""

    def __init__(self, text: str, identifier: str = "", kind: Kind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self.setProperty("kind", kind)
        name(self, text, identifier)


class Folding(Button):
    """Shows and hides a widget beneath it; the mark in front says which, and so does its checked state.

    Without a widget it is for whoever hears `toggled`.
    """

    def __init__(self, text: str, folded: QWidget | None, identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, identifier, "link", parent)
        self._words = text
        self._folded = folded
        self.setCheckable(True)
        self.toggled.connect(self._fold)
        self._fold(False)

    def say(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        self._mark(self.isChecked())

    def _fold(self, unfolded: bool) -> None:
        if self._folded is not None:
            self._folded.setVisible(unfolded)
        self._mark(unfolded)

    def _mark(self, unfolded: bool) -> None:
        self.setText(f"{'▾' if unfolded else '▸'}  {self._words}".replace("&", "&&"))


class LinkButton(Pressed):
    """A button that looks like a link and wraps where it is longer than a line."""

    MARGIN = 4

    def __init__(self, text: str, identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Block(text)
        name(self, text, identifier)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._words.height(self.font(), width - 2 * self.MARGIN)) + 2 * self.MARGIN

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words.text) + 2 * self.MARGIN + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("m") * 6, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        inner = self.rect().adjusted(self.MARGIN, self.MARGIN, -self.MARGIN, -self.MARGIN)
        self._words.draw(painter, self.font(), inner.topLeft(), inner.width())


class CardButton(Pressed):
    """A wide button with a title and a wrapped line beneath: a door, or a plan to carry on with."""

    MARGIN = 13

    def __init__(self, title: str, about: str, identifier: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Block(title, 1.15, strong=True)
        self._about = Block(about, 1.0)
        name(self, title, identifier, about)
        fill_width(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = self._inner(QRect(0, 0, width, 0)).width()
        return round(self._title.height(self.font(), inner) + self._about.height(self.font(), inner)) + 2 * self.MARGIN

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("m") * 24
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("m") * 10, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self, hovered=self.underMouse(), chosen=self.isDown())
        inner = self._inner(self.rect())
        colours = self.palette()
        painter.setPen(colours.color(QPalette.ColorRole.Link))
        down = self._title.draw(painter, self.font(), inner.topLeft(), inner.width())
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        self._about.draw(painter, self.font(), down, inner.width())
        self._arrow(painter, inner)

    def _inner(self, rect: QRect) -> QRect:
        arrow = self.fontMetrics().height() + self.MARGIN
        return rect.adjusted(self.MARGIN, self.MARGIN, -self.MARGIN - arrow, -self.MARGIN)

    def _arrow(self, painter: QPainter, inner: QRect) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        where = QRect(inner.right(), self.rect().top(), self.rect().right() - inner.right(), self.rect().height())
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "→")

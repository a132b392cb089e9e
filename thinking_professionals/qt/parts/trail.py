"""The trail: what was said so far, each answer a button that leads back to its question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.parts.buttons import Pressed
from thinking_professionals.qt.parts.painting import Block
from thinking_professionals.qt.parts.pile import Pile
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sizing import fill_width
from thinking_professionals.qt.parts.words import Quiet

MARGIN = 6
BAR = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One answer on the trail; `here` marks the question now on the page."""

    question: str
    topic: str
    words: str
    here: bool = False


class SaidButton(Pressed):
    """Topic above, answer beneath, and what pressing it does at the right: all of it leads to the question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = ""
        self._here = False
        self._topic = Block("", 13 / 15)
        self._words = Block("")
        self._change = Block(self.tr("Change"), 13 / 15)
        fill_width(self)

    def put(self, said: Said) -> bool:
        """Show an answer; whether it may need another height."""
        words_change = (self._topic.text, self._words.text) != (said.topic, said.words)
        if (self.question, self._here) == (said.question, said.here) and not words_change:
            return False
        self.question, self._here = said.question, said.here
        self._topic.text, self._words.text = said.topic, said.words
        self._change.text = self.tr("Change") if said.words else self.tr("Answer")
        name(self, self._told(said).format(topic=said.topic, words=said.words), f"change.{said.question}")
        self.setEnabled(not said.here)
        self.update()
        return words_change

    def _told(self, said: Said) -> str:
        if said.words:
            return self.tr("Change: {topic}. You said: {words}")
        return self.tr("{topic}, now on this page") if said.here else self.tr("Answer: {topic}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = self._inner(width)
        tall = self._topic.height(self.font(), inner - self._room()) + self._words.height(self.font(), inner)
        return round(tall) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("m") * 14
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("m") * 8, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role, colours = QPalette.ColorRole, self.palette()
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), colours.color(role.AlternateBase))
        if self._here:
            painter.fillRect(QRect(0, MARGIN, BAR, self.height() - 2 * MARGIN), colours.color(role.Link))
        inner = self._inner(self.width())
        painter.setPen(colours.color(role.PlaceholderText))
        left = QPointF(BAR + MARGIN, MARGIN)
        down = self._topic.draw(painter, self.font(), left, inner - self._room())
        painter.setPen(colours.color(QPalette.ColorGroup.Active, role.WindowText))
        self._words.draw(painter, self.font(), down, inner)
        if not self._here:
            self._paint_change(painter)

    def _paint_change(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        at = QPointF(self.width() - self._room() + MARGIN, MARGIN)
        self._change.draw(painter, self.font(), at, self._room())

    def _inner(self, width: int) -> int:
        return width - 2 * MARGIN - BAR

    def _room(self) -> int:
        return math.ceil(self._change.width(self.font())) + 2 * MARGIN


class Trail(Pile):
    """Keeps its buttons from one question to the next, since a page must be there at once."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(2, parent)
        self._buttons: list[SaidButton] = []
        self._aside = Quiet("", self)
        self._aside.setAccessibleIdentifier("trail.set_aside")
        self.add(self._aside)

    def put(self, said: Sequence[Said], aside: Sequence[Said]) -> None:
        while len(self._buttons) < len(said):
            self._add()
        changed = [button.put(one) for button, one in zip(self._buttons, said, strict=False)]
        shown = [not button.isHidden() for button in self._buttons]
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(said))
        told = "\n".join(f"{one.topic}: {one.words}" for one in aside)
        self._aside.say(self.tr("Set aside: not asked on this route.") + "\n" + told if aside else "")
        self._aside.setVisible(bool(aside))
        if any(changed) or shown != [not button.isHidden() for button in self._buttons]:
            self.settle()

    def stops(self) -> list[QWidget]:
        return list(self._buttons)

    def _add(self) -> None:
        button = SaidButton(self)
        button.clicked.connect(self._clicked)
        self._parts.insert(len(self._buttons), button)
        self._buttons.append(button)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SaidButton):
            self.chosen.emit(button.question)

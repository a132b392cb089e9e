"""A door that has no questions yet: it says honestly what will be here, and what to do meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thinking_professionals.library.questions import Branch
from thinking_professionals.qt.parts.buttons import CardButton
from thinking_professionals.qt.parts.rich import Passage
from thinking_professionals.qt.parts.sheet import Sheet, column, empty
from thinking_professionals.qt.parts.words import Lead, Subheading, Title
from thinking_professionals.report.document import Plain


class DoorPage(Sheet):
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._title, self._about = Title(), Lead()
        self.lines.addWidget(self._title)
        self.lines.addWidget(self._about)
        self.lines.addSpacing(8)
        words, self._words = column(12, self.column)
        self.lines.addWidget(words)
        self.lines.addSpacing(16)
        self._heading = Subheading(self.tr("Doors that are open"))
        self.lines.addWidget(self._heading)
        doors, self._doors = column(8, self.column)
        self.lines.addWidget(doors)
        self.lines.addStretch(1)

    def present(self, door: Branch, others: tuple[Branch, ...]) -> None:
        """`others` are the doors that have questions."""
        self._title.say(door.title)
        self._about.say(door.about)
        empty(self._words)
        for text in door.page:
            self._words.addWidget(Passage((Plain(text),)))
        empty(self._doors)
        self._heading.setVisible(bool(others))
        for other in others:
            card = CardButton(other.title, other.about, f"door.{other.id}", self.column)
            card.setProperty("id", other.id)
            card.clicked.connect(self._enter)
            self._doors.addWidget(card)

    def start(self) -> QWidget | None:
        return self._title

    def _enter(self) -> None:
        self.entered.emit(self.sender().property("id"))

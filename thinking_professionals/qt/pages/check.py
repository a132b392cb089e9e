"""Check your answers: every question and answer with a way to change it, a remark on each, and the plan's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from thinking_professionals.qt.parts.buttons import Button, Folding
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.roles import Group, name
from thinking_professionals.qt.parts.sheet import Rule, Sheet, column, em, empty
from thinking_professionals.qt.parts.words import Hint, Lead, Quiet, Subheading, Title, Words

BESIDE = 34
"""Ems that a row needs for all of it to stand on one line."""
ACROSS = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 0, 4))
DOWN = ((0, 0, 3), (1, 0, 3), (2, 0, 1), (2, 1, 1), (3, 0, 3))
"""Row, column and width of each part: question, answer, two buttons and the remark."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer in words; no words where it is not answered yet."""

    question: str
    ask: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredPage:
    """The questions of one page, in order."""

    title: str
    rows: tuple[Answered, ...]


class CheckPage(Sheet):
    change_wished = Signal(str)
    noted = Signal(str, str)
    renamed = Signal(str)
    result_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(46, parent)
        self._heading = Title(self.tr("Check your answers"))
        self.lines.addWidget(self._heading)
        self._lead = Lead()
        self.lines.addWidget(self._lead)
        self.lines.addSpacing(12)
        self._title = self._titled()
        self.lines.addSpacing(16)
        self._holder, self._rows = column(10, self.column)
        self.lines.addWidget(self._holder)
        self._aside_heading = Subheading(self.tr("Set aside: not asked on this route"))
        self._aside = Words()
        self.lines.addWidget(self._aside_heading)
        self.lines.addWidget(self._aside)
        self._problems = Words()
        self._problems.setAccessibleIdentifier("plan.problems")
        self.lines.addWidget(self._problems)
        self.lines.addSpacing(16)
        self.lines.addLayout(self._foot())
        self.lines.addStretch(1)

    def present(
        self,
        title: str,
        answered: Sequence[Answered | AnsweredPage],
        aside: Sequence[str],
        problems: Sequence[str],
        complete: bool,
    ) -> None:
        """`aside` are answers that this route does not ask for; `problems` what in the plan is not used."""
        done = self.tr("Change anything that is not right. Nothing else is lost when you do.")
        begun = self.tr("Not every question is answered yet. You can see the recommendation as things stand.")
        self._lead.say(done if complete else begun)
        if self._title.text() != title:
            self._title.setText(title)
        empty(self._rows)
        for one in answered:
            self._add(one)
        tab_through([self._heading, self._title, *stops(self._holder), self._see])
        self._aside.say("\n".join(aside))
        self._aside_heading.setVisible(bool(aside))
        self._aside.setVisible(bool(aside))
        self._problems.say("\n".join(problems))
        self._problems.setVisible(bool(problems))

    def start(self) -> QWidget | None:
        return self._heading

    def _titled(self) -> QLineEdit:
        """The plan's name, under its label."""
        field, label = QLineEdit(), Words(self.tr("Name of this plan"))
        label.setBuddy(field)
        name(field, self.tr("Name of this plan"), "plan.title")
        field.setMaxLength(200)
        field.textEdited.connect(self.renamed)
        self.lines.addWidget(label)
        self.lines.addWidget(field)
        return field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._see = Button(self.tr("See the recommendation"), "nav.continue", "primary")
        self._see.clicked.connect(self.result_wished)
        row.addWidget(self._see)
        row.addStretch(1)
        return row

    def _add(self, one: Answered | AnsweredPage) -> None:
        """A row with a hairline beneath; those of a page stand under its title, a little apart from the others."""
        if isinstance(one, Answered):
            self._rows.addWidget(self._row(AnsweredRow(one)))
            self._rows.addWidget(Rule())
            return
        self._rows.addSpacing(16)
        self._rows.addWidget(Subheading(one.title))
        for row in one.rows:
            self._add(row)
        self._rows.addSpacing(8)

    def _row(self, row: AnsweredRow) -> AnsweredRow:
        row.change_wished.connect(self.change_wished)
        row.noted.connect(self.noted)
        return row


class AnsweredRow(Group):
    """A question, its answer and what can be done about it: on one line, or beneath each other where it is narrow."""

    change_wished = Signal(str)
    noted = Signal(str, str)

    def __init__(self, one: Answered, parent: QWidget | None = None) -> None:
        super().__init__(one.ask, f"answered.{one.question}", parent)
        self._question = one.question
        self._note = QLineEdit(one.note, self)
        name(self._note, self.tr("Remark on: {ask}").format(ask=one.ask), f"note.{one.question}")
        self._note.setMaxLength(2000)
        self._note.setCursorPosition(0)
        self._note.textEdited.connect(self._noted)
        said = Words(one.words) if one.words else Quiet(self.tr("Not answered yet"))
        self._parts = (Hint(one.ask), said, *self._buttons(one))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._beside: bool | None = None
        self._arrange(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(beside=self.width() >= BESIDE * em(self))

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        places = ACROSS if beside else DOWN
        for part, (row, at, wide) in zip((*self._parts, self._note), places, strict=True):
            self._grid.addWidget(part, row, at, 1, wide)
        for at, share in enumerate((11, 9, 0, 0) if beside else (0, 0, 1, 0)):
            self._grid.setColumnStretch(at, share)

    def _buttons(self, one: Answered) -> tuple[Button, Button]:
        change = Button(self.tr("Change") if one.words else self.tr("Answer"), f"change.{one.question}", "link")
        change.setAccessibleName(self.tr("Change: {ask}").format(ask=one.ask))
        change.clicked.connect(self._change)
        remark = Folding(self.tr("Remark"), self._note, f"remark.{one.question}")
        remark.setChecked(bool(one.note))
        remark.setAccessibleName(self.tr("Remark on: {ask}").format(ask=one.ask))
        return change, remark

    @Slot()
    def _change(self) -> None:
        self.change_wished.emit(self._question)

    @Slot(str)
    def _noted(self, text: str) -> None:
        self.noted.emit(self._question, text)

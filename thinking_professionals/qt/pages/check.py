"""Check your answers: every question and answer with a way to change it, a remark on each, and the plan's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.buttons import Button, Folding
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import Group, name
from thinking_professionals.qt.parts.sheet import Rule, Sheet, column, empty
from thinking_professionals.qt.parts.words import Lead, Minor, Quiet, Subheading, Title, Words


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answer in words; no words where it is not answered yet."""

    question: str
    ask: str
    words: str
    note: str = ""


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
        self._title = QLineEdit()
        label = Words(self.tr("Name of this plan"))
        label.setBuddy(self._title)
        name(self._title, self.tr("Name of this plan"), "plan.title")
        self._title.setMaxLength(200)
        self._title.textEdited.connect(self.renamed)
        self.lines.addWidget(label)
        self.lines.addWidget(self._title)
        self.lines.addSpacing(16)
        holder, self._rows = column(10, self.column)
        self.lines.addWidget(holder)
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
        self, title: str, answered: Sequence[Answered], aside: Sequence[str], problems: Sequence[str], complete: bool
    ) -> None:
        """`aside` are answers that this route does not ask for; `problems` what in the plan is not used."""
        done = self.tr("Change anything that is not right. Nothing else is lost when you do.")
        begun = self.tr("Not every question is answered yet. You can see the recommendation as things stand.")
        self._lead.say(done if complete else begun)
        if self._title.text() != title:
            self._title.setText(title)
        empty(self._rows)
        for one in answered:
            self._rows.addWidget(self._row(one))
            self._rows.addWidget(Rule())
        self._aside.say("\n".join(aside))
        self._aside_heading.setVisible(bool(aside))
        self._aside.setVisible(bool(aside))
        self._problems.say("\n".join(problems))
        self._problems.setVisible(bool(problems))

    def start(self) -> QWidget | None:
        return self._heading

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._see = Button(self.tr("See the recommendation"), "nav.continue", "primary")
        self._see.clicked.connect(self.result_wished)
        row.addWidget(self._see)
        row.addStretch(1)
        return row

    def _row(self, one: Answered) -> QWidget:
        row = AnsweredRow(one)
        row.change_wished.connect(self.change_wished)
        row.noted.connect(self.noted)
        return row


class AnsweredRow(Group):
    change_wished = Signal(str)
    noted = Signal(str, str)

    def __init__(self, one: Answered, parent: QWidget | None = None) -> None:
        super().__init__(one.ask, f"answered.{one.question}", parent)
        self._question = one.question
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(Minor(one.ask))
        lines.addWidget(Words(one.words) if one.words else Quiet(self.tr("Not answered yet")))
        self._note = QLineEdit(one.note, self)
        name(self._note, self.tr("Remark on: {ask}").format(ask=one.ask), f"note.{one.question}")
        self._note.setMaxLength(2000)
        self._note.setCursorPosition(0)
        self._note.textEdited.connect(self._noted)
        lines.addWidget(self._buttons(one))
        lines.addWidget(self._note)

    def _buttons(self, one: Answered) -> QWidget:
        flow = Flow(self, gap=16)
        change = Button(self.tr("Change") if one.words else self.tr("Answer"), f"change.{one.question}", "link")
        change.setAccessibleName(self.tr("Change: {ask}").format(ask=one.ask))
        change.clicked.connect(self._change)
        remark = Folding(self.tr("Remark"), self._note, f"remark.{one.question}")
        remark.setChecked(bool(one.note))
        remark.setAccessibleName(self.tr("Remark on: {ask}").format(ask=one.ask))
        flow.add(change)
        flow.add(remark)
        return flow

    @Slot()
    def _change(self) -> None:
        self.change_wished.emit(self._question)

    @Slot(str)
    def _noted(self, text: str) -> None:
        self.noted.emit(self._question, text)

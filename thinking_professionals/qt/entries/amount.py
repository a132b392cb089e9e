"""A number, an amount of money or a date in one field, with its unit in sight and "I don't know" beneath.

Where it is brief, "I don't know" stands beside the field.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from thinking_professionals.answers import Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries.entry import DONT_KNOW_ID, DONT_KNOW_LABEL, UNKNOWN, Entry
from thinking_professionals.qt.parts.choice import Tick
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sheet import em
from thinking_professionals.qt.parts.words import Quiet, Words

EXAMPLE = "31/3/2027"
BRIEF = 7.5
"""Ems of a brief field."""


class Amount(Entry):
    def __init__(self, question: Question, parent: QWidget, *, brief: bool = False) -> None:
        super().__init__(question, parent)
        self._field = QLineEdit(self)
        self._field.setMaxLength(40)
        self._ems = BRIEF if brief else _width(question)
        self._fit()
        before, after = _around(question)
        example = self.tr("such as {date}").format(date=EXAMPLE) if question.kind == "date" else ""
        name(self._field, f"{question.ask} {question.unit or example}".strip(), f"answer.{question.id}", question.hint)
        line = self._line(before, after or ("" if brief else example))
        self._unknown = Tick(DONT_KNOW_LABEL, "", DONT_KNOW_ID, self, bare=brief)
        if brief:
            self._stand_in_a_line(line, example)
        else:
            self.lines.addWidget(line)
            self.lines.addSpacing(4)
            self.lines.addWidget(self._unknown)
        self._field.textEdited.connect(self._typed)
        self._unknown.clicked.connect(self._ticked)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def put(self, said: Plain | None) -> None:
        self._unknown.setChecked(said == UNKNOWN)
        text = said if isinstance(said, str) and said != UNKNOWN else ""
        self._field.setText(_day_first(text) if self.question.kind == "date" else text)

    def raw(self) -> Raw | None:
        return UNKNOWN if self._unknown.isChecked() else self._field.text().strip() or None

    def start(self) -> QWidget:
        return self._unknown if self._unknown.isChecked() else self._field

    def _line(self, before: str, after: str) -> Flow:
        line = Flow(self)
        if before:
            line.add(Words(before, self))
        line.add(self._field)
        if after:
            line.add(Words(after, self))
        return line

    def _fit(self) -> None:
        self._field.setFixedWidth(round(self._ems * em(self)))

    def _stand_in_a_line(self, line: Flow, example: str) -> None:
        self.lines.setSpacing(4)
        if example:
            self.lines.addSpacing(4)
            self.lines.addWidget(Quiet(example, self))
        self.lines.addWidget(line)
        line.add(self._unknown)

    def _typed(self) -> None:
        self._unknown.setChecked(False)
        self.edited.emit()

    def _ticked(self, ticked: bool) -> None:
        if ticked:
            with QSignalBlocker(self._field):
                self._field.clear()
        self.edited.emit()


def _around(question: Question) -> tuple[str, str]:
    """What stands before and after the field; pounds are said by their sign."""
    if question.kind == "money":
        return "£", question.unit.removeprefix("£").removeprefix("pounds").strip()
    return "", question.unit


def _width(question: Question) -> int:
    return 14 if question.kind == "date" else 11


def _day_first(text: str) -> str:
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 and len(parts[0]) == 4 else text

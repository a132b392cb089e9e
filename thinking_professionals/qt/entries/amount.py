"""A number, an amount of money or a date in one field, with its unit in sight and "I don't know" beneath."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from thinking_professionals.answers import Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries.entry import DONT_KNOW_ID, DONT_KNOW_LABEL, UNKNOWN, Entry
from thinking_professionals.qt.parts.choice import Tick
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sheet import em
from thinking_professionals.qt.parts.words import Words


class Amount(Entry):
    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self._field = QLineEdit(self)
        self._field.setMaxLength(40)
        self._field.setFixedWidth(em(self) * (14 if question.kind == "date" else 11))
        before, after = _around(question)
        name(self._field, f"{question.ask} {after or before}".strip(), f"answer.{question.id}", question.hint)
        self.lines.addWidget(self._line(before, after))
        self._unknown = Tick(DONT_KNOW_LABEL, "", DONT_KNOW_ID, self)
        self.lines.addSpacing(4)
        self.lines.addWidget(self._unknown)
        self._field.textEdited.connect(self._typed)
        self._unknown.clicked.connect(self._ticked)

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

    def _typed(self) -> None:
        self._unknown.setChecked(False)
        self.edited.emit()

    def _ticked(self, ticked: bool) -> None:
        if ticked:
            with QSignalBlocker(self._field):
                self._field.clear()
        self.edited.emit()


def _around(question: Question) -> tuple[str, str]:
    """What stands before and after the field."""
    if question.kind == "money":
        return "£", question.unit.removeprefix("£").strip()
    return "", question.unit or ("such as 21/11/2026" if question.kind == "date" else "")


def _day_first(text: str) -> str:
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 and len(parts[0]) == 4 else text

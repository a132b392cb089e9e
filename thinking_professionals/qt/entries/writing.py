"""A person's own words: a text, or a list with one thing to a line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thinking_professionals.answers import Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries.entry import Entry
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sheet import em

LINES = 7


class Writing(Entry):
    """Tab leaves the field, as on every other page."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self._field = QPlainTextEdit(self)
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(round(em(self) * 1.5 * LINES))
        name(self._field, f"{question.ask} {question.unit}".strip(), f"answer.{question.id}", question.hint)
        self.lines.addWidget(self._field)
        self._field.textChanged.connect(self.edited)

    def put(self, said: Plain | None) -> None:
        text = said if isinstance(said, str) else "\n".join(str(item) for item in said or [])
        with QSignalBlocker(self._field):
            self._field.setPlainText(text)
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    def raw(self) -> Raw | None:
        text = self._field.toPlainText()
        if self.question.kind == "list":
            return [line.strip() for line in text.splitlines() if line.strip()]
        return text.strip()

    def start(self) -> QWidget:
        return self._field

"""How each kind of question is answered: a widget a kind, all alike. `entry_for` picks the one for a question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thinking_professionals.library.questions import Question
from thinking_professionals.qt.entries.entry import Entry


def entry_for(question: Question, parent: QWidget, *, brief: bool = False) -> Entry:
    """`brief` is for one question among several on a page."""
    match question.kind:
        case "one" | "many":
            from thinking_professionals.qt.entries.choosing import Choosing

            return Choosing(question, parent, brief=brief)
        case "number" | "money" | "date":
            from thinking_professionals.qt.entries.amount import Amount

            return Amount(question, parent, brief=brief)
        case "text" | "list":
            from thinking_professionals.qt.entries.writing import Writing

            return Writing(question, parent)
        case "table":
            from thinking_professionals.qt.entries.rows import Rows

            return Rows(question, parent)

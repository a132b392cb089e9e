"""A question as it is to be shown, and the group in which a screen reader meets it with its options and its entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox

from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.parts.roles import name


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what was said to it before, and facts that help to answer it."""

    question: Question
    said: Plain | None
    benchmarks: tuple[str, ...] = ()


class QuestionGroup(QGroupBox):
    """It has a name and no title: what is in it draws the words that are seen."""

    def ask(self, question: Question) -> None:
        name(self, question.ask, f"question.{question.id}", question.hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the group is for the screen reader."""

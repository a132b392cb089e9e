"""What every way of answering has in common: an answer in plain form goes in and comes out, and changes are told."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thinking_professionals.answers import DONT_KNOW, Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.saying import DONT_KNOW_WORDS

DONT_KNOW_ID = "option.dont_know"
DONT_KNOW_LABEL = DONT_KNOW_WORDS
UNKNOWN = DONT_KNOW.value


class Entry(QWidget):
    """`edited` comes with each change by the person, never from `put`."""

    edited = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)

    def put(self, said: Plain | None) -> None:
        """Show what was said before, however odd; None where nothing was."""
        raise NotImplementedError

    def raw(self) -> Raw | None:
        """The answer as it stands, in plain form and not yet checked; None where nothing has been said."""
        raise NotImplementedError

    def start(self) -> QWidget:
        """Where the keyboard begins."""
        raise NotImplementedError

    def pick(self, index: int) -> None:
        """Choose the option at `index`, where there are options."""

"""One question at a time: what it asks, the ways to answer, and beside it what was said and what is still open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thinking_professionals.answers import Misunderstood, plain, understand
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries import entry_for
from thinking_professionals.qt.entries.asked import Asked, QuestionGroup
from thinking_professionals.qt.entries.entry import Entry
from thinking_professionals.qt.pages.asking import AskingPage, Beside
from thinking_professionals.qt.parts.buttons import ENTER, Button, Folding
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sheet import column, empty
from thinking_professionals.qt.parts.words import Fault, Hint, Quiet, Subtitle


class QuestionPage(AskingPage):
    answered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._announcement = ""
        self._entry: Entry | None = None
        self._where, self._ask, self._hint, self._fault = Quiet(), Subtitle(), Hint(), Fault()
        self._group = QuestionGroup(self.centre)
        self._group_lines = QVBoxLayout(self._group)
        self._group_lines.setContentsMargins(0, 0, 0, 0)
        self._facts, self._fact_lines = column(4, self.centre)
        self._continue_button = Button(self.tr("Continue"), "nav.continue", "primary")
        self._continue_button.clicked.connect(self._continue)
        self._why_words = Hint()
        self._why = Folding(self.tr("Why we ask"), self._why_words, "question.why")
        self._lay_out()

    def present(self, asked: Asked, where: str, beside: Beside) -> None:
        """`where` says how far on the way the question is."""
        question = asked.question
        self._question = question
        self._where.say(where)
        self._ask.say(question.ask)
        self._hint.say(question.hint)
        self._hint.setVisible(bool(question.hint))
        self._present_entry(question, asked.said)
        self._present_benchmarks(asked.benchmarks)
        self._fault.setAccessibleIdentifier(f"error.{question.id}")
        self._clear_fault()
        self._why_words.say(question.why_we_ask)
        self._why.setChecked(False)
        self.present_beside(beside)
        self._order()
        self._announcement = f"{where}. {question.ask}"

    def start(self) -> QWidget | None:
        return self._entry.start() if self._entry else None

    def announce(self) -> None:
        announce(self._ask, self._announcement)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in ENTER:
            self._continue()
        elif self._entry and len(text) == 1 and text in "123456789":
            self._entry.pick(int(text) - 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        beneath = (
            (self._where, 0),
            (self._ask, 2),
            (self._hint, 12),
            (self._group, 8),
            (self._fault, 4),
            (self._facts, 8),
        )
        for widget, space in beneath:
            self.middle.addWidget(widget)
            self.middle.addSpacing(space)
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addWidget(self._continue_button)
        foot.addWidget(self._why)
        foot.addStretch(1)
        self.middle.addLayout(foot)
        self.middle.addWidget(self._why_words)
        self.middle.addStretch(1)

    def _present_entry(self, question: Question, said: Plain | None) -> None:
        empty(self._group_lines)
        self._group.ask(question)
        self._entry = entry_for(question, self._group)
        self._entry.put(said)
        self._entry.edited.connect(self._edited)
        self._group_lines.addWidget(self._entry)
        self._entry.show()

    def _present_benchmarks(self, benchmarks: tuple[str, ...]) -> None:
        empty(self._fact_lines)
        for told in benchmarks:
            self._fact_lines.addWidget(Quiet(told))

    def _order(self) -> None:
        entry = stops(self._entry) if self._entry else []
        tab_through([*self.sides(), *entry, self._continue_button, self._why])

    def _edited(self) -> None:
        if self._entry and self._question:
            self._clear_fault()
            self.edited.emit(self._question.id, self._entry.raw())

    def _continue(self) -> None:
        if not self._entry or not self._question:
            return
        raw = self._entry.raw()
        try:
            if raw is None:
                raise Misunderstood(self._nothing_said(self._question))
            answer = understand(self._question, raw)
        except Misunderstood as fault:
            self._show_fault(str(fault))
        else:
            self.answered.emit(self._question.id, plain(answer))

    def _nothing_said(self, question: Question) -> str:
        if question.kind == "one":
            return self.tr("Choose one of the answers. “I don’t know” is an answer too.")
        if question.kind == "date":
            return self.tr("Write a date, or tick “I don’t know”.")
        return self.tr("Write a number, or tick “I don’t know”.")

    def _show_fault(self, words: str) -> None:
        self._fault.say(words)
        self._fault.show()
        announce(self._fault, words, urgent=True)
        if start := self.start():
            start.setFocus()

    def _clear_fault(self) -> None:
        self._fault.hide()
        self._fault.say("")

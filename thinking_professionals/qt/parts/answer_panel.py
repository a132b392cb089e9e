"""Where an answer appears: what to do until there is one, how far it is while it takes long, and a way to copy it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.blocks import block_widget
from thinking_professionals.qt.parts.busy import Busy
from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import Group, announce
from thinking_professionals.qt.parts.sheet import column, empty
from thinking_professionals.qt.parts.words import Quiet, Subheading
from thinking_professionals.report.compose.power_answer import PowerAnswer
from thinking_professionals.report.document import Block, Callout, Figure, Plain

LONG = 250
"""Milliseconds after which it is said that something is being worked out; before that the last answer stays."""


class AnswerPanel(Group):
    stopped = Signal()
    again_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent.tr("Answer"), "result.answer", parent)
        self._text = ""
        self._holder, self._blocks = column(12, self)
        self._busy = Busy(self.tr("Working it out …"), self)
        self._busy.stopped.connect(self.stopped)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_busy)
        self._again = Button(self.tr("Work it out"), "answer.again", parent=self)
        self._again.clicked.connect(self.again_wished)
        self._copied = Quiet(self.tr("Copied"), self)
        self._foot = self._copying()
        self._heading = Subheading(self.tr("Answer"), self)
        self._tries = Flow(self)
        self._tries.add(self._again)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._busy, self._holder, self._tries, self._foot):
            lines.addWidget(part)
        lines.addStretch(1)
        self.show_help("")

    @Slot(str)
    def help(self, words: str) -> None:
        """What would lead to an answer."""
        self.show_help(words)
        announce(self, words)

    def show_help(self, words: str) -> None:
        """The same, where something else is being announced."""
        self._settle()
        self._text = ""
        self._put([Callout("unknown", self.tr("What to do"), (), ((Plain(words),),))])

    @Slot(object)
    def answer(self, answer: PowerAnswer) -> None:
        self._settle()
        self._text = answer.text
        self._put(answer.blocks)
        self._foot.show()
        announce(self, answer.spoken)

    @Slot(object)
    def picture(self, figure: Figure) -> None:
        self._blocks.addWidget(block_widget(figure, _nowhere))

    def wait(self) -> None:
        self._leave(self._tries)
        self._busy.begin()
        self._patience.start(LONG)

    @Slot(float)
    def progress(self, share: float) -> None:
        self._busy.progress(share)

    def stop(self) -> None:
        """What was being worked out was cancelled; it can be asked for again."""
        self.help(self.tr("This was stopped before it was done."))
        self._tries.show()
        self._again.setFocus()

    def _settle(self) -> None:
        self._patience.stop()
        for part in (self._busy, self._tries, self._foot, self._copied):
            self._leave(part)

    def _leave(self, part: QWidget) -> None:
        """Hide it; the keyboard, where it was there, stays with the answer and does not jump to the bar."""
        if part.isAncestorOf(QApplication.focusWidget() or self):
            self._heading.setFocus()
        part.hide()

    def _put(self, blocks: list[Block] | tuple[Block, ...]) -> None:
        empty(self._blocks)
        for block in blocks:
            self._blocks.addWidget(block_widget(block, _nowhere))

    @Slot()
    def _show_busy(self) -> None:
        """An answer to something else would mislead by now."""
        empty(self._blocks)
        self._leave(self._foot)
        self._busy.show()

    def _copying(self) -> QWidget:
        row, copy = Flow(self), Button(self.tr("Copy as text"), "answer.copy")
        copy.clicked.connect(self._copy)
        row.add(copy)
        row.add(self._copied)
        return row

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)
        self._copied.show()
        announce(self._copied, self._copied.accessibleName())


def _nowhere(question: str) -> None:
    """Nothing here leads to a question."""

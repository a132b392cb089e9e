"""One question at a time: what it asks, the ways to answer, and beside it what was said and what is still open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from thinking_professionals.answers import Misunderstood, plain, understand
from thinking_professionals.library.questions import Question
from thinking_professionals.library.sourcing import SURENESS_WORDS
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries import entry_for
from thinking_professionals.qt.entries.entry import Entry
from thinking_professionals.qt.parts.buttons import ENTER, Button, Folding
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.rich import Rich
from thinking_professionals.qt.parts.roles import announce, name
from thinking_professionals.qt.parts.sheet import Sheet, column, em, empty
from thinking_professionals.qt.parts.side import Side
from thinking_professionals.qt.parts.trail import Said, Trail
from thinking_professionals.qt.parts.words import Fault, Hint, Quiet, Subtitle

SIDE = 17
"""Width of a side panel in ems, and of the question's column at its narrowest beside them."""
NARROWEST = 30
WIDEST = 40
GAP = 2.4


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a question: the trail, answers set aside, and the designs that may still be advised."""

    trail: tuple[Said, ...]
    aside: tuple[Said, ...] = ()
    open_designs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is to be shown: its number on the way, the door, and titles of the sources it names."""

    question: Question
    said: Plain | None
    number: int
    door: str
    sources: dict[str, str]


class QuestionGroup(QGroupBox):
    """The question as a screen reader meets it: a group that its options belong to. Its heading draws the words."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the title is for the screen reader, which reads it from here."""

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it; the title asks for no room."""
        inner = self.layout()
        return inner.totalMinimumSize() if inner else QSize()


class QuestionPage(Sheet):
    edited = Signal(str, object)
    """A question's id and the answer as it is being given, in plain form or None."""
    answered = Signal(str, object)
    changed_mind = Signal(str)
    """To another question of the trail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2 * SIDE + WIDEST + 2 * GAP, parent)
        self._question: Question | None = None
        self._announcement = ""
        self.still_open: tuple[str, ...] = ()
        self._entry: Entry | None = None
        self._wide: bool | None = None
        self.trail = Trail(self.column)
        self._trail_side = Side(self.tr("Your answers"), self.trail, self.column)
        self._open = Rich((), self.column)
        self._open_side = Side(self.tr("Still open"), self._open, self.column)
        self._centre, lines = column(8, self.column)
        self._build_centre(lines)
        holder = QWidget(self.column)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(12)
        self.lines.addWidget(holder)
        self.lines.addStretch(1)
        self.trail.chosen.connect(self.changed_mind)
        self._arrange(wide=True)

    def present(self, asked: Asked, beside: Beside) -> None:
        question = asked.question
        self._question = question
        where = self.tr("{door} · Question {number}").format(door=asked.door, number=asked.number)
        self._where.say(where)
        self._ask.say(question.ask)
        self._hint.say(question.hint)
        self._hint.setVisible(bool(question.hint))
        self._present_entry(question, asked.said)
        self._present_benchmarks(question, asked.sources)
        self._fault.setAccessibleIdentifier(f"error.{question.id}")
        self._clear_fault()
        self._why_words.say(question.why_we_ask)
        self._why.setChecked(False)
        self.present_beside(beside)
        self._order()
        self._announcement = f"{where}. {question.ask}"

    def present_beside(self, beside: Beside) -> None:
        self.trail.put(beside.trail, beside.aside)
        given = sum(1 for said in beside.trail if said.words)
        self._trail_side.say(self.tr("Your answers: {count} so far").format(count=given))
        self.still_open = beside.open_designs
        self._open.put_lines(beside.open_designs)
        self._open_side.say(self.tr("Still open: {count}").format(count=len(beside.open_designs)))
        self._open_side.setVisible(bool(beside.open_designs))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = (2 * SIDE + NARROWEST + 2 * GAP) * em(self) + 48
        self._arrange(wide=self.room() >= beside)

    def _build_centre(self, lines: QVBoxLayout) -> None:
        self._where, self._ask, self._hint = Quiet(), Subtitle(), Hint()
        self._group = QuestionGroup(self._centre)
        self._group_lines = QVBoxLayout(self._group)
        self._group_lines.setContentsMargins(0, 0, 0, 0)
        self._fault = Fault()
        benchmarks, self._benchmarks = column(4, self._centre)
        self._continue_button = Button(self.tr("Continue"), "nav.continue", "primary")
        self._continue_button.clicked.connect(self._continue)
        self._why_words = Hint()
        self._why = Folding(self.tr("Why we ask"), self._why_words, "question.why")
        for widget, space in (
            (self._where, 0),
            (self._ask, 2),
            (self._hint, 12),
            (self._group, 8),
            (self._fault, 4),
            (benchmarks, 8),
        ):
            lines.addWidget(widget)
            lines.addSpacing(space)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._continue_button)
        row.addWidget(self._why)
        row.addStretch(1)
        lines.addLayout(row)
        lines.addWidget(self._why_words)
        lines.addStretch(1)

    def _present_entry(self, question: Question, said: Plain | None) -> None:
        empty(self._group_lines)
        self._group.setTitle(question.ask.replace("&", "&&"))
        name(self._group, question.ask, f"question.{question.id}", question.hint)
        self._entry = entry_for(question, self._group)
        self._entry.put(said)
        self._entry.edited.connect(self._edited)
        self._group_lines.addWidget(self._entry)
        self._entry.show()

    def _present_benchmarks(self, question: Question, sources: dict[str, str]) -> None:
        empty(self._benchmarks)
        for benchmark in question.benchmarks:
            source = sources.get(benchmark.source, benchmark.source)
            told = f"{benchmark.text} ({source}; {SURENESS_WORDS[benchmark.sure]})"
            self._benchmarks.addWidget(Quiet(told))

    def _order(self) -> None:
        entry = stops(self._entry) if self._entry else []
        sides = [self._trail_side.fold, *self.trail.stops(), self._open_side.fold]
        tab_through([*sides, *entry, self._continue_button, self._why])

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self._trail_side, self._centre, self._open_side):
            self._grid.removeWidget(part)
        across, down = [(0, 0), (0, 1), (0, 2)], [(0, 0), (2, 0), (1, 0)]
        for part, (row, at) in zip(
            (self._trail_side, self._centre, self._open_side), across if wide else down, strict=True
        ):
            self._grid.addWidget(part, row, at)
        for at, share in enumerate((SIDE, WIDEST, SIDE) if wide else (1, 0, 0)):
            self._grid.setColumnStretch(at, share)
        self._grid.setHorizontalSpacing(round(GAP * em(self)))
        for side in (self._trail_side, self._open_side):
            side.setMaximumWidth(SIDE * em(self) if wide else 16777215)
            side.unfold(wide)

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

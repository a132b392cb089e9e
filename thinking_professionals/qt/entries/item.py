"""One question of a checklist: its words at the left, its brief entry at the right, and a mark for how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from thinking_professionals.answers import DONT_KNOW, Answer, Misunderstood, Raw, understand
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries import entry_for
from thinking_professionals.qt.entries.asked import Asked, QuestionGroup
from thinking_professionals.qt.entries.entry import UNKNOWN
from thinking_professionals.qt.parts.buttons import ENTER
from thinking_professionals.qt.parts.painting import paint_tick
from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sheet import column, em
from thinking_professionals.qt.parts.sizing import UNBOUNDED
from thinking_professionals.qt.parts.words import Fault, Minor, Quiet

GUTTER = 2.0
"""Ems at the left for the mark."""
BESIDE = 34
"""Ems that an item needs for its entry to stand beside its words; with less it stands beneath."""
WORDS = 0.37
"""The share of the words in an item's width."""
SPACE = 14
TOP = 5
"""Pixels by which the words stand lower, to be level with the first of the options."""
DOT = 2.5


class Item(QuestionGroup):
    edited = Signal()
    done = Signal()
    """On to the next: Enter was pressed."""

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = asked.question
        self.ask(asked.question)
        self._words = self._say(asked)
        self._answer, lines = column(4, self)
        self.entry = entry_for(asked.question, self._answer, brief=True)
        self.entry.edited.connect(self._edited)
        self._fault = Fault()
        self._fault.setAccessibleIdentifier(f"error.{asked.question.id}")
        self._facts = [Quiet(fact) for fact in asked.benchmarks]
        for part in (self.entry, self._fault, *self._facts):
            lines.addWidget(part)
        lines.addStretch(1)
        self.explain(False)
        self.put(asked.said)
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(4)
        self._beside: bool | None = None
        self._arrange(beside=True)
        self._space()

    def takes(self, asked: Asked) -> bool:
        """Whether this item can show that: what was chosen among buttons cannot be taken back, only changed."""
        return asked.question == self.question and (asked.said is not None or self.entry.raw() is None)

    def put(self, said: Plain | None) -> None:
        self._fault.hide()
        if said != self.entry.raw():
            self.entry.put(said)
            self.update()

    def explain(self, explained: bool) -> None:
        """Show why it is asked, and the facts that may help."""
        for part in (self._why, *self._facts):
            part.setVisible(explained)

    def known(self) -> bool:
        """Whether there is an answer other than "I don't know" that can be understood."""
        return self._raw() is not None and self._understood() not in {None, DONT_KNOW}

    def answer(self) -> Answer:
        """What was said, and not known where nothing was; raises Misunderstood."""
        raw = self._raw()
        if raw is None and self.question.offers_dont_know:
            return DONT_KNOW
        return understand(self.question, self.entry.raw())

    def check(self) -> bool:
        """Whether the answer can be understood; where it cannot, say so beside it."""
        try:
            self.answer()
        except Misunderstood as fault:
            self._fault.say(str(fault))
            self._fault.show()
            return False
        return True

    def announce_fault(self) -> None:
        announce(self._fault, self._fault.accessibleName(), urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif len(text) == 1 and text in "123456789":
            self.entry.pick(int(text) - 1)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As wide as words or entry need one beneath the other, however they stand now."""
        widest = max(part.minimumSizeHint().width() for part in (self._words, self._answer))
        return QSize(self._grid.contentsMargins().left() + widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above, and the mark: a dot, a tick where it is answered, a question mark where it is not known."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, colours = QPalette.ColorRole, self.palette()
        painter.fillRect(0, 0, self.width(), 1, colours.color(role.Midlight))
        where = self._place_of_mark()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.known():
            painter.setBrush(colours.color(role.Link))
            painter.drawEllipse(where)
            paint_tick(painter, where.adjusted(2, 2, -2, -2), colours.color(role.HighlightedText))
        elif self._raw() == UNKNOWN:
            painter.setPen(colours.color(role.PlaceholderText))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "?")
        else:
            painter.setBrush(colours.color(role.Mid))
            painter.drawEllipse(where.center(), DOT, DOT)

    def _place_of_mark(self) -> QRectF:
        """Beside the first line of the words."""
        size = 1.1 * em(self)
        top = self._words.y() + TOP + (self.fontMetrics().height() - size) / 2
        return QRectF(1, top, size, size)

    def _raw(self) -> Raw | None:
        """The answer as it stands; None where nothing was said."""
        raw = self.entry.raw()
        return raw if raw or self.question.kind == "many" else None

    def _understood(self) -> Answer | None:
        try:
            return self.answer()
        except Misunderstood:
            return None

    def _say(self, asked: Asked) -> QWidget:
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, TOP, 0, 0)
        lines.setSpacing(5)
        self._why = Quiet(asked.question.why_we_ask)
        lines.addWidget(Minor(asked.question.ask))
        if asked.question.hint:
            lines.addWidget(Quiet(asked.question.hint))
        lines.addWidget(self._why)
        lines.addStretch(1)
        return words

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(em(self))
        self._grid.setContentsMargins(round(GUTTER * em(self)), SPACE, 0, SPACE)

    def _fit(self) -> None:
        """The words of all items are equally wide, so that what stands beside them is in one column."""
        self._arrange(beside=self.width() >= BESIDE * em(self))
        if self._beside:
            self._words.setFixedWidth(round(WORDS * self.width()) - self._grid.contentsMargins().left())

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self._words.setMinimumWidth(0)
        self._words.setMaximumWidth(UNBOUNDED)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._answer, 0 if beside else 1, 1 if beside else 0)
        self._grid.setColumnStretch(0, 0 if beside else 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)

    def _edited(self) -> None:
        self._fault.hide()
        self.update()
        self.edited.emit()

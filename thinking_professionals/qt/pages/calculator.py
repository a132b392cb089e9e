"""One calculator: what is known at the left, the answer beside it as one types; beneath it where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.qt.entries.power_form import PowerForm, example_of
from thinking_professionals.qt.parts.answer_panel import AnswerPanel
from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.sheet import Sheet, column, em
from thinking_professionals.qt.parts.sizing import UNBOUNDED
from thinking_professionals.qt.parts.words import Lead, Title

PAUSE = 200
"""Milliseconds without a key after which what was typed is worked out."""
FORM, ANSWER, GAP = 24, 42, 3
"""Ems of the form, of the answer, and between them."""
NARROWEST = 26
"""Ems of an answer at its narrowest beside the form."""


class CalculatorPage(Sheet):
    """Keeps what was typed into each calculator for as long as the window is open."""

    asked = Signal(object)
    """What is Given."""
    stopped = Signal()
    """What was asked is no longer wanted."""
    others_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FORM + ANSWER + GAP, parent)
        self._forms: dict[str, PowerForm] = {}
        self._form: PowerForm | None = None
        self._wide: bool | None = None
        self._title, self._about = Title(), Lead()
        self.panel = AnswerPanel(self.column)
        self.panel.stopped.connect(self._stop)
        self.panel.again_wished.connect(self._ask)
        self._known, self._known_lines = column(0, self.column)
        self._more, self._more_lines = column(0, self.column)
        self._tools = self._make_tools()
        for part in (self._title, self._about, self._tools, self._grid_of_parts()):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask)

    def present(self, calculator: Calculator) -> None:
        self._title.say(calculator.title)
        self._about.say(calculator.about)
        form = self._forms.get(calculator.name) or self._make(calculator)
        for one in self._forms.values():
            one.show_or_hide(one is form)
        self._form = form
        self._example.setProperty("example", example_of(calculator))
        self._order()
        self._ask()

    def start(self) -> QWidget | None:
        return self._title

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.room() >= (FORM + NARROWEST + GAP) * em(self) + 48)

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere no one waits for it; it is asked again on the way back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stopped.emit()

    def _make(self, calculator: Calculator) -> PowerForm:
        form = self._forms[calculator.name] = PowerForm(calculator, self.column)
        form.edited.connect(self._edited)
        form.entered.connect(self._ask)
        self._known_lines.addWidget(form.known)
        self._more_lines.addWidget(form.more)
        return form

    def _make_tools(self) -> QWidget:
        row = Flow(self.column, gap=16)
        self._example = Button(self.tr("Fill in an example"), "numbers.example", "link")
        self._clear = Button(self.tr("Clear all of it"), "numbers.clear", "link")
        others = Button(self.tr("Work out something else"), "numbers.others", "link")
        self._example.clicked.connect(self.try_example)
        self._clear.clicked.connect(self._empty)
        others.clicked.connect(self.others_wished)
        for button in (self._example, self._clear, others):
            row.add(button)
        return row

    def _grid_of_parts(self) -> QWidget:
        holder = QWidget(self.column)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setVerticalSpacing(20)
        self._arrange(wide=True)
        return holder

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self._known, self._more, self.panel):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._known, 0, 0)
        self._grid.addWidget(self._more, 1 if wide else 2, 0)
        self._grid.addWidget(self.panel, 0 if wide else 1, 1 if wide else 0, 3 if wide else 1, 1)
        self._grid.setRowStretch(2, 1 if wide else 0)
        for at, share in enumerate((FORM, ANSWER) if wide else (1, 0)):
            self._grid.setColumnStretch(at, share)
        self._grid.setHorizontalSpacing(GAP * em(self))
        for part in (self._known, self._more):
            part.setMaximumWidth(FORM * em(self) if wide else UNBOUNDED)
        if self._form is not None:
            self._order()

    def _order(self) -> None:
        parts = (self._known, self._more, self.panel) if self._wide else (self._known, self.panel, self._more)
        tab_through([self._title, *stops(self._tools), *(stop for part in parts for stop in stops(part))])

    def _edited(self) -> None:
        self._show_tools()
        self._pause.start(PAUSE)

    def _ask(self) -> None:
        """Work out what is typed now, or say what is missing."""
        self._pause.stop()
        self.stopped.emit()
        form = self._form
        assert form is not None  # something is presented before anything is typed
        self._show_tools()
        if not form.check():
            self.panel.show_help(self.tr("One of your figures cannot be used. What is wrong is said beneath it."))
        elif form.blank():
            told = self.tr("Fill in what you know, and leave empty what you want to know. The answer appears here.")
            self.panel.help(told)
        else:
            self.panel.wait()
            self.asked.emit(form.given())

    def _show_tools(self) -> None:
        blank = self._form is None or self._form.blank()
        self._example.setVisible(blank)
        self._clear.setVisible(not blank)

    def _stop(self) -> None:
        self.stopped.emit()
        self.panel.stop()

    def try_example(self) -> None:
        self._put(self._example.property("example"))

    def _empty(self) -> None:
        self._put({})

    def _put(self, said: dict[str, str]) -> None:
        if self._form is not None:
            self._form.put(said)
            self._form.start().setFocus()
            self._ask()

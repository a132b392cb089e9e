"""Draw the lots: choose a list, see what was read and what will come of it, and draw once, into a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.entries.lots_form import LotsForm
from thinking_professionals.qt.lots import LotDrawing, Wanted
from thinking_professionals.qt.lots_words import outcome
from thinking_professionals.qt.parts.blocks import block_widget
from thinking_professionals.qt.parts.buttons import Button, Folding
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.radios import Option, Radios
from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sheet import Sheet, column, empty
from thinking_professionals.qt.parts.words import Fault, Hint, Lead, Quiet, Subheading, Title, Words


class LotsPage(Sheet):
    list_wished = Signal()
    wanted = Signal(object)
    """What is chosen and typed now: a Wanted."""
    draw_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._wanted: Wanted | None = None
        self._done = False
        self._title = Title(self.tr("Draw the lots"))
        self._choose = Button(self.tr("Choose a list…"), "lots.choose", "primary")
        self._read = Words()
        self._read.setAccessibleIdentifier("lots.read")
        self._notes, self._note_lines = column(6)
        self._naming = Radios(self.tr("The column that names them"), "lots.naming", bare=True)
        self._other_naming = Folding(self.tr("Not the right names?"), self._naming, "lots.other")
        self._form = LotsForm()
        self._list_fault, self._fault = Fault(), Fault()
        self._list_fault.setAccessibleIdentifier("error.list")
        self._fault.setAccessibleIdentifier("error.lots")
        self._said = ""
        self._outcome, self._outcome_lines = column(12)
        self._draw = Button(self.tr("Draw and save…"), "lots.draw", "primary")
        self._draw_row = _row(self._draw)
        self._lay_out()
        self._choose.clicked.connect(self.list_wished)
        self._draw.clicked.connect(self.draw_wished)
        self._form.wanted.connect(self.wanted)
        self._naming.picked.connect(self._named)

    def present(self, lots: LotDrawing) -> None:
        self._wanted = lots.wanted
        self._done = lots.done is not None
        self._present_list(lots)
        self._form.setVisible(lots.offered is not None and lots.done is None)
        if lots.offered is not None and lots.wanted is not None:
            self._form.present(lots.offered, lots.wanted)
        again = self.tr("Put that right in the file, then choose it again.")
        _tell(self._list_fault, (*lots.list_faults, again) if lots.list_faults else ())
        _tell(self._fault, lots.faults)
        empty(self._outcome_lines)
        for block in outcome(lots):
            made = block_widget(block, self._nowhere)
            self._outcome_lines.addWidget(made)
            made.show()
        self._draw_row.setVisible(lots.prepared is not None and lots.done is None)
        tab_through([self._title, *stops(self.column), self._draw])

    def start(self) -> QWidget | None:
        return self._title

    def announce(self) -> None:
        """Say once what has come of a list that was chosen, of what is wanted, or of the draw."""
        parts = [part for part in (self._list_fault, self._fault, self._read) if part.isVisibleTo(self)]
        words = self.tr("Lots are drawn.") if self._done else parts[0].accessibleName() if parts else ""
        if words and words != self._said:
            announce(self._title, words, urgent=isinstance(parts[0], Fault))
        self._said = words

    def _present_list(self, lots: LotDrawing) -> None:
        empty(self._note_lines)
        self._read.setVisible(lots.source is not None)
        several = lots.offered is not None and len(lots.offered.headings) > 1 and lots.done is None
        self._other_naming.setVisible(several)
        self._naming.setVisible(several and self._other_naming.isChecked())
        if lots.source is None or lots.offered is None or lots.wanted is None:
            return
        table, naming = lots.source.table, lots.wanted.naming
        told = self.tr("“{file}”: {rows} rows under {columns} headings, named by “{naming}”.")
        self._read.say(
            told.format(file=lots.source.name, rows=f"{len(table.rows):,}", columns=len(table.headings), naming=naming)
        )
        for note in (*table.notes, *(lots.prepared.units.notes if lots.prepared else ())):
            self._note_lines.addWidget(Quiet(note))
        self._naming.put([Option(heading, heading) for heading in lots.offered.headings], naming)

    def _named(self, heading: str) -> None:
        if self._wanted is not None:
            self.wanted.emit(replace(self._wanted, naming=heading))

    def _nowhere(self, question: str) -> None:
        """No words here lead to a question."""

    def _lay_out(self) -> None:
        lead = self.tr("Who gets it is decided by lot, from your own list, and written down so that anyone can check.")
        hint = self.tr(
            "A CSV file or an Excel workbook (.xlsx): a row for each person, team or place, and headings on top. It "
            "stays on this computer, and nothing in it is changed."
        )
        self.lines.addWidget(self._title)
        self.lines.addWidget(Lead(lead))
        self.lines.addSpacing(12)
        self.lines.addWidget(Subheading(self.tr("Your list")))
        self.lines.addWidget(Hint(hint))
        for part in (_row(self._choose), self._read, self._list_fault, self._notes):
            self.lines.addWidget(part)
        for part in (_row(self._other_naming), self._naming):
            self.lines.addWidget(part)
        for part in (self._form, self._fault, self._outcome, self._draw_row):
            self.lines.addWidget(part)
        self.lines.addStretch(1)


def _tell(label: Fault, faults: Sequence[str]) -> None:
    label.say("\n".join(faults))
    label.setVisible(bool(faults))


def _row(button: Button) -> Flow:
    """As wide as its words, at the left."""
    row = Flow()
    row.add(button)
    return row

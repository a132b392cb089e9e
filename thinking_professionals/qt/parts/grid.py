"""A table of a report: a grid of labels where there is room, and one entry beneath another where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from thinking_professionals.qt.parts.rich import Passage, text_of
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.sheet import Rule, em
from thinking_professionals.qt.parts.words import Quiet
from thinking_professionals.report.document import Runs, Table

NARROWEST = 6.5
"""Ems that a column of words needs to be worth reading."""


class TableGrid(Group):
    """Each cell is named with its column's heading, since a screen reader meets it as a label."""

    asked = Signal(str)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(table.caption or "Table", parent=parent)
        self._table = table
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._header = [Quiet(words, self) for words in table.header]
        self._rules = [Rule(self) for _ in range(len(table.rows) + 1)]
        self._cells = [[self._cell(row, at) for at in range(len(row))] for row in table.rows]
        self._repeated: list[list[Quiet]] = []
        """The headings again for each row, made when they first stand one beneath another."""
        self._stacked: bool | None = None
        self._arrange(stacked=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=self.width() < NARROWEST * em(self) * len(self._table.header))

    def _cell(self, row: tuple[Runs, ...], at: int) -> Passage:
        cell = Passage(row[at], parent=self)
        heading = self._table.header[at] if at < len(self._table.header) else ""
        cell.setAccessibleName(f"{heading}: {text_of(row[at])}")
        cell.asked.connect(self.asked)
        return cell

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked and not self._repeated:
            self._repeated = [[Quiet(words, self) for words in self._table.header] for _ in self._table.rows]
        while self._grid.takeAt(0) is not None:
            pass
        for label in self._header:
            label.setVisible(not stacked)
        for labels in self._repeated:
            for label in labels:
                label.setVisible(stacked)
        (self._stack if stacked else self._spread)()

    def _spread(self) -> None:
        wide = len(self._table.header)
        for at, label in enumerate(self._header):
            label.setAlignment(self._flush(at))  # in the label: in the layout it would not be as wide as its column
            self._grid.addWidget(label, 0, at, Qt.AlignmentFlag.AlignBottom)
            share = self._table.widths[at] if self._table.widths else 1 / wide
            self._grid.setColumnStretch(at, round(share * 100))
        for number, cells in enumerate(self._cells):
            self._grid.addWidget(self._rules[number], 2 * number + 1, 0, 1, wide)
            for at, cell in enumerate(cells):
                self._grid.addWidget(cell, 2 * number + 2, at, Qt.AlignmentFlag.AlignTop)
                cell.flush_right(at in self._table.numeric)
        self._grid.addWidget(self._rules[-1], 2 * len(self._cells) + 1, 0, 1, wide)

    def _stack(self) -> None:
        for at in range(len(self._table.header)):
            self._grid.setColumnStretch(at, 1 if at == 0 else 0)
        down = 0
        for number, cells in enumerate(self._cells):
            self._grid.addWidget(self._rules[number], down, 0)
            for at, cell in enumerate(cells):
                self._grid.addWidget(self._repeated[number][at], down + 2 * at + 1, 0)
                self._grid.addWidget(cell, down + 2 * at + 2, 0)
                cell.flush_right(False)
            down += 2 * len(cells) + 1
        self._grid.addWidget(self._rules[-1], down, 0)

    def _flush(self, at: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if at in self._table.numeric else Qt.AlignmentFlag.AlignLeft

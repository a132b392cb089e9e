"""What pages that ask have in common: what was said stands on one side of them, what is still open on the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from thinking_professionals.qt.parts.listed import Listed
from thinking_professionals.qt.parts.sheet import Sheet, column, em
from thinking_professionals.qt.parts.side import Side
from thinking_professionals.qt.parts.sizing import UNBOUNDED
from thinking_professionals.qt.parts.trail import Said, Trail

SIDE = 17
"""Width of a side panel in ems, and of the middle column at its narrowest beside them."""
NARROWEST = 30
WIDEST = 40
GAP = 2.4
LOW = 20
"""Ems of height under which the folded sides would keep the question itself out of sight."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a question: the trail, answers set aside, and the designs that may still be advised."""

    trail: tuple[Said, ...]
    aside: tuple[Said, ...] = ()
    open_designs: tuple[str, ...] = ()


class AskingPage(Sheet):
    """`centre` and its `middle` are for the page itself; the sides fold above and below it on a narrow window."""

    edited = Signal(str, object)
    """A question's id and the answer as it is being given, in plain form or None."""
    changed_mind = Signal(str)
    """To another question of the trail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2 * SIDE + WIDEST + 2 * GAP, parent)
        self.still_open: tuple[str, ...] = ()
        self._wide: bool | None = None
        self.trail = Trail(self.column)
        self.trail_side = Side(self.tr("Your answers"), self.trail, self.column)
        self._open = Listed(self.column)
        self.open_side = Side(self.tr("Still open"), self._open, self.column)
        self.centre, self.middle = column(8, self.column)
        holder = QWidget(self.column)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(12)
        self.lines.addWidget(holder)
        self.lines.addStretch(1)
        self.trail.chosen.connect(self.changed_mind)
        self._arrange(wide=True)

    def present_beside(self, beside: Beside) -> None:
        self.trail.put(beside.trail, beside.aside)
        given = sum(1 for said in beside.trail if said.words)
        self.trail_side.say(self.tr("Your answers: {count} so far").format(count=given))
        self.still_open = beside.open_designs
        self._open.put(beside.open_designs)
        self.open_side.say(self.tr("Still open: {count}").format(count=len(beside.open_designs)))
        self.open_side.setVisible(bool(beside.open_designs))

    def sides(self) -> list[QWidget]:
        """Where Tab stops before it comes to the page itself."""
        return [self.trail_side.fold, *self.trail.stops(), self.open_side.fold]

    def to_top(self) -> None:
        """To the question itself, where the window is too low for it and for what is folded above it."""
        super().to_top()
        if not self._wide and self.area.viewport().height() < LOW * em(self):
            self.to(self.centre)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = (2 * SIDE + NARROWEST + 2 * GAP) * em(self) + 48
        self._arrange(wide=self.room() >= beside)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        parts = (self.trail_side, self.centre, self.open_side)
        for part in parts:
            self._grid.removeWidget(part)
        across, down = [(0, 0), (0, 1), (0, 2)], [(0, 0), (2, 0), (1, 0)]
        for part, (row, at) in zip(parts, across if wide else down, strict=True):
            self._grid.addWidget(part, row, at)
        for at, share in enumerate((SIDE, WIDEST, SIDE) if wide else (1, 0, 0)):
            self._grid.setColumnStretch(at, share)
        self._grid.setHorizontalSpacing(round(GAP * em(self)))
        for side in (self.trail_side, self.open_side):
            side.setMaximumWidth(SIDE * em(self) if wide else UNBOUNDED)
            side.unfold(wide)

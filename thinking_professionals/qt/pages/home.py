"""The home page: five doors, and the plans to carry on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from thinking_professionals.library.questions import Branch
from thinking_professionals.qt.parts.buttons import Button, CardButton
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sheet import Sheet, column, em, empty
from thinking_professionals.qt.parts.words import Lead, Quiet, Subheading, Title

BESIDE = 24
"""Ems in which a plan and its button stand beside each other."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan to carry on with, in words."""

    id: str
    title: str
    about: str


class HomePage(Sheet):
    entered = Signal(str)
    """A door, by the id of its branch."""
    carried_on = Signal(str)
    """A recent plan, by its id."""
    removed = Signal(str)
    """A recent plan, by its id."""
    bring_back_wished = Signal()
    open_wished = Signal()
    new_wished = Signal()
    numbers_wished = Signal()
    lots_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._title, self._lead = Title(), Lead()
        self.lines.addWidget(self._title)
        self.lines.addWidget(self._lead)
        self.lines.addSpacing(16)
        self._now = Quiet()
        self.lines.addWidget(self._now)
        self._door_holder, self._doors = self._list()
        self._door_list: tuple[Branch, ...] = ()
        self.lines.addSpacing(24)
        self.lines.addWidget(Subheading(self.tr("Carry on")))
        self._none = Quiet(self.tr("Plans you start are kept on this computer and shown here."))
        self.lines.addWidget(self._none)
        self._left = self._removal()
        self._recent_holder, self._recent = self._list()
        self._foot = self._buttons()
        self.lines.addWidget(self._foot)
        self.lines.addStretch(1)

    def present(  # noqa: PLR0913, PLR0917 - each is a text or a list of its own
        self,
        welcome: str,
        invitation: str,
        doors: tuple[Branch, ...],
        now: str,
        recent: Sequence[Recent],
        leaving: str = "",
    ) -> None:
        """`now` is the title of the plan being worked on, `leaving` of one just removed; either may be nothing."""
        self._title.say(welcome)
        self._lead.say(invitation)
        told = self.tr("You are working on “{title}”. Its answers count behind every door.")
        self._now.say(told.format(title=now))
        self._now.setVisible(bool(now))
        if doors != self._door_list:
            self._present_doors(doors)
        self._present_recent(recent)
        self._left_words.say(self.tr("“{title}” was removed.").format(title=leaving))
        self._left.setVisible(bool(leaving))
        self._none.setVisible(not recent and not leaving)
        self._order()

    def start(self) -> QWidget | None:
        return self._title if self._left.isHidden() else self._undo

    def to_top(self) -> None:
        """A plan that is removed leaves everything else where it is."""
        if self._left.isHidden():
            super().to_top()

    def announce(self) -> None:
        if not self._left.isHidden():
            announce(self._left_words, self._left_words.accessibleName())

    def _present_doors(self, doors: tuple[Branch, ...]) -> None:
        self._door_list = doors
        empty(self._doors)
        for door in doors:
            card = CardButton(door.title, door.about, f"door.{door.id}", self.column)
            card.setProperty("id", door.id)
            card.clicked.connect(self._enter)
            self._doors.addWidget(card)

    def _present_recent(self, recent: Sequence[Recent]) -> None:
        empty(self._recent)
        for plan in recent:
            card = CardButton(plan.title, plan.about, f"recent.{plan.id}", self.column)
            card.setProperty("id", plan.id)
            card.clicked.connect(self._carry_on)
            remove = Button(self.tr("Remove"), f"remove.{plan.id}", "link")
            remove.setAccessibleName(self.tr("Remove: {title}").format(title=plan.title))
            remove.setProperty("id", plan.id)
            remove.clicked.connect(self._remove)
            self._recent.addWidget(Beside(card, remove))

    def _order(self) -> None:
        """Doors and plans are made anew; Tab meets them where they stand, not after all that was there before."""
        holders = (self._door_holder, self._left, self._recent_holder, self._foot)
        tab_through([self._title, *(stop for holder in holders for stop in stops(holder))])

    def _removal(self) -> QWidget:
        """Says what was removed, with a way to have it back."""
        self._left_words = Quiet()
        self._undo = Button(self.tr("Undo"), "recent.undo", "link")
        self._undo.setAccessibleName(self.tr("Undo: bring the plan back"))
        self._undo.clicked.connect(self.bring_back_wished)
        holder = Beside(self._left_words, self._undo)
        self.lines.addWidget(holder)
        return holder

    def _list(self) -> tuple[QWidget, QVBoxLayout]:
        holder, lines = column(8, self.column)
        self.lines.addWidget(holder)
        return holder, lines

    def _buttons(self) -> QWidget:
        flow = Flow(self.column)
        opened, anew = Button(self.tr("Open…"), "plan.open"), Button(self.tr("New plan"), "plan.new")
        opened.clicked.connect(self.open_wished)
        anew.clicked.connect(self.new_wished)
        numbers = Button(self.tr("Work out numbers"), "nav.numbers", "link")
        numbers.clicked.connect(self.numbers_wished)
        lots = Button(self.tr("Draw the lots"), "nav.lots", "link")
        lots.clicked.connect(self.lots_wished)
        for button in (opened, anew, numbers, lots):
            flow.add(button)
        return flow

    def _enter(self) -> None:
        self.entered.emit(self.sender().property("id"))

    def _carry_on(self) -> None:
        self.carried_on.emit(self.sender().property("id"))

    def _remove(self) -> None:
        self.removed.emit(self.sender().property("id"))


class Beside(QWidget):
    """Something wide with a button at its right, or beneath it where there is no room."""

    def __init__(self, wide: QWidget, button: Button) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(wide, 1)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self.width() >= BESIDE * em(self)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12 if across else 0)

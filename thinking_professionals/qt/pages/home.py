"""The home page: five doors, and the plans to carry on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thinking_professionals.library.questions import Branch
from thinking_professionals.qt.parts.buttons import Button, CardButton
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.sheet import Sheet, column, empty
from thinking_professionals.qt.parts.words import Lead, Quiet, Subheading, Title


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
    open_wished = Signal()
    new_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._title, self._lead = Title(), Lead()
        self.lines.addWidget(self._title)
        self.lines.addWidget(self._lead)
        self.lines.addSpacing(16)
        self._now = Quiet()
        self.lines.addWidget(self._now)
        self._doors = self._list(8)
        self._door_list: tuple[Branch, ...] = ()
        self.lines.addSpacing(24)
        self.lines.addWidget(Subheading(self.tr("Carry on")))
        self._none = Quiet(self.tr("Plans you start are kept on this computer and shown here."))
        self.lines.addWidget(self._none)
        self._recent = self._list(8)
        self.lines.addWidget(self._buttons())
        self.lines.addStretch(1)

    def present(
        self, welcome: str, invitation: str, doors: tuple[Branch, ...], now: str, recent: Sequence[Recent]
    ) -> None:
        """`now` is the title of the plan being worked on, or nothing."""
        self._title.say(welcome)
        self._lead.say(invitation)
        told = self.tr("You are working on “{title}”. Its answers count behind every door.")
        self._now.say(told.format(title=now))
        self._now.setVisible(bool(now))
        if doors != self._door_list:
            self._present_doors(doors)
        self._present_recent(recent)

    def start(self) -> QWidget | None:
        return self._title

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
            self._recent.addWidget(card)
        self._none.setVisible(not recent)

    def _list(self, spacing: int) -> QVBoxLayout:
        holder, lines = column(spacing, self.column)
        self.lines.addWidget(holder)
        return lines

    def _buttons(self) -> QWidget:
        flow = Flow(self.column)
        opened, anew = Button(self.tr("Open…"), "plan.open"), Button(self.tr("New plan"), "plan.new")
        opened.clicked.connect(self.open_wished)
        anew.clicked.connect(self.new_wished)
        flow.add(opened)
        flow.add(anew)
        return flow

    def _enter(self) -> None:
        self.entered.emit(self.sender().property("id"))

    def _carry_on(self) -> None:
        self.carried_on.emit(self.sender().property("id"))

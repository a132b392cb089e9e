"""One option, or any number of them, with "I don't know" last and apart.

Where several may be ticked, a page of its own takes none ticked as "none of these". Among other questions, which may be
left, it is nothing said, and "None of these" is there to tick.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from thinking_professionals.answers import Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries.entry import DONT_KNOW_ID, DONT_KNOW_LABEL, UNKNOWN, Entry
from thinking_professionals.qt.parts.choice import Choice, Tick
from thinking_professionals.qt.parts.pile import Pile

NONE = "none_of_these"
"""Stands for an empty choice among the buttons; it is no answer's id."""


class Choosing(Entry):
    def __init__(self, question: Question, parent: QWidget, *, brief: bool = False) -> None:
        super().__init__(question, parent)
        self._several = question.kind == "many"
        self._brief = brief
        self._group = QButtonGroup(self)
        self._pile = Pile(0 if brief else 8, self)
        self.lines.addWidget(self._pile)
        self._buttons = {
            option.id: self._add(option.label, option.hint, f"option.{option.id}") for option in question.options
        }
        if self._several and brief:
            self._buttons[NONE] = self._add(self.tr("None of these"), "", f"option.{NONE}")
        self._buttons[UNKNOWN] = self._add(DONT_KNOW_LABEL, "", DONT_KNOW_ID)
        self._alone = [button for option, button in self._buttons.items() if option in {NONE, UNKNOWN}]

    def put(self, said: Plain | None) -> None:
        chosen = [said] if isinstance(said, str) else list(said or [])
        if said is not None and not chosen:
            chosen = [NONE]
        for option, button in self._buttons.items():
            button.setChecked(option in chosen)

    def raw(self) -> Raw | None:
        chosen = [option for option, button in self._buttons.items() if button.isChecked()]
        if UNKNOWN in chosen:
            return UNKNOWN
        if NONE in chosen:
            return []
        if self._several and (chosen or not self._brief):
            return chosen
        return chosen[0] if chosen else None

    def start(self) -> QWidget:
        buttons = list(self._buttons.values())
        return next((button for button in buttons if button.isChecked()), buttons[0])

    def pick(self, index: int) -> None:
        buttons = list(self._buttons.values())
        if index < len(buttons):
            buttons[index].setFocus()
            buttons[index].click()

    def _add(self, label: str, hint: str, identifier: str) -> QAbstractButton:
        made = (Tick if self._several else Choice)(label, hint, identifier, self._pile, bare=self._brief)
        if not self._several:  # in a group, Tab would leave check boxes at the first
            self._group.addButton(made)
        made.clicked.connect(self._clicked)
        self._pile.add(made)
        return made

    def _clicked(self) -> None:
        """With check boxes, not knowing, none and choosing exclude each other."""
        clicked = self.sender()
        if self._several and isinstance(clicked, QAbstractButton) and clicked.isChecked():
            for button in self._buttons.values():
                if button is not clicked and (button in self._alone or clicked in self._alone):
                    button.setChecked(False)
        self.update()  # what is passed over turns quiet
        self.edited.emit()

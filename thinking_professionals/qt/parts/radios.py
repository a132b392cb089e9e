"""One of several, as cards or as bare buttons, in a group with a name; put anew only where the options are others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.choice import Choice
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.sheet import empty


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    label: str
    hint: str = ""


class Radios(Group):
    picked = Signal(str)
    """An option, by its id, as the person chooses it."""

    def __init__(self, words: str, identifier: str, *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, identifier, parent)
        self._identifier = identifier
        self._bare = bare
        self._options: tuple[Option, ...] = ()
        self._buttons = QButtonGroup(self)
        self._buttons.buttonClicked.connect(self._clicked)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0 if bare else 8)

    def put(self, options: Sequence[Option], chosen: str) -> None:
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._make()
        for at, option in enumerate(self._options):
            self._buttons.button(at).setChecked(option.id == chosen)
        self._stop_once()

    def _make(self) -> None:
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
        empty(self._lines)
        for at, option in enumerate(self._options):
            made = Choice(option.label, option.hint, f"{self._identifier}.{option.id}", self, bare=self._bare)
            self._buttons.addButton(made, at)
            self._lines.addWidget(made)
            made.show()  # a layout shows what is new only soon, and the keyboard may be sent there at once

    def _stop_once(self) -> None:
        """Tab stops at the chosen one. Qt sees to that by itself only once the keyboard has been in the group."""
        chosen = self._buttons.checkedButton()
        for button in self._buttons.buttons():
            stops = chosen is None or button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.picked.emit(self._options[self._buttons.id(button)].id)
        self.update()

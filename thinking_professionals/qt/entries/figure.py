"""One figure that a calculator asks for: its words, a field, and what is wrong with it where something is."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thinking_professionals.answers import Misunderstood, read_number
from thinking_professionals.calculators.power.form import Amount, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.qt.parts.roles import announce, name
from thinking_professionals.qt.parts.sheet import em
from thinking_professionals.qt.parts.words import Fault, Quiet, Words

EMS = 10
LIST_EMS = 18
LONGEST = 200


def read_figure(text: str, field: Field) -> Amount | None:
    """What was typed, None where nothing was; raises Misunderstood or Refused. `20%` is 0.2, whatever the locale."""
    typed = text.replace("−", "-").strip()
    if not typed:
        return None
    if field.kind == "list":
        return field.read(tuple(_number(part) for part in re.split(r"[,;\s]+", typed) if part))
    return field.read(_number(typed))


def _number(text: str) -> float:
    share = text.endswith("%")
    return float(read_number(text.removesuffix("%"))) / (100 if share else 1)


class FigureField(QWidget):
    edited = Signal()
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._line = QLineEdit(self)
        self._line.setMaxLength(LONGEST)
        self._fault = Fault("", self)
        self._fault.setAccessibleIdentifier(f"error.{field.name}")
        self._fault.hide()
        self._lay_out()
        self._fit()
        self._line.textEdited.connect(self._edited)
        self._line.returnPressed.connect(self.entered)

    def text(self) -> str:
        return self._line.text()

    def put(self, text: str) -> None:
        self._line.setText(text)
        self._fault.hide()

    def amount(self) -> Amount | None:
        """None where nothing was typed; raises Misunderstood or Refused."""
        return read_figure(self.text(), self.field)

    def check(self) -> bool:
        """Whether the figure can be used; where it cannot, say so beneath it."""
        try:
            self.amount()
        except (Misunderstood, Refused) as fault:
            self._tell(str(fault))
            return False
        self._fault.hide()
        return True

    def start(self) -> QWidget:
        return self._line

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _tell(self, words: str) -> None:
        if self._fault.isHidden() or self._fault.accessibleName() != words:
            self._fault.say(words)
            self._fault.show()
            announce(self._fault, words, urgent=True)

    def _edited(self) -> None:
        self._fault.hide()
        self.edited.emit()

    def _lay_out(self) -> None:
        label = Words(self.field.label, self)
        label.setBuddy(self._line)
        usual = f"{self.field.default:g}" if self.field.default is not None else ""
        self._line.setPlaceholderText(usual)
        told = self.tr("{usual} if left empty.").format(usual=usual) if usual else ""
        name(self._line, self.field.label, f"answer.{self.field.name}", f"{self.field.hint} {told}".strip())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        for part in (label, *([Quiet(self.field.hint, self)] if self.field.hint else []), self._line, self._fault):
            lines.addWidget(part)

    def _fit(self) -> None:
        self._line.setMaximumWidth((LIST_EMS if self.field.kind == "list" else EMS) * em(self))

"""A line to write in under its words, with a hint between where there is one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sheet import em
from thinking_professionals.qt.parts.words import Quiet, Words


class Labelled(QWidget):
    edited = Signal()

    def __init__(self, label: str, identifier: str, hint: str = "", ems: float = 10) -> None:
        super().__init__()
        self._ems = ems
        self._line = QLineEdit(self)
        self._line.setMaxLength(100)
        name(self._line, label, identifier, hint)
        words = Words(label, self)
        words.setBuddy(self._line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        for part in (words, *([Quiet(hint, self)] if hint else []), self._line):
            lines.addWidget(part)
        self._fit()
        self._line.textEdited.connect(self.edited)

    def text(self) -> str:
        return self._line.text()

    def put(self, text: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._line.setMaximumWidth(round(self._ems * em(self)))

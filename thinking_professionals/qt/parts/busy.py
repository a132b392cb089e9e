"""Says that something is being worked out, how far it is, and lets it be stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.words import Words

WHOLE = 100


class Busy(QWidget):
    stopped = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        name(self._bar, words, "busy.progress")
        stop = Button(self.tr("Cancel"), "busy.cancel")
        stop.clicked.connect(self.stopped)
        row = Flow(self)
        row.add(stop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for part in (Words(words, self), self._bar, row):
            lines.addWidget(part)

    def begin(self) -> None:
        """Nobody knows yet how long it takes."""
        self._bar.setRange(0, 0)

    def progress(self, share: float) -> None:
        self._bar.setRange(0, WHOLE)
        self._bar.setValue(round(share * WHOLE))

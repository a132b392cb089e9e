"""A panel beside the question; on a narrow window it folds into a summary of one line that opens when pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thinking_professionals.qt.parts.buttons import Folding
from thinking_professionals.qt.parts.words import Minor


class Side(QWidget):
    def __init__(self, title: str, body: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._body = body
        self._heading = Minor(title, self)
        body.setParent(self)
        self.fold = Folding(title, body, parent=self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for part in (self._heading, self.fold, body):
            lines.addWidget(part)
        lines.addStretch(1)
        self.unfold(True)

    def say(self, summary: str) -> None:
        """What the folded panel says, such as "Your answers: 4 so far"."""
        self.fold.say(summary)

    def unfold(self, wide: bool) -> None:
        self._heading.setVisible(wide)
        self.fold.setVisible(not wide)
        self.fold.setChecked(False)
        self._body.setVisible(wide)

"""Labels for words. Whatever an author wrote or a person typed is shown as text, never taken for markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from thinking_professionals.qt.parts.roles import Role, give_role
from thinking_professionals.qt.parts.sizing import follow_width

ZERO_WIDTH_SPACE = "\u200b"
_LONG_WORD = re.compile(r"\S{22,}")
_PIECE = re.compile(r"(\S{10})(?=\S)")


def breakable(text: str) -> str:
    """The same text with places to break inside words too long for a narrow window."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub(r"\1" + ZERO_WIDTH_SPACE, word[0]), text)


class Words(QLabel):
    """Wrapped plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        follow_width(self)
        self._heights: dict[int, int] = {}
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text`; a screen reader hears it without the places to break."""
        if text == self.accessibleName() and text:
            return  # what is set anew is laid out anew
        self.setText(breakable(text))
        self.setAccessibleName(text)
        self._heights.clear()

    def heightForWidth(self, width: int) -> int:
        """Remembered, since a page's layout asks again and again, and each time the words would be set in lines."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)


class OneLine(Words):
    """Words that end in an ellipsis where there is no room for all of them."""

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("m") * 8, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class Lead(Words):
    """A sentence or two that matter most on a page."""


class Quiet(Words):
    """Small print that still meets the contrast of everything else."""


class Fault(Words):
    """What is wrong, and what to do."""


class Hint(Words):
    """What helps with a question, at the size of reading and a little quieter."""


class Value(Words):
    """A figure that stands out."""


class Word(Words):
    """The word that carries a tone for those who do not see its colour."""

    def __init__(self, text: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("tone", tone)

    def change_tone(self, tone: str) -> None:
        self.setProperty("tone", tone)
        self.style().polish(self)


class Heading(Words):
    """A label that a screen reader finds among the headings. The keyboard may be put there, but Tab does not stop."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        give_role(self, Role.Heading)


class Title(Heading):
    """The one at the top of a page."""


class Subtitle(Heading):
    """A question, or a section of the result."""


class Subheading(Heading):
    """Inside a section."""


class Minor(Heading):
    """Inside a subheading, and over a side panel."""

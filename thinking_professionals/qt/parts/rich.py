"""Runs of a report as one label: words escaped, terms and questions as links that mouse and keyboard can follow."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QToolTip, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sizing import follow_width
from thinking_professionals.qt.parts.words import Quiet, breakable
from thinking_professionals.report.document import Link, Plain, Run, Said, Strong, Term

LINE_HEIGHT = "120%"


def html_of(runs: Sequence[Run]) -> str:
    return f'<div style="line-height:{LINE_HEIGHT}">{"".join(map(_run, runs))}</div>'


def text_of(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


class Rich(QLabel):
    """One paragraph, item or cell. Tab stops at it only where there is a link to follow."""

    def __init__(self, runs: Sequence[Run], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flag = Qt.TextInteractionFlag
        linked = any(isinstance(run, Link | Term) for run in runs)
        keyboard = flag.LinksAccessibleByKeyboard | flag.TextSelectableByKeyboard if linked else flag(0)
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.LinksAccessibleByMouse | keyboard)
        follow_width(self)
        self.setText(html_of(runs))
        self.setAccessibleName(text_of(runs))


class LeadRich(Rich):
    """The sentence a section opens with."""


class TitleRich(Rich):
    """What a boxed note is about."""


class QuietRich(Rich):
    """Small print."""


class Passage(QWidget):
    """Runs that may hold terms and links: a term shows its meaning beneath, a link asks for its question."""

    asked = Signal(str)

    def __init__(self, runs: Sequence[Run], kind: type[Rich] = Rich, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = {run.id: run for run in runs if isinstance(run, Term)}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self._rich = kind(runs, self)
        self._meaning = Quiet("", self)
        self._meaning.hide()
        lines.addWidget(self._rich)
        lines.addWidget(self._meaning)
        self._rich.linkActivated.connect(self._follow)
        self._rich.linkHovered.connect(self._hover)

    def flush_right(self, right: bool) -> None:
        self._rich.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)

    def _follow(self, link: str) -> None:
        url = QUrl(link)
        if url.scheme() == "question":
            self.asked.emit(url.path())
        elif term := self._terms.get(url.path()):
            self._explain(term)

    def _explain(self, term: Term) -> None:
        words = f"{term.text}: {term.meaning}"
        again = self._meaning.isVisible() and self._meaning.accessibleName() == words
        self._meaning.say("" if again else words)
        self._meaning.setVisible(not again)
        if not again:
            announce(self._meaning, words)

    def _hover(self, link: str) -> None:
        term = self._terms.get(QUrl(link).path()) if link.startswith("term:") else None
        if term:
            QToolTip.showText(QCursor.pos(), f"<qt>{escape(term.meaning)}</qt>", self._rich)
        else:
            QToolTip.hideText()


def _run(run: Run) -> str:
    words = escape(breakable(run.text)).replace("\n", "<br>")
    match run:
        case Plain() | Said():
            return words
        case Strong():
            return f"<b>{words}</b>"
        case Term():
            return f'<a href="term:{escape(run.id)}">{words}</a>'
        case Link():
            return f'<a href="question:{escape(run.question)}">{words}</a>'

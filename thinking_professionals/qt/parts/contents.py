"""The sections of a long page as links beside it: they stay in sight, and show which one is being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from thinking_professionals.qt.parts.buttons import LinkButton
from thinking_professionals.qt.parts.pile import Pile
from thinking_professionals.qt.parts.roles import Role, give_role, name

BAR = 3


class SectionLink(LinkButton):
    """Leads to a section; the one being read has a bar before it."""

    MARGIN = 8

    def __init__(self, section: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, f"goto.{section}", parent)
        self.section = section
        self._here = False

    def mark(self, here: bool) -> None:
        if here != self._here:
            self._here = here
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._here:
            bar = self.rect().adjusted(0, self.MARGIN, BAR - self.width(), -self.MARGIN)
            QPainter(self).fillRect(bar, self.palette().color(QPalette.ColorRole.Link))


class Contents(Pile):
    chosen = Signal(str)
    """The id of a section."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, parent)
        self._links: list[SectionLink] = []
        give_role(self, Role.Grouping)
        name(self, self.tr("Sections"), "contents")

    def put(self, sections: Sequence[tuple[str, str]]) -> None:
        """Show these sections: their ids and titles, in order."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [SectionLink(section, title, self) for section, title in sections]
        self._parts = list(self._links)
        for link in self._links:
            link.clicked.connect(self._clicked)
            link.show()
        self.settle()

    def mark(self, section: str) -> None:
        for link in self._links:
            link.mark(link.section == section)

    def _clicked(self) -> None:
        link = self.sender()
        if isinstance(link, SectionLink):
            self.chosen.emit(link.section)

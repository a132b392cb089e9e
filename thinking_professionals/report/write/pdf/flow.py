"""What takes no room on the page: a bookmark, and asking for room."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Spacer

from thinking_professionals.report.write.pdf.style import TALLEST


class Bookmark(Spacer):
    """A place in the outline beside the page; it takes no room and leaves the spaces around it as they are."""

    _ZEROSIZE = True
    _SPACETRANSFER = True

    def __init__(self, key: str, title: str) -> None:
        super().__init__(0, 0)
        self.key, self.title = key, title

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self.key, 0, 0)
        self.canv.addOutlineEntry(self.title, self.key, level=0, closed=False)


class Room(CondPageBreak):
    """Turns the page unless there is this much room left; never asks for more than a page can give."""

    _SPACETRANSFER = True  # the spaces around it stay as they are

    def __init__(self, height: float) -> None:
        super().__init__(min(height, TALLEST))

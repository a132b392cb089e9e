"""Pages as they are printed: a running title above, and below what stage the advice is at, its edition and the page.

Pages wait until the last one is set, since each says how many there are.
"""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from thinking_professionals.report.document import Report
from thinking_professionals.report.write.dated import printed_on
from thinking_professionals.report.write.json import write_json
from thinking_professionals.report.write.pdf.attach import attach_plan
from thinking_professionals.report.write.pdf.faces import BOLD, REGULAR
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.style import PAGE_HEIGHT, PAGE_WIDTH, QUIET, RULE, SIDE, TOP, WIDTH
from thinking_professionals.report.write.words import CAVEAT, title_of

_SIZE = 7.5
_NOTE = "Tentative."


@dataclass(frozen=True, slots=True)
class Running:
    """The words on every page."""

    title: str
    edition: str

    @classmethod
    def of(cls, report: Report, letters: Letters) -> Running:
        edition = f"Edition {report.edition}  ·  {report.digest[:8]}  ·  {report.as_of}"
        return cls(_shortened(letters.printable(title_of(report))), letters.printable(edition))


class ReportCanvas(Canvas):
    """A canvas whose file depends on the report alone, and which numbers its pages once it knows how many there are."""

    _doc: Any
    _startPage: Any

    def __init__(self, *args: Any, report: Report, running: Running, **options: Any) -> None:
        super().__init__(*args, **options)
        self._running = running
        self._pages: list[dict[str, Any]] = []
        self._identify(report)
        if report.plan:
            attach_plan(self._doc, report.plan)

    def _identify(self, report: Report) -> None:
        """The date printed and what is printed, in place of the clock, SOURCE_DATE_EPOCH and a fixed mark."""
        stamp = TimeStamp(invariant=1)
        stamp.YMDhms = printed_on(report.as_of).timetuple()[:6]
        self._doc._timeStamp = stamp
        self._doc.signature = hashlib.sha256((write_json(report) + report.plan).encode("utf-8", "replace"))

    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()
        self._doc.pageCounter += 1  # bookmarks ask which page they are on

    def save(self) -> None:
        self._doc.pageCounter = 1
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            self._run(number, len(self._pages))
            super().showPage()
        super().save()

    def _run(self, number: int, pages: int) -> None:
        if number > 1:
            self._write(self._running.title, SIDE, PAGE_HEIGHT - TOP + 24)
        self.setStrokeColor(RULE)
        self.setLineWidth(0.5)
        self.line(SIDE, 58, PAGE_WIDTH - SIDE, 58)
        self._write(_NOTE, SIDE, 44, BOLD)
        self._write(CAVEAT, SIDE + stringWidth(_NOTE + " ", BOLD, _SIZE), 44)
        self._write(self._running.edition, SIDE, 33)
        self.drawRightString(PAGE_WIDTH - SIDE, 44, f"Page {number} of {pages}")

    def _write(self, text: str, x: float, y: float, font: str = REGULAR) -> None:
        self.setFillColor(QUIET)
        self.setFont(font, _SIZE)
        self.drawString(x, y, text)


def _shortened(title: str) -> str:
    """As much of the title as one line holds."""
    if stringWidth(title, REGULAR, _SIZE) <= WIDTH:
        return title
    kept = title[:200]
    while stringWidth(kept + "…", REGULAR, _SIZE) > WIDTH:
        kept = kept[:-1]
    return kept.rstrip() + "…"

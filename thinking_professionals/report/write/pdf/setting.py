"""Words set in a style: runs become ReportLab's markup, in which whatever a person typed is only ever text."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from thinking_professionals.report.document import Runs, Strong
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.style import HEIGHT, WIDTH


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it is set. `start` is the room it needs to begin on a page; one that leads stays with the next."""

    flowables: Sequence[Flowable]
    start: float = 0.0
    leads: bool = False


def set_text(text: str, style: ParagraphStyle, letters: Letters, bullet: str | None = None) -> Paragraph:
    return Paragraph(_markup(text, letters), style, bulletText=bullet)


def set_runs(runs: Runs, style: ParagraphStyle, letters: Letters, bullet: str | None = None) -> Paragraph:
    marked = "".join(
        f"<b>{_markup(run.text, letters)}</b>" if isinstance(run, Strong) else _markup(run.text, letters)
        for run in runs
    )
    return Paragraph(marked, style, bulletText=bullet)


def height(*flowables: Flowable) -> float:
    """Points of page that the flowables take, the space before each included."""
    return sum(flowable.wrap(WIDTH, HEIGHT)[1] + flowable.getSpaceBefore() for flowable in flowables)


def _markup(text: str, letters: Letters) -> str:
    return escape(letters.printable(text)).replace("\n", "<br/>")

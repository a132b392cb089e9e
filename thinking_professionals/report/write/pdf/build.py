"""A whole PDF: the title at the top of the first page, the sections, and what could not be printed."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from functools import partial
from io import BytesIO

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.flowables import HRFlowable

from thinking_professionals.report.document import Report
from thinking_professionals.report.write.pdf.blocks import set_section
from thinking_professionals.report.write.pdf.faces import REGULAR, register_faces
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.page import ReportCanvas, Running
from thinking_professionals.report.write.pdf.setting import set_runs, set_text
from thinking_professionals.report.write.pdf.style import (
    BRAND,
    DATE,
    FOOT,
    HEIGHT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SIDE,
    SMALL_TITLE,
    SUBTITLE,
    TITLE,
    WIDTH,
)
from thinking_professionals.report.write.words import text_of, title_of

_BRAND = "Thinking Professionals"


def build(report: Report) -> bytes:
    letters = Letters(register_faces())
    running = Running.of(report, letters)
    story = _opening(report, letters)
    for section in report.sections:
        story += set_section(section, letters)
    closing = letters.section()
    if closing:
        story += set_section(closing, letters)
    file = BytesIO()
    _template(report, file).build(story, canvasmaker=partial(ReportCanvas, report=report, running=running))
    return file.getvalue()


def _opening(report: Report, letters: Letters) -> list[Flowable]:
    title = TITLE if len(text_of(report.title)) <= 120 else SMALL_TITLE
    return [
        set_text(_BRAND, BRAND, letters),
        set_runs(report.title, title, letters),
        set_text(report.subtitle, SUBTITLE, letters),
        set_text(report.as_of, DATE, letters),
        HRFlowable(width="100%", thickness=0.5, color=RULE, spaceBefore=0, spaceAfter=0),
    ]


def _template(report: Report, file: BytesIO) -> BaseDocTemplate:
    frame = Frame(SIDE, FOOT, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    return BaseDocTemplate(
        file,
        pageTemplates=[PageTemplate(frames=[frame])],
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=title_of(report),
        subject=report.subtitle,
        author=_BRAND,
        creator=_BRAND,
        keywords=[f"edition {report.edition}", report.digest],
        lang="en-GB",
        displayDocTitle=1,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )

"""The floor for a PDF: the blocks of a report through stock Platypus, with its own styles, fonts and tables.

No tags, no embedded fonts, no contents, no page furniture: what ReportLab costs before we ask anything of it.
"""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import StyleSheet1, getSampleStyleSheet
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table

from thinking_professionals.report import document as d

GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]


def floor_pdf(report: d.Report) -> bytes:
    """The report's sections and blocks as a plain document."""
    styles = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph(_words(report.title), styles["Title"])]
    for section in report.sections:
        story.append(Paragraph(escape(section.title), styles["Heading2"]))
        for block in section.blocks:
            story += _flowables(block, styles)
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def _flowables(block: d.Block, styles: StyleSheet1) -> list[Flowable]:
    body = styles["BodyText"]
    match block:
        case d.Heading(text, _):
            return [Paragraph(_words(text), styles["Heading3"])]
        case d.Paragraph(text, _):
            return [Paragraph(_words(text), body)]
        case d.Bullets(items, _):
            return [ListFlowable([Paragraph(_words(item), body) for item in items])]
        case d.KeyFacts(facts):
            rows = [[Paragraph(escape(fact.label), body), Paragraph(_words(fact.value), body)] for fact in facts]
            return [Table(rows, style=GRID)]
        case d.Callout():
            return [Paragraph(_words(text), body) for text in (block.title, *block.text)]
        case d.Figure():
            return [Paragraph(escape(block.caption), body), *_table(block.table, styles)]
        case d.Table():
            return _table(block, styles)


def _table(table: d.Table, styles: StyleSheet1) -> list[Flowable]:
    body = styles["BodyText"]
    head = [Paragraph(escape(label), body) for label in table.header]
    rows = [[Paragraph(_words(cell), body) for cell in row] for row in table.rows]
    return [Paragraph(escape(table.caption), body), Table([head, *rows], style=GRID, repeatRows=1)]


def _words(runs: d.Runs) -> str:
    return "".join(escape(run.text) for run in runs)

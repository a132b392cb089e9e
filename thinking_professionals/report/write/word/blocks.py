"""The blocks of a section as Word's own paragraphs, lists, tables and pictures."""
# ruff: noqa: TID253 - imported only when a Word document is written

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import assert_never

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Pt, RGBColor
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Text

from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Plain,
    Runs,
    Section,
    Strong,
    Table,
)
from thinking_professionals.report.write.columns import facts_across, shares
from thinking_professionals.report.write.palette import INKS, TONES, Shape
from thinking_professionals.report.write.picture import png
from thinking_professionals.report.write.word.marks import keep_whole, new_numbers, number, repeat, rule, shade
from thinking_professionals.report.write.word.styles import TEXT_WIDTH
from thinking_professionals.report.write.words import clean

_ROLES = {"body": "Normal", "lead": "Lead", "quiet": "Quiet"}
_HEADINGS = {3: "Heading 2", 4: "Heading 3"}
_SHAPES: dict[Shape | None, str] = {None: "", "dot": "● ", "triangle": "▲ ", "square": "■ ", "diamond": "◆ "}


def add_section(document: Document, section: Section) -> None:
    document.add_paragraph(clean(section.title), "Heading 1")
    for block in section.blocks:
        _add(document, block)


def add_runs(paragraph: Text, runs: Runs) -> Text:
    """Fill a paragraph. A line end in a run is a line end in Word."""
    for run in runs:
        added = paragraph.add_run(clean(run.text))
        if isinstance(run, Strong):
            added.bold = True
    return paragraph


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            add_runs(document.add_paragraph(style=_HEADINGS[block.level]), block.text)
        case Paragraph():
            add_runs(document.add_paragraph(style=_ROLES[block.role]), block.text)
        case Bullets():
            _add_list(document, block)
        case Table():
            _add_table(document, block)
        case KeyFacts():
            _add_facts(document, block)
        case Callout():
            _add_callout(document, block)
        case Figure():
            _add_figure(document, block)
        case _:
            assert_never(block)


def _add_list(document: Document, block: Bullets) -> None:
    style = "List Number" if block.ordered else "List Bullet"
    items = [add_runs(document.add_paragraph(style=style), item) for item in block.items]
    if block.ordered:
        numbers = new_numbers(document, style)
        for item in items:
            number(item, numbers)


def _add_table(document: Document, table: Table) -> None:
    document.add_paragraph(clean(table.caption), "Caption")
    grid = _grid(document, 1 + len(table.rows), shares(table))
    rule(grid, ("insideH", "bottom"), INKS["rule"])
    header: tuple[Runs, ...] = tuple((Plain(name),) for name in table.header)
    for place, (row, cells) in enumerate(zip(grid.rows, (header, *table.rows), strict=True)):
        for column, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
            _fill(cell, runs, "Cell" if place else "Cell Heading", column in table.numeric)
    repeat(grid.rows[0])


def _grid(document: Document, rows: int, parts: Sequence[float]) -> Grid:
    grid: Grid = document.add_table(rows, len(parts))
    grid.autofit = False
    widths = [Emu(round(TEXT_WIDTH * part)) for part in parts]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for row in grid.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return grid


def _fill(cell: _Cell, runs: Runs, style: str, numeric: bool) -> None:
    paragraph = add_runs(cell.paragraphs[0], runs)
    paragraph.style = style
    if numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_facts(document: Document, block: KeyFacts) -> None:
    across = facts_across(len(block.facts))
    for start in range(0, len(block.facts), across):
        grid = _grid(document, 1, (1 / across,) * across)
        rule(grid, ["top"], INKS["accent"])
        for cell, fact in zip(grid.rows[0].cells, block.facts[start : start + across], strict=False):
            _fill_fact(cell, fact)


def _fill_fact(cell: _Cell, fact: Fact) -> None:
    _fill(cell, (Plain(fact.label),), "Fact Label", numeric=False)
    add_runs(cell.add_paragraph(style="Fact Value"), fact.value)
    cell.add_paragraph(clean(fact.note), "Quiet")


def _add_callout(document: Document, callout: Callout) -> None:
    colours = TONES[callout.tone]
    label = document.add_paragraph(_SHAPES[colours.shape] + clean(callout.label), "Callout Label")
    label.runs[0].font.color.rgb = RGBColor.from_string(colours.edge.lstrip("#"))
    title = add_runs(document.add_paragraph(style="Callout Title"), callout.title)
    text = [add_runs(document.add_paragraph(style="Callout Text"), runs) for runs in callout.text]
    paragraphs = [label, title, *text]
    for paragraph in paragraphs:
        shade(paragraph, colours.ground, colours.edge)
        paragraph.paragraph_format.left_indent = Pt(12.5)
        paragraph.paragraph_format.keep_with_next = paragraph is not paragraphs[-1]
    paragraphs[-1].paragraph_format.space_after = Pt(16)


def _add_figure(document: Document, figure: Figure) -> None:
    document.add_paragraph(clean(figure.caption), "Caption")
    width = min(TEXT_WIDTH, Pt(figure.drawing.width))
    picture = document.add_picture(BytesIO(png(figure.drawing)), width)
    picture._inline.docPr.set("descr", clean(figure.description))
    document.add_paragraph(clean(figure.description), "Quiet")
    _add_table(document, figure.table)

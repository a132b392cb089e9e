"""Key facts on paper: large figures in a row, each under its label and over its note."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from thinking_professionals.report.document import Fact, KeyFacts
from thinking_professionals.report.write.columns import facts_across
from thinking_professionals.report.write.pdf.grid import ALL, Command, grid, strips
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.setting import Piece, height, set_runs, set_text
from thinking_professionals.report.write.pdf.style import ACCENT, FACT_LABEL, FACT_NOTE, FACT_VALUES, HEIGHT, WIDTH
from thinking_professionals.report.write.words import text_of

_GAP = 18.0


def set_facts(block: KeyFacts, letters: Letters) -> Piece:
    """Rows of two or three facts."""
    value = _value_style(block)
    rows = [_row(facts, value, letters) for facts in _rows(block)]
    return Piece(rows, start=min(height(*rows[:1]), HEIGHT / 2))


def _rows(block: KeyFacts) -> Iterator[tuple[Fact, ...]]:
    across = facts_across(len(block.facts))
    for start in range(0, len(block.facts), across):
        row = block.facts[start : start + across]
        yield row + (Fact("", ()),) * (across - len(row))


def _row(facts: tuple[Fact, ...], value: ParagraphStyle, letters: Letters) -> Flowable:
    columns = [WIDTH / len(facts)] * len(facts)
    cells = strips(
        [
            [set_text(fact.label, FACT_LABEL, letters) for fact in facts],
            [set_runs(fact.value, value, letters) for fact in facts],
            [set_text(fact.note, FACT_NOTE, letters) for fact in facts],
        ],
        [width - _GAP for width in columns],
    )
    commands: list[Command] = [
        ("RIGHTPADDING", *ALL, _GAP),
        ("TOPPADDING", (0, 0), (-1, 0), 7),
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, ACCENT),
    ]
    return grid(cells, columns, commands, before=14, after=14)


def _value_style(block: KeyFacts) -> ParagraphStyle:
    """One size for all values of the block: the largest in which the longest still stands on one line."""
    room = WIDTH / facts_across(len(block.facts)) - _GAP
    values = [text_of(fact.value) for fact in block.facts]
    fitting = (
        style
        for style in FACT_VALUES
        if all(stringWidth(value, style.fontName, style.fontSize) <= room for value in values)
    )
    return next(fitting, FACT_VALUES[-1])

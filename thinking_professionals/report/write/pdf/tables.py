"""A table on paper: hairlines between rows, no boxes, its header repeated on every page."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table as Grid

from thinking_professionals.report.document import Runs, Table
from thinking_professionals.report.write.columns import shares
from thinking_professionals.report.write.pdf.grid import Command, Row, Strip, grid, strips
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.setting import Piece, height, set_runs, set_text
from thinking_professionals.report.write.pdf.style import CAPTION, CELL, CELL_RIGHT, HEAD, HEAD_RIGHT, INK, RULE, WIDTH

_TALLEST_HEADER = 90.0
_GAP = 14.0


def set_table(table: Table, letters: Letters) -> Piece:
    """Caption and grid; enough room to start holds the caption, the header and two rows."""
    caption = set_text(table.caption, CAPTION, letters)
    body: Any = _grid(table, letters)
    body.wrap(WIDTH, 0)
    return Piece([caption, body], start=height(caption) + sum(body._rowHeights[:3]))


def _grid(table: Table, letters: Letters) -> Grid:
    inside, gap = _widths(table)
    columns = [width + gap for width in inside[:-1]] + [inside[-1]]
    header = strips([_header(table, letters)], inside)
    rows = strips([_row(table, row, letters) for row in table.rows], inside)
    commands: list[Command] = [
        ("RIGHTPADDING", (0, 0), (-2, -1), gap),
        *_padding(header + rows),
        *(("LINEBELOW", (0, n), (-1, n), 0.5, RULE) for n, strip in enumerate(rows, len(header)) if strip.last),
        ("LINEBELOW", (0, len(header) - 1), (-1, len(header) - 1), 0.8, INK),
    ]
    return grid(header + rows, columns, commands, after=12, repeat=1 if _can_repeat(header, inside) else 0)


def _widths(table: Table) -> tuple[list[float], float]:
    """Each column's width without the gap to its right, and that gap: less where there are many columns."""
    count = len(table.header)
    gap = min(_GAP, WIDTH / count / 4)
    return [(WIDTH - gap * (count - 1)) * share for share in shares(table)], gap


def _header(table: Table, letters: Letters) -> Row:
    return [
        set_text(text, HEAD_RIGHT if column in table.numeric else HEAD, letters)
        for column, text in enumerate(table.header)
    ]


def _row(table: Table, row: tuple[Runs, ...], letters: Letters) -> Row:
    return [set_runs(runs, CELL_RIGHT if column in table.numeric else CELL, letters) for column, runs in enumerate(row)]


def _padding(rows: Sequence[Strip]) -> list[Command]:
    above = [("TOPPADDING", (0, n), (-1, n), 4.5) for n, strip in enumerate(rows) if strip.first]
    below = [("BOTTOMPADDING", (0, n), (-1, n), 5.5) for n, strip in enumerate(rows) if strip.last]
    return above + below


def _can_repeat(header: Sequence[Strip], widths: Sequence[float]) -> bool:
    """A header as tall as a paragraph is set once: repeated, it would leave no room for rows."""
    tallest = max(cell.wrap(width, 0)[1] for cell, width in zip(header[0].cells, widths, strict=True))
    return len(header) == 1 and tallest <= _TALLEST_HEADER

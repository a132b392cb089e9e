"""Grids of paragraphs that no text can break: a row taller than its share of a page becomes several rows.

ReportLab can only turn a page between rows, and gives up on a row that is taller than a page.
"""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from reportlab.platypus import Paragraph, Table, TableStyle

from thinking_professionals.report.write.pdf.faces import REGULAR

_TALLEST = 300.0

ALL = ((0, 0), (-1, -1))
"""The whole grid, as table commands say it."""

Row = Sequence[Paragraph]
Command = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A row, or a part of a tall one; `first` and `last` say which ends of the row it holds."""

    cells: Row
    first: bool
    last: bool


def strips(rows: Iterable[Row], widths: Sequence[float]) -> list[Strip]:
    """The rows as strips no taller than 300 points. `widths` are the columns' own, without padding, in points."""
    return [
        Strip(part, place == 0, place == len(parts) - 1)
        for parts in (list(_parts(row, widths)) for row in rows)
        for place, part in enumerate(parts)
    ]


def grid(  # noqa: PLR0913 - a grid is all of these
    strips: Sequence[Strip],
    widths: Sequence[float],
    commands: Sequence[Command],
    *,
    before: float = 0,
    after: float = 0,
    repeat: int = 0,
) -> Table:
    """A table flush left without padding or lines but those of `commands`, with space `before` and `after` it."""
    plain: list[Command] = [
        ("FONTNAME", *ALL, REGULAR),
        ("VALIGN", *ALL, "TOP"),
        *((f"{side}PADDING", *ALL, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    cells = [list(strip.cells) for strip in strips]
    look = TableStyle(plain + list(commands))
    return Table(cells, widths, style=look, hAlign="LEFT", repeatRows=repeat, spaceBefore=before, spaceAfter=after)


def _parts(row: Row, widths: Sequence[float]) -> Iterator[Row]:
    rest = row
    while rest:
        halves = [_halves(cell, width) for cell, width in zip(rest, widths, strict=True)]
        yield [upper for upper, _ in halves]
        rest = [lower or _nothing(upper) for upper, lower in halves] if any(lower for _, lower in halves) else ()


def _halves(cell: Paragraph, width: float) -> tuple[Paragraph, Paragraph | None]:
    """What fits, and what is left over. Paragraphs split into paragraphs."""
    upper, *lower = cast("list[Paragraph]", cell.split(width, _TALLEST)) or [cell]
    return upper, lower[0] if lower else None


def _nothing(cell: Paragraph) -> Paragraph:
    return Paragraph("", cell.style)

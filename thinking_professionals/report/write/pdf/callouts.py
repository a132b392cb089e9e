"""A callout on paper: a tinted ground, an edge in the tone's colour, and the tone in a word with its shape."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from reportlab.lib.colors import HexColor

from thinking_professionals.report.document import Callout
from thinking_professionals.report.write.palette import TONES
from thinking_professionals.report.write.pdf.grid import ALL, Command, Row, grid, strips
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.setting import Piece, height, set_runs
from thinking_professionals.report.write.pdf.style import CALLOUT_TEXT, CALLOUT_TITLE, HEIGHT, WIDTH
from thinking_professionals.report.write.pdf.tone import tone_word

_INDENT = 16.0


def set_callout(callout: Callout, letters: Letters) -> Piece:
    """Word, title and paragraphs, one under the other; kept whole unless it fills half a page."""
    colours = TONES[callout.tone]
    rows: list[Row] = [
        [tone_word(callout.label, colours, letters)],
        [set_runs(callout.title, CALLOUT_TITLE, letters)],
        *([set_runs(runs, CALLOUT_TEXT, letters)] for runs in callout.text),
    ]
    cells = strips(rows, [WIDTH - 2 * _INDENT])
    commands: list[Command] = [
        ("BACKGROUND", *ALL, HexColor(colours.ground)),
        ("LINEBEFORE", *ALL, 3, HexColor(colours.edge), "butt"),
        ("LEFTPADDING", *ALL, _INDENT),
        ("RIGHTPADDING", *ALL, _INDENT),
        *(("BOTTOMPADDING", (0, n), (0, n), 3) for n, strip in enumerate(cells) if strip.last),
        ("TOPPADDING", (0, 0), (0, 0), 10),
        ("BOTTOMPADDING", (0, -1), (0, -1), 12),
    ]
    box = grid(cells, [WIDTH], commands, before=8, after=10)
    return Piece([box], start=min(height(box), HEIGHT / 2))

"""Our typeface for one PDF: fresh font objects, so that no document holds anything of the one before."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from thinking_professionals.report.fonts import font
from thinking_professionals.report.write.pdf.figures import tabular_figures

REGULAR = "FiraGO"
BOLD = "FiraGO-Bold"


def register_faces() -> frozenset[str]:
    """Hand both weights to ReportLab, with figures of equal width, and say which characters both can print."""
    regular, bold = TTFont(REGULAR, BytesIO(font("regular"))), TTFont(BOLD, BytesIO(font("bold")))
    for face in (regular, bold):
        _line_figures_up(face)
        registerFont(face)
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return frozenset(map(chr, regular.face.charToGlyph.keys() & bold.face.charToGlyph.keys()))


def _line_figures_up(font: TTFont) -> None:
    face: Any = font.face
    glyphs = tabular_figures(face.get_table("GSUB"))
    for code in range(ord("0"), ord("9") + 1):
        glyph = glyphs[face.charToGlyph[code]]
        face.charToGlyph[code] = glyph
        face.charWidths[code] = round(face.hmetrics[glyph][0] * 1000 / face.unitsPerEm)

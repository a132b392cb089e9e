"""The word that carries a callout's tone, with the shape that says it without colour."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from thinking_professionals.report.write.palette import ToneColours
from thinking_professionals.report.write.pdf.faces import BOLD
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.style import text_style


class ToneWord(Paragraph):
    """The word that carries a callout's tone, with its shape before it."""

    tone: ToneColours | None = None
    """None on the pieces of a word so long that it is cut."""

    def draw(self) -> None:
        if self.tone:
            _draw_shape(self.canv, self.tone, self.height - 0.72 * self.style.leading)
        super().draw()


def tone_word(text: str, colours: ToneColours, letters: Letters) -> ToneWord:
    indent = 13 if colours.shape else 0
    style = text_style("tone", 8.5, 12, fontName=BOLD, textColor=HexColor(colours.edge), leftIndent=indent)
    word = ToneWord(escape(letters.printable(text)), style)
    word.tone = colours
    return word


def _draw_shape(canvas: Canvas, colours: ToneColours, y: float) -> None:
    canvas.setFillColor(HexColor(colours.edge))
    match colours.shape:
        case "dot":
            canvas.circle(3.5, y + 3, 3.4, stroke=0, fill=1)
        case "square":
            canvas.rect(0.3, y - 0.2, 6.4, 6.4, stroke=0, fill=1)
        case "triangle":
            _fill(canvas, (0, y - 0.3), (7.4, y - 0.3), (3.7, y + 6.5))
        case "diamond":
            _fill(canvas, (0, y + 3), (3.7, y - 0.7), (7.4, y + 3), (3.7, y + 6.7))


def _fill(canvas: Canvas, *corners: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)

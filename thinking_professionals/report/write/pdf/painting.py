"""A drawing painted on the page."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from typing import assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from thinking_professionals.report.drawing import DASH, Box, Dot, Drawing, Label, Line, Mark, Path
from thinking_professionals.report.write.palette import INKS
from thinking_professionals.report.write.pdf.faces import BOLD, REGULAR
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.style import TALLEST, WIDTH


class Painting(Flowable):
    """A drawing, made smaller where the page is narrower than it is."""

    def __init__(self, drawing: Drawing, letters: Letters) -> None:
        super().__init__()
        self.scale = min(1.0, WIDTH / drawing.width, TALLEST / drawing.height)
        self.width, self.height = drawing.width * self.scale, drawing.height * self.scale
        self.drawing = drawing
        self.words = {mark: letters.printable(mark.text) for mark in drawing.marks if isinstance(mark, Label)}

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.scale(self.scale, self.scale)
        for mark in self.drawing.marks:
            self._paint(self.canv, mark)

    def _paint(self, canvas: Canvas, mark: Mark) -> None:
        colour, top = HexColor(INKS[mark.ink]), self.drawing.height
        canvas.setFillColor(colour)
        match mark:
            case Line():
                canvas.setStrokeColor(colour)
                canvas.setLineWidth(mark.width)
                canvas.line(mark.x1, top - mark.y1, mark.x2, top - mark.y2)
            case Box():
                canvas.rect(mark.x, top - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
            case Dot():
                canvas.circle(mark.x, top - mark.y, mark.radius, stroke=0, fill=1)
            case Label():
                canvas.setFont(BOLD if mark.strong else REGULAR, mark.size)
                draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
                draw[mark.anchor](mark.x, top - mark.y, self.words[mark])
            case Path():
                canvas.setStrokeColor(colour)
                _stroke(canvas, mark, top)
            case _:
                assert_never(mark)


def _stroke(canvas: Canvas, path: Path, top: float) -> None:
    line = canvas.beginPath()
    for at, (x, y) in enumerate(path.points):
        (line.lineTo if at else line.moveTo)(x, top - y)
    canvas.setLineWidth(path.width)
    canvas.setLineJoin(1)
    canvas.setDash(*DASH if path.dashed else ())
    canvas.drawPath(line, stroke=1, fill=0)
    canvas.setDash()

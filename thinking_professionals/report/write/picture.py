"""A drawing as a picture in points times a scale, for formats that hold no shapes of ours."""

from __future__ import annotations

import math
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from thinking_professionals.report.drawing import DASH, Box, Dot, Drawing, Label, Line, Mark, Path
from thinking_professionals.report.fonts import font
from thinking_professionals.report.write.palette import INKS
from thinking_professionals.report.write.words import clean

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Points = tuple[tuple[float, float], ...]
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(drawing: Drawing, scale: float = 2.0) -> bytes:
    """The PNG file, on white, with `scale` dots to the point."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (_dots(drawing.width, scale), _dots(drawing.height, scale)), "white")
    canvas = ImageDraw.Draw(image)
    for mark in drawing.marks:
        _paint(canvas, mark, scale)
    file = BytesIO()
    image.save(file, "PNG", dpi=(72 * scale, 72 * scale))
    return file.getvalue()


def _dots(points: float, scale: float) -> int:
    return max(1, round(points * scale))


def _paint(canvas: ImageDraw, mark: Mark, scale: float) -> None:
    colour = INKS[mark.ink]
    match mark:
        case Line():
            ends = [(mark.x1 * scale, mark.y1 * scale), (mark.x2 * scale, mark.y2 * scale)]
            canvas.line(ends, colour, _dots(mark.width, scale))
        case Box():
            corner = ((mark.x + mark.width) * scale, (mark.y + mark.height) * scale)
            canvas.rectangle([(mark.x * scale, mark.y * scale), corner], colour)
        case Dot():
            canvas.circle((mark.x * scale, mark.y * scale), mark.radius * scale, colour)
        case Label():
            _write(canvas, mark, scale)
        case Path():
            for run in _dashes(mark.points) if mark.dashed else (mark.points,):
                ends = [(x * scale, y * scale) for x, y in run]
                canvas.line(ends, colour, _dots(mark.width, scale), joint="curve")
        case _:
            assert_never(mark)


def _write(canvas: ImageDraw, label: Label, scale: float) -> None:
    from PIL import ImageFont

    face = ImageFont.truetype(BytesIO(font("bold" if label.strong else "regular")), label.size * scale)
    place = (label.x * scale, label.y * scale)
    canvas.text(place, clean(label.text), INKS[label.ink], face, _ANCHORS[label.anchor])


def _dashes(points: Points) -> Iterator[Points]:
    """The dashes of a broken line, which Pillow does not know; they go on round its corners."""
    drawn, gap = DASH
    gone = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        length = math.hypot(x2 - x1, y2 - y1)
        first = -(gone % (drawn + gap))
        for at in range(math.ceil((length - first) / (drawn + gap))):
            start, end = (first + at * (drawn + gap) + part for part in (0.0, drawn))
            shares = (max(0.0, start) / length, min(end, length) / length)
            if shares[0] < shares[1]:
                yield tuple((x1 + share * (x2 - x1), y1 + share * (y2 - y1)) for share in shares)
        gone += length

"""A drawing as SVG inside HTML; its colours are the page's own, so it follows light and dark."""

from __future__ import annotations

from html import escape
from typing import assert_never

from thinking_professionals.report.drawing import DASH, Box, Dot, Drawing, Label, Line, Mark, Path
from thinking_professionals.report.write.words import clean


def svg(drawing: Drawing, name: str) -> str:
    """The picture as one `svg` element; `name` is what a screen reader says for it."""
    size = (
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" width="{drawing.width:g}pt" height="{drawing.height:g}pt"'
    )
    marks = "".join(_mark(mark) for mark in drawing.marks)
    return f'<svg role="img" aria-label="{escape(clean(name))}" {size}>{marks}</svg>'


def _mark(mark: Mark) -> str:
    match mark:
        case Line():
            ends = f'x1="{mark.x1:g}" y1="{mark.y1:g}" x2="{mark.x2:g}" y2="{mark.y2:g}"'
            return f'<line class="stroke-{mark.ink}" {ends} stroke-width="{mark.width:g}"/>'
        case Box():
            place = f'x="{mark.x:g}" y="{mark.y:g}" width="{mark.width:g}" height="{mark.height:g}"'
            return f'<rect class="fill-{mark.ink}" {place}/>'
        case Dot():
            return f'<circle class="fill-{mark.ink}" cx="{mark.x:g}" cy="{mark.y:g}" r="{mark.radius:g}"/>'
        case Label():
            weight = ' font-weight="700"' if mark.strong else ""
            place = f'x="{mark.x:g}" y="{mark.y:g}" font-size="{mark.size:g}" text-anchor="{mark.anchor}"{weight}'
            return f'<text class="fill-{mark.ink}" {place}>{escape(clean(mark.text))}</text>'
        case Path():
            return _path(mark)
        case _:
            assert_never(mark)


def _path(path: Path) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in path.points)
    dashes = f' stroke-dasharray="{DASH[0]:g} {DASH[1]:g}"' if path.dashed else ""
    looks = f'fill="none" stroke-width="{path.width:g}" stroke-linejoin="round"{dashes}'
    return f'<polyline class="stroke-{path.ink}" points="{points}" {looks}/>'

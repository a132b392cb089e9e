"""The tree of questions drawn: as SVG by our own layout, or as text for Graphviz and Mermaid to lay out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from thinking_professionals.authoring.layout import Layout, lay_out
from thinking_professionals.authoring.tree import Node, Tree, tree
from thinking_professionals.authoring.ways import Way
from thinking_professionals.library.questions import Branch, Questionnaire

PICTURES = (".svg", ".dot", ".mmd")

_WIDE, _BETWEEN, _LINE, _PAD, _MARGIN = 240.0, 130.0, 15.0, 9.0, 40.0
_TITLE_CHARACTERS, _SMALL_CHARACTERS = 34, 38
_DETACHED = "Not reached from any door"
_FILL = {"door": "#1d3557", "question": "#ffffff", "end": "#2d6a4f"}
_INK = {"door": "#ffffff", "question": "#1a1a1a", "end": "#ffffff"}


def picture(questionnaire: Questionnaire, branch: Branch | None, suffix: str) -> str:
    """The tree of a branch, or of all, as the text of a file; `suffix` is one of PICTURES."""
    drawn = tree(questionnaire, branch)
    match suffix:
        case ".svg":
            return _svg(drawn)
        case ".dot":
            return _dot(drawn)
        case ".mmd":
            return _mermaid(drawn)
    raise ValueError(f"{suffix} is not one of {', '.join(PICTURES)}")


def _dot(drawn: Tree) -> str:
    lines = [f"digraph {_dot_text(drawn.title)} {{", "  rankdir=LR;", '  node [shape=box, style="rounded"];']
    lines += [f"  {line}" for node in drawn.nodes for line in _dot_node(node)]
    if drawn.detached:
        lines += ["  subgraph cluster_detached {", f"    label={_dot_text(_DETACHED)};"]
        lines += [f"    {line}" for node in drawn.detached for line in _dot_node(node)[:1]]
        lines += ["  }"]
        lines += [f"  {line}" for node in drawn.detached for line in _dot_node(node)[1:]]
    return "\n".join([*lines, "}"]) + "\n"


def _dot_node(node: Node) -> list[str]:
    name = _dot_text(node.id)
    edges = [f"{name} -> {_dot_text(way.target)} [label={_dot_text(way.words)}];" for way in node.ways]
    return [f"{name} [label={_dot_text(node.title)}];", *edges]


def _dot_text(text: str) -> str:
    flat = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{flat}"'


def _mermaid(drawn: Tree) -> str:
    lines = ["flowchart LR", *(f"  {line}" for node in drawn.nodes for line in _mermaid_node(node))]
    if drawn.detached:
        lines += [f"  subgraph detached[{_mermaid_text(_DETACHED)}]"]
        lines += [f"    {line}" for node in drawn.detached for line in _mermaid_node(node)[:1]]
        lines += ["  end", *(f"  {line}" for node in drawn.detached for line in _mermaid_node(node)[1:])]
    return "\n".join(lines) + "\n"


def _mermaid_node(node: Node) -> list[str]:
    name = _mermaid_name(node.id)
    edges = [f"{name} -->|{_mermaid_text(way.words)}| {_mermaid_name(way.target)}" for way in node.ways]
    return [f"{name}[{_mermaid_text(node.title)}]", *edges]


def _mermaid_name(node_id: str) -> str:
    """`end` is a word of Mermaid's own, and a colon has a meaning there."""
    return f"n_{node_id.replace(':', '__')}"


def _mermaid_text(text: str) -> str:
    flat = " ".join(text.split())
    return '"' + re.sub(r"[^\w ,.?’–-]", lambda found: f"#{ord(found[0])};", flat) + '"'


def _svg(drawn: Tree) -> str:
    main, width, below = _group(drawn.nodes, _MARGIN)
    loose, loose_width, bottom = _detached(drawn.detached, below)
    wide, high = max(width, loose_width) + _MARGIN, bottom + _MARGIN
    title = escape(drawn.title)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" '
            f'height="{high:.0f}" role="img" aria-label="{title}" font-family="sans-serif" font-size="12">',
            f"<title>{title}</title>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
            'orient="auto"><path d="M0 0L8 4L0 8z" fill="#5c677d"/></marker></defs>',
            '<rect width="100%" height="100%" fill="#f8f9fa"/>',
            *main,
            *loose,
            "</svg>",
            "",
        ]
    )


def _detached(nodes: Sequence[Node], above: float) -> tuple[list[str], float, float]:
    if not nodes:
        return [], 0.0, above
    top = above + 3 * _MARGIN
    shapes, width, bottom = _group(nodes, top)
    heading = f'<text x="{_MARGIN:.0f}" y="{top - _MARGIN / 2:.0f}" font-size="16">{_DETACHED}</text>'
    return [heading, *shapes], width, bottom


def _group(nodes: Sequence[Node], down: float) -> tuple[list[str], float, float]:
    """Shapes of one layout, moved down; with its right and bottom edges. Lines come first, so boxes lie above them."""
    layout = lay_out({node.id: _height(node) for node in nodes}, [(n.id, w.target) for n in nodes for w in n.ways])
    shapes = [line for node in nodes for line in _lines(node, layout, down)]
    shapes += [shape for node in nodes for shape in _box(node, layout, down)]
    last = max(layout.column.values(), default=0)
    return shapes, _left(last) + _WIDE, down + layout.height


def _left(column: int) -> float:
    return _MARGIN + column * (_WIDE + _BETWEEN)


def _title_lines(node: Node) -> list[str]:
    return textwrap.wrap(node.title, _TITLE_CHARACTERS) or [node.id]


def _way_lines(way: Way) -> list[str]:
    return textwrap.wrap(way.words, _SMALL_CHARACTERS) or ["—"]


def _head(node: Node) -> float:
    return _LINE * (len(_title_lines(node)) + bool(node.small)) + 2 * _PAD


def _height(node: Node) -> float:
    return _head(node) + sum(_LINE * len(_way_lines(way)) + _PAD for way in node.ways)


def _ports(node: Node) -> Iterator[tuple[Way, float, float]]:
    """Each way with the top and bottom of its row, below the top of the box."""
    top = _head(node)
    for way in node.ways:
        bottom = top + _LINE * len(_way_lines(way)) + _PAD
        yield way, top, bottom
        top = bottom


def _box(node: Node, layout: Layout, down: float) -> Iterator[str]:
    left, top, ink = _left(layout.column[node.id]), layout.top[node.id] + down, _INK[node.kind]
    yield (
        f'<g id="{escape(node.id)}"><rect x="{left:.1f}" y="{top:.1f}" width="{_WIDE:.1f}" '
        f'height="{_height(node):.1f}" rx="6" fill="{_FILL[node.kind]}" stroke="#5c677d"/>'
    )
    baseline = top + _PAD + _LINE * 0.8
    for number, line in enumerate(_title_lines(node)):
        yield _text(left, baseline + number * _LINE, line, f'fill="{ink}" font-weight="600"')
    if node.small:
        yield _text(left, baseline + len(_title_lines(node)) * _LINE, node.small, f'fill="{ink}" font-size="10"')
    for way, start, _ in _ports(node):
        yield f'<path d="M{left:.1f} {top + start:.1f}h{_WIDE:.1f}" stroke="#ced4da"/>'
        for number, line in enumerate(_way_lines(way)):
            row = top + start + _PAD / 2 + _LINE * (number + 0.8)
            yield _text(left, row, line, f'fill="{ink}" font-size="11"')
    yield "</g>"


def _text(left: float, baseline: float, words: str, style: str) -> str:
    return f'<text x="{left + _PAD:.1f}" y="{baseline:.1f}" {style}>{escape(words)}</text>'


def _lines(node: Node, layout: Layout, down: float) -> Iterator[str]:
    right = _left(layout.column[node.id]) + _WIDE
    for way, start, end in _ports(node):
        if way.target in layout.column:
            y = layout.top[node.id] + (start + end) / 2 + down
            hover = escape(f"{node.title} {way.words} → {way.target}")
            path = _path((right, y), way, layout, down)
            yield (
                f'<path d="{path}" fill="none" stroke="#5c677d" stroke-width="1.3" marker-end="url(#tip)">'
                f"<title>{hover}</title></path>"
            )


def _path(start: tuple[float, float], way: Way, layout: Layout, down: float) -> str:
    path, (x, y) = f"M{start[0]:.1f} {start[1]:.1f}", start
    for column, middle in layout.lanes.get((way.source, way.target), ()):
        left, lane = _left(column), middle + down
        path += f"{_curve(x, y, left, lane)}H{left + _WIDE:.1f}"
        x, y = left + _WIDE, lane
    return path + _curve(x, y, _left(layout.column[way.target]), layout.top[way.target] + down + _PAD + _LINE / 2)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = max(abs(to_x - x) / 2, _BETWEEN / 2)
    return f"C{x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"

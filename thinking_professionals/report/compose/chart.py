"""A chart of lines: round ticks, and words set where none covers another, whatever the figures.

The lines have the middle to themselves. Their names stand at the right, the plan above, ticks at the left and beneath.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from thinking_professionals.report.drawing import Dot, Drawing, Ink, Label, Line, Mark, Path

Points = Sequence[tuple[float, float]]
Say = Callable[[float], str]

WIDTH = 470.0
TOP, TALL = 34.0, 176.0
HEIGHT = TOP + TALL + 34.0
"""In points; beneath the lines is room for ticks and the words of the axis."""
NAMES = 120.0
"""For the names of lines, at the right."""
MARGIN = 34.0
"""At the right where no line has a name."""
WIDEST_TICK = 64.0
NARROWEST = WIDTH - NAMES - WIDEST_TICK - 6
"""The least that is left for the lines."""
MOST_UP, MOST_ACROSS = 5, 6
MOST = 1e12
"""A figure beyond this is no figure."""
SMALL, LEADING, MOST_ROWS = 8.5, 11.0, 3
BETWEEN = 3.0
"""Points between two names."""
WIDTHS = ((" .,:;!'’ijlI", 0.31), ('fJrtz()[]{}|-"*`', 0.46), ("csvxy", 0.5), ("mwMW%&", 0.87), ("@", 1.05))


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of a chart; without a name it is what the axes say."""

    points: tuple[tuple[float, float], ...]
    name: str = ""
    ink: Ink = "accent"
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first of its ticks to the last."""

    title: str
    say: Say
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far along a value is, from 0 to 1."""
        return (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])

    def words(self) -> tuple[str, ...]:
        return tuple(fitted(self.say(tick), SMALL, WIDEST_TICK) for tick in self.ticks)

    def widest(self) -> float:
        return max(wide(words, SMALL) for words in self.words())


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the plan stands among the figures, and in words."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    strokes: tuple[Stroke, ...]
    across: Axis
    up: Axis
    plan: Plan | None = None

    def drawing(self) -> Drawing:
        marks = (*self._grid(), *self._lines(), *self._names(), *self._planned())
        return Drawing(WIDTH, HEIGHT, marks)

    @property
    def _left(self) -> float:
        return max(self.up.widest() + 6, self.across.widest() / 2)

    @property
    def _right(self) -> float:
        return WIDTH - (NAMES if any(stroke.name for stroke in self.strokes) else MARGIN)

    def _x(self, value: float) -> float:
        return self._left + (self._right - self._left) * self.across.share(value)

    def _y(self, value: float) -> float:
        return TOP + TALL * (1 - self.up.share(value))

    def _grid(self) -> Iterator[Mark]:
        for tick, words in zip(self.up.ticks, self.up.words(), strict=True):
            y = self._y(tick)
            yield Line(self._left, y, self._right, y, "rule", 0.5)
            yield Label(self._left - 6, y + 3, words, SMALL, "quiet", "end")
        for tick, words in zip(self.across.ticks, self.across.words(), strict=True):
            yield Label(self._x(tick), TOP + TALL + 14, words, SMALL, "quiet", "middle")
        yield Label(0, 10, fitted(self.up.title, 9, WIDTH), 9)
        beneath = fitted(self.across.title, 9, self._right - self._left)
        yield Label((self._left + self._right) / 2, HEIGHT - 4, beneath, 9, anchor="middle")

    def _lines(self) -> Iterator[Mark]:
        for stroke in reversed(self.strokes):
            points = tuple((self._x(x), self._y(y)) for x, y in stroke.points)
            yield Path(points, stroke.ink, stroke.width, stroke.dashed)

    def _names(self) -> Iterator[Mark]:
        """Each name level with the end of its line, or as near as the others leave room."""
        named = sorted((s for s in self.strokes if s.name), key=lambda stroke: self._y(stroke.points[-1][1]))
        rows = [wrapped(stroke.name, SMALL, NAMES - 14) for stroke in named]
        levels = [self._y(stroke.points[-1][1]) for stroke in named]
        tops = apart([y - _tall(r) / 2 for y, r in zip(levels, rows, strict=True)], [*map(_tall, rows)])
        for level, top, lines in zip(levels, tops, rows, strict=True):
            yield Line(self._right + 1, level, self._right + 9, top + _tall(lines) / 2, "rule", 0.75)
            for at, words in enumerate(lines):
                yield Label(self._right + 12, top + BETWEEN / 2 + (at + 0.75) * LEADING, words, SMALL)

    def _planned(self) -> Iterator[Mark]:
        if self.plan is None:
            return
        x, y = self._x(self.plan.x), self._y(self.plan.y)
        words = fitted(self.plan.words, 9, WIDTH, strong=True)
        half = wide(words, 9, strong=True) / 2
        yield Line(x, TOP - 4, x, TOP + TALL, "ink", 0.75)
        yield Dot(x, y, 4.5, "ink")
        yield Label(min(max(x, half), WIDTH - half), TOP - 9, words, 9, "ink", "middle", strong=True)


def axis_up(title: str, values: Sequence[float], say: Say) -> Axis:
    """From nothing, or from below it, to beyond the greatest value."""
    return Axis(title, say, round_ticks(min(0.0, *values), max(values), MOST_UP))


def axis_across(title: str, values: Sequence[float], say: Say) -> Axis:
    """In whole steps, as many as there is room to write down."""
    low, high = min(values), max(values)
    axes = (Axis(title, say, round_ticks(low, high, most, least=1.0)) for most in range(MOST_ACROSS, 2, -1))
    return next(axis for axis in axes if (axis.widest() + 10) * (len(axis.ticks) - 1) <= NARROWEST)


def round_ticks(low: float, high: float, most: int, least: float = 1e-9) -> tuple[float, ...]:
    """Multiples of 1, 2 or 5 tens that reach from `low` or below to `high` or above.

    In at most so many steps, 3 or more, none smaller than `least` or too small to be told apart.
    """
    least = max(least, 1e-9 * abs(low), 1e-9 * abs(high))
    power = math.floor(math.log10(max((high - low) / most, least)))
    steps = (digit * 10.0 ** (power + tens) for tens in range(3) for digit in (1, 2, 5))
    ends = ((step, math.floor(low / step), math.ceil(high / step)) for step in steps if step >= least)
    step, first, last = next((s, low, max(high, low + 1)) for s, low, high in ends if high - low <= most)
    return tuple(at * step for at in range(first, last + 1))


def drawable(points: Points) -> tuple[tuple[float, float], ...]:
    """Those that are figures, from left to right."""
    return tuple(sorted((x, y) for x, y in points if is_figure(x) and is_figure(y)))


def is_figure(value: float) -> bool:
    return math.isfinite(value) and abs(value) <= MOST


def apart(tops: Sequence[float], talls: Sequence[float]) -> list[float]:
    """Blocks of those heights, in order, moved no further than they must so that none covers another or leaves."""
    room, placed = TOP, []
    for top, tall in zip(tops, talls, strict=True):
        placed.append(max(top, room))
        room = placed[-1] + tall
    foot = TOP + TALL + 4
    for at in reversed(range(len(placed))):
        placed[at] = min(placed[at], foot - talls[at])
        foot = placed[at]
    return placed


def _tall(rows: Sequence[str]) -> float:
    return len(rows) * LEADING + BETWEEN


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Words in as many lines as they need, three at most."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if wide(longer, size) <= width or not rows[-1] or len(rows) == MOST_ROWS:
            rows[-1] = longer
        else:
            rows.append(word)
    return tuple(fitted(row, size, width) for row in rows)


def fitted(text: str, size: float, width: float, *, strong: bool = False) -> str:
    """The text, cut short where it is too wide."""
    if wide(text, size, strong=strong) <= width:
        return text
    while text and wide(f"{text}…", size, strong=strong) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wide(text: str, size: float, *, strong: bool = False) -> float:
    """A width that FiraGO does not exceed; a drawing has no font to ask, and each writer its own."""
    return size * sum(map(_letter, text)) * (1.06 if strong else 1.0)


def _letter(letter: str) -> float:
    """The greatest width among letters of its kind, in ems."""
    for letters, width in WIDTHS:
        if letter in letters:
            return width
    if letter.isascii() and letter.isprintable():
        return 0.7 if letter.isupper() else 0.6
    return 1.05


def number(value: float) -> str:
    """A figure as short as it can be said; large ones in millions and billions."""
    for size, word in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{word}"
    return f"{value:,.6g}" if abs(value) < 1e5 else f"{value:,.0f}"


def short(value: float) -> str:
    """A figure that was worked out, to three places that count."""
    return number(float(f"{value:.3g}"))

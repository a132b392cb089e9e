"""What a larger study buys, as a picture: the smallest change it could see, and its chance to see one.

Made from plain figures, with the plan marked; a description and a table say the same. Nothing is drawn where there are
not two figures to draw a line between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from thinking_professionals.report.compose.chart import (
    Chart,
    Plan,
    Points,
    Say,
    Stroke,
    axis_across,
    axis_up,
    drawable,
    is_figure,
    number,
    short,
)
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Figure, Table
from thinking_professionals.report.drawing import Drawing

MOST_RANGES = 3
MOST_ROWS = 8
NEVER_BELOW = "However many people you add to each"


@dataclass(frozen=True, slots=True)
class Curve:
    """A further line, named in words at its end."""

    name: str
    points: Points


def detectable_curve(  # noqa: PLR0913 - each is a part of the picture
    points: Points,
    *,
    plan: tuple[float, float] | None = None,
    floor: float | Points | None = None,
    ranges: Sequence[Curve] = (),
    name: str = "",
    floor_name: str = NEVER_BELOW,
    units: str = "Teams on each side",
    change: str = "Smallest change you could see",
    say: Say = short,
) -> Iterator[Figure]:
    """The smallest detectable change, said by `say`, against the number of units.

    `plan` is the units and the change of the plan. `floor` is what the change comes to however many people each unit
    has: one figure, or one for each number of units. `ranges` are up to three further lines, as for other guesses.
    """
    strokes = (_main(points, name), *_further(ranges), *_bound(floor, points, floor_name))
    bound = f"The broken line is as small as it gets: {_lower(floor_name)}."
    yield from _Picture(strokes, units, change, say, _planned(plan)).figures(bound)


def power_curve(
    points: Points,
    *,
    plan: tuple[float, float] | None = None,
    target: float | None = 0.8,
    units: str = "People in each group",
    chance: str = "Chance to see the change if it is there",
) -> Iterator[Figure]:
    """Power, as a share, against the sample, with the power wanted as a broken line."""
    strokes = (_main(points), *_bound(target, points, f"Wanted: {percent(target or 0)}"))
    bound = f"The broken line is the chance wanted: {percent(target or 0)}."
    yield from _Picture(strokes, units, chance, percent, _planned(plan), (0.0, 1.0)).figures(bound)


@dataclass(frozen=True, slots=True)
class _Picture:
    """The line that matters, those beside it, and what both axes are about."""

    strokes: tuple[Stroke, ...]
    units: str
    change: str
    say: Say
    plan: tuple[float, float] | None
    always: tuple[float, ...] = ()
    """What the upright axis reaches in any case."""

    def figures(self, bound: str) -> Iterator[Figure]:
        """The one figure, where there is a line to draw; `bound` says what a broken line is."""
        if _is_line(self.strokes[0]):
            yield Figure(
                caption=f"{self.change}, by {_lower(self.units)}",
                drawing=self._drawing(),
                description=" ".join((*self._said(), *(bound for stroke in self.strokes if stroke.dashed))),
                table=self._table(),
            )

    def _drawing(self) -> Drawing:
        ends = [*chain.from_iterable(stroke.points for stroke in self.strokes), *([self.plan] if self.plan else [])]
        across = axis_across(self.units, [x for x, _ in ends], number)
        up = axis_up(self.change, [*(y for _, y in ends), *self.always], self.say)
        plan = Plan(*self.plan, f"Your plan: {number(self.plan[0])}, {self.say(self.plan[1])}") if self.plan else None
        return Chart(self.strokes, across, up, plan).drawing()

    def _said(self) -> Iterator[str]:
        (x1, y1), (x2, y2) = self.strokes[0].points[0], self.strokes[0].points[-1]
        yield f"The line goes from {self.say(y1)} at {number(x1)} to {self.say(y2)} at {number(x2)}."
        if self.plan:
            yield f"Your plan is marked: {self.say(self.plan[1])} at {number(self.plan[0])}."

    def _table(self) -> Table:
        columns = [dict(stroke.points) for stroke in self.strokes]
        rows = [(number(x), *(self.say(c[x]) if x in c else "–" for c in columns)) for x in self._some()]
        return Table(
            "The same figures as a table",
            (self.units, *(stroke.name or self.change for stroke in self.strokes)),
            tuple(tuple(map(plain, row)) for row in rows),
            numeric=tuple(range(len(columns) + 1)),
            widths=(0.2, *[0.8 / len(columns)] * len(columns)),
        )

    def _some(self) -> list[float]:
        """Some of the places on the line: the last always, and the plan where it is one of them."""
        places = sorted({x for x, _ in self.strokes[0].points})
        planned = {self.plan[0]} & {*places} if self.plan else set()
        return sorted({*places[:: -(-len(places) // MOST_ROWS)], places[-1], *planned})


def percent(share: float) -> str:
    """A share in words; what is all but certain is not called certain."""
    return "over 99.9%" if 0.9995 <= share < 1 else f"{share * 100:.3g}%"


def _main(points: Points, name: str = "") -> Stroke:
    return Stroke(drawable(points), name)


def _further(ranges: Sequence[Curve]) -> list[Stroke]:
    strokes = (Stroke(drawable(curve.points), curve.name, "ink", 0.9) for curve in ranges[:MOST_RANGES])
    return [stroke for stroke in strokes if _is_line(stroke)]


def _bound(bound: float | Points | None, points: Points, name: str) -> list[Stroke]:
    if bound is None:
        return []
    level = [(x, bound) for x, _ in points] if isinstance(bound, float | int) else bound
    stroke = Stroke(drawable(level), name, "quiet", 1.2, dashed=True)
    return [stroke] if _is_line(stroke) else []


def _is_line(stroke: Stroke) -> bool:
    return len({x for x, _ in stroke.points}) > 1


def _planned(plan: tuple[float, float] | None) -> tuple[float, float] | None:
    return plan if plan and all(map(is_figure, plan)) else None


def _lower(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]

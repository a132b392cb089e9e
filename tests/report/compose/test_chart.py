"""Whatever the figures and the words, none covers another and none leaves the frame."""

from __future__ import annotations

import math
from io import BytesIO
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.report.compose.chart import (
    MOST,
    MOST_ACROSS,
    MOST_UP,
    TALL,
    TOP,
    Chart,
    Plan,
    Stroke,
    apart,
    axis_across,
    axis_up,
    drawable,
    fitted,
    number,
    round_ticks,
    short,
    wide,
    wrapped,
)
from thinking_professionals.report.drawing import Drawing, Label, Path
from thinking_professionals.report.fonts import font

FIGURES = st.floats(-MOST, MOST, allow_subnormal=True) | st.sampled_from([0.0, 1e-300, 0.2, 1.0, 400.0, MOST])
WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["C"]), max_size=80)
POINTS = st.lists(st.tuples(FIGURES, FIGURES), min_size=2, max_size=9).map(tuple)
STROKES = st.lists(st.builds(Stroke, POINTS, WORDS), min_size=1, max_size=5).map(tuple)


def measured(text: str, size: float, strong: bool = False) -> float:
    face = ImageFont.truetype(BytesIO(font("bold" if strong else "regular")), 100)
    return float(face.getlength(text)) * size / 100


def space_of(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters."""
    width = measured(label.text, label.size, label.strong)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - 0.75 * label.size, left + width, label.y + 0.2 * label.size


def drawn(strokes: tuple[Stroke, ...], plan: Plan | None, title: str = "Teams on each side") -> Drawing:
    xs = [x for stroke in strokes for x, _ in stroke.points] + ([plan.x] if plan else [])
    ys = [y for stroke in strokes for _, y in stroke.points] + ([plan.y] if plan else [])
    return Chart(strokes, axis_across(title, xs, number), axis_up(title, ys, short), plan).drawing()


def check(drawing: Drawing) -> None:
    labels = [label for label in drawing.marks if isinstance(label, Label) and label.text]
    spaces = [space_of(label) for label in labels]
    for left, top, right, bottom in spaces:
        assert min(left, top) >= 0
        assert right <= drawing.width
        assert bottom <= drawing.height
    for (left, top, right, bottom), (left2, top2, right2, bottom2) in combinations(spaces, 2):
        assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
    for mark in drawing.marks:
        if isinstance(mark, Path):
            assert all(0 <= x <= drawing.width and TOP - 1e-6 <= y <= TOP + TALL + 1e-6 for x, y in mark.points)


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(STROKES, st.none() | st.builds(Plan, FIGURES, FIGURES, WORDS), WORDS)
@example((Stroke(((0, 1e-300), (0, 1e-300))),), None, "")
@example((Stroke(((MOST, MOST), (MOST - 1e-3, 0)), "W" * 80),), Plan(-MOST, -MOST, "@" * 80), "Ŵ" * 80)
@example(tuple(Stroke(((4, 0.5), (40, 0.2)), "mmmm mm " * 12) for _ in range(5)), Plan(40, 0.2, "Your plan"), "Teams")
def test_no_words_cover_others_or_leave_the_frame(strokes: tuple[Stroke, ...], plan: Plan | None, title: str) -> None:
    check(drawn(strokes, plan, title))


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(FIGURES, FIGURES, st.integers(3, 9), st.sampled_from([1e-9, 1.0]))
@example(0.0, 0.0, 3, 1.0)
@example(3.999, 4.0, 3, 1.0)
@example(-0.1, 0.1, 3, 1e-9)
def test_ticks_reach_both_ends_in_few_round_steps(one: float, other: float, most: int, least: float) -> None:
    low, high = sorted((one, other))
    ticks = round_ticks(low, high, most, least)
    step = ticks[1] - ticks[0]
    assert 2 <= len(ticks) <= most + 1
    hair = 1e-9 * max(abs(low), abs(high), 1)
    assert ticks[0] <= low + hair
    assert ticks[-1] >= high - hair
    assert step >= least * (1 - 1e-4)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 0.57, (0, 0.2, 0.4, 0.6)),
        (4, 40, (0, 10, 20, 30, 40)),
        (0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (-3, 8, (-5, 0, 5, 10)),
    ],
)
def test_ticks_are_the_figures_one_would_choose(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert round_ticks(low, high, MOST_UP) == pytest.approx(ticks)


def test_units_are_counted_in_whole_steps() -> None:
    assert axis_across("Teams", [4, 5], number).ticks == (4, 5)
    assert len(axis_across("Teams", [0, 6], number).ticks) == MOST_ACROSS + 1


def test_wide_figures_make_fewer_ticks() -> None:
    assert len(axis_across("Teams", [0, 6e5], lambda x: f"{x:,.9f}").ticks) < len(
        axis_across("T", [0, 6], number).ticks
    )


def test_what_is_no_figure_is_left_out_and_the_rest_goes_from_left_to_right() -> None:
    odd = [(3, 1), (math.nan, 1), (2, math.inf), (1, -math.inf), (1e13, 1), (1, 2)]
    assert drawable(odd) == ((1, 2), (3, 1))


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(WORDS, st.booleans())
def test_words_take_no_more_room_than_is_kept_for_them(text: str, strong: bool) -> None:
    assert measured(text, 9, strong) <= wide(text, 9, strong=strong) + 1e-6
    assert wide(fitted(text, 9, 60, strong=strong), 9, strong=strong) <= 60
    assert all(wide(row, 9) <= 60 for row in wrapped(text, 9, 60))


def test_words_that_fit_are_left_alone() -> None:
    assert fitted("Teams", 9, 60) == "Teams"
    assert wrapped("As we would expect", 9, 400) == ("As we would expect",)
    assert wrapped("one two", 9, 20) == ("one", "two")


def test_names_far_apart_stay_where_they_are_and_the_last_is_kept_inside() -> None:
    assert apart([50, 120], [14, 14]) == [50, 120]
    assert apart([50, 55], [14, 14]) == [50, 64]
    tops = apart([TOP + TALL, TOP + TALL], [14, 25])
    assert tops[0] + 14 <= tops[1]
    assert tops[1] + 25 <= TOP + TALL + 4


def test_figures_are_said_as_short_as_they_can_be() -> None:
    said = [number(value) for value in (0, 0.2 + 0.1, 24, 1234, 12345.6, 123456, 1.5e6, 2e9)]
    assert said == ["0", "0.3", "24", "1,234", "12,345.6", "123,456", "1.5m", "2bn"]
    assert [short(value) for value in (0.26884, 1234.5, -0.0001234)] == ["0.269", "1,230", "-0.000123"]


def test_the_plan_stands_where_its_figures_are() -> None:
    line = Stroke(((0, 0), (10, 10)))
    [path] = [mark for mark in drawn((line,), None).marks if isinstance(mark, Path)]
    assert all(one[0] < other[0] and one[1] > other[1] for one, other in pairwise(path.points))

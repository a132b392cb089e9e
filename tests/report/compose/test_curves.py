"""What a larger study buys, as a picture that says the same in words and in a table."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.compose.test_chart import check
from tests.report.write.sample import report_of
from tests.sizes import RANDOM_TEXTS
from thinking_professionals.report.compose.curves import Curve, detectable_curve, percent, power_curve
from thinking_professionals.report.document import Figure
from thinking_professionals.report.drawing import Dot, Label, Path
from thinking_professionals.report.write import SUFFIXES, write_report

TEAMS = [(k, 2.8 * math.sqrt(0.08 * 2 / k)) for k in range(4, 41)]
FLOOR = [(k, 2.8 * math.sqrt(0.05 * 2 / k)) for k in range(4, 41)]
RANGES = (Curve("If teams differ much", [(k, 1.3 * y) for k, y in TEAMS]), Curve("If alike", [(4, 0.5), (9, 0.4)]))
POWERS = [(n, 1 - 0.9 * math.exp(-n / 200)) for n in range(20, 900, 10)]
ANY = st.floats() | st.sampled_from([0.0, 1.0, 400.0])
POINTS = st.lists(st.tuples(ANY, ANY), max_size=9)


def one(figures) -> Figure:
    [figure] = figures
    return figure


def paths(figure: Figure) -> list[Path]:
    return [mark for mark in figure.drawing.marks if isinstance(mark, Path)]


def words(figure: Figure) -> list[str]:
    return [mark.text for mark in figure.drawing.marks if isinstance(mark, Label)]


def cells(figure: Figure) -> list[list[str]]:
    return [[cell[0].text for cell in row] for row in figure.table.rows]


def test_each_line_is_drawn_and_only_the_floor_is_broken() -> None:
    figure = one(detectable_curve(TEAMS, plan=(24, 0.229), floor=FLOOR, ranges=RANGES, name="As expected"))
    assert [path.dashed for path in paths(figure)] == [True, False, False, False]
    assert {"If teams differ much", "If alike", "As expected"} <= {*words(figure)}
    check(figure.drawing)


def test_lines_are_told_apart_without_colour() -> None:
    figure = one(detectable_curve(TEAMS, floor=FLOOR, ranges=RANGES[:1]))
    floor, other, main = paths(figure)
    assert floor.dashed
    assert main.width > other.width


def test_the_plan_is_marked_in_the_picture_the_words_and_the_table() -> None:
    figure = one(detectable_curve(TEAMS, plan=(23, 0.229)))
    assert any(isinstance(mark, Dot) for mark in figure.drawing.marks)
    assert any("23" in text and "0.229" in text for text in words(figure))
    assert "0.229 at 23" in figure.description
    assert "23" in [row[0] for row in cells(figure)]


def test_without_a_plan_none_is_marked() -> None:
    figure = one(detectable_curve(TEAMS))
    assert not [mark for mark in figure.drawing.marks if isinstance(mark, Dot)]


def test_one_figure_for_the_floor_is_level() -> None:
    [floor, _] = paths(one(detectable_curve(TEAMS, floor=0.2)))
    assert len({y for _, y in floor.points}) == 1


def test_the_table_has_a_column_for_each_line_and_the_ends_of_the_curve() -> None:
    figure = one(detectable_curve(TEAMS, floor=FLOOR, ranges=RANGES))
    assert len(figure.table.header) == len(figure.table.widths) == 5
    assert [cells(figure)[0][0], cells(figure)[-1][0]] == ["4", "40"]
    assert cells(figure)[-1][3] == "–"
    assert len(cells(figure)) <= 10


def test_a_change_is_said_in_its_own_unit() -> None:
    figure = one(detectable_curve(TEAMS, say=percent, units="Beats", change="Smallest fall"))
    assert any(text.endswith("%") for text in words(figure))
    assert "57" not in figure.table.header
    assert figure.table.header == ("Beats", "Smallest fall")


def test_power_goes_from_nothing_to_certain_with_the_power_wanted_as_a_broken_line() -> None:
    figure = one(power_curve(POWERS, plan=(300, 0.799)))
    assert {"0%", "100%"} <= {*words(figure)}
    [wanted, _] = paths(figure)
    assert wanted.dashed
    assert "80%" in figure.description
    check(figure.drawing)


def test_power_may_stand_alone() -> None:
    assert [path.dashed for path in paths(one(power_curve(POWERS, target=None)))] == [False]


def test_what_is_all_but_certain_is_not_called_certain() -> None:
    assert percent(1) == "100%"
    assert percent(0.9999) != "100%"
    assert percent(0.8) == "80%"


def test_nothing_is_drawn_without_two_figures() -> None:
    for points in ([], [(4, 0.5)], [(4, 0.5), (4, 0.3)], [(math.nan, 1), (1, math.inf), (4, 0.5)]):
        assert not list(detectable_curve(points, plan=(4, 0.5), floor=0.2))
        assert not list(power_curve(points))


def test_a_plan_that_is_no_figure_is_not_marked() -> None:
    assert not [mark for mark in one(power_curve(POWERS, plan=(math.nan, 1))).drawing.marks if isinstance(mark, Dot)]


def test_more_lines_than_can_be_told_apart_are_left_out() -> None:
    many = [Curve(f"Guess {n}", TEAMS) for n in range(9)]
    assert len(paths(one(detectable_curve(TEAMS, ranges=many)))) == 4


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(POINTS, POINTS, st.none() | st.tuples(ANY, ANY), st.none() | ANY, st.text(max_size=40))
def test_no_figures_spoil_the_picture(points, other, plan, floor, name) -> None:
    made = [
        *detectable_curve(points, plan=plan, floor=floor, ranges=(Curve("Other", other),)),
        *power_curve(points, plan=plan, target=floor),
    ]
    for figure in made:
        check(figure.drawing)


def test_every_format_holds_the_pictures() -> None:
    report = report_of(one(detectable_curve(TEAMS, floor=FLOOR, plan=(24, 0.229))), one(power_curve(POWERS)))
    for suffix in SUFFIXES:
        assert write_report(report, suffix)

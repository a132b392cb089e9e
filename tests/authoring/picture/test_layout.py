from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.authoring.layout import lay_out

NAMES = "abcdefgh"
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20)


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(EDGES, st.lists(st.floats(20, 200), min_size=8, max_size=8))
def test_no_box_lies_on_another_and_nothing_is_above_the_top(edges: list[tuple[str, str]], sizes: list[float]) -> None:
    heights = dict(zip(NAMES, sizes, strict=True))
    layout = lay_out(heights, edges)
    assert min(layout.top.values()) >= -0.001
    for one, other in combinations(NAMES, 2):
        if layout.column[one] == layout.column[other]:
            above, below = sorted((one, other), key=layout.top.__getitem__)
            assert layout.top[above] + heights[above] < layout.top[below]


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(EDGES)
def test_ways_lead_to_the_right_unless_they_close_a_circle(edges: list[tuple[str, str]]) -> None:
    onward = [(source, target) for source, target in edges if source < target]
    layout = lay_out(dict.fromkeys(NAMES, 50.0), onward)
    for source, target in onward:
        assert layout.column[source] < layout.column[target]
        between = range(layout.column[source] + 1, layout.column[target])
        assert [column for column, _ in layout.lanes.get((source, target), ())] == list(between)


def test_a_long_way_keeps_clear_of_the_boxes_between() -> None:
    heights = dict.fromkeys("abc", 100.0)
    layout = lay_out(heights, [("a", "b"), ("b", "c"), ("a", "c")])
    ((_, lane),) = layout.lanes["a", "c"]
    assert not layout.top["b"] <= lane <= layout.top["b"] + heights["b"]


@pytest.mark.parametrize("edges", [[("a", "a")], [("a", "b"), ("b", "a")], [("a", "nowhere")]])
def test_circles_and_ways_to_nowhere_do_no_harm(edges: list[tuple[str, str]]) -> None:
    assert set(lay_out({"a": 10.0, "b": 10.0}, edges).top) == {"a", "b"}


def test_nothing_takes_no_room() -> None:
    assert lay_out({}, []).height == 0

"""Regions of answers against trying every answer there is."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.answers import DONT_KNOW, Answer
from thinking_professionals.authoring.regions import Space
from thinking_professionals.conditions import routes
from thinking_professionals.library.condition import Condition, read_condition
from thinking_professionals.library.questions import Questionnaire


def question(name: str, kind: str, **more: Any) -> dict[str, Any]:
    words = {"topic": "T", "ask": "A", "why_we_ask": "W", "can_change": "no", "next": "end"}
    return {"id": name, "kind": kind, **words, **more}


def options(*names: str) -> list[dict[str, str]]:
    return [{"id": name, "label": name} for name in names]


def questionnaire(*questions: dict[str, Any]) -> Questionnaire:
    words = {"edition": "1", "welcome": "W", "invitation": "I", "branches": [], "purposes": []}
    return TypeAdapter(Questionnaire).validate_python({**words, "questions": questions})


THREE = questionnaire(
    question("one", "one", options=options("x", "y", "z")),
    question("few", "number", least=0, most=4, whole=True),
    question("many", "many", options=options("p", "q")),
)
KNOWN: dict[str, list[Answer]] = {
    "one": ["x", "y", "z"],
    "few": [Decimal(i) for i in range(5)],
    "many": [(), ("p",), ("q",), ("p", "q")],
}

tests = st.one_of(
    st.sampled_from(["x", "y", "z", "dont_know"]).map(lambda option: {"one": {"is": option}}),
    st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, unique=True).map(lambda some: {"one": {"any_of": some}}),
    st.sampled_from(["p", "q"]).map(lambda option: {"many": {"includes": option}}),
    st.sampled_from([{"many": {"is": "dont_know"}}, {"few": {"is": "dont_know"}}]),
    st.tuples(st.sampled_from(["at_least", "at_most"]), st.sampled_from([0, 1, 1.5, 2, 3.5, 4])).map(
        lambda test: {"few": {test[0]: test[1]}}
    ),
)
conditions = st.recursive(
    tests,
    lambda inner: st.one_of(
        inner.map(lambda part: {"not": part}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        st.tuples(inner, inner).map(lambda parts: {**parts[0], **parts[1]}),
    ),
    max_leaves=6,
).map(read_condition)


def all_answers(more: list[Answer | None]) -> list[dict[str, Answer]]:
    names = list(KNOWN)
    rows = product(*([*KNOWN[name], *more] for name in names))
    return [{name: said for name, said in zip(names, row, strict=True) if said is not None} for row in rows]


EVERY = all_answers([DONT_KNOW, None])
ANSWERED = all_answers([])


@given(conditions, conditions)
@settings(max_examples=5 * RANDOM_TEXTS, deadline=None)
def test_it_is_possible_just_where_some_answers_do_it(wanted: Condition, unwanted: Condition) -> None:
    space = Space.of(THREE, [wanted, unwanted])
    wishes = [(wanted, True), (unwanted, False)]
    tried = any(routes(wanted, answers) and not routes(unwanted, answers) for answers in EVERY)
    assert space.possible(wishes, {}) == tried
    known = space.answered([wanted, unwanted])
    tried = any(routes(wanted, answers) and not routes(unwanted, answers) for answers in ANSWERED)
    assert space.possible(wishes, known) == tried


@pytest.mark.parametrize(
    ("limits", "condition", "possible"),
    [
        ({}, {"at_least": 3, "at_most": 3}, True),
        ({}, {"at_least": 3.2, "at_most": 3.8}, True),
        ({"whole": True}, {"at_least": 3.2, "at_most": 3.8}, False),
        ({"whole": True}, {"at_most": -7}, True),
        ({"least": 5}, {"at_most": 5}, True),
        ({"least": 5, "most": 5}, {"at_most": 7}, True),
        ({"least": 5}, {"at_most": 4}, False),
        ({"most": 5}, {"at_least": 5}, True),
        ({"most": 5}, {"at_least": 6}, False),
        ({"least": 5, "whole": True}, {"at_most": 4.5}, False),
        ({"most": 5, "whole": True}, {"at_least": 4.5}, True),
    ],
)
def test_limits_and_whole_numbers_decide_what_can_be_said(
    limits: dict[str, Any], condition: dict[str, Any], possible: bool
) -> None:
    wanted = read_condition({"n": condition})
    space = Space.of(questionnaire(question("n", "number", **limits)), [wanted])
    assert space.possible([(wanted, True)], space.answered([wanted])) == possible


def test_nothing_wished_for_is_always_possible() -> None:
    assert Space.of(THREE, []).possible([], {})

from dataclasses import replace

import pytest

from thinking_professionals.authoring.ways import in_words, reached, ways
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.library import Library


def labels(library: Library, question: str) -> list[tuple[str, str]]:
    found = ways(library.questions, library.questions.by_id[question])
    return [(way.target, way.words) for way in found]


def test_an_option_with_a_way_of_its_own_is_its_label_and_the_rest_go_on(library: Library) -> None:
    assert labels(library, "purpose") == [("end", "Reason"), ("control", "any other answer")]


def test_conditions_are_said_in_the_options_own_words(library: Library) -> None:
    assert labels(library, "control") == [("people", "“Us”"), ("months", "otherwise")]


def test_a_single_way_on_is_any_answer(library: Library) -> None:
    assert labels(library, "people") == [("mixing", "any answer")]


def test_where_every_option_has_its_own_way_only_not_knowing_is_left(library: Library) -> None:
    asked = library.questions.by_id["control"]
    forked = replace(asked, options=tuple(replace(option, next="end") for option in asked.options), next="people")
    assert [way.target for way in ways(library.questions, forked)] == ["end", "end", "people"]
    assert "know" in ways(library.questions, forked)[-1].words


def test_what_a_door_can_come_to(library: Library) -> None:
    works, why = library.questions.branches
    assert reached(library.questions, works) == set(library.questions.by_id) - {"elsewhere"}
    assert reached(library.questions, why) == {"elsewhere"}


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        ({"control": {"any_of": ["us", "others"]}}, ["Control", "“Us” or “Others”"]),
        ({"control": {"is": "dont_know"}}, ["Control", "know"]),
        ({"people": {"at_least": 1200}}, ["People", "at least 1,200"]),
        ({"people": {"at_most": 3}}, ["People", "at most 3"]),
        ({"marks": {"includes": "new"}}, ["Marks", "includes “New”"]),
        ({"not": {"control": {"is": "us"}}}, ["not (", "“Us”"]),
        ({"people": {"at_least": 1, "at_most": 3}}, ["at least 1", " and ", "at most 3"]),
        ({"any": [{"people": {"at_most": 3}, "control": {"is": "us"}}, {"marks": {"includes": "new"}}]}, [") or "]),
        ({"stranger": {"is": "odd"}}, ["stranger", "“odd”"]),
        ({"stranger": {"at_most": 3}}, ["stranger", "at most 3"]),
    ],
)
def test_a_condition_names_questions_and_answers(
    library: Library, condition: dict[str, object], parts: list[str]
) -> None:
    words = in_words(library.questions, read_condition(condition))
    for part in parts:
        assert part in words


def test_the_question_at_hand_is_not_named(library: Library) -> None:
    assert "Control" not in in_words(library.questions, read_condition({"control": {"is": "us"}}), "control")


def test_a_unit_is_said_with_its_number(library: Library) -> None:
    counted = replace(
        library.questions, questions=tuple(replace(q, unit="people") for q in library.questions.questions)
    )
    assert "3 people" in in_words(counted, read_condition({"people": {"at_most": 3}}))

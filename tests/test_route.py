from decimal import Decimal

import pytest

from thinking_professionals.answers import DONT_KNOW, Answer
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.questions import Branch, Edge, Option, Question, Questionnaire
from thinking_professionals.route import Route, onward, trace


def question(name: str, kind: str, next: object, **more: object) -> Question:  # noqa: A002
    words = {"topic": name, "ask": f"{name}?", "why_we_ask": "It matters.", "can_change": "yes"}
    return Question(id=name, kind=kind, next=next, **{**words, **more})  # type: ignore[arg-type]


UNIT = question(
    "unit",
    "one",
    (Edge(when=read_condition({"unit": {"is": "dont_know"}}), go="guess"), Edge(otherwise="count")),
    options=(Option(id="team", label="Team"), Option(id="person", label="Person", next="start")),
)
GUESS = question("guess", "text", "count")
COUNT = question(
    "count",
    "number",
    (
        Edge(when=read_condition({"count": {"at_least": 20}}), go="end"),
        Edge(when=read_condition({"unit": {"is": "team"}, "count": {"at_least": 10}}), go="start"),
        Edge(otherwise="guess_again"),
    ),
)
AGAIN = question("guess_again", "one", "start", options=(Option(id="yes", label="Yes"),))
START = question("start", "date", "end")
WORKS = Branch(id="works", title="Works", about="About", first="unit")
PAGE = Branch(id="value", title="Value", about="About", page=("Not yet.",))
QUESTIONS = Questionnaire(
    edition="1",
    welcome="",
    invitation="",
    branches=(WORKS, PAGE),
    purposes=(),
    questions=(UNIT, GUESS, COUNT, AGAIN, START),
)


def walk(answers: dict[str, Answer]) -> Route:
    return trace(QUESTIONS, WORKS, answers)


@pytest.mark.parametrize(
    ("answers", "asked", "next_question"),
    [
        ({}, [], "unit"),
        ({"unit": "team"}, ["unit"], "count"),
        ({"unit": "person"}, ["unit"], "start"),
        ({"unit": DONT_KNOW}, ["unit"], "guess"),
        ({"unit": DONT_KNOW, "guess": "some"}, ["unit", "guess"], "count"),
        ({"unit": "team", "count": Decimal(20)}, ["unit", "count"], None),
        ({"unit": "team", "count": Decimal(10)}, ["unit", "count"], "start"),
        ({"unit": "team", "count": Decimal(9)}, ["unit", "count"], "guess_again"),
        ({"unit": "team", "count": DONT_KNOW}, ["unit", "count"], "guess_again"),
        ({"unit": "team", "count": Decimal(9), "guess_again": "yes"}, ["unit", "count", "guess_again"], "start"),
        ({"unit": DONT_KNOW, "guess": "x", "count": Decimal(10)}, ["unit", "guess", "count"], "guess_again"),
    ],
)
def test_answers_lead_to_the_next_question(
    answers: dict[str, Answer], asked: list[str], next_question: str | None
) -> None:
    route = walk(answers)
    assert [step.question.id for step in route.steps] == asked
    assert route.answers == answers
    assert (route.next_question.id if route.next_question else None) == next_question
    assert route.complete is (next_question is None)


def test_answers_off_the_way_are_set_aside_and_come_back_with_it() -> None:
    answers: dict[str, Answer] = {"unit": "team", "count": Decimal(30), "stranger": "x"}
    elsewhere = walk({**answers, "unit": "person"})
    assert elsewhere.set_aside == {"count": Decimal(30), "stranger": "x"}
    assert elsewhere.answers == {"unit": "person"}
    assert walk(answers).answers["count"] == Decimal(30)


def test_an_answer_further_on_waits_until_the_way_is_open() -> None:
    route = walk({"start": "later"})
    assert (route.steps, route.set_aside) == ((), {"start": "later"})


def test_a_door_without_questions_is_finished_at_once() -> None:
    route = trace(QUESTIONS, PAGE, {"unit": "team"})
    assert route.complete
    assert route.set_aside == {"unit": "team"}


def test_a_question_without_a_default_is_not_passed_over_in_silence() -> None:
    broken = question("broken", "number", (Edge(when=read_condition({"broken": {"at_least": 9}}), go="end"),))
    with pytest.raises(AssertionError, match="broken"):
        onward(broken, {"broken": Decimal(1)})

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thinking_professionals.answers import DONT_KNOW, Answer
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.questions import Benchmark, Branch, Edge, Option, Page, Question, Questionnaire
from thinking_professionals.route import Route, facts_beside, onward, together, trace


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


LAWFUL = question(
    "lawful",
    "text",
    (Edge(when=read_condition({"unit": {"is": "team"}}), go="safe"), Edge(otherwise="fair")),
    page="checks",
)
SAFE = question("safe", "one", "fair", page="checks", options=(Option(id="yes", label="Yes"),))
FAIR = question("fair", "one", "harm", page="checks", options=(Option(id="yes", label="Yes"),))
HARM = question("harm", "text", "end")
CHECKS = Questionnaire(
    edition="1",
    welcome="",
    invitation="",
    branches=(Branch(id="works", title="Works", about="About", first="unit"),),
    purposes=(),
    pages=(Page(id="checks", title="Checks", about="About"),),
    questions=(question("unit", "one", "lawful", options=UNIT.options[:1]), LAWFUL, SAFE, FAIR, HARM),
)


def on_page(answers: dict[str, Answer], asked: str) -> list[str]:
    route = trace(CHECKS, CHECKS.branches[0], answers)
    return [q.id for q in together(CHECKS, route, CHECKS.by_id[asked])]


@pytest.mark.parametrize(
    "answers",
    [
        {"unit": "team"},
        {"unit": "team", "lawful": ""},
        {"unit": "team", "lawful": "", "safe": DONT_KNOW, "fair": "yes", "harm": ""},
    ],
)
def test_all_of_a_page_is_known_from_its_first_question_on(answers: dict[str, Answer]) -> None:
    assert on_page(answers, "lawful") == ["lawful", "safe", "fair"]


@pytest.mark.parametrize("asked", ["lawful", "safe", "fair"])
def test_a_page_is_the_same_from_each_of_its_questions(asked: str) -> None:
    assert on_page({"unit": "team", "lawful": "", "safe": "yes"}, asked) == ["lawful", "safe", "fair"]


def test_what_was_said_before_decides_what_is_on_a_page() -> None:
    assert on_page({"unit": DONT_KNOW}, "lawful") == ["lawful", "fair"]


def test_a_question_without_a_page_is_asked_alone() -> None:
    assert on_page({"unit": "team"}, "unit") == ["unit"]


def test_a_page_may_be_the_end() -> None:
    ends = replace(CHECKS, questions=(*CHECKS.questions[:3], replace(FAIR, next="end")))
    route = trace(ends, ends.branches[0], {"unit": "team"})
    assert [q.id for q in together(ends, route, LAWFUL)] == ["lawful", "safe", "fair"]


def test_a_page_is_found_by_its_id() -> None:
    assert CHECKS.page_by_id["checks"].title == "Checks"


def test_what_is_told_is_found_by_what_it_tells_and_not_where_it_is_not_known() -> None:
    start = replace(START, tells="starts")
    questions = replace(QUESTIONS, questions=(UNIT, GUESS, COUNT, AGAIN, start))
    for said, told in ((date(2027, 1, 2), date(2027, 1, 2)), (DONT_KNOW, None)):
        assert trace(questions, WORKS, {"unit": "person", "start": said}).told("starts") == told
    assert trace(questions, WORKS, {"unit": "person"}).told("starts") is None


@pytest.mark.parametrize(
    ("said", "told"), [({"unit": "team"}, "ab"), ({"unit": "person"}, "a"), ({"unit": DONT_KNOW}, "a"), ({}, "a")]
)
def test_facts_stand_beside_a_question_where_they_fit_what_was_said(said: dict[str, Answer], told: str) -> None:
    always = Benchmark(text="a", source="s", sure="S")
    sometimes = replace(always, text="b", when=read_condition({"unit": {"is": "team"}}))
    found = facts_beside(replace(COUNT, benchmarks=(always, sometimes)), said)
    assert "".join(fact.text for fact in found) == told


def test_to_the_end_goes_on_past_what_is_not_answered_as_if_it_were_not_known():
    route = trace(QUESTIONS, WORKS, {"start": date(2027, 1, 1)}, to_the_end=True)
    assert route.complete
    assert list(route.answers) == ["unit", "guess", "count", "guess_again", "start"]
    assert route.answers["unit"] is DONT_KNOW
    assert route.answers["start"] == date(2027, 1, 1)

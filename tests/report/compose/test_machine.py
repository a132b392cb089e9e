"""Every field that scripts rely on is there, at a finished door, an unfinished one, and one without questions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from thinking_professionals.answers import Answer
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch
from thinking_professionals.report.compose.machine import machine
from thinking_professionals.route import trace

AS_OF = date(2026, 11, 21)
FINISHED = {"purpose": "cause", "control": "us", "people": "300", "mixing": "some", "records": "gaps", "marks": ["new"]}
UNSURE = {**FINISHED, "people": "dont_know", "mixing": "dont_know"}
UNFINISHED = {"purpose": "cause", "control": "us", "months": "9"}

FIELDS = {
    "edition", "digest", "branch", "complete", "next_question", "purpose", "better_door", "recommended", "fallback",
    "if_you_fix", "candidates", "chosen_because", "deserves", "possible_level", "designs", "companions", "feasibility",
    "power", "cost", "find_out_next", "set_aside", "route", "facts", "notes", "value", "data", "cases", "sources",
    "problems", "as_of", "format", "may_deserve", "lifts", "windows",
}  # fmt: skip
CHANGE = {"question", "from", "to"}
RANGE = {"low", "central", "high"}

Json = dict[str, Any]
Work = Callable[..., Json]


@pytest.fixture
def work(library: Library, typed: Callable[[Mapping[str, object]], dict[str, Answer]]) -> Work:
    def through(raw: Mapping[str, object], as_of: date = AS_OF) -> Json:
        route = trace(library.questions, library.questions.branches[0], typed(raw))
        assessment = with_unlocks(library, route, assess(library, route))
        return json.loads(json.dumps(machine(library, route, assessment, ["Not used."], as_of)))

    return through


def each(items: list[Any]) -> list[Any]:
    """A list that must have something in it, or the test shows nothing."""
    assert items
    return items


@pytest.mark.parametrize("raw", [FINISHED, UNSURE, UNFINISHED, {}])
def test_every_field_is_there(work: Work, raw: Mapping[str, object]) -> None:
    assert set(work(raw)) == FIELDS


def test_the_recommendation_has_its_fields(work: Work) -> None:
    found = work(FINISHED)
    assert found["recommended"].keys() == {"id", "name", "level", "maryland", "rests_on", "provided_that"}
    assert (found["branch"], found["purpose"], found["complete"], found["next_question"]) == (
        "works", "cause", True, None,
    )  # fmt: skip
    assert (found["as_of"], found["format"], found["problems"]) == ("2026-11-21", 1, ["Not used."])
    assert found["fallback"] is None
    assert found["better_door"] is None
    assert found["chosen_because"]
    assert found["possible_level"] == 5


def test_what_is_not_known_is_said_with_the_safe_choice(work: Work) -> None:
    found = work(UNSURE)
    assert found["fallback"].keys() == {"id", "name"}
    provisos = found["recommended"]["provided_that"]
    assert provisos
    assert {frozenset(proviso) for proviso in provisos} == {frozenset({"question", "text"})}
    assert {frozenset(item) for item in each(found["find_out_next"])} == {frozenset({"question", "why"})}
    assert len(each(found["candidates"])) > 1


def test_a_design_has_its_fields(work: Work) -> None:
    designs = each(work(FINISHED)["designs"])
    assert designs[0]["id"] == "cluster"
    for design in designs:
        assert design.keys() == {
            "id", "name", "verdict", "level", "maryland", "reasons", "unlocks", "cost", "months",
        }  # fmt: skip
        assert design["cost"].keys() == design["months"].keys() == RANGE
    reasons = [reason for design in designs for reason in design["reasons"]]
    assert {"rule", "kind", "text", "source", "answers"} <= reasons[0].keys()
    assert {reason["kind"] for reason in reasons} <= {"need", "stop", "caution", "favour"}
    assert any(reason["answers"] == {"people": 300} for reason in reasons)


def test_what_to_change_is_given_from_and_to(work: Work) -> None:
    found = work({**FINISHED, "people": "20", "mixing": "none"})
    trial = next(design for design in each(found["designs"]) if design["id"] == "trial")
    changes = each(trial["unlocks"])[0]
    assert {frozenset(change) for change in changes} == {frozenset(CHANGE)}
    assert changes[0]["from"] == 20


def test_stronger_designs_that_a_change_would_allow_are_named(work: Work) -> None:
    stuck = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}
    for item in each(work(stuck)["if_you_fix"]):
        assert item.keys() == {"id", "changes"}
        assert {frozenset(change) for change in each(item["changes"])} == {frozenset(CHANGE)}


def test_the_package_the_gates_and_the_warnings_have_their_fields(work: Work) -> None:
    found = work(FINISHED)
    assert {frozenset(item) for item in each(found["companions"])} == {frozenset({"id", "role", "because"})}
    gates = each(found["feasibility"])
    assert {frozenset(item) for item in gates} == {frozenset({"id", "verdict", "text", "source"})}
    assert {gate["verdict"] for gate in gates} <= {"go", "caution", "stop", "unknown"}
    notes = each(found["notes"])
    assert {frozenset(item) for item in notes} == {frozenset({"id", "text", "source"})}
    assert len({note["text"] for note in notes}) == len(notes)


def test_the_cost_shows_every_line(work: Work) -> None:
    cost = work(FINISHED)["cost"]
    assert RANGE | {"currency", "price_year", "vat", "lines"} <= cost.keys()
    for line in each(cost["lines"]):
        assert line.keys() == {
            "item", "quantity", "unit", "rate", "low", "central", "high", "source", "confidence",
        }  # fmt: skip
    assert cost["central"] == sum(line["central"] for line in cost["lines"])
    assert {type(line["low"]) for line in cost["lines"]} == {int}
    rates = [line["rate"] for line in cost["lines"] if line["rate"]]
    assert {frozenset(rate) for rate in rates} == {frozenset(RANGE)}


def test_the_route_is_told_in_order_with_what_was_said(work: Work) -> None:
    steps = each(work(FINISHED)["route"])
    assert [step["question"] for step in steps] == ["purpose", "control", "people", "mixing", "records", "marks"]
    assert {frozenset(step) for step in steps} == {frozenset({"question", "ask", "answer", "said"})}
    assert [steps[1]["answer"], steps[2]["answer"], steps[5]["answer"]] == ["us", 300, ["new"]]
    assert steps[1]["said"] == "Us"


def test_an_unfinished_plan_names_its_next_question_and_what_is_set_aside(work: Work) -> None:
    found = work(UNFINISHED)
    assert (found["complete"], found["next_question"]) == (False, "people")
    assert found["set_aside"] == {"months": 9}


def test_another_door_is_named(work: Work) -> None:
    assert work({"purpose": "reason"})["better_door"] == "why"


def test_the_sources_of_rates_expire_on_their_day_and_no_others(work: Work) -> None:
    def expired(on: date) -> set[str]:
        return {name for name, source in work(FINISHED, on)["sources"].items() if source["expired"]}

    assert not expired(date(2027, 1, 1))
    assert expired(date(2027, 1, 2)) == {line["source"] for line in work(FINISHED)["cost"]["lines"]}


def test_every_source_named_is_listed(work: Work) -> None:
    found = work(FINISHED)
    sources = found["sources"]
    assert {frozenset(source) for source in sources.values()} == {frozenset({"title", "date", "sureness", "expired"})}
    reasons = [reason for design in each(found["designs"]) for reason in design["reasons"]]
    named = {item["source"] for item in (*reasons, *each(found["feasibility"]), *each(found["notes"]))}
    assert named <= set(sources)


def test_a_door_without_questions_says_nothing_in_every_field(library: Library) -> None:
    door = Branch(id="value", title="Value", about="About", page=("Not yet.",))
    questions = replace(library.questions, branches=(door,))
    route = trace(questions, door, {"control": "us"})
    found = machine(library, route, None, [], AS_OF)
    assert set(found) == FIELDS
    assert (found["branch"], found["set_aside"]) == ("value", {"control": "us"})
    said = {"edition", "digest", "branch", "complete", "set_aside", "as_of", "format"}
    assert not any(found[name] for name in FIELDS - said)


def test_a_small_change_that_lifts_the_advice_has_its_fields(work: Work) -> None:
    [lift] = work({"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []})["lifts"]
    assert lift.keys() == {"id", "name", "because", "to", "level", "rests_on"}
    assert (lift["id"], lift["to"], lift["level"]) == ("decide", "trial", 5)


def test_what_is_deserved_is_named_with_what_may_be(work: Work) -> None:
    assert (work(FINISHED)["deserves"], work(FINISHED)["may_deserve"]) == ("middle", None)
    assert (work(UNSURE)["deserves"], work(UNSURE)["may_deserve"]) == ("middle", "high")
    assert (work({})["deserves"], work({})["may_deserve"]) == (None, None)


def test_a_window_has_its_fields(longer: Library, walked: Any) -> None:
    raw = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
    route = walked(longer, {**raw, "starts": "2027-05-31"})
    [window] = machine(longer, route, assess(longer, route), [], AS_OF)["windows"]  # type: ignore[misc]
    assert window == {
        **{"id": "trial", "name": "Trial", "verdict": "recommended", "before": "start", "choose_by": "2027-03-31"},
        **{"at_the_latest": "2027-04-30", "passed": False, "missed": [], "instead": None},
    }

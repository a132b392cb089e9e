"""The fewest answers to change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.condition import read_condition
from thinking_professionals.route import trace

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


@pytest.fixture
def unlocked(library, typed, assessed):
    def play(raw):
        route = trace(library.questions, library.questions.branch("works"), typed(raw))
        return with_unlocks(library, route, assessed(raw))

    return play


def ways(assessment, design):
    found = next(v for v in assessment.verdicts if v.design.id == design)
    return [{c.question.id: str(c.after) for c in some} for some in found.unlocks]


def test_one_number_just_past_its_bound_frees_a_design(unlocked):
    assert ways(unlocked({**TRIAL, "people": "40"}), "trial") == [{"people": "51"}]


def test_two_stops_take_two_changes(unlocked):
    result = unlocked({**TRIAL, "people": "40", "records": "differ"})
    assert ways(result, "trial") == [
        {"people": "51", "records": "same"},
        {"people": "51", "records": "gaps"},
    ]


def test_what_cannot_change_is_not_offered(unlocked):
    assert ways(unlocked({**TRIAL, "mixing": "all"}), "trial") == []


def test_a_way_that_leads_only_to_unanswered_questions_is_not_offered(unlocked):
    assert ways(unlocked(TRIAL), "series") == []


def test_a_change_may_open_a_way_whose_answers_are_there_already(unlocked):
    assert ways(unlocked({**TRIAL, "months": "30"}), "series") == [{"control": "others"}]


def test_only_stronger_designs_are_put_beside_the_lead(unlocked):
    result = unlocked({**TRIAL, "records": "differ"})
    assert [v.design.id for v in result.if_you_fix] == ["trial", "cluster", "panel"]
    assert unlocked(TRIAL).if_you_fix == ()


def test_any_one_of_several_ways_will_do(unlocked):
    assert ways(unlocked({**SERIES, "records": "differ"}), "panel") == [{"records": "same"}, {"marks": "('new',)"}]


def test_a_stop_with_two_parts_is_freed_by_either(unlocked):
    rushed = {**SERIES, "records": "gaps", "marks": ["hurried", "new"]}
    assert ways(unlocked(rushed), "panel") == [{"marks": "('new',)"}, {"records": "same"}]


def test_an_unknown_answer_is_not_something_to_change(unlocked):
    result = unlocked({**TRIAL, "people": "40", "records": "dont_know"})
    assert ways(result, "trial") == [{"people": "51"}]


def test_a_design_that_needs_more_than_three_changes_stays_as_it_is(unlocked, monkeypatch):
    monkeypatch.setattr("thinking_professionals.assessment.unlocks.MOST_CHANGES", 1)
    assert ways(unlocked({**TRIAL, "people": "40", "records": "differ"}), "trial") == []


@pytest.fixture
def unlocked_with_need(library, typed):
    """Play answers for one design, the trial, with another need in place of its own."""

    def play(raw, when):
        trial = library.design_by_id["trial"]
        need = replace(trial.needs[0], when=read_condition(when))
        content = replace(library, designs=(replace(trial, needs=(need,)), library.design_by_id["record"]))
        route = trace(content.questions, content.questions.branch("works"), typed(raw))
        return ways(with_unlocks(content, route, assess(content, route)), "trial")

    return play


def test_of_several_ways_only_those_that_can_change_are_offered(unlocked_with_need):
    either = {"any": [{"mixing": {"is": "some"}}, {"people": {"at_least": 600}}]}
    assert unlocked_with_need(TRIAL, either) == [{"people": "600"}]


def test_a_way_closed_by_an_unknown_answer_is_to_be_found_out_not_changed(unlocked_with_need):
    unknown = {"purpose": "cause", "control": "dont_know", "months": "30", "records": "same", "marks": []}
    assert unlocked_with_need(unknown, {"people": {"at_least": 100}}) == []


def test_designs_that_are_possible_have_nothing_to_unlock(unlocked):
    assert ways(unlocked(TRIAL), "cluster") == []


def test_an_answer_that_cannot_change_is_kept_though_others_to_its_question_can(library, typed):
    control = library.questions.by_id["control"]
    fixed = replace(control, options=(control.options[0], replace(control.options[1], can_change="no")))
    questions = tuple(fixed if q.id == "control" else q for q in library.questions.questions)
    content = replace(library, questions=replace(library.questions, questions=questions))
    route = trace(content.questions, content.questions.branch("works"), typed({**SERIES, "people": "500"}))
    result = with_unlocks(content, route, assess(content, route))
    trial = next(v for v in result.verdicts if v.design.id == "trial")
    assert (trial.standing, trial.unlocks) == ("ruled_out", ())

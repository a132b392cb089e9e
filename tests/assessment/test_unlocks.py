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
    assert [v.design.id for v in unlocked({**TRIAL, "records": "differ"}).if_you_fix] == ["trial", "cluster"]
    assert unlocked(TRIAL).if_you_fix == ()


def test_a_design_is_left_out_where_a_stronger_one_takes_no_other_changes(unlocked):
    result = unlocked({**TRIAL, "records": "differ"})
    assert ways(result, "panel") == [{"records": "same"}, {"marks": "('new',)"}]
    assert "panel" not in {v.design.id for v in result.if_you_fix}


def test_what_changes_least_of_the_scheme_comes_first_and_then_what_is_strongest(library, typed):
    questions = tuple(replace(q, of_study=q.id == "records") for q in library.questions.questions)
    trial = library.design_by_id["trial"]
    weak = replace(library.design_by_id["cluster"], level=(replace(trial.level[0], level=3),))
    designs = tuple({"cluster": weak}.get(design.id, design) for design in library.designs)
    content = replace(library, designs=designs, questions=replace(library.questions, questions=questions))

    def shown(raw):
        route = trace(content.questions, content.questions.branch("works"), typed(raw))
        return [v.design.id for v in with_unlocks(content, route, assess(content, route)).if_you_fix]

    assert shown({**TRIAL, "people": "40", "records": "differ"}) == ["cluster", "trial"]
    assert shown({**TRIAL, "records": "differ"}) == ["trial"]


def test_any_one_of_several_ways_will_do(unlocked):
    assert ways(unlocked({**SERIES, "records": "differ"}), "panel") == [{"records": "same"}, {"marks": "('new',)"}]


def test_a_stop_with_two_parts_is_freed_by_either(unlocked):
    rushed = {**SERIES, "records": "gaps", "marks": ["hurried", "new"]}
    assert ways(unlocked(rushed), "panel") == [{"marks": "('new',)"}, {"records": "same"}]


def test_an_unknown_answer_is_not_something_to_change(unlocked):
    result = unlocked({**TRIAL, "people": "40", "records": "dont_know"})
    assert ways(result, "trial") == [{"people": "51"}]


def test_a_greater_amount_takes_the_place_of_one_that_was_not_enough(unlocked_with_needs):
    bounds = [{"people": {"at_least": 60}}, {"people": {"at_least": 90}}]
    assert unlocked_with_needs({**TRIAL, "people": "55"}, *bounds) == [{"people": "90"}]


def test_an_amount_is_not_asked_to_grow_beyond_all_measure(unlocked_with_needs):
    assert unlocked_with_needs(TRIAL, {"people": {"at_least": 5000}}) == [{"people": "5000"}]
    assert unlocked_with_needs(TRIAL, {"people": {"at_least": 5001}}) == []


def test_money_may_grow(longer, walked):
    trial = longer.design_by_id["trial"]
    need = replace(trial.needs[0], when=read_condition({"budget": {"at_least": 90000}}))
    content = replace(longer, designs=(replace(trial, needs=(need,)), longer.design_by_id["record"]))
    unknown = dict.fromkeys(("starts", "decide", "spend"), "dont_know")
    route = walked(content, {**TRIAL, **unknown, "budget": "100", "outcome": "", "further": [], "harm": ""})
    assert ways(with_unlocks(content, route, assess(content, route)), "trial") == [{"budget": "90000"}]


def test_answers_further_on_still_block_where_a_change_asks_something_new(unlocked_with_needs):
    elsewhere = {**SERIES, "records": "differ"}
    assert unlocked_with_needs(elsewhere, {"control": {"is": "us"}}, {"records": {"is": "same"}}) == [
        {"control": "us", "records": "same"}
    ]


def test_an_unfinished_door_promises_only_what_its_answers_bear_out(unlocked):
    begun = {"purpose": "cause", "control": "us", "people": "40", "mixing": "none"}
    assert ways(unlocked(begun), "trial") == [{"people": "51"}]


def test_a_design_that_needs_more_changes_than_a_person_would_follow_stays_as_it_is(unlocked, monkeypatch):
    monkeypatch.setattr("thinking_professionals.assessment.unlocks.MOST_CHANGES", 1)
    assert ways(unlocked({**TRIAL, "people": "40", "records": "differ"}), "trial") == []


@pytest.fixture
def unlocked_with_needs(library, typed):
    """Play answers for one design, the trial, with other needs in place of its own."""

    def play(raw, *needs):
        trial = library.design_by_id["trial"]
        needs = tuple(replace(trial.needs[0], id=f"n{i}", when=read_condition(n)) for i, n in enumerate(needs))
        content = replace(library, designs=(replace(trial, needs=needs), library.design_by_id["record"]))
        route = trace(content.questions, content.questions.branch("works"), typed(raw))
        return ways(with_unlocks(content, route, assess(content, route)), "trial")

    return play


def test_of_several_ways_only_those_that_can_change_are_offered(unlocked_with_needs):
    either = {"any": [{"mixing": {"is": "some"}}, {"people": {"at_least": 600}}]}
    assert unlocked_with_needs(TRIAL, either) == [{"people": "600"}]


def test_a_way_closed_by_an_unknown_answer_is_to_be_found_out_not_changed(unlocked_with_needs):
    unknown = {"purpose": "cause", "control": "dont_know", "months": "30", "records": "same", "marks": []}
    assert unlocked_with_needs(unknown, {"people": {"at_least": 100}}) == []


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


@pytest.fixture
def in_the_past(library, typed):
    """Play answers where the way it is recorded cannot change once it has changed hands."""

    def play(raw):
        past = read_condition({"control": {"is": "others"}})
        questions = [replace(q, fixed_when=past) if q.id == "records" else q for q in library.questions.questions]
        content = replace(library, questions=replace(library.questions, questions=tuple(questions)))
        route = trace(content.questions, content.questions.branch("works"), typed(raw))
        result = with_unlocks(content, route, assess(content, route))
        return {v.design.id: (v.standing, ways(result, v.design.id)) for v in result.verdicts}

    return play


def test_what_is_past_cannot_change(in_the_past):
    assert in_the_past({**SERIES, "records": "differ"})["series"] == ("ruled_out", [])


def test_the_same_answer_may_change_where_it_is_not_past(in_the_past):
    assert in_the_past({**TRIAL, "records": "differ"})["trial"] == (
        "not_yet",
        [{"records": "same"}, {"records": "gaps"}],
    )


def test_what_a_change_would_make_past_is_no_promise(in_the_past):
    assert in_the_past({**TRIAL, "months": "30", "records": "differ"})["series"] == ("not_yet", [])

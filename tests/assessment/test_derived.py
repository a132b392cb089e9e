"""Facts worked out from answers: known, guessed, open, not asked; and what a rule on them is worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from functools import cache

import pytest

from thinking_professionals.answers import DONT_KNOW, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.derived import Derived
from thinking_professionals.assessment.detection import detection
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.conditions import FALSE, NOT_ASKED, TRUE, UNKNOWN
from thinking_professionals.library.condition import Test as Tested
from thinking_professionals.library.derived import Guess, Input
from thinking_professionals.route import trace

PLAN = {
    "purpose": "cause",
    "control": "us",
    "people": "60",
    "mixing": "none",
    "records": "same",
    "marks": [],
    "alike": "0.02",
    "hoped": "12",
}
SOME_GET_IT = (
    Input(role="with_it", guesses=(Guess(low=D(50), central=D(50), high=D(50), source="s", sure="S"),)),
    Input(role="without", better="more", guesses=(Guess(low=D(0), central=D(5), high=D(9), source="s", sure="S"),)),
)
LITTLE = (Guess(low=D(90), central=D(90), high=D(90), source="s", sure="S"),)
SHORT = Tested("seen", "is", options=("short",))


@pytest.fixture
def facts(counted, walked):
    return lambda raw: Facts(counted.questions, walked(counted, raw), counted.derivation)


def advised(library, facts, design):
    """An assessment with this design in the lead."""
    found = assess(library, facts.route)
    return replace(found, lead=next(v for v in found.verdicts if v.design.id == design))


def test_a_change_larger_than_there_can_be_must_be_asked_for_again(facts):
    seen = facts({**PLAN, "hoped": "39"})
    assert seen.derived["seen"].span is not None
    small = replace(
        seen.derivation,
        inputs=tuple(replace(i, guesses=LITTLE) if i.role == "share_now" else i for i in seen.derivation.inputs),
    )
    beyond = Derived(small.facts[0], small, seen)
    assert beyond.span is None
    assert beyond.behind == ("hoped",)
    assert beyond.now(SHORT) == UNKNOWN


def test_what_is_known_gives_one_figure(facts):
    seen = facts({**PLAN, "months": "0"}).derived["seen"]
    assert seen.span.low < seen.span.high  # the guess of how many are lost stands, since nothing asks for it here
    assert seen.inputs["icc"] == (0.02, 0.02, 0.02)


def test_what_is_not_known_is_taken_as_the_first_guess_that_fits(facts):
    known = facts({**PLAN, "alike": "dont_know"}).derived["seen"]
    assert known.inputs["icc"] == (0.01, 0.02, 0.05)
    other = facts({**PLAN, "alike": "dont_know", "records": "gaps"}).derived["seen"]
    assert other.inputs["icc"] == (0.01, 0.05, 0.2)
    assert other.span.low < known.span.low
    assert other.guessed == ("alike",)


def test_a_range_in_several_bands_counts_as_the_one_named_for_that(facts):
    wide = facts({**PLAN, "alike": "dont_know", "records": "gaps", "hoped": "12"}).derived["seen"]
    assert wide.span.low < 0.6 <= wide.span.high
    assert wide.band == "close"


def test_what_must_be_known_and_is_not_leaves_the_fact_open(facts):
    seen = facts({**PLAN, "hoped": "dont_know"}).derived["seen"]
    assert seen.inputs is None
    assert seen.span is None
    assert seen.band is None
    assert seen.behind == ("hoped",)
    assert seen.now(SHORT) == UNKNOWN


def test_what_is_still_to_be_asked_leaves_the_fact_open(facts):
    early = {q: PLAN[q] for q in ("purpose", "control", "people")}
    seen = facts(early).derived["seen"]
    assert seen.now(SHORT) == UNKNOWN
    assert "hoped" in seen.behind


def test_a_fact_whose_questions_were_never_asked_says_nothing(facts):
    elsewhere = facts({**PLAN, "control": "others", "months": "30"})
    assert elsewhere.derived["seen"].now(SHORT) == NOT_ASKED
    assert elsewhere.derived["seen"].later(SHORT) == NOT_ASKED
    assert "people" not in elsewhere.derived["seen"].behind


def test_what_has_no_bounds_may_turn_out_to_be_anything(facts):
    unsure = facts({**PLAN, "control": "others", "months": "dont_know"}).derived["seen"]
    assert unsure.later(SHORT) == UNKNOWN


def test_a_test_is_true_only_if_it_is_true_at_both_ends(facts):
    few, many = facts({**PLAN, "people": "4"}), facts({**PLAN, "people": "4000"})
    assert few.derived["seen"].now(SHORT) == TRUE
    assert many.derived["seen"].now(SHORT) == FALSE
    close = Tested("seen", "any_of", options=("close", "short"))
    assert few.derived["seen"].later(close) == TRUE


def test_whatever_comes_takes_all_that_could_be_answered_and_not_the_guess(facts):
    unsure = facts({**PLAN, "people": "200", "alike": "dont_know"}).derived["seen"]
    assert unsure.band == "enough"
    assert unsure.now(SHORT) == FALSE
    assert unsure.later(SHORT) == UNKNOWN
    hopeless = facts({**PLAN, "people": "4", "alike": "dont_know", "hoped": "1"}).derived["seen"]
    assert hopeless.later(SHORT) == TRUE


def test_in_steps_the_whole_range_is_looked_at_and_not_its_ends_alone(facts):
    raw = {**PLAN, "people": "40", "alike": "dont_know", "records": "gaps", "hoped": "20"}
    steps = facts(raw).derived["seen_in_steps"]
    for alike in ("0.01", "0.03", "0.06", "0.1", "0.15", "0.2"):
        exact = facts({**raw, "alike": alike}).derived["seen_in_steps"].span
        assert steps.span.low <= exact.central + 2e-3
        assert steps.span.high >= exact.central - 2e-3


def test_too_little_stops_a_design_and_names_the_answers_behind_it(counted, walked):
    route = walked(counted, {**PLAN, "people": "60", "hoped": "5"})
    verdict = next(v for v in assess(counted, route).verdicts if v.design.id == "trial")
    stop = next(r for r in verdict.reasons if r.rule == "trial.far_too_little")
    assert stop.blocks
    assert {"people", "hoped", "alike"} <= stop.answers.keys()
    assert verdict.standing == "not_yet"


def test_more_of_what_can_change_is_offered_in_a_round_figure_that_frees_it(counted, walked):
    route = walked(counted, {**PLAN, "people": "60", "hoped": "5"})
    result = with_unlocks(counted, route, assess(counted, route))
    verdict = next(v for v in result.verdicts if v.design.id == "trial")
    change = verdict.unlocks[0][0]
    assert (change.question.id, change.before) == ("people", 60)
    played = walked(counted, {**PLAN, "people": str(change.after), "hoped": "5"})
    again = next(v for v in assess(counted, played).verdicts if v.design.id == "trial")
    assert not any(r.blocks for r in again.reasons)


def test_no_number_within_reach_is_no_promise(counted, walked):
    route = walked(counted, {**PLAN, "people": "60", "hoped": "1", "alike": "0.9"})
    result = with_unlocks(counted, route, assess(counted, route))
    verdict = next(v for v in result.verdicts if v.design.id == "trial")
    assert not any(change.question.id == "people" for changes in verdict.unlocks for change in changes)


def test_what_a_guess_takes_for_granted_is_said_to_rest_on_it(counted, walked):
    route = walked(counted, {**PLAN, "people": "200", "alike": "dont_know"})
    result = assess(counted, route)
    assert [proviso.question.id for proviso in result.provided_that] == ["alike"]
    assert result.fallback is not None


CHOICES = {
    "purpose": ["cause"],
    "control": ["us"],
    "people": ["60", "500"],
    "mixing": ["some"],
    "months": ["10"],
    "records": ["same", "gaps"],
    "marks": [[]],
    "alike": ["0", "0.05", "0.9"],
    "hoped": ["5", "20"],
}


@pytest.fixture(scope="module")
def play(counted):
    @cache
    def run(answers):
        typed = {q: understand(counted.questions.by_id[q], list(a) if isinstance(a, tuple) else a) for q, a in answers}
        route = trace(counted.questions, counted.questions.branches[0], typed)
        return route, assess(counted, route)

    return lambda answers: run(tuple((q, tuple(a) if isinstance(a, list) else a) for q, a in sorted(answers.items())))


def every_plan(play):
    ahead = [{}]
    while ahead:
        answers = ahead.pop()
        yield answers
        route, _ = play(answers)
        if route.next_question is not None:
            question = route.next_question.id
            ahead += [{**answers, question: option} for option in ["dont_know", *CHOICES[question]]]


def test_the_candidates_hold_the_lead_and_never_grow_whatever_is_known_of_the_numbers(play):
    checked = 0
    for answers in every_plan(play):
        route, now = play(answers)
        candidates = {design.id for design in now.candidates}
        assert now.lead.design.id in candidates, answers
        unknown = [step.question.id for step in route.steps if step.answer is DONT_KNOW]
        for question in [*unknown, *([route.next_question.id] if route.next_question else [])]:
            for option in CHOICES[question]:
                _, then = play({**answers, question: option})
                assert {design.id for design in then.candidates} <= candidates, (answers, question, option)
                checked += 1
    assert checked > 900


def test_the_fallback_is_safe_whatever_the_numbers_turn_out_to_be(play):
    for answers in every_plan(play):
        route, now = play(answers)
        unknown = [step.question.id for step in route.steps if step.answer is DONT_KNOW]
        if now.fallback is None or route.next_question is not None or len(unknown) != 1:
            continue
        for option in CHOICES[unknown[0]]:
            _, then = play({**answers, unknown[0]: option})
            safe = next(v for v in then.verdicts if v.design.id == now.fallback.design.id)
            assert not any(reason.blocks for reason in safe.reasons), (answers, option)


def test_what_the_numbers_show_is_opened_up_from_the_same_inputs(counted, facts):
    held = facts({**PLAN, "alike": "dont_know"})
    seen = detection(held, advised(counted, held, "trial"))
    assert seen.chance == held.derived["seen"].span
    assert seen.best < seen.detectable < seen.worst
    assert [one.icc for one in seen.by_icc] == [0.01, 0.02, 0.05]
    assert [one.chance for one in seen.by_icc] == sorted((one.chance for one in seen.by_icc), reverse=True)
    assert seen.floor < seen.detectable
    assert {one.role for one in seen.taken} == {"icc", "lost"}
    assert detection(held, advised(counted, held, "cluster")).planned.plan == "in_steps"
    known = detection(facts(PLAN), advised(counted, facts(PLAN), "trial"))
    assert known.by_icc == ()
    assert "icc" not in {one.role for one in known.taken}


def test_what_could_be_seen_is_said_even_where_the_hope_is_not_known(counted, facts):
    held = facts({**PLAN, "alike": "dont_know", "hoped": "dont_know"})
    seen = detection(held, advised(counted, held, "trial"))
    assert (seen.hoped, seen.chance) == (None, None)
    assert seen.best < seen.detectable < seen.worst
    assert {one.chance for one in seen.by_icc} == {None}


def test_a_range_that_may_leave_nothing_to_compare_is_open(counted, facts):
    others = [one for one in counted.derivation.inputs if one.role != "in_all"]
    seen = Derived(
        counted.derivation.facts[0], replace(counted.derivation, inputs=(*others, *SOME_GET_IT)), facts(PLAN)
    )
    assert seen.inputs is None
    assert seen.now(SHORT) == UNKNOWN


def test_where_nothing_can_be_worked_out_nothing_is_opened(counted, facts, library, walked):
    for raw in ({**PLAN, "people": "dont_know"}, {**PLAN, "control": "others", "months": "3"}):
        assert detection(facts(raw), advised(counted, facts(raw), "record")) is None
    bare = Facts(library.questions, walked(library, {}))
    assert detection(bare, advised(library, bare, "record")) is None

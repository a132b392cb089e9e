"""Unknowns, tried exhaustively: every partial plan of the small library against every way it can be completed."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from thinking_professionals.answers import DONT_KNOW, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.route import trace

CHOICES = {
    "purpose": ["cause", "reason"],
    "control": ["us", "others"],
    "people": ["40", "300", "500"],
    "mixing": ["none", "some", "all"],
    "months": ["4", "10", "30"],
    "records": ["same", "gaps", "differ"],
    "marks": [[], ["hurried", "new"]],
}


@pytest.fixture(scope="module")
def play(library):
    branch = library.questions.branch("works")

    @cache
    def run(answers):
        typed = {q: understand(library.questions.by_id[q], list(a) if isinstance(a, tuple) else a) for q, a in answers}
        route = trace(library.questions, branch, typed)
        return route, assess(library, route)

    return lambda answers: run(tuple((q, tuple(a) if isinstance(a, list) else a) for q, a in sorted(answers.items())))


def grow(play, answers, choices):
    """Every way to answer on from here, one question after another, until the door is finished."""
    route, _ = play(answers)
    unknown = [step.question.id for step in route.steps if step.answer is DONT_KNOW]
    if unknown:
        question, options = unknown[0], choices[unknown[0]]
    elif route.next_question is not None:
        question, options = route.next_question.id, choices[route.next_question.id]
    else:
        yield answers
        return
    for option in options:
        yield from grow(play, {**answers, question: option}, choices)


def every_partial_plan(play):
    """All plans, finished or not, in which each question asked is known or not known."""
    ahead = [{}]
    while ahead:
        answers = ahead.pop()
        yield answers
        route, _ = play(answers)
        if route.next_question is not None:
            question = route.next_question.id
            ahead += [{**answers, question: option} for option in ["dont_know", *CHOICES[question]]]


def test_no_completion_recommends_a_design_outside_the_candidates(play):
    checked = 0
    for answers in every_partial_plan(play):
        candidates = {design.id for design in play(answers)[1].candidates}
        for completed in grow(play, answers, CHOICES):
            assert play(completed)[1].lead.design.id in candidates, (answers, completed)
            checked += 1
    assert checked > 5000


def test_the_candidates_never_grow_as_answers_come(play):
    for answers in every_partial_plan(play):
        route, before = play(answers)
        open_questions = [step.question.id for step in route.steps if step.answer is DONT_KNOW]
        if route.next_question is not None:
            open_questions.append(route.next_question.id)
        for question in open_questions:
            for option in ["dont_know", *CHOICES[question]]:
                after = play({**answers, question: option})[1]
                assert set(after.candidates) <= set(before.candidates), (answers, question, option)


def test_what_is_called_safe_competes_however_the_unknowns_turn_out(play):
    for answers in every_partial_plan(play):
        assessment = play(answers)[1]
        safe = assessment.fallback or assessment.lead
        for completed in grow(play, answers, CHOICES):
            verdict = next(v for v in play(completed)[1].verdicts if v.design.id == safe.design.id)
            assert not any(reason.blocks for reason in verdict.reasons), (answers, completed)
            assert verdict.standing != "other_purpose"


def test_a_lead_is_always_among_the_candidates(play):
    for answers in every_partial_plan(play):
        assessment = play(answers)[1]
        assert assessment.lead.design in assessment.candidates


def test_a_fallback_is_named_exactly_when_there_are_conditions(play):
    for answers in every_partial_plan(play):
        assessment = play(answers)[1]
        assert (assessment.fallback is not None) == bool(assessment.provided_that), answers


def test_every_combination_of_choices_ends(play):
    whole = [dict(zip(CHOICES, values, strict=True)) for values in product(*CHOICES.values())]
    assert all(play(answers)[0].complete for answers in whole[::7])

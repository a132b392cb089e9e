"""Random plans through the shipped content: what must hold whatever a person answers."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from tests.sizes import RANDOM_PLANS
from thinking_professionals.answers import DONT_KNOW
from thinking_professionals.assessment.assess import assess
from thinking_professionals.library.condition import tests_in as all_tests_in
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.route import trace


@pytest.fixture(scope="module")
def library():
    return load(ROOT)


@pytest.fixture(scope="module")
def amounts(library):
    """For each amount asked for, figures on and beside every bound that content names."""
    found = {}
    clauses = [clause for design in library.designs for clause in (*design.needs, *design.rules)]
    clauses += [rule for gate in library.gates for rule in gate.rules]
    for test in (test for clause in clauses for test in all_tests_in(clause.when)):
        if test.bound is not None:
            found.setdefault(test.question, set()).update({test.bound, test.bound + 1, max(test.bound - 1, 0)})
    return found


@pytest.fixture(scope="module")
def play(library):
    branch = library.questions.branch("works")

    def run(answers):
        route = trace(library.questions, branch, answers)
        return route, assess(library, route)

    return run


@pytest.fixture(scope="module")
def pick(amounts):
    def choose(question, chance):
        if question.kind == "one":
            return chance.choice(question.options).id
        if question.kind == "number":
            return chance.choice(sorted(amounts.get(question.id) or _between(question, chance)))
        return ""

    return choose


def _between(question, chance):
    """Figures for an amount that no rule names but a calculator may use: both its ends, and one of a likely size."""
    likely = Decimal(repr(round(10 ** chance.uniform(-2, 4), 2)))
    return {question.least, question.most, min(max(likely, question.least), question.most)}


def walk(play, pick, chance, unknown):
    """Answer from the first question to the last, then settle what was unknown, in any order; yield at every step."""
    answers = {}
    route, assessment = play(answers)
    yield answers, route, assessment
    while True:
        asked = route.next_question
        if asked is not None:
            known = not asked.offers_dont_know or chance.random() > unknown
            answers = {**answers, asked.id: pick(asked, chance) if known else DONT_KNOW}
        else:
            open_steps = [step.question for step in route.steps if step.answer is DONT_KNOW]
            if not open_steps:
                return
            settled = chance.choice(open_steps)
            answers, unknown = {**answers, settled.id: pick(settled, chance)}, 0
        route, assessment = play(answers)
        yield answers, route, assessment


@pytest.mark.parametrize("seed", range(RANDOM_PLANS))
def test_whatever_is_answered_the_advice_holds_together(play, pick, seed):
    chance = random.Random(seed)
    before, promised = None, []
    for answers, _, assessment in walk(play, pick, chance, unknown=chance.choice([0, 0.2, 0.6])):
        candidates = {design.id for design in assessment.candidates}
        assert assessment.lead.design.id in candidates, answers
        assert before is None or candidates <= before, answers
        assert (assessment.fallback is not None) == bool(assessment.provided_that), answers
        for safe in promised:
            verdict = next(v for v in assessment.verdicts if v.design.id == safe)
            assert not any(reason.blocks for reason in verdict.reasons), (safe, answers)
        promised.append((assessment.fallback or assessment.lead).design.id)
        purpose = assessment.purpose.id if assessment.purpose else ""
        assert purpose not in assessment.lead.design.never_leads
        before = candidates
    assert assessment.complete
    assert candidates == {assessment.lead.design.id}

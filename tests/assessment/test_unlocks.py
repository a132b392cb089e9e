"""The fewest answers to change."""

from __future__ import annotations

import pytest

from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.route import trace

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}


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


def test_a_change_may_open_a_way_that_was_closed(unlocked):
    assert ways(unlocked(TRIAL), "series") == [{"control": "others"}]


def test_only_stronger_designs_are_put_beside_the_lead(unlocked):
    result = unlocked({**TRIAL, "records": "differ"})
    assert [v.design.id for v in result.if_you_fix] == ["trial", "cluster", "series"]
    assert unlocked(TRIAL).if_you_fix == ()


def test_designs_that_are_possible_have_nothing_to_unlock(unlocked):
    assert ways(unlocked(TRIAL), "cluster") == []

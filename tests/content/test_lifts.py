"""Each cheap change really lifts what can be said, in a plan where it can be made and has not been."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.content.test_decisions import PAST, PEOPLE, PLACES, TEAMS, Said
from tests.content.test_gates import FORCE
from thinking_professionals.answers import Answer, Answers, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.conditions import Sure
from thinking_professionals.library.library import Library
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import Branch
from thinking_professionals.route import trace

IN_STEPS: Said = {**TEAMS, "who_decides": "someone_else", "rollout": "steps", "treated": "12", "compared": "few"}
SCARCE: Said = {**PEOPLE, "has_it_started": "places_limited", "who_decides": "someone_else", "cutoff": "none",
                "treated": "300", "pool": "fewer", "rollout": "some_only"}  # fmt: skip
MONITORED: Said = {**PLACES, "compared": "none"}

CAN_BE_MADE: Mapping[str, Said] = {
    "draw_the_order": IN_STEPS,
    "draw_among_those_who_ask": SCARCE,
    "keep_the_refused": SCARCE,
    "like_people_elsewhere": {**PAST, "pool": "none", "rollout": "at_once", "months_after": "12"},
    "one_untreated": FORCE,
    "ask_others": MONITORED,
    "one_measure_for_all": {**PAST, "records": "differs"},
    "keep_to_the_line": {**PAST, "cutoff": "often_overridden"},
    "invite_by_lot": {**PAST, "who_decides": "they_choose", "treated": "3000"},
    "start_in_steps": {**FORCE, "unit": "team", "has_it_started": "not_started", "treated": "12"},
    "log_start_dates": {**MONITORED, "months_after": "24"},
}  # fmt: skip
"""For each change a whole plan in which it can be made and has not been."""


def works(library: Library) -> Branch:
    branch = library.questions.branch("works")
    assert branch is not None
    return branch


def understood(library: Library, said: Said) -> dict[str, Answer]:
    return {question: understand(library.questions.by_id[question], answer) for question, answer in said.items()}


def level(library: Library, answers: Answers) -> int:
    return assess(library, trace(library.questions, works(library), answers)).lead.level


def lift(library: Library, lift_id: str) -> Lift:
    return next(lift for lift in library.lifts if lift.id == lift_id)


def test_every_change_has_a_plan_in_which_it_can_be_made(library: Library) -> None:
    assert {lift.id for lift in library.lifts} == set(CAN_BE_MADE)


@pytest.mark.parametrize("lift_id", CAN_BE_MADE)
def test_a_change_is_offered_where_it_can_be_made_and_lifts_the_advice(library: Library, lift_id: str) -> None:
    change, now = lift(library, lift_id), understood(library, CAN_BE_MADE[lift_id])
    route = trace(library.questions, works(library), now)
    assert route.complete
    assert Facts(library.questions, route).now.holds(change.when) == Sure.YES
    assert level(library, {**now, **{given.question: given.to for given in change.gives}}) > level(library, now)


@pytest.mark.parametrize("said", [PEOPLE, TEAMS])
def test_where_a_trial_can_be_done_no_change_is_needed(library: Library, said: Said) -> None:
    now = understood(library, said)
    facts = Facts(library.questions, trace(library.questions, works(library), now))
    for change in (lift for lift in library.lifts if facts.now.holds(lift.when) == Sure.YES):
        assert level(library, {**now, **{given.question: given.to for given in change.gives}}) <= level(library, now)

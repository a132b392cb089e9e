"""What the shipped content advises, as policy: one sentence of a methodologist to a test."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from thinking_professionals.answers import DONT_KNOW, Answer, DontKnow, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.library.library import Library
from thinking_professionals.route import trace

Said = Mapping[str, str | list[str]]

PEOPLE: Said = {
    "purpose": "cause", "scheme": "A letter to first offenders", "outcome": "Arrests in a year", "other_outcomes": [],
    "decision_open": "unsure", "has_it_started": "not_started", "stable": "piloted", "unit": "person",
    "who_decides": "us", "hold_back": "yes", "people": "1200", "mixing": "unlikely", "records": "complete",
    "months_before": "24", "quick": "yes", "enough": "yes", "fairness": "checked", "harm": "",
    "light_touch": "no", "wears_off": "lasting", "invite": "no", "chance": "no", "settings": "differ",
    "starts_on": "2027-09-01", "decide_by": "2030-01-01", "budget": "300000",
    "scheme_cost": "500000", "novel": "new_here", "at_risk": "not_at_risk", "undo": "easily",
    "lawful": "in_writing", "lost": "hardly_any", "who_counts": "blind", "other_moves": [], "next_door": "not_next_door",
    "safe": "no_more_risk", "consent": "not_needed", "take_up": "nearly_all", "backing": "both_back",
    "lasting": "will_last", "independent": "outside", "publish": "will_publish",
}  # fmt: skip
"""A scheme for people, in which nothing stands in the way of a trial."""

TEAMS: Said = {**PEOPLE, "unit": "team", "rollout": "some_only", "units": "40"}
"""The same for teams."""

PAST: Said = {
    **PEOPLE, "has_it_started": "everywhere", "who_decides": "someone_else", "cutoff": "none", "treated": "900",
    "pool": "many_more",
}  # fmt: skip
"""A scheme for people that all have had, with many like them who did not."""

PLACES: Said = {
    **PEOPLE, "has_it_started": "some_places", "unit": "place", "who_decides": "someone_else", "rollout": "some_only",
    "treated": "15", "compared": "ten_plus",
}  # fmt: skip
"""A scheme in some places, chosen by others, with many places like them without it."""


def advised(library: Library, said: Said, **changed: str) -> Assessment:
    questions = library.questions
    answers: dict[str, Answer] = {
        question: understand(questions.by_id[question], answer) for question, answer in {**said, **changed}.items()
    }
    branch = questions.branch("works")
    assert branch is not None
    return assess(library, trace(questions, branch, answers))


def lead(library: Library, said: Said, **changed: str) -> str:
    assessment = advised(library, said, **changed)
    assert assessment.complete
    return assessment.lead.design.id


@pytest.mark.parametrize(
    ("said", "design"),
    [(PEOPLE, "rct_individual"), (TEAMS, "rct_cluster"), (PAST, "matching"), (PLACES, "did")],
)
def test_each_plain_scheme_gets_the_design_made_for_it(library: Library, said: Said, design: str) -> None:
    assert lead(library, said) == design


def test_scarce_places_are_shared_out_by_lot(library: Library) -> None:
    assert lead(library, PEOPLE, has_it_started="places_limited") == "waitlist"


def test_those_who_can_only_wait_a_short_time_are_compared_while_they_wait(library: Library) -> None:
    assert lead(library, PEOPLE, hold_back="short_time") == "waitlist"


def test_steps_until_all_have_it_are_drawn_by_lot(library: Library) -> None:
    assert lead(library, TEAMS, hold_back="short_time", rollout="steps") == "stepped_wedge"


def test_steps_are_drawn_by_lot_even_when_the_choice_is_made(library: Library) -> None:
    assert lead(library, TEAMS, rollout="steps", decision_open="decided") == "stepped_wedge"


def test_steps_on_dates_set_by_others_are_compared_early_with_late(library: Library) -> None:
    changed = {"who_decides": "someone_else", "rollout": "steps", "treated": "24", "compared": "none"}
    assert lead(library, TEAMS, **changed) == "did"


def test_a_fixed_line_is_used_where_one_decides(library: Library) -> None:
    assert lead(library, PAST, cutoff="strict", who_decides="law") == "rdd"


def test_a_line_is_not_used_where_people_choose(library: Library) -> None:
    assert lead(library, PAST, cutoff="strict", who_decides="they_choose") == "matching"


@pytest.mark.parametrize("treated", ["1", "7"])
def test_one_or_a_few_places_are_set_beside_a_blend_of_many(library: Library, treated: str) -> None:
    assert lead(library, PLACES, treated=treated) == "synthetic"


def test_one_force_that_changed_on_one_date_is_followed_through_time(library: Library) -> None:
    changed = {"unit": "force", "rollout": "at_once", "treated": "1", "compared": "none", "months_after": "24"}
    assessment = advised(library, PLACES, **changed)
    assert (assessment.lead.design.id, assessment.lead.level) == ("its", 2)


def test_another_force_beside_it_makes_it_stronger(library: Library) -> None:
    changed = {"unit": "force", "rollout": "at_once", "treated": "1", "compared": "one", "months_after": "24"}
    assert advised(library, PLACES, **changed).lead.level == 3


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES])
def test_what_is_known_already_is_used(library: Library, said: Said) -> None:
    assert lead(library, said, decision_open="known") == "adopt_monitor"


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES])
@pytest.mark.parametrize("changed", [{"stable": "changing"}, {"decision_open": "decided"}])
def test_how_it_is_run_is_studied_where_its_effect_cannot_be(
    library: Library, said: Said, changed: dict[str, str]
) -> None:
    assert lead(library, said, **changed) == "process_eval"


@pytest.mark.parametrize(
    "changed", [{"records": "differs"}, {"enough": "short"}, {"mixing": "unavoidable"}, {"quick": "no"}]
)
def test_a_flaw_that_stops_a_trial_does_not_push_people_to_a_weaker_study_of_effect(
    library: Library, changed: dict[str, str]
) -> None:
    assert lead(library, PEOPLE, **changed) == "feasibility_pilot"
    assert lead(library, TEAMS, **changed) == "feasibility_pilot"
    assert lead(library, PAST, **changed) == "contribution"
    assert lead(library, PLACES, **changed) == "realist"


def test_too_few_people_are_a_try_out(library: Library) -> None:
    assert lead(library, PEOPLE, people="50") == "feasibility_pilot"


def test_too_few_teams_are_not_a_trial(library: Library) -> None:
    assert lead(library, TEAMS, units="7") == "did"
    assert lead(library, TEAMS, units="8") == "rct_cluster"


def test_lots_are_not_drawn_for_what_is_likely_to_be_unfair(library: Library) -> None:
    assert lead(library, PEOPLE, fairness="likely") == "matching"


@pytest.mark.parametrize(
    ("purpose", "design"),
    [("version", "factorial_ab"), ("delivered", "process_eval"), ("ready", "feasibility_pilot")],
)
def test_another_question_gets_another_design(library: Library, purpose: str, design: str) -> None:
    assert lead(library, PEOPLE, purpose=purpose) == design


@pytest.mark.parametrize(("purpose", "door"), [("how_much", "background"), ("why", "why"), ("worth", "value")])
def test_a_question_for_another_door_is_sent_there(library: Library, purpose: str, door: str) -> None:
    better = advised(library, PEOPLE, purpose=purpose).better_door
    assert better is not None
    assert better.id == door


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES])
def test_one_thing_unknown_never_brings_a_design_without_a_fallback(library: Library, said: Said) -> None:
    offered = [q for q in said if library.questions.by_id[q].offers_dont_know and q != "purpose"]
    for question in offered:
        assessment = advised(library, said, **{question: "dont_know"})
        if assessment.provided_that:
            assert assessment.fallback is not None, question


def test_knowing_nothing_still_brings_advice_and_keeps_the_rest_open(library: Library) -> None:
    answers: dict[str, Answer | DontKnow] = {
        q.id: DONT_KNOW if q.offers_dont_know else "" for q in library.questions.questions
    }
    branch = library.questions.branch("works")
    assert branch is not None
    assessment = assess(library, trace(library.questions, branch, {**answers, "purpose": "cause"}))
    assert assessment.complete
    assert assessment.lead.level == 0
    assert {"rct_individual", "rct_cluster", "did", "matching"} <= {design.id for design in assessment.candidates}


def test_every_design_that_may_lead_some_purpose_is_preferred_in_some_order(library: Library) -> None:
    branch = library.questions.branch("works")
    assert branch is not None
    assert set(branch.prefer) == {design.id for design in library.designs}

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
    "lawful": "in_writing", "lost": "hardly_any", "who_counts": "blind", "other_moves": [],
    "next_door": "not_next_door", "safe": "no_more_risk", "consent": "not_needed", "take_up": "nearly_all",
    "backing": "both_back", "lasting": "will_last", "independent": "outside", "publish": "will_publish",
}  # fmt: skip
"""A scheme for people, in which nothing stands in the way of a trial."""

TEAMS: Said = {**PEOPLE, "unit": "team", "rollout": "some_only", "units": "40", "get_it": "20"}
"""The same for teams."""

PAST: Said = {
    **PEOPLE, "has_it_started": "everywhere", "who_decides": "someone_else", "cutoff": "none", "treated": "900",
    "pool": "many_more",
}  # fmt: skip
"""A scheme for people that all have had, with many like them who did not."""

PLACES: Said = {
    **PEOPLE, "has_it_started": "some_places", "unit": "place", "who_decides": "someone_else", "rollout": "some_only",
    "treated": "15", "compared": "ten_plus", "months_after": "18",
}  # fmt: skip
"""A scheme in some places, chosen by others, with many places like them without it."""


HOT_SPOTS: Said = {
    **TEAMS, "unit": "place", "wears_off": "hours", "rollout": "some_only", "units": "12", "get_it": "6",
}  # fmt: skip
"""Patrols of a dozen places, soon over and soon forgotten."""

OPEN_TO_ALL: Said = {**PAST, "who_decides": "they_choose", "invite": "few_join", "treated": "3000"}
"""Something that all may have and few take up."""

MAILSHOT: Said = {**PEOPLE, "light_touch": "yes", "people": "20000"}
"""One letter, sent by computer to very many."""


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


@pytest.mark.parametrize("who_decides", ["us", "staff_follow"])
def test_steps_are_drawn_by_lot_even_when_the_choice_is_made(library: Library, who_decides: str) -> None:
    assert lead(library, TEAMS, rollout="steps", decision_open="decided", who_decides=who_decides) == "stepped_wedge"


@pytest.mark.parametrize(
    "changed",
    [
        {"safe": "too_risky"},
        {"backing": "against"},
        {"lawful": "data_only"},
        {"fairness": "likely"},
        {"units": "4"},
        {"quick": "early_sign"},
        {"hold_back": "no", "treated": "24", "compared": "few"},
        {"who_decides": "staff_override"},
    ],
)
def test_steps_that_cannot_be_drawn_leave_nothing_to_learn_where_the_choice_is_made(
    library: Library, changed: dict[str, str]
) -> None:
    assert lead(library, TEAMS, rollout="steps", decision_open="decided", **changed) == "process_eval"


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


@pytest.mark.parametrize(("compared", "level"), [("none", 2), ("one", 3), ("few", 3)])
def test_the_only_place_that_will_have_it_is_followed_through_time(library: Library, compared: str, level: int) -> None:
    best = advised(library, PLACES, treated="1", compared=compared).lead
    assert (best.design.id, best.level) == ("its", level)


def test_places_that_will_have_it_without_one_date_are_not_followed_through_time(library: Library) -> None:
    assert lead(library, PLACES, treated="2", compared="one") == "pre_post_comp"


def test_what_no_one_has_counted_yet_is_not_followed_through_time(library: Library) -> None:
    one = {"treated": "1", "compared": "one"}
    assert lead(library, PLACES, **one) == "its"
    assert lead(library, PLACES, **one, records="new_survey") != "its"


def test_a_run_of_figures_that_is_too_short_is_not_followed(library: Library) -> None:
    assert lead(library, PLACES, treated="1", compared="one", months_after="7") == "pre_post_comp"


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


def test_what_wears_off_in_a_day_is_switched_on_and_off_by_lot(library: Library) -> None:
    assert lead(library, HOT_SPOTS) == "crossover_place"
    assert lead(library, HOT_SPOTS, units="40", rollout="steps") == "crossover_place"
    assert lead(library, HOT_SPOTS, units="40", mixing="some") == "crossover_place"


@pytest.mark.parametrize("wears_off", ["weeks", "lasting"])
def test_what_lasts_is_compared_place_with_place(library: Library, wears_off: str) -> None:
    assert lead(library, HOT_SPOTS, wears_off=wears_off) == "rct_cluster"


@pytest.mark.parametrize("units", ["2", "4", "14"])
def test_few_places_are_a_warning_and_no_bar_where_each_gives_many_days(library: Library, units: str) -> None:
    best = advised(library, HOT_SPOTS, units=units).lead
    assert best.design.id == "crossover_place"
    assert "few_places" in {reason.topic for reason in best.of_kind("caution")}


@pytest.mark.parametrize("hold_back", ["yes", "short_time", "extras_only"])
def test_a_letter_to_very_many_is_tested_with_and_without(library: Library, hold_back: str) -> None:
    assert lead(library, MAILSHOT, hold_back=hold_back) == "factorial_ab"


def test_a_letter_to_some_hundreds_is_a_plain_trial(library: Library) -> None:
    assert lead(library, MAILSHOT, people="999") == "rct_individual"


@pytest.mark.parametrize("people", ["1200", "20000"])
def test_an_extra_to_a_service_that_all_must_have_is_drawn_by_lot(library: Library, people: str) -> None:
    assert lead(library, PEOPLE, hold_back="extras_only", people=people) == "rct_individual"


@pytest.mark.parametrize("hold_back", ["yes", "short_time", "extras_only", "no"])
def test_more_than_a_short_contact_never_becomes_a_test_of_two_letters(library: Library, hold_back: str) -> None:
    assessment = advised(library, {**PAST, **PEOPLE}, hold_back=hold_back, people="20000", light_touch="no")
    advice = {assessment.lead.design.id, *(member.design.id for member in assessment.companions)}
    standing = {verdict.design.id: verdict.standing for verdict in assessment.verdicts}
    assert "factorial_ab" not in advice
    assert standing["factorial_ab"] == "ruled_out"


def test_what_is_open_to_all_is_offered_by_lot(library: Library) -> None:
    assert lead(library, OPEN_TO_ALL) == "encouragement"
    assert lead(library, OPEN_TO_ALL, who_decides="us") == "encouragement"


@pytest.mark.parametrize("changed", [{"invite": "most_join"}, {"invite": "no"}, {"treated": "199"}])
def test_an_invitation_that_moves_too_few_is_not_advised(library: Library, changed: dict[str, str]) -> None:
    assert lead(library, OPEN_TO_ALL, **changed) == "matching"


@pytest.mark.parametrize("chance", ["sudden", "rota"])
def test_luck_may_do_the_work_of_a_draw(library: Library, chance: str) -> None:
    assert lead(library, PAST, chance=chance) == "natural_iv"
    assert lead(library, PLACES, chance=chance) == "natural_iv"


def test_luck_that_touched_few_is_not_enough(library: Library) -> None:
    assert lead(library, PAST, chance="rota", treated="199") == "matching"
    assert lead(library, PLACES, chance="sudden", compared="few") == "did"


@pytest.mark.parametrize("said", [PAST, PLACES])
def test_many_studies_are_summed_up_where_lots_cannot_be_drawn_and_much_turns_on_it(
    library: Library, said: Said
) -> None:
    assert lead(library, said, decision_open="many_studies", scheme_cost="1000000") == "systematic_review"
    spread = {"decision_open": "many_studies", "purpose": "dont_know", "decision": "spread_it"}
    assert lead(library, said, **spread) == "systematic_review"


@pytest.mark.parametrize(
    ("said", "design"),
    [(PLACES, "did"), ({**PLACES, "treated": "1"}, "synthetic"), ({**PAST, "chance": "rota"}, "natural_iv")],
)
def test_a_local_choice_is_informed_by_a_comparison_made_for_it_before_a_year_of_review(
    library: Library, said: Said, design: str
) -> None:
    assessment = advised(library, said, decision_open="many_studies")
    assert assessment.lead.design.id == design
    assert "worth_knowing.many_studies" in {caution.rule for caution in assessment.lead.cautions}


def test_many_studies_count_for_more_than_a_weak_comparison(library: Library) -> None:
    weak = {"treated": "2", "compared": "one", "decision_open": "many_studies"}
    assert lead(library, PLACES, **weak) == "systematic_review"


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, HOT_SPOTS, MAILSHOT])
def test_many_studies_are_summed_up_before_one_more_trial(library: Library, said: Said) -> None:
    assessment = advised(library, said, decision_open="many_studies")
    assert assessment.lead.level == 5
    assert ("first", "systematic_review") in {(member.role, member.design.id) for member in assessment.companions}


def test_an_unsettled_scheme_is_settled_before_studies_of_others_are_summed_up(library: Library) -> None:
    assert lead(library, PAST, decision_open="many_studies", stable="changing") == "process_eval"


@pytest.mark.parametrize(
    ("settings", "has_it_started", "design"),
    [
        ("differ", "everywhere", "realist"),
        ("differ", "some_places", "realist"),
        ("two", "everywhere", "process_eval"),
        ("alike", "some_places", "process_eval"),
        ("dont_know", "everywhere", "process_eval"),
        ("differ", "not_started", "feasibility_pilot"),
        ("alike", "not_started", "feasibility_pilot"),
    ],
)
def test_who_it_helps_is_learnt_from_places_that_differ(
    library: Library, settings: str, has_it_started: str, design: str
) -> None:
    assert lead(library, PEOPLE, purpose="for_whom", settings=settings, has_it_started=has_it_started) == design


def test_who_an_unsettled_scheme_helps_is_not_asked_yet(library: Library) -> None:
    changed = {"purpose": "for_whom", "settings": "differ", "has_it_started": "everywhere", "stable": "changing"}
    assert lead(library, PEOPLE, **changed) == "process_eval"


def test_below_the_floor_several_places_are_set_side_by_side_and_one_is_argued_for(library: Library) -> None:
    assert lead(library, PLACES, records="differs", treated="3") == "realist"
    assert lead(library, PLACES, records="differs", treated="1") == "contribution"


@pytest.mark.parametrize(("units", "level"), [("6", 4), ("7", 5)])
def test_very_few_steps_to_draw_make_a_weaker_trial(library: Library, units: str, level: int) -> None:
    best = advised(library, TEAMS, hold_back="short_time", rollout="steps", units=units).lead
    assert (best.design.id, best.level) == ("stepped_wedge", level)


def test_steps_are_drawn_by_lot_even_when_it_is_not_known_how_many_there_are(library: Library) -> None:
    assert lead(library, TEAMS, rollout="steps", units="dont_know") == "stepped_wedge"


def test_a_few_people_are_not_followed_through_time(library: Library) -> None:
    changed = {"who_decides": "they_choose", "cutoff": "none", "pool": "none", "rollout": "own_dates"}
    assert lead(library, PEOPLE, **changed, treated="59", months_after="12") == "feasibility_pilot"


def test_too_few_people_are_a_try_out(library: Library) -> None:
    assert lead(library, PEOPLE, people="50") == "feasibility_pilot"


def test_too_few_teams_are_not_a_trial(library: Library) -> None:
    assert lead(library, TEAMS, units="7", get_it="3") == "did"
    assert lead(library, TEAMS, units="8", get_it="4") == "rct_cluster"


@pytest.mark.parametrize(("units", "get_it"), [("8", "5"), ("9", "6"), ("16", "13"), ("30", "27"), ("40", "3")])
def test_too_few_teams_on_one_side_are_not_a_trial(library: Library, units: str, get_it: str) -> None:
    assert lead(library, TEAMS, units=units, get_it=get_it) != "rct_cluster"


def test_one_place_of_many_is_set_beside_a_blend_of_the_rest(library: Library) -> None:
    assert lead(library, TEAMS, units="31", get_it="1") == "synthetic"
    assert lead(library, TEAMS, units="31", get_it="1", months_before="12") == "pre_post_comp"


@pytest.mark.parametrize(("get_it", "months_before", "design"), [("3", "24", "synthetic"), ("3", "12", "did")])
def test_a_few_places_of_many_are_blended_or_compared(
    library: Library, get_it: str, months_before: str, design: str
) -> None:
    assert lead(library, TEAMS, units="31", get_it=get_it, months_before=months_before) == design


def test_a_few_places_that_get_it_make_a_trial_that_calls_for_care(library: Library) -> None:
    best = advised(library, TEAMS, units="40", get_it="6").lead
    assert best.design.id == "rct_cluster"
    assert "rct_cluster.few_get_it" in {reason.rule for reason in best.cautions}


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

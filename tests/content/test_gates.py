"""Readiness criteria as policy: each rule of each gate fires where it should, and a stop spares none of its family."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.content.test_decisions import OPEN_TO_ALL, PAST, PEOPLE, PLACES, TEAMS, Said, advised
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.conditions import Sure
from thinking_professionals.library.library import Library

FORCE: Said = {
    **PLACES, "has_it_started": "everywhere", "unit": "force", "rollout": "at_once", "treated": "1", "compared": "none",
    "months_after": "24",
}  # fmt: skip
"""A scheme that came for a whole force on one day."""

HOT_SPOTS: Said = {**PEOPLE, "unit": "place", "rollout": "some_only", "units": "40", "get_it": "20"}
"""Places among which lots can be drawn."""

WORKED_OUT: Said = {
    **PEOPLE, "enough": "work_out", "counted_as": "share", "up_or_down": "down", "share_now": "40", "foretells": "0",
}  # fmt: skip
"""The same 1,200 people, of whom 40 in 100 come back now, and numbers that are worked out."""

FIRES: Mapping[str, tuple[Said, Said]] = {
    "worth_knowing.already_known": (PEOPLE, {"decision_open": "known"}),
    "worth_knowing.decided_for_people": (PEOPLE, {"decision_open": "decided"}),
    "worth_knowing.decided_for_groups": (TEAMS, {"decision_open": "decided"}),
    "worth_knowing.many_studies": (PEOPLE, {"decision_open": "many_studies"}),
    "worth_knowing.decided_in_steps": (TEAMS, {"decision_open": "decided", "rollout": "steps"}),
    "settled.still_changing": (TEAMS, {"stable": "changing"}),
    "settled.not_tried": (TEAMS, {"stable": "designed"}),
    "follow_the_draw.overruled": (PEOPLE, {"who_decides": "staff_override"}),
    "follow_the_draw.out_of_your_hands": (PAST, {"who_decides": "law"}),
    "follow_the_draw.keep_a_log": (PEOPLE, {"who_decides": "staff_follow"}),
    "protect.people_at_risk": (PEOPLE, {"at_risk": "at_risk"}),
    "fair.falls_unevenly": (FORCE, {"fairness": "likely"}),
    "fair.not_checked": (PAST, {"fairness": "not_checked"}),
    "fair_to_draw.burden": (PEOPLE, {"fairness": "likely"}),
    "recorded_alike.recorded_differently": (PLACES, {"records": "differs"}),
    "recorded_alike.gaps": (PLACES, {"records": "patchy"}),
    "recorded_alike.must_ask": (PLACES, {"records": "new_survey"}),
    "in_time.too_late": (PAST, {"quick": "no"}),
    "in_time.nothing_after": (FORCE, {"months_after": "0"}),
    "in_time.sign_only": (PEOPLE, {"quick": "early_sign"}),
    "in_time.short_after": (FORCE, {"months_after": "9"}),
    "big_enough.far_short": (TEAMS, {"enough": "short"}),
    "big_enough.too_few_people": (PEOPLE, {"people": "50"}),
    "big_enough.too_few_treated": (PAST, {"treated": "25"}),
    "big_enough.nearly_enough": (PEOPLE, {"enough": "close"}),
    "big_enough.rare_events": (TEAMS, {"units": "48"}),
    "could_be_seen.far_too_little": (WORKED_OUT, {"share_change": "2"}),
    "could_be_seen.may_be_too_little": (WORKED_OUT, {"share_change": "8"}),
    "kept_apart.cannot_be_kept_apart": (PEOPLE, {"mixing": "unavoidable"}),
    "kept_apart.some_leaks": (TEAMS, {"mixing": "some"}),
    "baseline.no_year_before": (PEOPLE, {"months_before": "6"}),
    "free_to_vary.data_only": (PEOPLE, {"lawful": "data_only"}),
    "lawful.no_basis": (PAST, {"lawful": "not_lawful"}),
    "lawful.not_in_writing": (PAST, {"lawful": "likely_lawful"}),
    "safe.too_risky": (PEOPLE, {"safe": "too_risky"}),
    "safe.with_safeguards": (TEAMS, {"safe": "with_safeguards"}),
    "consent.some_refuse": (PEOPLE, {"consent": "some_agree"}),
    "consent.few_agree": (PEOPLE, {"consent": "few_agree"}),
    "take_up.too_few_left": (PEOPLE, {"take_up": "fewer_get_it", "enough": "close"}),
    "take_up.some_do_not": (PEOPLE, {"take_up": "most_get_it"}),
    "take_up.many_do_not": (TEAMS, {"take_up": "fewer_get_it"}),
    "lost.too_many_lost": (PAST, {"lost": "half_or_uneven"}),
    "lost.many_lost": (PEOPLE, {"lost": "up_to_half"}),
    "lost.some_lost": (PEOPLE, {"lost": "up_to_fifth"}),
    "who_counts.know_and_choose": (TEAMS, {"who_counts": "know_and_choose"}),
    "real_change.unfinished_cases": (PAST, {"other_moves": ["unfinished"]}),
    "real_change.less_done": (TEAMS, {"other_moves": ["less_done", "base_changes"]}),
    "real_change.total_changes": (PAST, {"other_moves": ["base_changes"]}),
    "real_change.counting_changes": (FORCE, {"other_moves": ["rule_changes"]}),
    "next_door.would_swamp": (HOT_SPOTS, {"next_door": "would_swamp"}),
    "next_door.count_it_too": (PLACES, {"next_door": "counted_next_door"}),
    "backing.against_it": (TEAMS, {"backing": "against"}),
    "backing.staff_not_sure": (TEAMS, {"backing": "leaders_only"}),
    "lasting.known_change": (PAST, {"lasting": "known_change"}),
    "independent.own_judge": (PAST, {"independent": "own_team"}),
    "independent.in_house": (FORCE, {"independent": "in_house"}),
    "publish.will_hide": (FORCE, {"publish": "wont_publish"}),
    "publish.may_hide": (PEOPLE, {"publish": "may_publish"}),
}
"""For each rule a whole plan in which it fires, as what is changed in one where nothing stands in the way."""


def weighed(library: Library, said: Said, changed: Said) -> Assessment:
    assessment = advised(library, {**said, **changed})
    assert assessment.complete
    return assessment


def fired(assessment: Assessment) -> set[str]:
    reasons = (reason for verdict in assessment.verdicts for reason in verdict.reasons)
    return {reason.rule for reason in reasons if reason.kind != "need" and reason.holds == Sure.YES}


def gate_rules(library: Library, kind: str) -> set[str]:
    return {f"{gate.id}.{rule.id}" for gate in library.gates for rule in gate.rules if rule.kind == kind}


STOPS = {
    "worth_knowing.already_known", "worth_knowing.decided_for_people", "worth_knowing.decided_for_groups",
    "settled.still_changing", "follow_the_draw.out_of_your_hands", "fair_to_draw.burden",
    "recorded_alike.recorded_differently", "in_time.too_late", "in_time.nothing_after", "big_enough.far_short",
    "big_enough.too_few_people", "big_enough.too_few_treated", "could_be_seen.far_too_little",
    "kept_apart.cannot_be_kept_apart",
    "free_to_vary.data_only", "lawful.no_basis", "safe.too_risky", "take_up.too_few_left", "lost.too_many_lost",
    "next_door.would_swamp", "backing.against_it", "independent.own_judge", "publish.will_hide",
}  # fmt: skip


def test_what_stops_and_what_calls_for_care_is_as_agreed(library: Library) -> None:
    assert gate_rules(library, "stop") == STOPS
    assert gate_rules(library, "caution") == set(FIRES) - STOPS


@pytest.mark.parametrize("rule", FIRES)
def test_each_rule_fires_where_it_should(library: Library, rule: str) -> None:
    said, changed = FIRES[rule]
    assert rule in fired(weighed(library, said, changed))


@pytest.mark.parametrize("rule", sorted(STOPS))
def test_a_stop_spares_no_design_of_its_families(library: Library, rule: str) -> None:
    families = next(gate.applies_to for gate in library.gates if gate.id == rule.partition(".")[0])
    assert set(weighed(library, *FIRES[rule]).lead.design.family).isdisjoint(families)


HEEDED = {"worth_knowing.many_studies"}
"""Cautions that ask for another study, which then leads."""


@pytest.mark.parametrize("rule", sorted(set(FIRES) - STOPS - HEEDED))
def test_a_caution_is_told_of_the_study_that_is_advised(library: Library, rule: str) -> None:
    told = {reason.rule for reason in weighed(library, *FIRES[rule]).lead.cautions}
    assert rule in told


@pytest.mark.parametrize(
    ("said", "gates"),
    [(PEOPLE, []), (HOT_SPOTS, ["big_enough"]), (PAST, []), (FORCE, [])],
)
def test_where_nothing_else_stands_in_the_way_the_other_gates_say_go(
    library: Library, said: Said, gates: list[str]
) -> None:
    notes = weighed(library, said, {}).feasibility
    assert [note.gate.id for note in notes if note.tone != "go"] == gates


def test_what_is_on_every_claim_of_impact_is_not_on_trials_alone(library: Library) -> None:
    on_impact = {gate.id for gate in library.gates if "impact" in gate.applies_to}
    assert {"worth_knowing", "settled", "recorded_alike", "in_time", "independent", "publish", "lawful"} <= on_impact


@pytest.mark.parametrize("said", [PAST, FORCE, PLACES])
def test_what_a_draw_would_take_is_not_told_where_no_draw_was_in_question(library: Library, said: Said) -> None:
    notes = {note.gate.id for note in weighed(library, said, {"fairness": "likely"}).feasibility}
    assert notes
    assert notes.isdisjoint(gate.id for gate in library.gates if set(gate.applies_to) <= {"randomised", "drawn"})


@pytest.mark.parametrize("changed", [{"safe": "too_risky"}, {"backing": "against"}])
def test_lots_for_an_invitation_must_be_safe_and_backed_too(library: Library, changed: Said) -> None:
    assert weighed(library, OPEN_TO_ALL, {}).lead.design.id == "encouragement"
    assert weighed(library, OPEN_TO_ALL, changed).lead.design.id == "matching"


def test_lots_for_an_invitation_take_people_who_agree(library: Library) -> None:
    assert "consent.few_agree" in fired(weighed(library, OPEN_TO_ALL, {"consent": "few_agree"}))


def test_lots_are_drawn_in_every_randomised_design(library: Library) -> None:
    assert [d.id for d in library.designs if "randomised" in d.family and "drawn" not in d.family] == []


@pytest.mark.parametrize(("changed", "to"), [("independent", "own_team"), ("publish", "wont_publish")])
def test_who_judges_and_what_is_hidden_can_be_put_right(library: Library, changed: str, to: str) -> None:
    verdicts = {v.design.id: v.standing for v in weighed(library, PEOPLE, {changed: to}).verdicts}
    assert verdicts["rct_individual"] == "not_yet"


def test_low_take_up_is_a_price_and_not_a_bar(library: Library) -> None:
    assert weighed(library, PEOPLE, {"take_up": "fewer_get_it"}).lead.design.id == "rct_individual"
    short = weighed(library, PEOPLE, {"take_up": "fewer_get_it", "enough": "close"})
    assert "randomised" not in short.lead.design.family


def test_the_law_may_leave_a_comparison_where_it_forbids_a_draw(library: Library) -> None:
    assert weighed(library, PEOPLE, {"lawful": "data_only"}).lead.design.id == "matching"


def test_places_too_small_to_be_compared_are_still_followed_through_time(library: Library) -> None:
    changed = {"next_door": "would_swamp", "rollout": "at_once", "months_after": "24", "compared": "few"}
    assert weighed(library, PLACES, changed).lead.design.id == "its"


def test_the_price_of_low_take_up_is_worked_out(library: Library) -> None:
    price = f"{1 / 0.8**2 - 1:.0%}"
    gate = next(gate for gate in library.gates if gate.id == "take_up")
    assert price in next(rule.because for rule in gate.rules if rule.id == "some_do_not")
    assert any(price in benchmark.text for benchmark in library.questions.by_id["take_up"].benchmarks)

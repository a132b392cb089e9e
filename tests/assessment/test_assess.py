"""The decision rule, case by case."""

from __future__ import annotations

from dataclasses import replace

from thinking_professionals.assessment.assess import assess, candidates
from thinking_professionals.assessment.results import Assessment, Verdict
from thinking_professionals.conditions import Sure
from thinking_professionals.route import trace

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


def verdict(assessment: Assessment, design: str) -> Verdict:
    return next(v for v in assessment.verdicts if v.design.id == design)


def test_the_strongest_design_that_fits_leads(assessed):
    result = assessed(TRIAL)
    assert result.lead.design.id == "trial"
    assert result.lead.standing == "recommended"
    assert result.complete
    assert result.provided_that == ()
    assert result.fallback is None
    assert [design.id for design in result.candidates] == ["trial"]


def test_between_equals_the_declared_preference_decides(assessed):
    choice = assessed(TRIAL).choice
    assert (choice.decided_by, choice.runner_up.id) == ("preference", "cluster")


def test_a_design_made_for_the_circumstances_goes_before_its_equals(assessed):
    result = assessed({**TRIAL, "mixing": "some"})
    assert result.lead.design.id == "cluster"
    assert result.choice.decided_by == "made_for"
    assert verdict(result, "trial").standing == "possible_with_care"


def test_fewer_concerns_decide_when_nothing_stronger_does(assessed):
    result = assessed({**TRIAL, "people": "400"})
    assert result.choice.decided_by == "cautions"


def test_a_higher_level_beats_preference(assessed):
    result = assessed(SERIES)
    assert result.lead.design.id == "series"
    assert (result.lead.level, result.lead.maryland) == (3, "3")
    assert (result.choice.decided_by, result.choice.runner_up.id) == ("level", "panel")


def test_before_and_after_never_leads_though_its_level_is_higher(assessed):
    result = assessed(SERIES)
    assert verdict(result, "before_after").standing == "possible"


def test_a_stop_that_can_change_is_not_yet(assessed):
    result = assessed({**TRIAL, "people": "40"})
    stopped = verdict(result, "trial")
    assert stopped.standing == "not_yet"
    blocking = [reason for reason in stopped.reasons if reason.blocks]
    assert [reason.rule for reason in blocking] == ["trial.too_few"]
    assert blocking[0].unlock
    assert str(blocking[0].answers["people"]) == "40"


def test_a_stop_that_cannot_change_rules_out(assessed):
    assert verdict(assessed({**TRIAL, "mixing": "all"}), "trial").standing == "ruled_out"


def test_a_gate_stops_every_design_of_its_family(assessed):
    result = assessed({**TRIAL, "records": "differ"})
    assert verdict(result, "trial").standing == "not_yet"
    assert verdict(result, "cluster").standing == "not_yet"
    assert result.lead.design.id == "pilot"


def test_a_question_that_was_not_asked_leaves_a_need_unmet_and_names_what_closed_it(assessed):
    stopped = verdict(assessed(TRIAL), "series")
    assert stopped.standing == "not_yet"
    assert next(reason for reason in stopped.reasons if reason.kind == "need").closed_by == "control"


def test_a_rule_on_a_question_not_asked_stays_silent(assessed):
    assert verdict(assessed(SERIES), "trial").of_kind("caution") == ()


def test_an_unknown_stop_leads_provisionally_with_a_safe_fallback(assessed):
    result = assessed({**TRIAL, "people": "dont_know"})
    assert result.lead.design.id == "trial"
    assert [proviso.question.id for proviso in result.provided_that] == ["people"]
    assert result.fallback.design.id == "cluster"
    assert {design.id for design in result.candidates} == {"trial", "cluster"}
    assert [item.question.id for item in result.find_out_next] == ["people"]


def test_a_gate_that_is_not_known_is_hoped_for_in_its_own_words(assessed):
    result = assessed({**TRIAL, "records": "dont_know"})
    assert [(p.question.id, p.text) for p in result.provided_that] == [("records", "Recorded alike.")]
    assert result.fallback.design.id == "pilot"
    assert result.feasibility[0].tone == "unknown"


def test_a_stop_that_is_not_known_is_hoped_for_in_its_own_words_where_it_has_them(assessed):
    provisos = assessed({**TRIAL, "people": "dont_know", "mixing": "dont_know"}).provided_that
    assert {p.question.id: p.text for p in provisos if p.question.id == "people"} == {"people": "Enough people."}
    assert any("Mixed." in p.text for p in provisos)


def test_an_unknown_need_keeps_a_design_from_leading(assessed):
    result = assessed({"purpose": "cause", "control": "dont_know", "months": "30", "records": "same", "marks": []})
    assert result.lead.design.id == "series"
    assert [v.design.id for v in result.stronger_if_known] == ["trial", "cluster"]
    assert verdict(result, "trial").standing == "depends"
    assert {design.id for design in result.candidates} >= {"trial", "cluster", "series"}


def test_a_lead_that_another_route_could_close_names_the_fork(assessed):
    result = assessed({"purpose": "cause", "control": "dont_know", "months": "30", "records": "same", "marks": []})
    assert [proviso.question.id for proviso in result.provided_that] == ["control"]
    assert result.fallback.design.id == "panel"


def test_the_last_resort_leads_when_nothing_serves_the_purpose(library, typed):
    bare = replace(library, designs=(replace(library.design_by_id["talk"], companions=()),))
    result = assess(bare, trace(bare.questions, bare.questions.branch("works"), typed(TRIAL)))
    assert result.lead.design.id == "talk"
    assert result.choice.decided_by == "only"


def test_designs_alike_in_everything_are_told_apart_by_cost_band_then_id(library, typed):
    trial = library.design_by_id["trial"]
    twins = [replace(trial, id=name, cost_band=2) for name in ("twin_b", "twin_a")] + [library.design_by_id["record"]]
    alike = replace(library, designs=(*twins, library.design_by_id["pilot"]))
    result = assess(alike, trace(alike.questions, alike.questions.branch("works"), typed(TRIAL)))
    assert result.lead.design.id == "twin_a"
    assert result.choice.decided_by == "cost_band"


def test_an_unknown_level_counts_as_the_lowest(assessed):
    result = assessed({**SERIES, "months": "dont_know"})
    assert verdict(result, "series").level == 2


def test_an_unknown_rule_may_fire_but_does_not_count(assessed):
    result = assessed({**SERIES, "marks": "dont_know"})
    assert [r.holds for r in result.lead.of_kind("caution")] == [Sure.MAYBE]
    assert result.lead.standing == "recommended"


def test_a_purpose_of_another_door_is_handed_over_with_a_lead_of_its_own(assessed):
    result = assessed({"purpose": "reason"})
    assert result.better_door.id == "why"
    assert result.purpose.id == "reason"
    assert result.lead.design.id == "talk"
    assert verdict(result, "trial").standing == "other_purpose"


def test_an_unknown_purpose_leaves_only_what_serves_every_purpose(assessed):
    result = assessed({**TRIAL, "purpose": "dont_know"})
    assert result.purpose is None
    assert result.lead.design.id == "record"
    assert verdict(result, "trial").standing == "depends"


def test_an_unfinished_route_says_so_and_keeps_what_may_still_lead(assessed):
    result = assessed({"purpose": "cause"})
    assert not result.complete
    assert result.next_question.id == "control"
    assert {design.id for design in result.candidates} == {"trial", "cluster", "series", "panel", "pilot", "record"}


def test_an_unfinished_lead_names_the_questions_still_to_be_asked(assessed):
    result = assessed({"purpose": "cause", "control": "us", "people": "500"})
    assert result.lead.design.id == "trial"
    assert {proviso.question.id for proviso in result.provided_that} == {"mixing", "records"}


def test_answers_off_the_route_are_set_aside_and_left_out(assessed):
    result = assessed({**SERIES, "people": "40"})
    assert set(result.set_aside) == {"people"}
    assert verdict(result, "trial").of_kind("stop") == ()


def test_companions_join_when_their_condition_holds(assessed):
    assert [m.design.id for m in assessed(TRIAL).companions] == ["record"]
    assert [m.design.id for m in assessed({**TRIAL, "records": "gaps"}).companions] == ["pilot", "record"]


def test_each_gate_that_was_asked_about_says_how_it_stands(assessed):
    assert [(n.gate.id, n.tone) for n in assessed(TRIAL).feasibility] == [("alike", "go")]
    assert assessed({**TRIAL, "records": "gaps"}).feasibility[0].tone == "caution"
    assert assessed({**TRIAL, "records": "differ"}).feasibility[0].tone == "stop"
    assert assessed({"purpose": "cause"}).feasibility == ()


def test_the_lead_stands_first_and_designs_for_other_questions_last(assessed):
    verdicts = assessed(TRIAL).verdicts
    assert verdicts[0].standing == "recommended"
    assert verdicts[-1].standing == "other_purpose"


def test_every_need_is_a_reason_met_or_not(assessed):
    lead = assessed(TRIAL).lead
    assert [(r.rule, r.holds) for r in lead.of_kind("need")] == [("trial.control", Sure.YES)]


def test_a_gate_that_ruled_everything_out_is_still_shown(library, typed):
    fixed = replace(library.questions.by_id["records"], can_change="no")
    questions = tuple(fixed if q.id == "records" else q for q in library.questions.questions)
    content = replace(library, questions=replace(library.questions, questions=questions))
    route = trace(content.questions, content.questions.branch("works"), typed({**TRIAL, "records": "differ"}))
    assert [(n.gate.id, n.tone) for n in assess(content, route).feasibility] == [("alike", "stop")]


def test_an_unknown_purpose_is_the_first_thing_to_find_out(assessed):
    assert assessed({**TRIAL, "purpose": "dont_know", "records": "dont_know"}).find_out_next[0].question.id == "purpose"


def test_the_candidates_alone_are_those_of_the_assessment(library, typed, assessed):
    for raw in ({}, TRIAL, {**TRIAL, "people": "dont_know"}):
        route = trace(library.questions, library.questions.branch("works"), typed(raw))
        assert candidates(library, route) == assessed(raw).candidates

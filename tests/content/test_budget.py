"""What a budget allows: the rules hold the cost module's own figures, and little money leaves what it can pay for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest

from tests.content.test_decisions import PAST, PEOPLE, PLACES, TEAMS, Said
from tests.content.test_gates import FORCE, weighed
from thinking_professionals.assessment.cost import estimate
from thinking_professionals.library.condition import tests_in as all_tests_in
from thinking_professionals.library.designs import Design, Rule
from thinking_professionals.library.library import Library

FLOOR = "minimum_data"
"""What anyone can do: no budget puts it out of reach."""

SMALL: Mapping[str, int | None] = {
    "process_light": None, "adopt_monitor": None, "monitoring": 1000, "contribution": 3000, "realist": 3000,
    "feasibility_pilot": 3000, "matching": 5000, "systematic_review": 10000, "factorial_ab": 4300,
}  # fmt: skip
"""What can be done for less, though less well, and the least a small one takes; none where no budget is too small."""

ON_RECORDS: Mapping[str, int] = {
    "rct_individual": 24000, "waitlist": 24000, "rct_cluster": 40000, "stepped_wedge": 40000,
}  # fmt: skip
"""Trials that can be done for less where the records hold the outcome for all, and the least that takes."""

AN_ANALYST_A_DAY_A_WEEK = "15000"
"""£3,000, and what one day a week of an analyst is worth."""


def hundreds(pounds: int) -> int:
    return pounds // 100 * 100


def least(library: Library, design: Design) -> int:
    """The low estimate from outside or the central one in-house, whichever is less."""
    cost = estimate(library.costs, design)
    return hundreds(min(cost.total.low, cost.in_house.central))


def usual(library: Library, design: Design) -> int:
    return hundreds(estimate(library.costs, design).total.central)


def rule(design: Design, rule_id: str) -> Rule:
    return next(rule for rule in design.rules if rule.id == rule_id)


def bounds(rule: Rule) -> dict[str, Decimal | None]:
    return {test.op: test.bound for test in all_tests_in(rule.when) if test.question == "budget"}


def turns_on(rule: Rule) -> set[str]:
    return {test.question for test in all_tests_in(rule.when)}


def pounds_in(text: str) -> list[int]:
    return [int(figure.replace(",", "")) for figure in re.findall(r"£([\d,]*\d)", text)]


def priced(library: Library) -> list[Design]:
    return [design for design in library.designs if design.id != FLOOR]


def in_full(library: Library) -> list[Design]:
    return [design for design in priced(library) if design.id not in {*SMALL, *ON_RECORDS}]


def test_a_budget_below_the_least_a_design_costs_stops_it(library: Library) -> None:
    for design in in_full(library):
        assert bounds(rule(design, "out_of_reach")) == {"at_most": least(library, design) - 1}, design.id


def test_what_can_be_done_for_less_is_stopped_only_by_next_to_nothing(library: Library) -> None:
    for design, bound in SMALL.items():
        stops = [rule for rule in library.design_by_id[design].rules if rule.id == "out_of_reach"]
        assert [bounds(rule) for rule in stops] == ([] if bound is None else [{"at_most": bound - 1}]), design


def test_what_can_be_done_for_less_is_to_be_kept_small_below_what_it_costs_in_full(library: Library) -> None:
    for design_id, bound in SMALL.items():
        design = library.design_by_id[design_id]
        small = rule(design, "keep_it_small")
        lowest = {} if bound is None else {"at_least": bound}
        assert bounds(small) == {**lowest, "at_most": least(library, design) - 1}, design_id
        assert small.serious
        assert small.unlock
        assert small.topic == rule(design, "tight_budget").topic


def test_a_trial_on_good_records_is_stopped_by_less_than_one_that_must_ask_people(library: Library) -> None:
    for design_id, bound in ON_RECORDS.items():
        design = library.design_by_id[design_id]
        lowest, without = rule(design, "out_of_reach"), rule(design, "out_of_reach_without_records")
        assert (bounds(lowest), turns_on(lowest)) == ({"at_most": bound - 1}, {"budget"}), design_id
        assert (bounds(without), turns_on(without)) == (
            {"at_most": least(library, design) - 1},
            {"budget", "records"},
        ), design_id


def test_a_trial_on_good_records_is_to_be_kept_small_below_what_it_costs_in_full(library: Library) -> None:
    for design_id, bound in ON_RECORDS.items():
        design = library.design_by_id[design_id]
        small = rule(design, "keep_it_small")
        assert bounds(small) == {"at_least": bound, "at_most": least(library, design) - 1}, design_id
        assert turns_on(small) == {"budget", "records"}
        assert small.serious
        assert small.unlock
        assert small.topic == rule(design, "tight_budget").topic


def test_a_budget_rule_turns_on_nothing_else(library: Library) -> None:
    money = {"out_of_reach", "tight_budget"}
    found = [rule for design in priced(library) for rule in design.rules if rule.id in money]
    found += [rule(library.design_by_id[design], "keep_it_small") for design in SMALL]
    assert {question for said in found for question in turns_on(said)} == {"budget"}


def test_a_budget_below_what_a_design_usually_costs_calls_for_care(library: Library) -> None:
    for design in priced(library):
        between = {"at_least": least(library, design), "at_most": usual(library, design) - 1}
        assert bounds(rule(design, "tight_budget")) == between, design.id


def test_the_pounds_that_a_person_reads_are_those_that_decide(library: Library) -> None:
    for design in priced(library):
        stops = [rule for rule in design.rules if rule.id == "out_of_reach"]
        lowest = SMALL.get(design.id) or ON_RECORDS.get(design.id) or least(library, design)
        assert [pounds_in(stop.because) + pounds_in(stop.unless) for stop in stops] == [[lowest] * 2] * len(stops)
        assert pounds_in(rule(design, "tight_budget").because) == [usual(library, design)], design.id
    for design in (library.design_by_id[design] for design in (*SMALL, *ON_RECORDS)):
        assert pounds_in(rule(design, "keep_it_small").because) == [least(library, design)], design.id
    for design in (library.design_by_id[design] for design in ON_RECORDS):
        without = rule(design, "out_of_reach_without_records")
        assert pounds_in(without.because) + pounds_in(without.unless) == [least(library, design)] * 2, design.id


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES, FORCE])
def test_no_money_at_all_still_leaves_something_worth_doing(library: Library, said: Said) -> None:
    assert weighed(library, said, {"budget": "0"}).lead.design.id == FLOOR


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES, FORCE])
def test_an_analyst_for_a_day_a_week_is_no_trial(library: Library, said: Said) -> None:
    lead = weighed(library, said, {"budget": AN_ANALYST_A_DAY_A_WEEK}).lead
    assert "randomised" not in lead.design.family


@pytest.mark.parametrize(("said", "design"), [(FORCE, "its"), (PLACES, "did")])
def test_an_analyst_for_a_day_a_week_can_follow_figures(library: Library, said: Said, design: str) -> None:
    assessment = weighed(library, said, {"budget": AN_ANALYST_A_DAY_A_WEEK})
    assert assessment.lead.design.id == design
    assert "budget" in {caution.topic for caution in assessment.lead.cautions}


@pytest.mark.parametrize("said", [{**PEOPLE, "purpose": "delivered"}, {**PAST, "decision_open": "decided"}])
@pytest.mark.parametrize(
    ("budget", "design"),
    [("0", "process_light"), ("15000", "process_light"), ("42199", "process_light"), ("42200", "process_eval"),
     ("300000", "process_eval")],
)  # fmt: skip
def test_how_it_is_run_is_studied_in_short_where_a_full_study_is_out_of_reach(
    library: Library, said: Said, budget: str, design: str
) -> None:
    assert weighed(library, said, {"budget": budget}).lead.design.id == design


@pytest.mark.parametrize("said", [PAST, PLACES, FORCE])
def test_what_is_learnt_of_how_it_is_run_costs_no_more_than_the_study_it_stands_beside(
    library: Library, said: Said
) -> None:
    assessment = weighed(library, said, {"budget": "dont_know"})
    beside = next(m.design for m in assessment.companions if "process" in m.design.id)
    assert beside.id == "process_light"
    assert usual(library, beside) < usual(library, assessment.lead.design)


@pytest.mark.parametrize("said", [PEOPLE, TEAMS])
@pytest.mark.parametrize(("budget", "short"), [("150000", True), ("300000", False), ("dont_know", False)])
def test_beside_a_trial_how_it_is_run_is_studied_in_full_unless_the_budget_is_modest(
    library: Library, said: Said, budget: str, short: bool
) -> None:
    roles = {member.design.id: member.role for member in weighed(library, said, {"budget": budget}).companions}
    assert roles["process_eval"] == "alongside"
    assert roles.get("process_light") == ("instead" if short else None)


VOLUNTEERS: Said = {**PEOPLE, "people": "45", "enough": "short"}
RUN_BY_ALL: Said = {**PAST, "records": "differs"}


@pytest.mark.parametrize("budget", ["3000", "10000", "20000"])
@pytest.mark.parametrize(
    ("said", "design"),
    [
        (VOLUNTEERS, "feasibility_pilot"),
        (RUN_BY_ALL, "contribution"),
        ({**PLACES, "records": "differs"}, "contribution"),
        ({**PAST, "stable": "changing"}, "process_light"),
        ({**PAST, "decision_open": "known"}, "adopt_monitor"),
    ],
)
def test_a_modest_budget_still_brings_a_small_study(library: Library, said: Said, design: str, budget: str) -> None:
    assert weighed(library, said, {"budget": budget}).lead.design.id == design


def test_where_others_may_do_the_match_at_no_charge_little_money_is_no_bar(library: Library) -> None:
    assert weighed(library, PAST, {"budget": "10000"}).lead.design.id == "matching"
    assert weighed(library, PAST, {"budget": "4999"}).lead.design.id != "matching"


@pytest.mark.parametrize("said", [PEOPLE, TEAMS, PAST, PLACES, FORCE])
def test_a_budget_that_is_not_known_leaves_a_study_to_fall_back_on(library: Library, said: Said) -> None:
    fallback = weighed(library, said, {"budget": "dont_know"}).fallback
    assert fallback is not None
    assert fallback.design.id == "process_light"


def test_more_money_brings_back_what_a_small_budget_rules_out(library: Library) -> None:
    verdicts = {v.design.id: v.standing for v in weighed(library, PEOPLE, {"budget": "20000"}).verdicts}
    assert verdicts["rct_individual"] == "not_yet"


@pytest.mark.parametrize(
    ("said", "changed", "design"),
    [
        (PEOPLE, {"budget": "24000"}, "rct_individual"),
        (PEOPLE, {"budget": "40000", "has_it_started": "places_limited"}, "waitlist"),
        (TEAMS, {"budget": "40000"}, "rct_cluster"),
        (TEAMS, {"budget": "40000", "hold_back": "short_time", "rollout": "steps"}, "stepped_wedge"),
    ],
)
def test_good_records_make_a_trial_that_a_modest_budget_can_pay_for(
    library: Library, said: Said, changed: Said, design: str
) -> None:
    lead = weighed(library, said, changed).lead
    assert lead.design.id == design
    assert f"{design}.keep_it_small" in {caution.rule for caution in lead.cautions}


@pytest.mark.parametrize(("said", "budget"), [(PEOPLE, "23999"), (TEAMS, "39999"), (PEOPLE, "20000"), (TEAMS, "30000")])
def test_below_what_records_alone_cost_there_is_no_trial(library: Library, said: Said, budget: str) -> None:
    assert "randomised" not in weighed(library, said, {"budget": budget}).lead.design.family


@pytest.mark.parametrize("records", ["patchy", "new_survey"])
@pytest.mark.parametrize("said", [PEOPLE, TEAMS])
def test_a_trial_that_must_gather_its_own_figures_takes_its_full_cost(
    library: Library, said: Said, records: str
) -> None:
    assert "randomised" not in weighed(library, said, {"budget": "50000", "records": records}).lead.design.family


@pytest.mark.parametrize(
    ("budget", "design"), [("36499", "contribution"), ("36500", "realist"), ("dont_know", "realist")]
)
def test_several_places_are_set_side_by_side_only_where_the_money_reaches_them(
    library: Library, budget: str, design: str
) -> None:
    assert weighed(library, {**PLACES, "records": "differs"}, {"budget": budget}).lead.design.id == design

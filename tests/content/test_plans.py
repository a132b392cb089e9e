"""Schemes told as short stories get advice that a methodologist would sign; between them they use all the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.content.worked import CASES, EXAMPLES, PLANS, Worked, finish, named, work
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.authoring.check import check
from thinking_professionals.library.library import Library
from thinking_professionals.paths import ROOT

SIGNED: dict[str, Any] = yaml.safe_load((PLANS / "signed.yaml").read_text(encoding="utf-8"))
MOST_NOTES = 12

TRICKY = (
    "one-day-roll-out", "forty-five-volunteers", "twelve-hot-spots", "letters-to-drivers", "no-time-to-wait",
    "three-thousand-pounds", "many-good-trials", "marking-own-work", "tablets-in-steps", "app-few-use",
)  # fmt: skip

READINESS = (
    "stable", "mixing", "records", "enough", "lawful", "lost", "who_counts", "next_door", "safe", "consent", "take_up",
    "backing", "lasting", "fairness", "independent", "publish",
)  # fmt: skip
"""Questions whose options stand in order, the best first."""

MORE_TO_COUNT = {"months_counted", "per_unit", "units", "people", "treated"}
"""Questions of which a higher answer gives a study more to see."""


@pytest.fixture(scope="module")
def plans(library: Library) -> dict[str, Worked]:
    return {named(path): work(library, path) for path in sorted(PLANS.glob("*.plan.yaml"))}


@pytest.fixture(scope="module")
def everything(library: Library, plans: dict[str, Worked]) -> list[Worked]:
    others = (*CASES.glob("*.plan.yaml"), *EXAMPLES.glob("*.plan.yaml"))
    return [*plans.values(), *(work(library, path) for path in others)]


def test_every_plan_is_signed_for(plans: dict[str, Worked]) -> None:
    assert set(plans) == set(SIGNED)


@pytest.mark.parametrize("plan", SIGNED)
def test_a_plan_is_a_whole_story(plans: dict[str, Worked], plan: str) -> None:
    worked = plans[plan]
    assert worked.plan.title
    assert worked.route.complete
    assert not worked.route.set_aside
    assert (PLANS / f"{plan}.plan.yaml").read_text(encoding="utf-8").startswith("# ")
    assert set(worked.plan.notes) <= set(worked.plan.answers)


@pytest.mark.parametrize("plan", SIGNED)
def test_a_plan_gets_advice_that_a_methodologist_would_sign(plans: dict[str, Worked], plan: str) -> None:
    assert plans[plan].lead in SIGNED[plan]["acceptable"], SIGNED[plan]["because"]


@pytest.mark.parametrize("plan", SIGNED)
def test_a_design_that_would_be_wrong_stays_out_of_the_lead(plans: dict[str, Worked], plan: str) -> None:
    wrong, assessment = set(SIGNED[plan]["wrong"]), plans[plan].assessment
    assert assessment.lead.design.id not in wrong
    assert not wrong & {verdict.design.id for verdict in assessment.stronger_if_known}


@pytest.mark.parametrize("plan", SIGNED)
def test_a_plan_is_warned_of_what_matters_most(plans: dict[str, Worked], plan: str) -> None:
    assert set(SIGNED[plan]["warns"]) <= plans[plan].notes


def test_no_one_is_warned_of_more_than_they_can_read(everything: list[Worked]) -> None:
    assert {worked.name: len(worked.notes) for worked in everything if len(worked.notes) > MOST_NOTES} == {}


def test_no_warning_is_given_to_most_people(everything: list[Worked]) -> None:
    given = Counter(caution.rule for worked in everything for caution in worked.assessment.lead.cautions)
    assert {rule: n for rule, n in given.items() if n > len(everything) / 2} == {}


@pytest.mark.parametrize("plan", TRICKY)
def test_a_worse_answer_never_brings_stronger_evidence(library: Library, plans: dict[str, Worked], plan: str) -> None:
    worked = plans[plan]
    for question, answer in _worse(worked):
        lead = assess(library, finish(library, {**worked.plan.answers, question: answer})).lead
        assert lead.level <= worked.assessment.lead.level, (question, answer)


def _worse(worked: Worked) -> Iterator[tuple[str, str]]:
    for step in worked.route.steps:
        options = [option.id for option in step.question.options]
        if step.question.id in READINESS and step.answer in options:
            yield from ((step.question.id, option) for option in options[options.index(str(step.answer)) + 1 :])


@pytest.mark.parametrize("plan", ["twelve-teams-rare-complaints", "six-teams-picked-already", "call-back-to-victims"])
def test_too_little_for_one_comparison_of_two_groups_is_too_little_for_every_other(
    plans: dict[str, Worked], plan: str
) -> None:
    verdicts = [v for v in plans[plan].assessment.verdicts if "two_groups" in v.design.family]
    assert verdicts
    assert {v.standing for v in verdicts} <= {"not_yet", "ruled_out"}
    assert all("could_be_seen.far_too_little" in {reason.rule for reason in v.reasons} for v in verdicts)


@pytest.mark.parametrize(
    "plan",
    [
        "twelve-teams-rare-complaints",
        "six-teams-picked-already",
        "one-force-few-deaths",
        "two-estates-rare-shootings",
        "sixty-men-ten-times-others",
    ],
)
def test_what_is_too_little_is_not_got_round_by_a_weaker_comparison(
    library: Library, plans: dict[str, Worked], plan: str
) -> None:
    worked = with_unlocks(library, plans[plan].route, plans[plan].assessment)
    fixes = [{change.question.id for change in verdict.unlocks[0]} for verdict in worked.if_you_fix]
    assert [fix for fix in fixes if not fix & MORE_TO_COUNT] == []
    assert worked.lifts == ()


def test_a_figure_that_no_one_knows_is_found_out_and_is_no_refusal(plans: dict[str, Worked]) -> None:
    assessment = plans["how-often-not-known"].assessment
    assert "randomised" in assessment.lead.design.family
    assert "share_now" in {proviso.question.id for proviso in assessment.provided_that}


def test_by_turns_is_advised_where_places_side_by_side_see_less(library: Library, plans: dict[str, Worked]) -> None:
    derived = Facts(library.questions, plans["corners-by-turns"].route, library.derivation).derived
    by_turns, side_by_side = derived["power_by_turns"].span, derived["power"].span
    assert by_turns is not None
    assert side_by_side is not None
    assert by_turns.central > side_by_side.central


def test_a_question_for_another_door_is_sent_there(plans: dict[str, Worked]) -> None:
    better = plans["really-a-why"].assessment.better_door
    assert better is not None
    assert better.id == "why"


def test_every_design_is_advised_every_rule_fires_and_every_option_is_chosen_in_some_plan() -> None:
    assert [str(warning) for warning in check(ROOT, [PLANS]).warnings] == []


def test_no_option_names_a_design(library: Library) -> None:
    names = [design.name.casefold() for design in library.designs]
    options = [(question.id, option) for question in library.questions.questions for option in question.options]
    said = {(question, option.id): f"{option.label} {option.hint}".casefold() for question, option in options}
    assert [option for option, words in said.items() if any(name in words for name in names)] == []

"""Real studies, stated as before they began, get advice that a methodologist would accept; so do the examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.library.library import Library
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import read_plan, understand_plan
from thinking_professionals.route import Route, trace

CASES = Path(__file__).parent.parent / "cases"
EXAMPLES = ROOT / "content" / "examples"

REAL = {case["id"]: case for case in yaml.safe_load((CASES / "circumstances.yaml").read_text(encoding="utf-8"))}

LEADS = {
    "ca_01": "rct_cluster",
    "ca_17": "matching",
    "ca_20": "rdd",
    "ca_30": "synthetic",
    "ca_32": "its",
    "ca_35": "its",
}

WARNS = {
    "ca_01": {"clustering", "kept_apart", "rare_counts", "recorded_alike"},
    "ca_17": {"who_joins", "regression_to_mean", "numbers"},
    "ca_20": {"fuzzy_line", "near_line"},
    "ca_30": {"rare_counts", "sites_differ"},
    "ca_32": {"long_after", "other_events", "one_unit"},
    "ca_35": {"regression_to_mean", "no_comparison", "fair"},
}
"""Topics of caution that say what each case says it should warn about."""

NOTHING = {"dont_know", "[]", '""', "''", ""}
"""Answers that state nothing, so nothing need be quoted for them."""

ANSWER = re.compile(r"  (?P<question>[a-z_]+): *(?P<answer>[^#]*?) *(?P<comment>#.*)?")
QUOTATION = re.compile(r'# *(?P<fact>[a-z_]+): *"(?P<words>[^"]+)"')


def route_of(library: Library, path: Path) -> Route:
    plan = read_plan(path)
    answers, problems = understand_plan(plan, library.questions)
    assert problems == ()
    branch = library.questions.branch(plan.branch)
    assert branch is not None
    return trace(library.questions, branch, answers)


def assessed(library: Library, path: Path) -> Assessment:
    return assess(library, route_of(library, path))


def plan_of(case: str) -> Path:
    return CASES / f"{case}.plan.yaml"


def stated(case: dict[str, Any], fact: str, words: str) -> bool:
    said = case["question"] if fact == "question" else case["circumstances"].get(fact, "")
    return words in str(said)


def without_quotation(case: dict[str, Any], text: str) -> list[str]:
    """Answers, other than "I don't know" and nothing, with no true quotation on their line or the line above."""
    lines = text.split("answers:\n", 1)[1].splitlines()
    missing = []
    for above, line in zip(["", *lines], lines, strict=False):
        answer = ANSWER.fullmatch(line)
        if answer is None or answer["answer"] in NOTHING:
            continue
        quotation = QUOTATION.search(answer["comment"] or above)
        if quotation is None or not stated(case, quotation["fact"], quotation["words"]):
            missing.append(answer["question"])
    return missing


@pytest.mark.parametrize("case", REAL)
def test_every_answer_of_a_case_quotes_what_states_it(case: str) -> None:
    assert without_quotation(REAL[case], plan_of(case).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("  unit: team", ["unit"]),
        ('  # can_assign: "yes, by team"\n  unit: team', []),
        ('  unit: team # can_assign: "by team"', []),
        ('  # can_assign: "by officer"\n  unit: team', ["unit"]),
        ('  # nowhere: "by team"\n  unit: team', ["unit"]),
        ('  # can_assign: "by team"\n  unit: team\n  units: 48', ["units"]),
        ("  unit: dont_know", []),
        ('  harm: ""', []),
        ("  other_outcomes: []", []),
        ("  other_outcomes: [Arrests]", ["other_outcomes"]),
    ],
)
def test_an_answer_without_a_true_quotation_is_caught(line: str, missing: list[str]) -> None:
    assert without_quotation(REAL["ca_01"], f"answers:\n{line}\n") == missing


@pytest.mark.parametrize("case", REAL)
def test_a_case_is_a_whole_route_in_which_nothing_is_set_aside(library: Library, case: str) -> None:
    route = route_of(library, plan_of(case))
    assert route.complete
    assert not route.set_aside


@pytest.mark.parametrize("case", REAL)
def test_a_case_gets_an_acceptable_design_first(library: Library, case: str) -> None:
    lead = assessed(library, plan_of(case)).lead.design.id
    assert lead in REAL[case]["acceptable"]
    assert lead not in REAL[case]["wrong_as_lead"]
    assert lead == LEADS[case]


@pytest.mark.parametrize("case", REAL)
def test_a_design_that_would_be_wrong_can_never_come_to_lead(library: Library, case: str) -> None:
    assessment = assessed(library, plan_of(case))
    wrong = set(REAL[case]["wrong_as_lead"])
    assert not wrong & {design.id for design in assessment.candidates}
    assert not wrong & {verdict.design.id for verdict in assessment.stronger_if_known}


@pytest.mark.parametrize("case", REAL)
def test_a_case_is_warned_about_what_went_wrong_in_it(library: Library, case: str) -> None:
    lead = assessed(library, plan_of(case)).lead
    assert WARNS[case] <= {reason.topic for reason in lead.of_kind("caution") if reason.holds == 2}


@pytest.mark.parametrize("case", REAL)
def test_what_is_not_known_leaves_a_safe_fallback(library: Library, case: str) -> None:
    assessment = assessed(library, plan_of(case))
    assert assessment.provided_that
    assert assessment.fallback is not None


@pytest.mark.parametrize(
    ("example", "lead"),
    [("body-worn-video", "rct_cluster"), ("diamond", "matching"), ("gangs-matrix", "its")],
)
def test_an_example_gets_the_design_that_was_right_for_it(library: Library, example: str, lead: str) -> None:
    path = EXAMPLES / f"{example}.plan.yaml"
    assert route_of(library, path).complete
    assert assessed(library, path).lead.design.id == lead


def test_an_example_says_where_its_answers_come_from() -> None:
    for path in EXAMPLES.glob("*.plan.yaml"):
        plan = read_plan(path)
        assert len(plan.notes) >= 5
        assert set(plan.notes) <= set(plan.answers)

"""Real studies, stated as before they began, get advice that a methodologist would accept; so do the examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.worked import CASES, EXAMPLES, Worked, work
from thinking_professionals.library.library import Library
from thinking_professionals.plan import read_plan

REAL = {case["id"]: case for case in yaml.safe_load((CASES / "circumstances.yaml").read_text(encoding="utf-8"))}

LEADS = {
    "ca_01": "rct_cluster",
    "ca_17": "matching",
    "ca_20": "rdd",
    "ca_30": "synthetic",
    "ca_32": "its",
    "ca_35": "its",
}

WARNINGS = yaml.safe_load((CASES / "warnings.yaml").read_text(encoding="utf-8"))

NOTHING = {"dont_know", "[]", '""', "''", ""}
"""Answers that state nothing, so nothing need be quoted for them."""

ANSWER = re.compile(r"  (?P<question>[a-z_]+): *(?P<answer>[^#]*?) *(?P<comment>#.*)?")
QUOTATION = re.compile(r'# *(?P<fact>[a-z_]+): *"(?P<words>[^"]+)"')


def plan_of(case: str) -> Path:
    return CASES / f"{case}.plan.yaml"


@pytest.fixture(scope="module")
def cases(library: Library) -> dict[str, Worked]:
    return {case: work(library, plan_of(case)) for case in REAL}


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
def test_a_case_is_a_whole_route_in_which_nothing_is_set_aside(cases: dict[str, Worked], case: str) -> None:
    route = cases[case].route
    assert route.complete
    assert not route.set_aside


@pytest.mark.parametrize("case", REAL)
def test_a_case_gets_an_acceptable_design_first(cases: dict[str, Worked], case: str) -> None:
    lead = cases[case].lead
    assert lead in REAL[case]["acceptable"]
    assert lead not in REAL[case]["wrong_as_lead"]
    assert lead == LEADS[case]


@pytest.mark.parametrize("case", REAL)
def test_a_design_that_would_be_wrong_can_never_come_to_lead(cases: dict[str, Worked], case: str) -> None:
    assessment = cases[case].assessment
    wrong = set(REAL[case]["wrong_as_lead"])
    assert not wrong & {design.id for design in assessment.candidates}
    assert not wrong & {verdict.design.id for verdict in assessment.stronger_if_known}


def test_each_point_to_warn_about_names_rules_that_exist(library: Library) -> None:
    rules = {clause.id for clauses in library.clauses.values() for clause in clauses}
    for case, points in WARNINGS.items():
        assert list(points) == REAL[case]["should_warn_about"]
        assert {rule for named in points.values() for rule in named} <= rules
    assert set(WARNINGS) == set(REAL)


def test_nearly_all_that_went_wrong_in_the_cases_is_warned_of(cases: dict[str, Worked]) -> None:
    told = {
        (case, point): bool(cases[case].notes & set(rules))
        for case, points in WARNINGS.items()
        for point, rules in points.items()
    }
    untold = [point for point, is_told in told.items() if not is_told]
    assert len(untold) <= 0.2 * len(told), untold


@pytest.mark.parametrize("case", REAL)
def test_what_is_not_known_leaves_a_safe_fallback(cases: dict[str, Worked], case: str) -> None:
    assessment = cases[case].assessment
    assert assessment.provided_that
    assert assessment.fallback is not None


@pytest.mark.parametrize(
    ("example", "lead"),
    [("body-worn-video", "rct_cluster"), ("diamond", "matching"), ("gangs-matrix", "its")],
)
def test_an_example_gets_the_design_that_was_right_for_it(library: Library, example: str, lead: str) -> None:
    worked = work(library, EXAMPLES / f"{example}.plan.yaml")
    assert worked.route.complete
    assert worked.lead == lead


def test_an_example_says_where_its_answers_come_from() -> None:
    for path in EXAMPLES.glob("*.plan.yaml"):
        plan = read_plan(path)
        assert len(plan.notes) >= 5
        assert set(plan.notes) <= set(plan.answers)

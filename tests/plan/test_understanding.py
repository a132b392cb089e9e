from datetime import date
from decimal import Decimal

import pytest

from thinking_professionals.answers import DONT_KNOW
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.plan import Plain, Plan, understand_plan


def problem(plan: Plan, questions: Questionnaire) -> str:
    _, problems = understand_plan(plan, questions)
    assert len(problems) == 1
    return problems[0]


def test_answers_get_their_types_from_the_questions(questions: Questionnaire) -> None:
    plan = Plan(
        branch="works",
        answers={"unit": "yes", "staff": ["no"], "units": "48", "icc": "dont_know", "starts": "2026-11-21"},
        notes={"units": "Counted"},
    )
    answers, problems = understand_plan(plan, questions)
    assert answers == {
        "unit": "yes",
        "staff": ("no",),
        "units": Decimal(48),
        "icc": DONT_KNOW,
        "starts": date(2026, 11, 21),
    }
    assert problems == ()


@pytest.mark.parametrize(
    ("plan", "named", "meant"),
    [
        (Plan(branch="work"), "work", "works"),
        (Plan(extra={"titel": "T"}), "titel", "title"),
        (Plan(answers={"budgit": "1"}), "budgit", "budget"),
        (Plan(notes={"icd": "Noted"}), "icd", "icc"),
        (Plan(answers={"unit": "teem"}), "Unit", "team"),
        (Plan(answers={"staff": ["police", "probaton"]}), "Staff", "probation"),
    ],
)
def test_what_is_not_known_is_named_with_what_may_be_meant(
    questions: Questionnaire, plan: Plan, named: str, meant: str
) -> None:
    said = problem(plan, questions)
    assert named in said
    assert f"Did you mean “{meant}”" in said


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("unit", ["team"]),
        ("unit", {"team": "yes"}),
        ("unit", "zzzzzz"),
        ("staff", "police"),
        ("staff", [["police"]]),
        ("units", "many"),
        ("units", "2.5"),
        ("units", "0"),
        ("budget", "1.234"),
        ("starts", "soon"),
        ("scheme", ["a"]),
        ("partners", "a"),
        ("partners", "dont_know"),
        ("measures", ["a"]),
        ("measures", [{"outcom": "a"}]),
    ],
)
def test_an_answer_of_the_wrong_kind_is_reported_and_never_used(
    questions: Questionnaire, question: str, raw: Plain
) -> None:
    plan = Plan(answers={question: raw, "icc": "0.1"})
    answers, _ = understand_plan(plan, questions)
    assert answers == {"icc": Decimal("0.1")}
    said = problem(plan, questions)
    assert question in said
    assert "Answer it again" in said


def test_a_note_on_an_unknown_answer_is_not_reported_twice(questions: Questionnaire) -> None:
    assert "elsewhere" in problem(Plan(answers={"elsewhere": "1"}, notes={"elsewhere": "Noted"}), questions)


def test_rates_that_are_not_used_are_said(questions: Questionnaire) -> None:
    assert "rates" in problem(Plan(rates={"senior": "900"}), questions)


def test_thousands_of_unknown_questions_are_counted_not_listed(questions: Questionnaire) -> None:
    _, problems = understand_plan(Plan(answers={f"q{i}": "1" for i in range(100_000)}), questions)
    assert len(problems) < 30
    assert "99980" in problems[-1]


def test_a_sentence_stays_on_one_line(questions: Questionnaire) -> None:
    assert "\n" not in problem(Plan(answers={"a\nb" * 1000: "1"}), questions)

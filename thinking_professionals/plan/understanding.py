"""What a plan's answers mean to the questions of this edition, and what in the plan means nothing to them."""

from __future__ import annotations

from collections.abc import Iterable

from thinking_professionals.answers import Answer, Misunderstood, understand
from thinking_professionals.library.questions import Question, Questionnaire
from thinking_professionals.plan.model import KEYS, Plain, Plan

_MOST_NAMED = 20
"""A plan made by mistake or malice may hold many thousands of unknown names; looking each up would take minutes."""


def understand_plan(plan: Plan, questionnaire: Questionnaire) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """Typed answers by question id, and a sentence on each thing in the plan that is not used."""
    answers: dict[str, Answer] = {}
    problems = _strangers(plan, questionnaire)
    for question_id, raw in plan.answers.items():
        question = questionnaire.by_id.get(question_id)
        if question is None:
            continue
        try:
            answers[question_id] = understand(question, raw)
        except Misunderstood as fault:
            told = f"{fault}{_meant_option(question, raw)} Answer it again."
            problems.append(f"The answer to “{question.topic}” ({question_id}) is not used. {told}")
    return answers, tuple(problems)


def _strangers(plan: Plan, questionnaire: Questionnaire) -> list[str]:
    branches = [branch.id for branch in questionnaire.branches]
    problems = [
        *_unknown("branch", [plan.branch] if plan.branch else [], branches),
        *_unknown("heading", plan.extra, KEYS),
        *_unknown("question", plan.answers, questionnaire.by_id),
        *_unknown("question with a note", [q for q in plan.notes if q not in plan.answers], questionnaire.by_id),
    ]
    if plan.rates:
        problems.append("The plan has rates of its own. They stay in the plan; this version uses its own.")
    return problems


def _unknown(what: str, names: Iterable[str], known: Iterable[str]) -> list[str]:
    expected = list(known)
    strange = [name for name in names if name not in expected]
    problems = [
        f"“{_short(name)}” is not a {what} here.{_meant(name, expected)} It stays in the plan and is not used."
        for name in strange[:_MOST_NAMED]
    ]
    if (more := len(strange) - _MOST_NAMED) > 0:
        problems.append(f"So it is with {more} more. They stay in the plan and are not used.")
    return problems


def _meant_option(question: Question, raw: Plain) -> str:
    said = [raw] if isinstance(raw, str) else raw
    known = [option.id for option in question.options]
    strange = next((item for item in said if isinstance(item, str) and item not in known), None)
    return _meant(strange, known) if strange else ""


def _meant(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # a plan without faults has no use for it

    near = get_close_matches(name[:60], list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _short(text: str) -> str:
    return " ".join(text.split())[:40]

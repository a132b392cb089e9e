"""Plans worked through to advice, for all tests over schemes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from thinking_professionals.answers import DONT_KNOW, Answer, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.assessment.warnings import warnings
from thinking_professionals.conditions import Sure
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import Plan, read_plan, understand_plan
from thinking_professionals.route import Route, trace

CASES = Path(__file__).parent.parent / "cases"
PLANS = Path(__file__).parent.parent / "plans"
EXAMPLES = ROOT / "content" / "examples"


@dataclass(frozen=True)
class Worked:
    """A plan with the way it takes and what is advised."""

    name: str
    plan: Plan
    route: Route
    assessment: Assessment
    notes: frozenset[str]
    """Ids of the rules behind all that the person is warned of."""

    @property
    def lead(self) -> str:
        return self.assessment.lead.design.id

    @property
    def fired(self) -> set[str]:
        """Rules that surely fire, on whichever design."""
        reasons = (reason for verdict in self.assessment.verdicts for reason in verdict.reasons)
        return {reason.rule for reason in reasons if reason.kind != "need" and reason.holds == Sure.YES}


def named(path: Path) -> str:
    return path.name.removesuffix(".plan.yaml")


def work(library: Library, path: Path) -> Worked:
    plan = read_plan(path)
    answers, problems = understand_plan(plan, library.questions)
    assert problems == ()
    branch = library.questions.branch(plan.branch)
    assert branch is not None
    route = trace(library.questions, branch, answers)
    assessment = assess(library, route)
    told = frozenset(warning.rule for warning in warnings(assessment))
    return Worked(named(path), plan, route, assessment, told)


def finish(library: Library, said: Mapping[str, object]) -> Route:
    """The whole way for a person who says this much and does not know the rest."""
    branch = library.questions.branch("works")
    assert branch is not None
    answers: dict[str, Answer] = {}
    route = trace(library.questions, branch, answers)
    while route.next_question is not None:
        question = route.next_question
        answers[question.id] = _answer(question, said[question.id]) if question.id in said else _nothing(question)
        route = trace(library.questions, branch, answers)
    return route


def _answer(question: Question, said: object) -> Answer:
    return understand(question, str(said) if isinstance(said, int) else said)


def _nothing(question: Question) -> Answer:
    if question.offers_dont_know:
        return DONT_KNOW
    return "" if question.kind == "text" else ()

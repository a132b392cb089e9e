"""A plan file worked through as far as its answers go: what `tp assess` and `tp report` both start from."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thinking_professionals.assessment.results import Assessment
from thinking_professionals.cli.content import the_branch, the_library
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch, Questionnaire
from thinking_professionals.plan import Plan, read_plan, understand_plan
from thinking_professionals.route import Route, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """`assessment` is None at a branch that has no questions yet."""

    library: Library
    plan: Plan
    route: Route
    assessment: Assessment | None
    problems: tuple[str, ...]
    as_of: date


def declare_plan(command: ArgumentParser) -> None:
    command.add_argument("plan", type=Path, metavar="PLAN", help="a plan file, *.plan.yaml")
    command.add_argument("--branch", metavar="B", help="the branch to look at; the plan's own if left out")


def work_through(arguments: Namespace) -> Worked:
    """Raises PlanError, ContentFaults and Misused."""
    from thinking_professionals.assessment.assess import assess
    from thinking_professionals.assessment.unlocks import with_unlocks

    library = the_library(arguments)
    plan = read_plan(arguments.plan)
    answers, problems = understand_plan(plan, library.questions)
    branch, doubts = _choose_branch(library.questions, plan, arguments.branch)
    route = trace(library.questions, branch, answers)
    return Worked(
        library=library,
        plan=plan,
        route=route,
        assessment=with_unlocks(library, route, assess(library, route)) if branch.first else None,
        problems=(*problems, *doubts),
        as_of=arguments.as_of or date.today(),
    )


def _choose_branch(questionnaire: Questionnaire, plan: Plan, asked: str | None) -> tuple[Branch, tuple[str, ...]]:
    if asked is not None:
        return the_branch(questionnaire, asked), ()
    if own := questionnaire.branch(plan.branch):
        return own, ()
    first = next((branch for branch in questionnaire.branches if branch.first), questionnaire.branches[0])
    return first, (f"The plan names no branch of ours, so this is “{first.title}”. Choose another with --branch.",)

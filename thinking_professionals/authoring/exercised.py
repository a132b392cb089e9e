"""What plans make of the content: which designs they are advised, which rules fire, and which options they choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.authoring.usage import Things
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Design, Gate, Rule
from thinking_professionals.library.faults import ContentError
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Option, Question
from thinking_professionals.plan import Plan, PlanError, read_plan, understand_plan
from thinking_professionals.route import Route, trace

Used = tuple[str, str]
"""A kind of thing, and its id: `("rule", "trial.too_few")`."""
_COUNTED = {"design": "designs advised", "rule": "rules fired", "option": "options chosen"}


def read_plans(folders: Iterable[Path], findings: list[ContentError]) -> tuple[Plan, ...]:
    """The plans in some folders that have a title; one that cannot be read is a fault."""
    plans: list[Plan] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.plan.yaml"))):
        try:
            plans.append(read_plan(path))
        except PlanError as fault:
            findings.append(ContentError(path.as_posix(), 1, str(fault), "mend the plan, or remove it"))
    return tuple(plan for plan in plans if plan.title.strip())


def used_by(library: Library, plans: Iterable[Plan]) -> frozenset[Used]:
    """All that comes up in any of the plans."""
    routes = [route for plan in plans if (route := _route(library, plan)) is not None]
    return frozenset(used for route in routes for used in (*_chosen(route), *_advised(assess(library, route))))


def counts_of(plans: Sequence[Plan], used: frozenset[Used]) -> dict[str, int]:
    """How much the plans make use of; nothing where there are none."""
    kinds = [kind for kind, _ in used]
    return {**{name: kinds.count(kind) for kind, name in _COUNTED.items()}, "plans": len(plans)} if plans else {}


def unused(things: Things, used: frozenset[Used]) -> None:
    """Report each design that no plan is advised, each rule that fires for none, and each option that none chooses."""
    for (kind, name), spot in _placed(things):
        if (kind, name) not in used:
            (spot / "id").fault(f"{kind} '{name}' comes up in no plan", "write a plan in which it does, or remove it")


def _placed(things: Things) -> Iterator[tuple[Used, Spot]]:
    """Designs, rules and options with their full ids: each follows the thing that it belongs to."""
    owner: Any = None
    for thing, spot in things:
        if isinstance(thing, Design | Gate | Question):
            owner = thing
        if isinstance(thing, Design):
            yield ("design", thing.id), spot
        elif isinstance(thing, Rule):
            yield ("rule", f"{owner.id}.{thing.id}"), spot
        elif isinstance(thing, Option):
            yield ("option", f"{owner.id}.{thing.id}"), spot


def _route(library: Library, plan: Plan) -> Route | None:
    branch = library.questions.branch(plan.branch)
    if branch is None or branch.first is None:
        return None
    return trace(library.questions, branch, understand_plan(plan, library.questions)[0])


def _chosen(route: Route) -> Iterator[Used]:
    for step in route.steps:
        said = step.answer if isinstance(step.answer, tuple) else (step.answer,)
        yield from (("option", f"{step.question.id}.{o.id}") for o in step.question.options if o.id in said)


def _advised(assessment: Assessment) -> Iterator[Used]:
    yield "design", assessment.lead.design.id
    yield from (("design", member.design.id) for member in assessment.companions)
    for reason in (reason for verdict in assessment.verdicts for reason in verdict.reasons):
        if reason.kind != "need" and reason.holds == Sure.YES:
            yield "rule", reason.rule

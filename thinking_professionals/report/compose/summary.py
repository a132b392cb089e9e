"""The summary: one report, in the order a busy reader wants it, written alike to screen and paper."""

from __future__ import annotations

from datetime import date

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.library.library import Library
from thinking_professionals.plan import Plan, plan_text
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.closing import last_days
from thinking_professionals.report.compose.deserving import what_it_deserves
from thinking_professionals.report.compose.grounds import grounds
from thinking_professionals.report.compose.lifts import cheap_changes
from thinking_professionals.report.compose.money import cost_and_time
from thinking_professionals.report.compose.others import why_not_others
from thinking_professionals.report.compose.outcomes import what_to_measure
from thinking_professionals.report.compose.package import next_steps
from thinking_professionals.report.compose.readiness import feasibility, find_out_next
from thinking_professionals.report.compose.reasons import why_this
from thinking_professionals.report.compose.recommendation import recommendation
from thinking_professionals.report.compose.said import your_answers
from thinking_professionals.report.compose.seen import could_it_be_seen
from thinking_professionals.report.document import Report, Said
from thinking_professionals.route import Route
from thinking_professionals.saying import say_date


def _subtitle(assessment: Assessment) -> str:
    purpose = assessment.purpose
    return f"To be able to say {purpose.name}" if purpose else assessment.branch.title


_SECTIONS = (
    recommendation,
    cheap_changes,
    next_steps,
    what_to_measure,
    last_days,
    what_it_deserves,
    why_this,
    feasibility,
    could_it_be_seen,
    find_out_next,
    cost_and_time,
    why_not_others,
    your_answers,
    grounds,
)


def compose_summary(  # noqa: PLR0913, PLR0917 - each is a value of its own
    library: Library, plan: Plan, route: Route, assessment: Assessment, problems: tuple[str, ...], as_of: date
) -> Report:
    """The report of one door of a plan.

    `assessment` comes from `with_unlocks`; `problems` are the sentences of what in the plan could not be used.
    """
    case = Case(
        library=library,
        notes=plan.notes,
        route=route,
        assessment=assessment,
        cost=estimate(library.costs, assessment.lead.design),
        problems=problems,
        as_of=as_of,
    )
    return Report(
        title=(Said(plan.title or "Untitled plan"),),
        subtitle=_subtitle(assessment),
        edition=library.edition,
        digest=library.digest,
        as_of=say_date(as_of),
        sections=tuple(section for make in _SECTIONS if (section := make(case)).blocks),
        plan=plan_text(plan, library.questions),
    )

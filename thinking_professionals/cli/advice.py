"""An assessment in words for a terminal: the advice first, then what it rests on, costs and leaves open."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Assessment, Lifted, Member, Reason, Verdict
from thinking_professionals.assessment.warnings import warnings
from thinking_professionals.cli.working import Worked
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import chosen_because, out_of_five, strength
from thinking_professionals.report.compose.seen import seen_answer
from thinking_professionals.saying import say_change, say_pounds, say_roughly

_WIDTH = 96


def in_words(worked: Worked) -> Iterator[str]:
    branch = worked.route.branch
    yield worked.plan.title or "Untitled plan"
    yield branch.title
    if worked.assessment is None:
        yield from _part("This door has no questions yet", branch.page)
    else:
        yield from _advice(worked, worked.assessment)
    yield from _part("Not used in this plan", worked.problems)


def _advice(worked: Worked, assessment: Assessment) -> Iterator[str]:
    case = _case(worked, assessment)
    if assessment.purpose is not None:
        yield f"To be able to say {assessment.purpose.name}"
    if assessment.next_question is not None:
        left = f"The next one is: {assessment.next_question.ask} ({assessment.next_question.id})"
        yield from _part("Not finished: there are questions left, so this may still change", [left])
    if assessment.better_door is not None:
        yield from _part("Your question belongs to another door", [assessment.better_door.title])
    lead = assessment.lead
    yield from _part(f"Recommended: {lead.design.name}", [_words(case, lead.design.in_short), _strength(lead)])
    yield from _part("Why", [chosen_because(assessment), *_texts(case, lead.speaks_for)])
    yield from _part("Provided that", _provisos(assessment))
    if assessment.fallback is not None:
        yield from _part("If that proves wrong, the safe choice is", [assessment.fallback.design.name])
    yield from _part("Stronger evidence would be possible", (_fix(verdict) for verdict in assessment.if_you_fix))
    yield from _part("Small changes that would lift it", (_lift(case, item) for item in assessment.lifts))
    yield from _part("Could it be seen?", _seen(case))
    yield from _part("With it", (_member(case, member) for member in assessment.companions))
    yield from _part("Tentative cost", _cost(case))
    yield from _part("This choice deserves", _deserved(assessment))
    yield from _part("To watch", _texts(case, warnings(assessment)))
    yield from _part("To find out", (f"{item.question.ask} ({item.question.id})" for item in assessment.find_out_next))


def _seen(case: Case) -> Iterator[str]:
    answer = seen_answer(case)
    if answer is not None:
        yield from ("".join(run.text for run in runs) for runs in (answer.title, *answer.text))


def _case(worked: Worked, assessment: Assessment) -> Case:
    return Case(
        library=worked.library,
        notes=worked.plan.notes,
        route=worked.route,
        assessment=assessment,
        cost=estimate(worked.library.costs, assessment.lead.design),
        problems=worked.problems,
        as_of=worked.as_of,
    )


def _words(case: Case, text: str) -> str:
    return "".join(run.text for run in case.prose(text))


def _texts(case: Case, reasons: Iterable[Reason]) -> Iterator[str]:
    return (_words(case, reason.text) for reason in reasons)


def _strength(lead: Verdict) -> str:
    """Its place from 1 to 5 and what that means; without a place, the meaning says it all."""
    return f"{out_of_five(lead.level)}. {strength(lead.level)}" if lead.level else strength(lead.level)


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [textwrap.fill(item, _WIDTH, initial_indent="  - ", subsequent_indent="    ") for item in items]
    if lines:
        yield ""
        yield title
        yield from lines


def _provisos(assessment: Assessment) -> Iterator[str]:
    """What the choice of design turns on; the readiness checks are only counted."""
    yield from (f"{p.text} ({p.question.id})" for p in assessment.provided_that if p.kind != "check")
    checks = [p.question.id for p in assessment.provided_that if p.kind == "check"]
    if checks:
        yield f"Checks that are not done yet turn out well: {', '.join(checks)}"


def _deserved(assessment: Assessment) -> Iterator[str]:
    deserved = assessment.deserved
    if deserved is None:
        return
    if not deserved.known:
        yield f"We do not know yet what is at stake ({', '.join(deserved.turns_on)})"
        return
    most = deserved.at_most
    yield f"At the least {deserved.stake.name} ({out_of_five(deserved.stake.level).lower()})"
    if most is not None:
        yield f"Perhaps {most.name} ({out_of_five(most.level).lower()}), which turns on: {', '.join(deserved.turns_on)}"


def _fix(verdict: Verdict) -> str:
    changes = "; and ".join(say_change(c.question, c.before, c.after) for c in verdict.unlocks[0])
    return f"{verdict.design.name} ({out_of_five(verdict.level)}), if {changes}"


def _lift(case: Case, item: Lifted) -> str:
    rests_on = f", if these turn out well: {', '.join(item.rests_on)}" if item.rests_on else ""
    leads_to = f"It leads to: {item.design.name} ({out_of_five(item.level)}){rests_on}."
    return f"{item.lift.name}. {_words(case, item.lift.because)} {leads_to}"


def _member(case: Case, member: Member) -> str:
    return f"{member.role.capitalize()}: {member.design.name}. {_words(case, member.because)}"


def _cost(case: Case) -> Iterator[str]:
    whole, alone, months = case.proportion.whole, case.cost.total, case.assessment.lead.design.effort.months
    low, central, high = map(say_roughly, (whole.low, whole.central, whole.high))
    yield f"{low} to {high}, central {central} ({case.cost.price_year} prices, VAT {case.cost.vat})"
    if whole.central > alone.central:
        yield f"Without the work that goes with it, central {say_roughly(alone.central)}"
    if case.proportion.economy is not None and case.proportion.budget is not None:
        budget = say_pounds(case.proportion.budget)
        yield f"Your budget of {budget} is too small for all of it; the summary says what to do"
    yield f"{months.low} to {months.high} months"

"""An assessment in words for a terminal: the advice first, then what it rests on, costs and leaves open."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.results import Assessment, Lifted, Verdict
from thinking_professionals.assessment.warnings import warnings
from thinking_professionals.cli.working import Worked
from thinking_professionals.report.compose.choice import chosen_because, strength
from thinking_professionals.saying import say_change, say_list, say_roughly

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
    if assessment.next_question is not None:
        left = f"The next one is: {assessment.next_question.ask} ({assessment.next_question.id})"
        yield from _part("Not finished: there are questions left, so this may still change", [left])
    if assessment.better_door is not None:
        yield from _part("Your question belongs to another door", [assessment.better_door.title])
    lead = assessment.lead
    yield from _part(f"Recommended: {lead.design.name}", [lead.design.in_short, strength(lead.level)])
    yield from _part("Why", [chosen_because(assessment), *(reason.text for reason in lead.speaks_for)])
    yield from _part("Provided that", _provisos(assessment))
    if assessment.fallback is not None:
        yield from _part("If that proves wrong, the safe choice is", [assessment.fallback.design.name])
    fixes = (f"{v.design.name}, if {say_list(_changes(v))}" for v in assessment.if_you_fix)
    yield from _part("Stronger evidence would be possible", fixes)
    yield from _part("Small changes that would lift it", (_lift(item) for item in assessment.lifts))
    yield from _part("With it", (f"{m.design.name} ({m.role}). {m.because}" for m in assessment.companions))
    yield from _part("Tentative cost", [_cost(worked, assessment)])
    yield from _part("This choice deserves", _deserved(assessment))
    yield from _part("To watch", (reason.text for reason in warnings(assessment)))
    yield from _part("To find out", (f"{item.question.ask} ({item.question.id})" for item in assessment.find_out_next))


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
    if deserved := assessment.deserved:
        more = f", and perhaps {deserved.at_most.name}" if deserved.at_most else ""
        yield f"{deserved.stake.name}{more} (strength {deserved.stake.level} or more; this is {assessment.lead.level})"


def _lift(item: Lifted) -> str:
    rests_on = f", if these turn out well: {', '.join(item.rests_on)}" if item.rests_on else ""
    return f"{item.lift.name}. {item.lift.because} It leads to: {item.design.name} ({item.level} out of 5){rests_on}."


def _changes(verdict: Verdict) -> list[str]:
    return [say_change(change.question, change.before, change.after) for change in verdict.unlocks[0]]


def _cost(worked: Worked, assessment: Assessment) -> str:
    from thinking_professionals.assessment.cost import estimate

    cost, months = estimate(worked.library.costs, assessment.lead.design), assessment.lead.design.effort.months
    low, central, high = map(say_roughly, (cost.total.low, cost.total.central, cost.total.high))
    prices = f"{cost.price_year} prices, VAT {cost.vat}"
    return f"{low} to {high}, central {central} ({prices}); {months.low} to {months.high} months."

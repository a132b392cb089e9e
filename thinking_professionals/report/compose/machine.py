"""An assessment for machines: the JSON of `tp assess`. Every field is there, null or empty where it does not apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from thinking_professionals.answers import Answer, plain
from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.detection import detection
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.results import (
    Assessment,
    Change,
    CostEstimate,
    CostLine,
    Lifted,
    Money,
    Reason,
    Verdict,
    Window,
)
from thinking_professionals.assessment.warnings import warnings
from thinking_professionals.assessment.windows import windows
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Range
from thinking_professionals.library.library import Library
from thinking_professionals.library.sourcing import Sureness
from thinking_professionals.report.compose.choice import chosen_because
from thinking_professionals.report.compose.seen_machine import fact_of, power_of
from thinking_professionals.route import Route, Step
from thinking_professionals.saying import say, say_list

FORMAT = 1

Json = dict[str, object]


def machine(
    library: Library, route: Route, assessment: Assessment | None, problems: Iterable[str], as_of: date
) -> Json:
    """`assessment` comes from `with_unlocks`, or is None at a branch without questions. Money is whole pounds."""
    facts = Facts(library.questions, route, library.derivation)
    return {
        "edition": library.edition,
        "digest": library.digest,
        "branch": route.branch.id,
        "complete": route.complete,
        "next_question": route.next_question.id if route.next_question else None,
        **(_nothing() if assessment is None else _advice(library, facts, assessment, as_of)),
        "set_aside": _values(route.set_aside),
        "route": [_step(step) for step in route.steps],
        "facts": {name: fact_of(fact) for name, fact in facts.derived.items()},
        "value": None,
        "data": [],
        "cases": [],
        "sources": {} if assessment is None else _sources(library, assessment, as_of),
        "problems": list(problems),
        "as_of": as_of.isoformat(),
        "format": FORMAT,
    }


def _nothing() -> Json:
    """What a branch without questions can say."""
    alone = ("purpose", "better_door", "recommended", "fallback", "chosen_because", "possible_level")
    stakes = ("deserves", "may_deserve")
    many = ("if_you_fix", "candidates", "designs", "companions", "feasibility", "find_out_next", "notes")
    changes = ("lifts", "windows")
    return {**dict.fromkeys((*alone, *stakes, "power", "cost")), **{name: [] for name in (*many, *changes)}}


def _advice(library: Library, facts: Facts, assessment: Assessment, as_of: date) -> Json:
    lead, fallback, deserved = assessment.lead, assessment.fallback, assessment.deserved
    seen = detection(facts, assessment)
    return {
        "purpose": assessment.purpose.id if assessment.purpose else None,
        "better_door": assessment.better_door.id if assessment.better_door else None,
        "recommended": _recommended(assessment),
        "fallback": {"id": fallback.design.id, "name": fallback.design.name} if fallback else None,
        "if_you_fix": [{"id": v.design.id, "changes": _changes(v.unlocks[0])} for v in assessment.if_you_fix],
        "candidates": [design.id for design in assessment.candidates],
        "chosen_because": chosen_because(assessment),
        "deserves": deserved.stake.id if deserved else None,
        "may_deserve": deserved.at_most.id if deserved and deserved.at_most else None,
        "possible_level": max(v.level for v in assessment.verdicts if v.possible),
        "designs": [_design(library, verdict) for verdict in assessment.verdicts],
        "companions": [{"id": m.design.id, "role": m.role, "because": m.because} for m in assessment.companions],
        "feasibility": [
            {"id": note.gate.id, "verdict": note.tone, "text": note.text, "source": note.source}
            for note in assessment.feasibility
        ],
        "power": power_of(seen) if seen else None,
        "cost": {
            **_cost(estimate(library.costs, lead.design)),
            "expired": as_of > library.costs.review_by,
        },
        "find_out_next": [
            {"question": item.question.id, "why": f"It bears on {say_list([d.name for d in item.designs])}."}
            for item in assessment.find_out_next
        ],
        "notes": [{"id": r.rule, "text": r.text, "source": r.source} for r in warnings(assessment)],
        "lifts": [_lift(item) for item in assessment.lifts],
        "windows": [_window(window) for window in windows(facts.route, assessment, as_of)],
    }


def _recommended(assessment: Assessment) -> Json:
    lead = assessment.lead
    return {
        "id": lead.design.id,
        "name": lead.design.name,
        "level": lead.level,
        "maryland": lead.maryland,
        "rests_on": None,
        "provided_that": [{"question": p.question.id, "text": p.text} for p in assessment.provided_that],
    }


def _design(library: Library, verdict: Verdict) -> Json:
    return {
        "id": verdict.design.id,
        "name": verdict.design.name,
        "verdict": verdict.standing,
        "level": verdict.level,
        "maryland": verdict.maryland,
        "reasons": [_reason(reason) for reason in verdict.reasons if _explains(reason, verdict)],
        "unlocks": [_changes(changes) for changes in verdict.unlocks],
        "cost": _money(estimate(library.costs, verdict.design).total),
        "months": _range(verdict.design.effort.months),
    }


def _explains(reason: Reason, verdict: Verdict) -> bool:
    """What is decided explains a verdict, a met need only one in its favour; what is open explains "depends"."""
    if reason.holds == Sure.MAYBE:
        return verdict.standing == "depends"
    return reason.blocks or reason.kind != "need" or verdict.possible


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "kind": reason.kind,
        "holds": reason.holds.name.lower(),
        "text": reason.text,
        "source": reason.source,
        "answers": _values(reason.answers),
        "closed_by": reason.closed_by,
    }


def _changes(changes: Iterable[Change]) -> list[Json]:
    return [{"question": c.question.id, "from": _value(c.before), "to": _value(c.after)} for c in changes]


def _cost(cost: CostEstimate) -> Json:
    return {
        **_money(cost.total),
        "currency": cost.currency,
        "price_year": cost.price_year,
        "vat": cost.vat,
        "in_house": _money(cost.in_house),
        "lines": [_cost_line(line) for line in cost.lines],
    }


def _cost_line(line: CostLine) -> Json:
    return {
        "item": line.item,
        "quantity": _number(line.quantity),
        "unit": line.unit,
        "rate": _money(line.rate) if line.rate else None,
        "low": line.low,
        "central": line.central,
        "high": line.high,
        "source": line.source,
        "confidence": line.sure,
    }


def _lift(item: Lifted) -> Json:
    return {
        "id": item.lift.id,
        "name": item.lift.name,
        "because": item.lift.because,
        "to": item.design.id,
        "level": item.level,
        "rests_on": list(item.rests_on),
    }


def _window(window: Window) -> Json:
    return {
        "id": window.verdict.design.id,
        "name": window.verdict.design.name,
        "verdict": window.verdict.standing,
        "before": window.before,
        "choose_by": window.choose_by.isoformat(),
        "at_the_latest": window.latest.isoformat(),
        "passed": window.passed,
        "missed": list(window.missed),
        "instead": window.instead.id if window.instead else None,
    }


def _sources(library: Library, assessment: Assessment, as_of: date) -> Json:
    """Every source named anywhere else, with how sure we were where it was first named; rates have a day to expire."""
    sure: dict[str, Sureness] = {}
    for reason in (reason for verdict in assessment.verdicts for reason in verdict.reasons):
        sure.setdefault(reason.source, reason.sure)
    for note in assessment.feasibility:
        sure.setdefault(note.source, note.sure)
    lines = estimate(library.costs, assessment.lead.design).lines
    for line in lines:
        sure.setdefault(line.source, line.sure)
    expired = {line.source for line in lines} if as_of > library.costs.review_by else set()
    return {
        source.id: {
            "title": source.title,
            "date": source.date,
            "sureness": sure[source.id],
            "expired": source.id in expired,
        }
        for source in library.sources
        if source.id in sure
    }


def _step(step: Step) -> Json:
    return {
        "question": step.question.id,
        "ask": step.question.ask,
        "answer": _value(step.answer),
        "said": say(step.question, step.answer),
    }


def _values(answers: Mapping[str, Answer]) -> Json:
    return {question: _value(answer) for question, answer in answers.items()}


def _value(answer: Answer) -> object:
    return _number(answer) if isinstance(answer, Decimal) else plain(answer)


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == int(amount) else float(amount)


def _money(money: Money) -> Json:
    return {"low": money.low, "central": money.central, "high": money.high}


def _range(spread: Range) -> Json:
    return {"low": _number(spread.low), "central": _number(spread.central), "high": _number(spread.high)}

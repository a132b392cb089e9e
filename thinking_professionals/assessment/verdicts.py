"""How each design stands, with the reasons: the same weights that decided, put beside the answers behind them."""

from __future__ import annotations

from thinking_professionals.assessment.contest import Entry
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.results import Reason, Standing, Verdict
from thinking_professionals.assessment.weigh import Weight, behind
from thinking_professionals.conditions import Sure


def verdict(entry: Entry, facts: Facts, *, leads: bool) -> Verdict:
    """The verdict on one design; `leads` marks the recommendation."""
    return Verdict(
        design=entry.design,
        standing="recommended" if leads else _standing(entry, facts),
        level=entry.step.strength,
        maryland=entry.step.maryland,
        reasons=tuple(_reason(weight, facts) for weight in entry.weights if _worth_saying(weight)),
    )


def _standing(entry: Entry, facts: Facts) -> Standing:
    if entry.serves == Sure.NO:
        return "other_purpose"
    blocking = [weight for weight in entry.weights if weight.blocks]
    if blocking:
        return "not_yet" if all(_can_be_mended(weight, facts) for weight in blocking) else "ruled_out"
    if Sure.MAYBE in (entry.serves, entry.needs_hold, entry.stopped):
        return "depends"
    cautioned = any(weight.clause.kind == "caution" and weight.holds == Sure.YES for weight in entry.weights)
    return "possible_with_care" if cautioned else "possible"


def _can_be_mended(weight: Weight, facts: Facts) -> bool:
    """Whether changing only answers that can change could meet the need, or keep the stop from firing."""
    hoped = facts.hope.holds(weight.clause.when)
    return hoped != Sure.NO if weight.clause.kind == "need" else hoped != Sure.YES


def _worth_saying(weight: Weight) -> bool:
    """Every need, met or not, and the rules that fire or may."""
    return weight.clause.kind == "need" or weight.holds != Sure.NO


def _reason(weight: Weight, facts: Facts) -> Reason:
    clause = weight.clause
    words = clause.words
    questions = behind(clause.when, facts.now)
    unasked = next((q for q in questions if q not in facts.answers), None)
    return Reason(
        rule=clause.id,
        kind=clause.kind,
        holds=weight.holds,
        text=words.because,
        unlock=words.unlock,
        source=words.source,
        sure=words.sure,
        answers={q: facts.answers[q] for q in questions if q in facts.answers},
        topic=clause.topic,
        serious=clause.serious,
        made_for=clause.made_for,
        closed_by=facts.closed_by(unasked) if clause.kind == "need" and unasked and weight.holds == Sure.NO else None,
    )

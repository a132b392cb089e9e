"""From a route to an assessment: the one place where verdicts, lead, package and what is still open come together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.contest import Contest, Entry, contest, may_lead_yet, prospects
from thinking_professionals.assessment.deserves import deserves
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.feasibility import feasibility
from thinking_professionals.assessment.order import decided_by
from thinking_professionals.assessment.results import Assessment, Choice, Member, Proviso, ToFindOut, Verdict
from thinking_professionals.assessment.verdicts import verdict
from thinking_professionals.assessment.weigh import behind
from thinking_professionals.conditions import Sure
from thinking_professionals.library.clauses import Clause
from thinking_professionals.library.condition import tests_in
from thinking_professionals.library.designs import Design
from thinking_professionals.library.library import Library
from thinking_professionals.route import Route


def candidates(library: Library, route: Route) -> tuple[Design, ...]:
    """Only which designs may still lead: what a page beside a question shows, without the reasons it does not."""
    facts = Facts(library.questions, route, library.derivation)
    return may_lead_yet(prospects(library, facts)) or contest(library, facts).candidates


def assess(library: Library, route: Route) -> Assessment:
    """Weigh every design against a route, finished or not. Pure: the same route always gives the same assessment."""
    facts = Facts(library.questions, route, library.derivation)
    result = contest(library, facts)
    verdicts = tuple(verdict(entry, facts, leads=entry is result.lead) for entry in result.entries)
    by_id = {v.design.id: v for v in verdicts}
    lead = by_id[result.lead.design.id]
    purpose = result.aim.settled
    return Assessment(
        branch=route.branch,
        complete=route.complete,
        next_question=route.next_question,
        purpose=purpose,
        better_door=library.questions.branch(purpose.door) if purpose and purpose.door != route.branch.id else None,
        lead=lead,
        provided_that=_provisos(library, result, facts),
        fallback=by_id[result.fallback.design.id] if result.fallback else None,
        stronger_if_known=tuple(by_id[entry.design.id] for entry in _kept_from_leading(result)),
        choice=_choice(result),
        candidates=result.candidates,
        verdicts=(lead, *sorted((v for v in verdicts if v is not lead), key=_standing_order)),
        companions=_companions(library, facts, lead.design),
        feasibility=feasibility(library, facts, verdicts),
        find_out_next=_find_out_next(result, facts, verdicts),
        deserved=deserves(library.stakes, facts),
        set_aside=route.set_aside,
    )


_FORK = "Look again once you know this. The answer may lead to other questions, and to another design."

_STANDINGS = ("recommended", "possible", "possible_with_care", "depends", "not_yet", "ruled_out", "other_purpose")


def _standing_order(item: Verdict) -> int:
    """Best standing first; the sort is stable, so rank decides within a standing. Both possible kinds count alike."""
    return max(_STANDINGS.index(item.standing), 2)


def _provisos(library: Library, result: Contest, facts: Facts) -> tuple[Proviso, ...]:
    """What the lead's undecided stops rest on, and the unknown answers that could yet send the route another way."""
    if result.lead.design.id in result.safe:
        return ()
    open_ = [*_undecided(result.lead, facts), *_taken_for_granted(result.lead, facts)]
    own = {question for clause, question in open_ if clause.owner == result.lead.design.id}
    hopes = dict.fromkeys(facts.reach.open_forks, _FORK) | {q: clause.hoped for clause, q in reversed(open_)}
    order = dict.fromkeys((*(question for _, question in open_), *facts.reach.open_forks))
    return tuple(
        Proviso(
            question=library.questions.by_id[question],
            text=hopes[question],
            kind="stop" if question in own else "fork" if question in facts.reach.open_forks else "check",
        )
        for question in order
    )


def _undecided(lead: Entry, facts: Facts) -> Iterator[tuple[Clause, str]]:
    """The lead's stops that may fire as things stand, each with the questions on which it turns."""
    for weight in lead.weights:
        if weight.clause.kind == "stop" and weight.holds == Sure.MAYBE:
            yield from ((weight.clause, question) for question in behind(weight.clause.when, facts.now))


def _taken_for_granted(lead: Entry, facts: Facts) -> Iterator[tuple[Clause, str]]:
    """The lead's stops that do not fire by our guesses, but may by other answers, with the questions guessed."""
    for weight in lead.weights:
        clause = weight.clause
        if clause.kind == "stop" and weight.holds == Sure.NO and facts.later.holds(clause.when) == Sure.MAYBE:
            named = {test.question for test in tests_in(clause.when)} & facts.derived.keys()
            yield from ((clause, question) for fact in sorted(named) for question in facts.derived[fact].guessed)


def _kept_from_leading(result: Contest) -> list[Entry]:
    """Designs that would rank above the lead and that only unknown needs (or stops) keep from competing."""
    return [
        entry
        for entry in result.entries
        if entry.rank < result.lead.rank
        and entry.may_lead == Sure.YES
        and entry.needs_hold == Sure.MAYBE
        and entry.stopped != Sure.YES
    ]


def _choice(result: Contest) -> Choice:
    if result.runner_up is None:
        return Choice(decided_by="only", runner_up=None)
    criterion = decided_by(result.lead.rank, result.runner_up.rank)
    return Choice(decided_by="cost_band" if criterion == "id" else criterion, runner_up=result.runner_up.design)


def _companions(library: Library, facts: Facts, lead: Design) -> tuple[Member, ...]:
    held = (c for c in lead.companions if facts.now.holds(c.when) == Sure.YES)
    return tuple(Member(design=library.design_by_id[c.design], role=c.role, because=c.because) for c in held)


def _find_out_next(result: Contest, facts: Facts, verdicts: Iterable[Verdict]) -> tuple[ToFindOut, ...]:
    """Unknown answers on which a candidate's need or stop turns.

    First those that settle the purpose, then those that may open the way to a stronger lead, then those on the lead.
    """
    candidates = {design.id for design in result.candidates} | {result.lead.design.id}
    bearing: dict[str, list[Design]] = {
        question: list(result.candidates) for question in _purpose_unknown(result, facts)
    }
    for item in verdicts:
        if item.design.id not in candidates:
            continue
        for reason in item.reasons:
            if not reason.undecided:
                continue
            for question in reason.answers:
                if question in facts.unknown and item.design not in bearing.setdefault(question, []):
                    bearing[question].append(item.design)
    lead = result.lead.design
    first, opening = set(_purpose_unknown(result, facts)), _opening(result, facts)
    order = sorted(bearing, key=lambda q: (q not in first, q not in opening, lead not in bearing[q], -len(bearing[q])))
    return tuple(ToFindOut(question=facts.questionnaire.by_id[q], designs=tuple(bearing[q])) for q in order)


def _opening(result: Contest, facts: Facts) -> frozenset[str]:
    """The questions on which the undecided needs of designs above the lead turn."""
    undecided = [w for entry in _kept_from_leading(result) for w in entry.weights if w.clause.kind == "need"]
    return frozenset(q for w in undecided if w.holds == Sure.MAYBE for q in behind(w.clause.when, facts.now))


def _purpose_unknown(result: Contest, facts: Facts) -> list[str]:
    """The unknown answers that keep it open what the person needs to be able to say."""
    if result.aim.settled is not None:
        return []
    asked = (question for purpose in result.aim.open for question in behind(purpose.when, facts.now))
    return [question for question in dict.fromkeys(asked) if question in facts.unknown]

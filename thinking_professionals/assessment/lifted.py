"""Small changes that would turn monitoring into an evaluation: each is played through the engine, and kept if it lifts.

What a change would bring into question counts as not known, so nothing is promised that was never asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.answers import Answer
from thinking_professionals.assessment.contest import Entry, entry_of
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.purpose import aim
from thinking_professionals.assessment.results import Assessment, Lifted
from thinking_professionals.assessment.weigh import behind
from thinking_professionals.conditions import Sure
from thinking_professionals.library.library import Library
from thinking_professionals.library.lifts import Lift
from thinking_professionals.route import Route, trace

MOST_LIFTS = 2


def lifted(library: Library, route: Route, assessment: Assessment) -> tuple[Lifted, ...]:
    """The changes that would lift a finished door's advice to a stronger design, best first."""
    if not route.complete:
        return ()
    now = Facts(library.questions, route, library.derivation)
    held = [lift for lift in library.lifts if now.now.holds(lift.when) == Sure.YES]
    found = [found for lift in held if (found := _lifted(library, route, assessment, lift)) is not None]
    return tuple(sorted(found, key=lambda item: (-item.level, len(item.rests_on))))[:MOST_LIFTS]


def _lifted(library: Library, route: Route, assessment: Assessment, lift: Lift) -> Lifted | None:
    facts = Facts(library.questions, _changed(library, route, lift), library.derivation)
    stronger = [entry for entry in _stronger(library, facts, assessment.lead.level) if entry.competes]
    if not stronger:
        return None
    best = min(stronger, key=lambda entry: entry.rank)
    known = {proviso.question.id for proviso in assessment.provided_that}
    rests_on = tuple(question for question in _undecided(best, facts) if question not in known)
    return Lifted(lift=lift, design=best.design, level=best.step.strength, rests_on=rests_on)


def _changed(library: Library, route: Route, lift: Lift) -> Route:
    """The route with the change made; what it newly asks is not known."""
    answers: dict[str, Answer] = {**route.given, **{s.question: s.to for s in lift.gives}}
    return trace(library.questions, route.branch, answers, to_the_end=True)


def _stronger(library: Library, facts: Facts, level: int) -> Iterator[Entry]:
    """Only designs that can be stronger are weighed: the order goes by level first."""
    purpose = aim(library.questions, facts.now, settle=True)
    for design in library.designs:
        if any(step.strength > level for step in design.level):
            entry = entry_of(library, design, facts, purpose)
            if entry.step.strength > level:
                yield entry


def _undecided(entry: Entry, facts: Facts) -> tuple[str, ...]:
    stops = (w.clause.when for w in entry.weights if w.clause.kind == "stop" and w.holds == Sure.MAYBE)
    return tuple(dict.fromkeys(question for when in stops for question in behind(when, facts.now)))

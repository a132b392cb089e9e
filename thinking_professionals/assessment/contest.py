"""Who competes, who leads, who is safe and who may yet lead: the decision rule over all designs at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.order import Bounds, Rank, bounds, rank
from thinking_professionals.assessment.purpose import Aim, aim
from thinking_professionals.assessment.weigh import Weight, steps_open, weigh
from thinking_professionals.conditions import Sure
from thinking_professionals.library.clauses import always_open
from thinking_professionals.library.designs import Design, LevelStep
from thinking_professionals.library.library import Library


@dataclass(frozen=True, slots=True)
class Entry:
    """One design as things stand."""

    design: Design
    weights: tuple[Weight, ...]
    step: LevelStep
    """The lowest level an unknown allows."""
    rank: Rank
    serves: Sure
    may_lead: Sure

    @property
    def needs_hold(self) -> Sure:
        return min((w.holds for w in self.weights if w.clause.kind == "need"), default=Sure.YES)

    @property
    def stopped(self) -> Sure:
        return max((w.holds for w in self.weights if w.clause.kind == "stop"), default=Sure.NO)

    @property
    def competes(self) -> bool:
        """All needs are true and no stop fires; an unknown stop leaves it in, to lead provisionally."""
        return self.may_lead == Sure.YES and self.needs_hold == Sure.YES and self.stopped != Sure.YES


@dataclass(frozen=True, slots=True)
class Contest:
    aim: Aim
    entries: tuple[Entry, ...]
    """Every design, best first by rank."""
    lead: Entry
    runner_up: Entry | None
    safe: frozenset[str]
    """Designs that compete whatever the unknowns turn out to be."""
    fallback: Entry | None
    candidates: tuple[Design, ...]


def contest(library: Library, facts: Facts) -> Contest:
    """Run the decision rule. The loader sees to it that some design has neither needs nor stops."""
    now = aim(library.questions, facts.now, settle=True)
    entries = tuple(sorted((entry_of(library, d, facts, now) for d in library.designs), key=lambda entry: entry.rank))
    competing = [entry for entry in entries if entry.competes] or [_last_resort(entries)]
    lead = competing[0]
    runner_up = competing[1] if len(competing) > 1 else None
    if facts.settled:
        safe = frozenset(entry.design.id for entry in competing)
        return Contest(now, entries, lead, runner_up, safe, None, (lead.design,))
    later = prospects(library, facts)
    safe = frozenset(p.design.id for p in later if p.surely_competes)
    fallback = None if lead.design.id in safe else next((e for e in competing if e.design.id in safe), None)
    return Contest(now, entries, lead, runner_up, safe, fallback, may_lead_yet(later))


def entry_of(library: Library, design: Design, facts: Facts, now: Aim) -> Entry:
    weights = weigh(library.clauses[design.id], facts.now)
    steps = steps_open(design, facts.now)
    return Entry(
        design=design,
        weights=weights,
        step=min(steps, key=lambda step: step.strength),
        rank=rank(facts.route.branch, design, steps, weights),
        serves=now.serves(design),
        may_lead=now.may_lead(design),
    )


def _last_resort(entries: Iterable[Entry]) -> Entry:
    """The design that has neither needs nor stops, when nothing that serves the purpose competes."""
    return next(entry for entry in entries if always_open(w.clause for w in entry.weights))


@dataclass(frozen=True, slots=True)
class Prospect:
    """One design, whatever the unknowns turn out to be."""

    design: Design
    surely_competes: bool
    bounds: Bounds


def prospects(library: Library, facts: Facts) -> tuple[Prospect, ...]:
    """Every design that may still compete, whatever comes."""
    later = aim(library.questions, facts.later, settle=False)
    found = (_prospect(library, design, facts, later) for design in library.designs)
    return tuple(prospect for prospect in found if prospect is not None)


def _prospect(library: Library, design: Design, facts: Facts, later: Aim) -> Prospect | None:
    leads, clauses, view = later.may_lead(design), library.kinds[design.id], facts.later
    needs = min((view.holds(clause.when) for clause in clauses.needs), default=Sure.YES)
    if Sure.NO in (leads, needs):
        return None
    stops = max((view.holds(clause.when) for clause in clauses.stops), default=Sure.NO)
    if stops == Sure.YES:
        return None
    return Prospect(
        design=design,
        surely_competes=leads == Sure.YES and needs == Sure.YES and stops == Sure.NO,
        bounds=bounds(facts.route.branch, design, steps_open(design, view), weigh(clauses.ranking, view)),
    )


def may_lead_yet(prospects: Iterable[Prospect]) -> tuple[Design, ...]:
    """Designs that no surely competing design is sure to beat, best first by what they may become."""
    standing = tuple(prospects)
    bar = min((p.bounds.worst for p in standing if p.surely_competes), default=None)
    may = [p for p in standing if bar is None or p.bounds.best <= bar]
    return tuple(p.design for p in sorted(may, key=lambda p: p.bounds.best))

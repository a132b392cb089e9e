"""Needs and rules as the engine weighs them: each with its full id, whether a design wrote it or a gate did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from thinking_professionals.library.condition import Condition
from thinking_professionals.library.designs import Design, Gate, Need, Rule, RuleKind


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    id: str
    """`design.need`, `design.rule` or `gate.rule`."""
    kind: RuleKind | Literal["need"]
    when: Condition
    words: Need | Rule
    topic: str
    hoped: str
    """What is hoped of it, or feared, while it is undecided."""
    serious: bool = False
    made_for: bool = False

    @property
    def owner(self) -> str:
        """The design or the gate that says so."""
        return self.id.partition(".")[0]


def clauses_of(design: Design, gates: Iterable[Gate]) -> Iterator[Clause]:
    """A design's own needs and rules, then the rules of every gate on one of its families."""
    for need in design.needs:
        yield Clause(f"{design.id}.{need.id}", "need", need.when, need, need.id, need.unlock)
    for rule in design.rules:
        yield _clause(design.id, rule, rule.topic or rule.id, f"This would rule it out: {rule.because}")
    for gate in gates:
        if not set(gate.applies_to).isdisjoint(design.family):
            for rule in gate.rules:
                yield _clause(gate.id, rule, rule.topic or gate.id, gate.go)


class Kinds(NamedTuple):
    """A design's clauses by what they decide: whether it competes, and its place among those that do."""

    needs: tuple[Clause, ...]
    stops: tuple[Clause, ...]
    ranking: tuple[Clause, ...]

    @classmethod
    def of(cls, clauses: tuple[Clause, ...]) -> Kinds:
        return cls(
            needs=tuple(clause for clause in clauses if clause.kind == "need"),
            stops=tuple(clause for clause in clauses if clause.kind == "stop"),
            ranking=tuple(clause for clause in clauses if clause.kind == "caution" or clause.made_for),
        )


def always_open(clauses: Iterable[Clause]) -> bool:
    """Whether nothing can keep a design with these clauses out: no need, and no stop."""
    return not any(clause.kind in {"need", "stop"} for clause in clauses)


def _clause(owner: str, rule: Rule, topic: str, hoped: str) -> Clause:
    full_id = f"{owner}.{rule.id}"
    hoped = rule.unless or hoped
    return Clause(full_id, rule.kind, rule.when, rule, topic, hoped, serious=rule.serious, made_for=rule.made_for)

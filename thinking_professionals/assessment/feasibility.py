"""What each gate says of this scheme: go, caution, stop, or not known yet."""

from __future__ import annotations

from collections.abc import Iterable

from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.results import FeasibilityNote, NoteTone, Verdict
from thinking_professionals.conditions import Sure
from thinking_professionals.library.condition import tests_in
from thinking_professionals.library.designs import Gate, Rule, RuleKind
from thinking_professionals.library.library import Library


def feasibility(library: Library, facts: Facts, verdicts: Iterable[Verdict]) -> tuple[FeasibilityNote, ...]:
    """A note for each gate on a design whose needs may be met: those that stop one, and those on one not ruled out."""
    serving = [verdict for verdict in verdicts if verdict.standing != "other_purpose" and not _out_of_question(verdict)]
    all_families = {family for verdict in serving for family in verdict.design.family}
    standing = {family for verdict in serving if verdict.standing != "ruled_out" for family in verdict.design.family}
    gates = [gate for gate in library.gates if all_families & set(gate.applies_to) and _asked(gate, facts)]
    notes = [_note(gate, facts) for gate in gates]
    return tuple(note for note in notes if note.tone == "stop" or standing & set(note.gate.applies_to))


def _out_of_question(verdict: Verdict) -> bool:
    """Whether a need is surely unmet, so that what stands in its way does not matter."""
    return any(reason.kind == "need" and reason.blocks for reason in verdict.reasons)


def _asked(gate: Gate, facts: Facts) -> bool:
    tested = {test.question for rule in gate.rules for test in tests_in(rule.when)}
    return any(question in facts.answers for name in tested for question in facts.behind(name))


def _note(gate: Gate, facts: Facts) -> FeasibilityNote:
    for kind, holds, tone in _ORDER:
        if rule := _first(gate, facts, kind, holds):
            return _said(gate, tone, rule)
    return _said(gate, "go", None)


def _said(gate: Gate, tone: NoteTone, rule: Rule | None) -> FeasibilityNote:
    """A rule that surely fires speaks for itself; otherwise the gate says what is so, or is to be found out."""
    full_id = f"{gate.id}.{rule.id}" if rule else ""
    if rule is None or tone == "unknown":
        return FeasibilityNote(gate=gate, tone=tone, rule=full_id, text=gate.go, source=gate.source, sure=gate.sure)
    return FeasibilityNote(
        gate=gate,
        tone=tone,
        rule=full_id,
        text=rule.because,
        source=rule.source,
        sure=rule.sure,
        unlock=rule.unlock if tone == "stop" else "",
    )


_ORDER: tuple[tuple[RuleKind, Sure, NoteTone], ...] = (
    ("stop", Sure.YES, "stop"),
    ("stop", Sure.MAYBE, "unknown"),
    ("caution", Sure.YES, "caution"),
    ("caution", Sure.MAYBE, "unknown"),
)


def _first(gate: Gate, facts: Facts, kind: RuleKind, holds: Sure) -> Rule | None:
    rules = (rule for rule in gate.rules if rule.kind == kind)
    return next((rule for rule in rules if facts.now.holds(rule.when) == holds), None)

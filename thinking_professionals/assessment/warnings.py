"""What a person is warned of: what surely speaks against the lead, or stands in the way of designs beside it."""

from __future__ import annotations

from thinking_professionals.assessment.results import Assessment, Reason

MOST_WARNINGS = 12


def warnings(assessment: Assessment) -> tuple[Reason, ...]:
    """Cautions of the lead and what readiness checks say; gravest first, one to a topic, not too many to read."""
    fired = {reason.rule: reason for verdict in assessment.verdicts for reason in verdict.reasons}
    checks = [fired[note.rule] for note in assessment.feasibility if note.tone in {"stop", "caution"}]
    topics: dict[str, Reason] = {}
    for reason in sorted((*assessment.lead.cautions, *checks), key=_gravity):
        topics.setdefault(reason.topic, reason)
    return tuple(topics.values())[:MOST_WARNINGS]


def _gravity(reason: Reason) -> tuple[bool, bool]:
    return reason.kind != "stop", not reason.serious

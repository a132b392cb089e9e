"""Whether a randomised trial is possible: what many come to ask, so it is answered whatever design leads."""

from __future__ import annotations

from collections import Counter

from thinking_professionals.assessment.results import Verdict
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.others import blocked
from thinking_professionals.report.document import Plain, Runs

_MOST_LINKS = 3
_AS_THINGS_STAND = "A randomised trial is not possible as things stand. "
_WITHOUT = "No randomised trial is possible without this: "


def if_a_trial_is_possible(case: Case) -> Runs:
    """A sentence or two; nothing where a trial leads, could be done instead, or would not answer the question."""
    lead, trials = case.assessment.lead, [v for v in case.assessment.verdicts if _is_trial(v)]
    if _is_trial(lead) or not trials or any(v.competes for v in trials):
        return ()
    depends = next((v for v in trials if v.standing == "depends"), None)
    return _may_be(case, depends) if depends else _is_not(case, trials)


def _is_trial(verdict: Verdict) -> bool:
    return verdict.standing != "other_purpose" and "drawn" in verdict.design.family


def _may_be(case: Case, verdict: Verdict) -> Runs:
    undecided = sorted((r for r in verdict.reasons if r.undecided), key=lambda reason: reason.kind != "need")
    questions = list(dict.fromkeys(q for reason in undecided for q in reason.answers))[:_MOST_LINKS]
    if not questions:
        return ()
    return (Plain("A randomised trial may be possible. First find out: "), *case.links(questions), Plain("."))


def _is_not(case: Case, trials: list[Verdict]) -> Runs:
    """The answer that stands in the way of most trials, as one of them puts it."""
    blocking = [reason for verdict in trials for reason in verdict.reasons if reason.blocks and reason.answers]
    blamed = Counter(question for reason in blocking for question in reason.answers)
    why = max(
        blocking, key=lambda reason: (reason.closed_by is None, max(blamed[q] for q in reason.answers)), default=None
    )
    if why is None:
        return ()
    return (Plain(_WITHOUT if why.kind == "need" else _AS_THINGS_STAND), *blocked(case, why))

"""Why not the others: how every other design stands, what blocks it, and what would free it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.results import Reason, Standing, Verdict
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Paragraph, Plain, Run, Runs, Section, Strong, Table

STANDINGS: dict[Standing, str] = {
    "recommended": "Recommended",
    "possible": "Possible",
    "possible_with_care": "Possible, with care",
    "depends": "Depends",
    "not_yet": "Not yet",
    "ruled_out": "Ruled out",
    "other_purpose": "For another question",
}
_WIDTHS = (0.26, 0.14, 0.6)


def why_not_others(case: Case) -> Section:
    return Section("others", "Why not the others", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    shown = [v for v in case.assessment.verdicts if v.standing not in {"recommended", "other_purpose"}]
    if shown:
        rows = tuple((_name(v), plain(STANDINGS[v.standing]), _why(case, v)) for v in shown)
        caption = "Every other design that could answer your question"
        yield Table(caption, ("Design", "Status", "Why"), rows, widths=_WIDTHS)
    elsewhere = [v.design.name for v in case.assessment.verdicts if v.standing == "other_purpose"]
    if elsewhere:
        yield Paragraph(plain(f"These answer a different question: {'; '.join(sorted(elsewhere))}."), "quiet")


def _name(verdict: Verdict) -> Runs:
    return (Strong(verdict.design.name), Plain(f" ({out_of_five(verdict.level)})"))


def _why(case: Case, verdict: Verdict) -> Runs:
    blocking = [reason for reason in verdict.reasons if reason.blocks]
    if verdict.standing == "ruled_out":
        return _blocked(case, _plainest(case, blocking))
    if blocking:
        return (*_spaced(_to_mend(case, reason) for reason in blocking[:2]), *_freed_by(case, verdict))
    if verdict.standing == "depends":
        return _open(case, [reason for reason in verdict.reasons if reason.undecided])
    if verdict.level == 0 or case.never_leads(verdict.design):
        return (Plain("Useful beside other work. It will not say "), *case.prose(verdict.design.will_not_say))
    return plain("It would also answer your question. The recommended design comes before it.")


def _to_mend(case: Case, reason: Reason) -> Runs:
    return (*_blocked(case, reason), Plain(" "), *case.prose(reason.unlock))


def _freed_by(case: Case, verdict: Verdict) -> Runs:
    """The fewest answers that would have to be different."""
    if not verdict.unlocks:
        return ()
    return (Strong(" It becomes possible if: "), *case.changed(verdict.unlocks[0]), Plain("."))


def _plainest(case: Case, blocking: list[Reason]) -> Reason:
    """Of several reasons the one that cannot change, and that rests on an answer rather than on one never asked for."""

    def plainness(reason: Reason) -> tuple[bool, bool]:
        fixed = not all(case.facts.may_change(question) for question in reason.answers)
        return (reason.closed_by is not None, not fixed)

    return min(blocking, key=plainness)


def _spaced(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts for run in (Plain(" "), *part)]
    return tuple(runs[1:])


def _blocked(case: Case, reason: Reason) -> Runs:
    runs: list[Run] = [*case.prose(reason.text)]
    if reason.closed_by is not None:
        answer = case.say(reason.closed_by, case.route.answers[reason.closed_by])
        runs += [Plain(" That was not asked, because you said: "), case.to(reason.closed_by), Plain(f": {answer}.")]
    elif reason.answers:
        runs += [Plain(" You said: "), *case.said_because(reason), Plain(".")]
    return tuple(runs)


def _open(case: Case, undecided: list[Reason]) -> Runs:
    questions = dict.fromkeys(question for reason in undecided for question in reason.answers)
    if questions:
        return (Plain("It depends on what you do not know yet: "), *case.links(questions), Plain("."))
    if case.assessment.purpose is None:
        return plain("It depends on what you need to be able to say, which is not settled yet.")
    return plain("It depends on questions that were not asked yet.")

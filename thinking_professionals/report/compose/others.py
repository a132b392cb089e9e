"""Why not the others: how every other design stands, what blocks it, and what would free it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.results import Reason, Standing, Verdict
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import ended, plain
from thinking_professionals.report.document import Block, Paragraph, Plain, Runs, Section, Strong, Table

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
_MOST_REASONS = 2


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
        return blocked(case, plainest(case, blocking))
    if blocking:
        return (*_to_mend(case, blocking[:_MOST_REASONS]), *_freed_by(case, verdict))
    if verdict.standing == "depends":
        return _open(case, [reason for reason in verdict.reasons if reason.undecided])
    if verdict.level == 0 or case.never_leads(verdict.design):
        return (Plain("Useful beside other work. It will not say "), *case.prose(verdict.design.will_not_say))
    return plain("It would also answer your question. The recommended design comes before it.")


def _to_mend(case: Case, blocking: list[Reason]) -> Runs:
    """Each reason with what would mend it; what closed the way, and what mends several, is said once."""
    closed, mended = set[str | None](), set[str]()
    parts: list[Runs] = []
    for reason in blocking:
        again = reason.closed_by is not None and reason.closed_by in closed
        parts.append(case.prose(reason.text) if again else blocked(case, reason))
        parts.append(() if reason.unlock in mended else case.prose(reason.unlock))
        closed.add(reason.closed_by)
        mended.add(reason.unlock)
    return _spaced(part for part in parts if part)


def _freed_by(case: Case, verdict: Verdict) -> Runs:
    """The fewest answers that would have to be different."""
    if not verdict.unlocks:
        return ()
    return (Strong(" It becomes possible if: "), *ended(case.changed(verdict.unlocks[0])))


def plainest(case: Case, blocking: list[Reason]) -> Reason:
    """Of several reasons the one that cannot change, and that rests on an answer rather than on one never asked for."""

    def plainness(reason: Reason) -> tuple[bool, bool]:
        fixed = not all(case.facts.may_change(question) for question in reason.answers)
        return (reason.closed_by is not None, not fixed)

    return min(blocking, key=plainness)


def _spaced(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts for run in (Plain(" "), *part)]
    return tuple(runs[1:])


def blocked(case: Case, reason: Reason) -> Runs:
    """What keeps a design out, with the answer behind it."""
    text = case.prose(reason.text)
    if reason.closed_by is not None:
        answer = case.say(reason.closed_by, case.route.answers[reason.closed_by])
        return (
            *text,
            *ended((Plain(" We did not ask, since you said: "), case.to(reason.closed_by), Plain(f": {answer}"))),
        )
    if reason.answers:
        return (*text, *ended((Plain(" You said: "), *case.said_because(reason))))
    return text


def _open(case: Case, undecided: list[Reason]) -> Runs:
    questions = dict.fromkeys(question for reason in undecided for question in reason.answers)
    if questions:
        return (Plain("It depends on what you do not know yet: "), *case.links(questions), Plain("."))
    if case.assessment.purpose is None:
        return plain("It depends on what you need to be able to say, which is not settled yet.")
    return plain("It depends on questions that were not asked yet.")

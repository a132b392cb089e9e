"""Why not the others: how every other design stands, what blocks it, and what would free it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.results import Reason, Standing, Verdict
from thinking_professionals.conditions import Sure
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Paragraph, Plain, Run, Runs, Section, Strong, Table
from thinking_professionals.saying import say_list

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
        yield Table(caption, ("Design", "Stands", "Why"), rows, widths=_WIDTHS)
    elsewhere = [v.design.name for v in case.assessment.verdicts if v.standing == "other_purpose"]
    if elsewhere:
        yield Paragraph(plain(f"These answer a different question: {'; '.join(sorted(elsewhere))}."), "quiet")


def _name(verdict: Verdict) -> Runs:
    strength = f"{verdict.level} out of 5" if verdict.level else "not scored"
    return (Strong(verdict.design.name), Plain(f" ({strength})"))


def _why(case: Case, verdict: Verdict) -> Runs:
    blocking = [reason for reason in verdict.reasons if reason.blocks]
    if blocking:
        return _spaced(_blocked(case, reason) for reason in blocking)
    undecided = [reason for reason in verdict.reasons if reason.undecided]
    if undecided:
        return _spaced(_open(case, reason) for reason in undecided)
    cautions = [reason for reason in verdict.of_kind("caution") if reason.holds == Sure.YES]
    if cautions:
        return _spaced(case.prose(reason.text) for reason in cautions)
    return plain("It would also work. The recommended design comes before it.")


def _spaced(parts: Iterable[Runs]) -> Runs:
    runs = [run for part in parts for run in (Plain(" "), *part)]
    return tuple(runs[1:])


def _blocked(case: Case, reason: Reason) -> Runs:
    runs: list[Run] = [*case.prose(reason.text)]
    if reason.closed_by is not None:
        runs += [
            Plain(" We did not ask about this because of your answer to “"),
            case.to(reason.closed_by),
            Plain("”."),
        ]
    elif reason.answers:
        runs += [Plain(" You said: "), *case.said_because(reason), Plain(".")]
    if reason.unlock:
        runs += [Plain(" "), *case.prose(reason.unlock)]
    return tuple(runs)


def _open(case: Case, reason: Reason) -> Runs:
    topics = [case.topic(question) for question in reason.answers]
    known = f" Not known yet: {say_list(topics)}." if topics else " Not asked yet."
    return (*case.prose(reason.text), Plain(known))

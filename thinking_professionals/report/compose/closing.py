"""The window closes on …: the last day on which the lead, and each design as strong, can still be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.answers import DontKnow
from thinking_professionals.assessment.results import Window
from thinking_professionals.library.designs import Design
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.others import STANDINGS
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Callout, Paragraph, Plain, Runs, Section, Strong, Table
from thinking_professionals.saying import say_date

_WIDTHS = (0.36, 0.18, 0.2, 0.26)
_MISSED = {
    "start": "It must be in place before the start. Move the start.",
    "decision": "It must report before you decide. Move the decision.",
}


def last_days(case: Case) -> Section:
    return Section("windows", "The window closes", tuple(_blocks(case)))


def too_late(case: Case) -> Iterator[Block]:
    """For the first page: that the lead's own window has passed."""
    window = _of_lead(case)
    if window is not None and window.passed:
        title = plain(f"The last day to choose it was {say_date(window.latest)}")
        moves = " ".join(_MISSED[what] for what in window.missed)
        instead = f" Or choose this instead: {window.instead.name}." if window.instead else ""
        yield Callout("caution", "Too late", title, (plain(f"{moves}{instead}"),))


def choose_it_by(case: Case) -> str:
    """For the first page: until when the lead can still be chosen; empty where no date binds it, or it is too late."""
    window = _of_lead(case)
    if window is None or window.passed:
        return ""
    latest = f"{say_date(window.latest)} at the very latest" if window.hurry else say_date(window.choose_by)
    return f" Choose it by {latest}."


def _of_lead(case: Case) -> Window | None:
    return next((window for window in case.windows if window.verdict.design is case.assessment.lead.design), None)


def _blocks(case: Case) -> Iterator[Block]:
    if rows := case.windows:
        yield Paragraph(plain("A design must be in place before the start, or report before you decide."))
        header = ("Design", "As things stand", "Choose it by", "At the very latest")
        table = tuple(_row(window, case.assessment.lead.design) for window in rows)
        yield Table("The last day to choose each", header, table, widths=_WIDTHS)
        yield Paragraph(
            plain("The first day allows for the months it usually takes, the second for the fewest."), "quiet"
        )
    unknown = [s.question.id for s in case.route.steps if _is_date_not_known(case, s.question.id, s.answer)]
    if unknown:
        find = "Find out these dates, and we can work out the last day to choose each design: "
        yield Paragraph((Plain(find), *case.links(unknown), Plain(".")))


def _is_date_not_known(case: Case, question_id: str, answer: object) -> bool:
    tells = case.library.questions.by_id[question_id].tells
    return tells in {"starts", "decided_by"} and isinstance(answer, DontKnow)


def _row(window: Window, lead: Design) -> tuple[Runs, ...]:
    verdict = window.verdict
    design: Runs = (Strong(verdict.design.name), Plain(f" ({out_of_five(verdict.level)})"))
    return (
        design,
        plain(STANDINGS[verdict.standing]),
        plain(say_date(window.choose_by)),
        plain(f"{say_date(window.latest)}{_left(window, lead)}"),
    )


def _left(window: Window, lead: Design) -> str:
    if not window.passed:
        return ". There is little time left." if window.hurry else ""
    if window.instead is None or window.instead is lead:
        return ". This has passed."
    return f". This has passed. Choose this instead: {window.instead.name}."

"""The window closes on …: the last day on which the lead, and each design as strong, can still be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.answers import DontKnow
from thinking_professionals.assessment.results import Window
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Callout, Paragraph, Plain, Runs, Section, Strong, Table
from thinking_professionals.saying import say_date

_WIDTHS = (0.34, 0.18, 0.2, 0.28)
_BEFORE = {"start": "It must be in place before the start", "decision": "It must report before you decide"}


def last_days(case: Case) -> Section:
    return Section("windows", "The window closes", tuple(_blocks(case)))


def too_late(case: Case) -> Iterator[Block]:
    """For the first page: that the lead's own window has passed."""
    window = _of_lead(case)
    if window is not None and window.passed:
        title = plain(f"The last day to choose it was {say_date(window.latest)}")
        move = "Move the start." if window.before == "start" else "Move the decision."
        instead = f" Or choose this instead: {window.instead.name}." if window.instead else ""
        yield Callout("caution", "Too late", title, (plain(f"{_BEFORE[window.before]}. {move}{instead}"),))


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
        header = ("Design", "Why", "Choose it by", "At the very latest")
        yield Table("The last day to choose each", header, tuple(map(_row, rows)), widths=_WIDTHS)
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


def _row(window: Window) -> tuple[Runs, ...]:
    design: Runs = (Strong(window.verdict.design.name), Plain(f" ({out_of_five(window.verdict.level)})"))
    return (design, plain(f"{_BEFORE[window.before]}."), plain(say_date(window.choose_by)), plain(_latest(window)))


def _latest(window: Window) -> str:
    day = say_date(window.latest)
    if window.passed:
        instead = (
            f"Choose this instead: {window.instead.name}." if window.instead else "It is too late for all of them."
        )
        return f"{day}. This has passed. {instead}"
    return f"{day}. There is little time left." if window.hurry else day

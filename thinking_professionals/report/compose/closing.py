"""The window closes on …: the last day on which the lead, and each design as strong, can still be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thinking_professionals.answers import DontKnow
from thinking_professionals.assessment.results import Before, Reporting, Window
from thinking_professionals.library.designs import Design
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.others import STANDINGS
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Callout, Paragraph, Plain, Runs, Section, Strong, Table
from thinking_professionals.saying import say_date, say_month

_WIDTHS = (0.26, 0.15, 0.2, 0.18, 0.21)
_HEADER = ("Design", "As things stand", "Choose it by", "The very last day", "It would report")
_HOW_TO_READ = (
    "“Choose it by” takes the time that things usually take. “The very last day” is for when all goes fast and nothing "
    "slips. A study that must be in place before the start reports so long after the start, however soon you choose it."
)


def last_days(case: Case) -> Section:
    return Section("windows", "The window closes", tuple(_blocks(case)))


def too_late(case: Case) -> Iterator[Block]:
    """For the first page: that the lead cannot be done in time as planned, and what then."""
    window = _of_lead(case)
    if window is not None and window.passed:
        was = f": the last day to choose it was {say_date(window.latest)}" if window.latest < case.as_of else ""
        moves = " ".join(_move(what, window.reporting) for what in window.missed)
        instead = f"Or choose this instead: {window.instead.name}." if window.instead else _NOTHING_ELSE
        yield Callout("caution", "Too late", plain(f"It is too late as planned{was}"), (plain(f"{moves} {instead}"),))


_NOTHING_ELSE = "Nothing else that fits your answers can be done in time."


def _move(missed: Before, reporting: Reporting | None) -> str:
    if missed == "start":
        return "It must be in place before the start. Move the start."
    if reporting is None or not reporting.never_in_time:
        return "It must report before you decide. Move the decision."
    return f"Even if all goes fast, {_after_deciding(reporting.soonest, reporting)} Move the decision."


def in_time(case: Case) -> Iterator[Runs]:
    """For the first page: where time is short for the lead, though not too short."""
    window = _of_lead(case)
    if window is not None and not window.passed:
        if window.hurry:
            last = f"If all goes fast, the very last day is {say_date(window.latest)}."
            yield (Strong("The usual time to choose it has passed. "), Plain(last))
        if window.reporting is not None and window.reporting.late:
            after = _after_deciding(window.reporting.usual, window.reporting)
            yield (Strong("It may report too late. "), Plain(f"As a rule {after} Move the start, or the decision."))


def _after_deciding(day: date, reporting: Reporting) -> str:
    assert reporting.decided_by is not None  # else it would not be late
    return f"it would report in about {say_month(day)}, after you must decide ({say_date(reporting.decided_by)})."


def choose_it_by(case: Case) -> str:
    """For the first page: until when the lead can still be chosen, as a rule; empty where no date binds it."""
    window = _of_lead(case)
    if window is None or window.passed or window.hurry:
        return ""
    return f" Choose it by {say_date(window.choose_by)}."


def _of_lead(case: Case) -> Window | None:
    return next((window for window in case.windows if window.verdict.design is case.assessment.lead.design), None)


def _blocks(case: Case) -> Iterator[Block]:
    if rows := case.windows:
        yield Paragraph(
            plain(f"A design must be in place before the start, or report before you decide.{_dates(case)}")
        )
        table = tuple(_row(window, case.assessment.lead.design) for window in rows)
        yield Table("The last day to choose each", _HEADER, table, widths=_WIDTHS)
        yield Paragraph(plain(_HOW_TO_READ), "quiet")
    unknown = [s.question.id for s in case.route.steps if _is_date_not_known(case, s.question.id, s.answer)]
    if unknown:
        find = "Find out these dates, and we can work out the last day to choose each design: "
        yield Paragraph((Plain(find), *case.links(unknown), Plain(".")))


def _is_date_not_known(case: Case, question_id: str, answer: object) -> bool:
    tells = case.library.questions.by_id[question_id].tells
    return tells in {"starts", "decided_by"} and isinstance(answer, DontKnow)


def _dates(case: Case) -> str:
    """The two days that everything turns on, as far as they are known."""
    starts, decided = case.route.told("starts"), case.route.told("decided_by")
    start = f" It starts on {say_date(starts)}." if isinstance(starts, date) else ""
    return f"{start} You decide by {say_date(decided)}." if isinstance(decided, date) else start


def _row(window: Window, lead: Design) -> tuple[Runs, ...]:
    verdict = window.verdict
    design: Runs = (Strong(verdict.design.name), Plain(f" ({out_of_five(verdict.level)})"))
    return (
        design,
        plain(STANDINGS[verdict.standing]),
        plain(f"{say_date(window.choose_by)}{'. This has passed.' if window.hurry else ''}"),
        plain(f"{say_date(window.latest)}{_left(window, lead)}"),
        plain(_reports(window)),
    )


def _reports(window: Window) -> str:
    if window.reporting is None:
        return "Too late" if window.passed else "In time, if chosen by then"
    when = f"In about {say_month(window.reporting.usual)}"
    return f"{when}, after you decide" if window.reporting.late else when


def _left(window: Window, lead: Design) -> str:
    if not window.passed:
        return ""
    if window.instead is None or window.instead is lead:
        return ". It is too late as planned."
    return f". It is too late as planned. Choose this instead: {window.instead.name}."

"""The last day on which a design can still be chosen: in time to set it up, and in time for what it finds to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from thinking_professionals.assessment.results import Assessment, Before, Reporting, Verdict, Window
from thinking_professionals.calculators.dates import months_after, months_before
from thinking_professionals.library.designs import Design, Range
from thinking_professionals.route import Route


def windows(route: Route, assessment: Assessment, as_of: date) -> tuple[Window, ...]:
    """The lead and the designs as strong as it that may yet lead, each with its last day if it has one.

    The strongest come first, and of those the first to close. Needs `with_unlocks` first: a design that is not yet
    possible counts where there is a way to make it so.
    """
    instead = next((design for design in _possible(assessment) if _still_open(route, design, as_of)), None)
    rows = (_window(route, verdict, as_of, instead) for verdict in _in_play(assessment))
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: (-row.verdict.level, row.choose_by)))


def _in_play(assessment: Assessment) -> Iterator[Verdict]:
    lead = assessment.lead
    yield lead
    for verdict in assessment.leading:
        in_play = verdict.in_play or (verdict.standing == "not_yet" and verdict.unlocks)
        if verdict is not lead and in_play and verdict.level >= max(lead.level, 1):
            yield verdict


def _possible(assessment: Assessment) -> Iterator[Design]:
    return (verdict.design for verdict in assessment.leading if verdict.possible)


class _Deadline(NamedTuple):
    choose_by: date
    latest: date
    before: Before


def _still_open(route: Route, design: Design, as_of: date) -> bool:
    return not _missed(tuple(_deadlines(route, design)), _reporting(route, design), as_of)


def _window(route: Route, verdict: Verdict, as_of: date, instead: Design | None) -> Window | None:
    deadlines, reporting = tuple(_deadlines(route, verdict.design)), _reporting(route, verdict.design)
    if not deadlines:
        return None
    first, latest = min(deadlines), min(deadline.latest for deadline in deadlines)
    missed = _missed(deadlines, reporting, as_of)
    return Window(
        verdict=verdict,
        choose_by=first.choose_by,
        latest=latest,
        before=first.before,
        missed=missed,
        hurry=first.choose_by < as_of <= latest,
        reporting=reporting,
        instead=instead if missed else None,
    )


def _missed(deadlines: Iterable[_Deadline], reporting: Reporting | None, as_of: date) -> tuple[Before, ...]:
    """What it can no longer be in time for, however fast all goes."""
    missed = [deadline.before for deadline in deadlines if deadline.latest < as_of]
    if reporting is not None and reporting.never_in_time:
        missed.append("decision")
    return tuple(dict.fromkeys(missed))


def _deadlines(route: Route, design: Design) -> Iterator[_Deadline]:
    starts, decided = route.told("starts"), route.told("decided_by")
    if isinstance(starts, date) and design.set_up is not None:
        yield _before(starts, design.set_up, "start")
    if isinstance(decided, date):
        yield _before(decided, design.effort.months, "decision")


def _before(day: date, months: Range, what: Before) -> _Deadline:
    return _Deadline(months_before(day, months.central), months_before(day, months.low), what)


def _reporting(route: Route, design: Design) -> Reporting | None:
    """What is left of the study once it has been set up runs from the start, however early it was chosen."""
    starts, decided = route.told("starts"), route.told("decided_by")
    if not isinstance(starts, date) or design.set_up is None:
        return None
    study, set_up = design.effort.months, design.set_up
    return Reporting(
        usual=months_after(starts, max(study.central - set_up.central, Decimal(0))),
        soonest=months_after(starts, max(study.low - set_up.low, Decimal(0))),
        decided_by=decided if isinstance(decided, date) else None,
    )

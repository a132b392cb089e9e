"""Why this design: what it needs and what you said, what speaks for it, and what to watch."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import Reason
from thinking_professionals.assessment.warnings import warnings
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import chosen_because
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Heading, Paragraph, Plain, Runs, Section, Table

_WIDTHS = (0.5, 0.32, 0.18)
_HEADER = ("Reason", "You said", "Source")


def why_this(case: Case) -> Section:
    return Section("why", "Why this design", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    lead = case.assessment.lead
    yield Paragraph(case.prose(chosen_because(case.assessment)))
    if lead.speaks_for:
        yield Table("What speaks for it", _HEADER, tuple(_row(case, r) for r in lead.speaks_for), widths=_WIDTHS)
    else:
        yield Paragraph(plain("It needs nothing first, so it is always possible."))
    yield from _always(case, "What it is good at", lead.design.strengths)
    yield _scale(case)
    if watched := [reason for reason in warnings(case.assessment) if reason in lead.cautions]:
        yield Heading(plain("What to watch"))
        rows = tuple(_row(case, reason) for reason in watched)
        yield Table("What could weaken it", _HEADER, rows, widths=_WIDTHS)
    yield from _always(case, "What always threatens it", lead.design.threats)
    if stops := [proviso for proviso in case.assessment.provided_that if proviso.kind == "stop"]:
        yield Heading(plain("What it rests on, and is not known yet"))
        yield Bullets(tuple((case.to(p.question.id), Plain(": "), *case.prose(p.text)) for p in stops))


def _always(case: Case, title: str, points: tuple[str, ...]) -> Iterator[Block]:
    """What holds of the design whatever was answered."""
    yield Heading(plain(title))
    yield Bullets(tuple(case.prose(point) for point in points))


def _scale(case: Case) -> Block:
    lead = case.assessment.lead
    runs = case.prose(
        "Strength says how well a design can show cause, from 1 (weak) to 5 (strongest). On the Maryland scale"
    )
    said = (
        f" (original version; What Works Growth version in brackets where it differs), this design is: {lead.maryland}."
    )
    return Paragraph((*runs, Plain(said)), "quiet")


def _row(case: Case, reason: Reason) -> tuple[Runs, ...]:
    because = case.prose(f"Serious: {reason.text}" if reason.serious else reason.text)
    remedy = case.prose(f" {reason.unlock}") if reason.kind == "caution" and reason.unlock else ()
    return ((*because, *remedy), case.said_because(reason), plain(case.source(reason.source, reason.sure)))

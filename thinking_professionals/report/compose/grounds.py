"""The sources behind the advice, how sure each is, and how to read the marks."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.library.sourcing import SURENESS_WORDS, Source
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Paragraph, Runs, Section, Table

_MARKS = (
    "Each rule and figure says how sure we are of it: "
    + "; ".join(SURENESS_WORDS.values())
    + ". A planning assumption has no published source. Put your own figure in its place where you have one."
)


def grounds(case: Case) -> Section:
    return Section("sources", "Where this comes from", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    used = sorted(_used(case), key=lambda source: source.by)
    yield Paragraph(plain(_MARKS))
    header = ("Who", "What", "Published", "Last read")
    yield Table("Sources used in this report", header, tuple(_row(s) for s in used), widths=(0.26, 0.44, 0.15, 0.15))
    for licence in sorted({source.licence for source in used if source.licence}):
        yield Paragraph(plain(licence), "quiet")


def _used(case: Case) -> list[Source]:
    costs, design = case.library.costs, case.assessment.lead.design
    ids = {reason.source for verdict in case.assessment.verdicts for reason in verdict.reasons}
    ids |= {note.source for note in case.assessment.feasibility} | {line.source for line in case.cost.lines}
    ids |= {design.effort.source, design.example.source, costs.band.source, costs.in_house.source}
    ids |= {allowance.source for allowance in (*costs.time, *costs.hidden)}
    return [source for source in case.library.sources if source.id in ids]


def _row(source: Source) -> tuple[Runs, ...]:
    title = f"{source.title}. {source.address}" if source.address else source.title
    return (plain(source.by), plain(title), plain(source.date), plain(source.seen))

"""The sources behind the advice, how sure each is, and how to read the marks."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.library.sourcing import Source
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Paragraph, Runs, Section, Table

_MARKS = (
    "Each rule and figure gives its source and how far we got with it: read; read second-hand; only a summary read; a "
    "MOPAC or MPS paper; to be checked (professional knowledge); calculated; or a planning assumption, which has no "
    "published source. Put your own figure in its place where you have one."
)


def grounds(case: Case) -> Section:
    return Section("sources", "Where this comes from", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    yield Paragraph(plain(_MARKS))
    used = [case.library.source_by_id[source_id] for source_id in case.cited]
    rows = tuple(_row(case, source) for source in used)
    header = ("No.", "Who", "What", "Published", "Last read")
    yield Table("Sources used in this report", header, rows, widths=(0.07, 0.2, 0.46, 0.13, 0.14))
    for licence in sorted({source.licence for source in used if source.licence}):
        yield Paragraph(plain(licence), "quiet")


def _row(case: Case, source: Source) -> tuple[Runs, ...]:
    title = f"{source.title}. {source.address}" if source.address else source.title
    number = f"[{case.cited[source.id]}]"
    return (plain(number), plain(source.by), plain(title), plain(source.date), plain(source.seen))

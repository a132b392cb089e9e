"""Make your monitoring an evaluation: the one or two cheap changes that would lift the advice, and to what."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import Lifted
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Paragraph, Plain, Runs, Section, Strong


def cheap_changes(case: Case) -> Section:
    return Section("lifts", "Make your monitoring an evaluation", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    if lifts := case.assessment.lifts:
        yield Paragraph(plain("A small change to how it is run, or to what is noted, would tell you far more."))
        yield Bullets(tuple(_change(case, item) for item in lifts))


def _change(case: Case, item: Lifted) -> Runs:
    lead, lift = case.assessment.lead, item.lift
    lifts_to = f" It would lift the advice from “{lead.design.name}” ({out_of_five(lead.level)}) to "
    return (
        Strong(f"{lift.name}. "),
        *case.prose(lift.because),
        Plain(lifts_to),
        Strong(item.design.name),
        Plain(f" ({out_of_five(item.level)})"),
        *_if(case, item),
        Plain(f". {case.source(lift.source, lift.sure)}"),
    )


def _if(case: Case, item: Lifted) -> Runs:
    if not item.rests_on:
        return ()
    return (Plain(", if these turn out well too, which are not known yet: "), *case.links(item.rests_on))

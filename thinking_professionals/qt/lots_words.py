"""What is said of a draw before and after it, as the blocks that a page shows."""

from __future__ import annotations

from collections.abc import Sequence

from thinking_professionals.qt.lots import Done, LotDrawing, Prepared
from thinking_professionals.report.document import Block, Bullets, Callout, Plain, Runs, Said, Table

MOST_ROWS = 12
"""Groups shown by name before the rest are counted."""


def outcome(lots: LotDrawing) -> list[Block]:
    if lots.done is not None:
        return _after(lots.done)
    return _before(lots.prepared) if lots.prepared is not None else []


def _before(prepared: Prepared) -> list[Block]:
    counts = [
        (arm, f"{least:,}" if least == most else f"{least:,} or {most:,}") for arm, least, most in prepared.counts()
    ]
    once = (
        "To draw again because one dislikes how the lots fell spoils the study: then a person chooses, and not chance. "
        "Agree first, with all who must keep to it, that this draw will be followed."
    )
    return [_table("What will come of it", counts), Callout("caution", "Draw once", (), ((Plain(once),),))]


def _after(done: Done) -> list[Block]:
    drawn, written = done.drawn, done.written
    counts = [(arm, f"{count:,}") for arm, count in drawn.counts.items()]
    told = (
        (Plain("Who gets what is in "), Said(str(written.allocation)), Plain(".")),
        (Plain("How it was drawn is in "), Said(str(written.record)), Plain(". With the list, anyone can repeat it.")),
        (Plain("Seed: "), Said(drawn.seed)),
    )
    keep = "Keep the three files together, and keep to this draw. Count everyone in the group they were drawn into."
    notes = [*drawn.notes, *filter(None, [written.warning])]
    blocks: list[Block] = [
        Callout("go", "Done", (Plain("Lots are drawn."),), told),
        _table("What came of it", counts),
        Callout("caution", "Keep to it", (), ((Plain(keep),),)),
    ]
    return [*blocks, Bullets(tuple((Said(note),) for note in notes))] if notes else blocks


def _table(caption: str, counts: Sequence[tuple[str, str]]) -> Table:
    rows: list[tuple[Runs, ...]] = [((Said(arm),), (Plain(count),)) for arm, count in counts[:MOST_ROWS]]
    if more := counts[MOST_ROWS:]:
        rows.append(((Plain(f"and {len(more)} more"),), (Plain(f"each {more[0][1]}"),)))
    return Table(caption, ("Group", "How many"), tuple(rows), numeric=(1,), widths=(0.7, 0.3))

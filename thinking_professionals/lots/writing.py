"""The allocation on disk, with its record beside it: both written once, and never over a file that is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thinking_professionals.files import write_new_file
from thinking_professionals.lots.draw import Draw, names_digest
from thinking_professionals.lots.fault import ListFault, some
from thinking_professionals.lots.reading import Source, in_utf8
from thinking_professionals.lots.record import ENDING, Occasion, compose, read_record, record_path
from thinking_professionals.lots.safely import safe

SUFFIXES = (".csv", ".xlsx")
MOST_RECORDS = 500
"""Records looked through for an earlier draw."""
_SETS = {"blocked": "Block", "pairs": "Pair"}


@dataclass(frozen=True, slots=True)
class Written:
    """Where an allocation and its record are; `earlier` are records beside it of other draws from the same list."""

    allocation: Path
    record: Path
    earlier: tuple[str, ...]

    @property
    def warning(self) -> str:
        """That lots were drawn before; nothing where they were not."""
        if not self.earlier:
            return ""
        return (
            f"Lots were drawn from this list before: see {some([f'“{name}”' for name in self.earlier])}. Only the "
            "first draw counts, unless it was a trial run. The record says so."
        )


def write_draw(source: Source, drawn: Draw, output: Path, when: datetime, *, own_seed: bool) -> Written:
    """Write the allocation and its record. Raises ListFault and CannotWrite.

    The record comes first, so that no allocation ever stands without one.
    """
    if output.suffix.lower() not in SUFFIXES:
        raise ListFault(f"“{output.name}” must end in .csv or .xlsx, which says what kind of list is written.")
    record = record_path(output)
    for path in (output, record):
        if path.exists() or path.is_symlink():
            raise ListFault(
                f"“{path}” is there already, and a draw is never written over. If it holds your draw, keep to it. "
                "Else choose another name."
            )
    made = _workbook(drawn) if output.suffix.lower() == ".xlsx" else _delimited(drawn)
    occasion = Occasion(when, own_seed, output, earlier_draws(drawn, output.parent))
    write_new_file(record, compose(source, drawn, occasion))
    try:
        write_new_file(output, made)
    except BaseException:  # Ctrl-C as well as a full disk
        with suppress(OSError):
            record.unlink()
        raise
    return Written(output, record, occasion.earlier)


def earlier_draws(drawn: Draw, folder: Path) -> tuple[str, ...]:
    """The records in a folder of draws from a list of the same names."""
    names = names_digest(drawn.units)
    found: list[str] = []
    with suppress(OSError):
        for path in sorted(folder.glob(f"*{ENDING}"))[:MOST_RECORDS]:
            with suppress(ListFault):
                if read_record(path).names_sha256 == names:
                    found.append(in_utf8(path.name))
    return tuple(found)


def rows_of(drawn: Draw) -> Iterator[Sequence[str]]:
    """Headings and rows: the name, the columns used, the block or pair, and last the group. Nothing else is copied."""
    units, set_heading = drawn.units, _SETS.get(drawn.settings.method)
    ours = [heading for heading in (set_heading, "Group") if heading]
    theirs = (units.id_column, *units.columns)
    yield (*theirs, *(_free(heading, theirs) for heading in ours))
    sets = [[str(number or "") for number in drawn.allocation.sets]] if set_heading else []
    yield from zip(units.names, *units.columns.values(), *sets, drawn.groups, strict=True)


def _free(heading: str, taken: Sequence[str]) -> str:
    """A heading that the list does not have yet."""
    while heading.casefold() in {one.casefold() for one in taken}:
        heading += " by lot"
    return heading


def _delimited(drawn: Draw) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    made = io.StringIO(newline="")
    csv.writer(made).writerows([safe(value) for value in row] for row in rows_of(drawn))
    return made.getvalue().encode("utf-8-sig")


def _workbook(drawn: Draw) -> bytes:
    """Every value is text, so that nothing is worked out and no zero at the front is lost."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Allocation")
    for row in rows_of(drawn):
        cells = [WriteOnlyCell(sheet, value=value) for value in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()

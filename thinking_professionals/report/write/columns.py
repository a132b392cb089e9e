"""How wide things are on paper, as shares, so that PDF and Word agree."""

from __future__ import annotations

from thinking_professionals.report.document import Table


def shares(table: Table) -> tuple[float, ...]:
    """Shares of the text width, one a column: the table's own, or equal ones."""
    count = len(table.header)
    return table.widths or (1 / count,) * count


def facts_across(count: int) -> int:
    """How many of `count` key facts stand side by side."""
    return 2 if count in {1, 2, 4} else 3

"""Writes the table of docs/power.md from the catalogue, with source and reference of each method: `make docs-power`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from thinking_professionals.calculators.power.catalogue import CALCULATORS
from thinking_professionals.paths import ROOT

PAGE = ROOT / "docs" / "power.md"
BEGIN, END = "<!-- from the catalogue: make docs-power -->", "<!-- end -->"


def main() -> int:
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def with_table(page: str) -> str:
    """The page with its table as it should be."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n" + "\n".join(_lines()) + f"\n\n{END}{after}"


def _lines() -> Iterator[str]:
    yield "| calculator | method | what it is | source of the formula | checked against |"
    yield "|---|---|---|---|---|"
    for calculator in CALCULATORS:
        for method in calculator.methods:
            first = method is calculator.methods[0]
            name = f"`{calculator.name}`: {calculator.title}" if first else ""
            chosen = f"**{method.name}**" if first else method.name
            yield _row(name, chosen, method.what, method.source, method.reference)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(main())

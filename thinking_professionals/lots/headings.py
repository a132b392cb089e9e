"""Finding the columns that a person means by their headings, and the one that names the units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from thinking_professionals.lots.fault import ListFault, some
from thinking_professionals.lots.table import Table, tidy

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMING = frozenset({"id", "ids", "ref", "reference", "urn", "identifier"})


def naming_heading(table: Table) -> str:
    """The first that says it names, such as “Ref” or “TeamID”; else that of the first column."""
    found = (heading for heading in table.headings if _names(heading))
    return next(found, table.headings[0])


def find_headings(table: Table, wanted: Sequence[str]) -> tuple[str, ...]:
    """The headings as they stand in the list, each once. Capitals do not count where that leaves but one.

    Raises ListFault for all that are not there, or there more than once.
    """
    faults: list[str] = []
    found = dict.fromkeys(_find(table, tidy(one), faults) for one in wanted)
    if faults:
        raise ListFault(*faults)
    return tuple(found)


def _names(heading: str) -> bool:
    return not _NAMING.isdisjoint(word.lower() for word in _WORDS.findall(heading))


def _find(table: Table, key: str, faults: list[str]) -> str:
    exact = [heading for heading in table.headings if heading == key]
    close = [heading for heading in table.headings if heading.casefold() == key.casefold()]
    found = exact or close
    if len(found) == 1:
        return found[0]
    if found:
        faults.append(f"{len(found)} columns have the heading “{key}”. Give each a heading of its own.")
    else:
        faults.append(f"There is no column “{key}”. {_meant(table, key)}")
    return ""


def _meant(table: Table, key: str) -> str:
    if near := get_close_matches(key, table.headings, n=1):
        return f"Did you mean “{near[0]}”?"
    return f"The columns are: {some([f'“{heading}”' for heading in table.headings])}."

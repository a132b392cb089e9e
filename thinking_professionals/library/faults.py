"""What is wrong with content, said to its author: where it is, what it is and what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

_MOST_CHOICES = 8


class ContentError(NamedTuple):
    """One fault. `file` is relative to the root of the content, with forward slashes; line 1 is the first."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} - {self.remedy}"


class ContentFaults(Exception):
    """Content that cannot be used, with every fault found, in the order of files and lines."""

    def __init__(self, faults: Iterable[ContentError]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


def suggest(word: str, known: Collection[str]) -> str:
    """The remedy for a word that is not among the known ones: the nearest, or the whole choice where it is short."""
    from difflib import get_close_matches  # content without faults has no use for it

    near = get_close_matches(word, known, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    if 0 < len(known) <= _MOST_CHOICES:
        return f"use one of {', '.join(sorted(known))}"
    return "correct it, or add it where such things are declared"

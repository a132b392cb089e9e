"""The words of a calculator laid out for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from thinking_professionals.report.compose.power_words import PowerWords

_WIDTH = 96


def in_words(words: PowerWords) -> str:
    return "\n".join(_lines(words))


def _lines(words: PowerWords) -> Iterator[str]:
    yield textwrap.fill(" ".join(words.answer), _WIDTH)
    yield from _part("If a guess is wrong", words.guesses)
    yield from _part("How it was worked out", [words.method])
    yield from _part("This takes for granted", words.assumptions)
    yield from _part("To watch", words.warnings)


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [textwrap.fill(item, _WIDTH, initial_indent="  - ", subsequent_indent="    ") for item in items]
    if lines:
        yield ""
        yield title
        yield from lines

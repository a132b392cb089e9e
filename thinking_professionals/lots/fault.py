"""What is wrong with a list, a wish or a record: all of it at once, in sentences that say what to do."""

from __future__ import annotations

from collections.abc import Sequence


class ListFault(Exception):
    """One sentence or several; its text is all of them, each on a line."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        super().__init__("\n".join(sentences))


class Clash(ListFault):
    """Wishes that cannot all be met, whatever the list."""


SHOWN = 8
"""How many things are named before the rest are counted."""


def some(things: Sequence[object]) -> str:
    """A list in words, cut short where it is long: 3, 5 and 9; or 1, 2, … and 40 more."""
    words = [str(thing) for thing in things]
    if len(words) > SHOWN:
        return f"{', '.join(words[:SHOWN])} and {len(words) - SHOWN:,} more"
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def on_lines(lines: Sequence[int]) -> str:
    return f"on line {lines[0]}" if len(lines) == 1 else f"on lines {some(lines)}"

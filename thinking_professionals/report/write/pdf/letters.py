"""Letters the typeface lacks: each is printed as a marker, and named on the last page with the place where it stands.

ReportLab does not shape text either, so scripts that run from right to left or join their letters are named as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from thinking_professionals.report.document import Block, Bullets, Paragraph, Plain, Section, Strong
from thinking_professionals.report.write.words import clean

MARKER = "▯"
"""Printed in place of a character; both weights of the typeface have it."""

_BLANK = frozenset(" \n\u00a0")
_MISREAD = ("ARABIC", "DEVANAGARI", "HEBREW")


@dataclass(slots=True)
class Letters:
    """What can be printed, and what could not be so far, by place. `place` is the part of the report being set."""

    known: frozenset[str]
    place: str = "Title"
    missing: dict[str, dict[str, None]] = field(default_factory=dict)
    misread: dict[str, dict[str, None]] = field(default_factory=dict)

    def printable(self, text: str) -> str:
        """The text, cleaned, with a marker for each character that has no glyph and would show."""
        text = clean(text).replace("\t", " ")
        used = set(text) - _BLANK
        self._note(self.misread, [_script(letter) for letter in sorted(used) if _script(letter) in _MISREAD])
        lacking = sorted(used - self.known | {letter for letter in used if _is_unseen(letter)})
        self._note(self.missing, lacking)
        return text.translate({ord(letter): _stand_in(letter) for letter in lacking}) if lacking else text

    def section(self) -> Section | None:
        """The closing note, or None when everything was printed as it should be."""
        blocks: list[Block] = []
        if self.missing:
            blocks += _listed(
                f"Each of these is printed as {MARKER}, or left out if it never shows. Other formats keep them all.",
                self.missing,
                _name,
            )
        if self.misread:
            blocks += _listed(
                "Text in these scripts may read in the wrong order here, or with letters unjoined.",
                self.misread,
                str.capitalize,
            )
        return Section("unprintable", "Characters that could not be printed", tuple(blocks)) if blocks else None

    def _note(self, found: dict[str, dict[str, None]], names: list[str]) -> None:
        if names:
            found.setdefault(self.place, {}).update(dict.fromkeys(names))


def _listed(words: str, found: dict[str, dict[str, None]], say: Callable[[str], str]) -> list[Block]:
    places = [(Strong(f"{place}: "), Plain(", ".join(map(say, names)))) for place, names in found.items()]
    return [Paragraph((Plain(words),)), Bullets(tuple(places))]


def _stand_in(letter: str) -> str:
    return "" if _is_unseen(letter) else MARKER


def _is_unseen(letter: str) -> bool:
    """Joiners, soft hyphens and selectors guide the setting of other letters; some fonts draw them as tools."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def _name(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'with no name')}"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]

"""The blocks of a section as a story that ReportLab can break into pages."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Text

from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Section,
    Table,
)
from thinking_professionals.report.write.pdf.callouts import set_callout
from thinking_professionals.report.write.pdf.facts import set_facts
from thinking_professionals.report.write.pdf.flow import Bookmark, Room
from thinking_professionals.report.write.pdf.letters import Letters
from thinking_professionals.report.write.pdf.painting import Painting
from thinking_professionals.report.write.pdf.setting import Piece, height, set_runs, set_text
from thinking_professionals.report.write.pdf.style import (
    CAPTION,
    DESCRIPTION,
    HEADINGS,
    HEIGHT,
    ITEM,
    PARAGRAPHS,
    SECTION,
)
from thinking_professionals.report.write.pdf.tables import set_table

_TWO_LINES = 32.0
_LEAD_IN = 70.0
_AFTER_LIST = 9.0


def set_section(section: Section, letters: Letters) -> list[Flowable]:
    """The section's flowables: a bookmark, its title, and its blocks. Headings stay with what follows them."""
    letters.place = section.title
    title = set_text(section.title, SECTION, letters)
    bookmark = Bookmark(section.id, letters.printable(section.title))
    pieces = [Piece([bookmark, title], start=height(title), leads=True)]
    pieces += [_before(_set(block, letters), then) for block, then in zip_longest(section.blocks, section.blocks[1:])]
    return _with_room(pieces)


def _before(piece: Piece, then: Block | None) -> Piece:
    """A few lines that lead to a table or a list stay with it."""
    if not isinstance(then, Table | Bullets) or [type(flowable) for flowable in piece.flowables] != [Text]:
        return piece
    whole = height(*piece.flowables) + piece.flowables[0].getSpaceAfter()
    return replace(piece, start=whole, leads=True) if whole <= _LEAD_IN else piece


def _with_room(pieces: list[Piece]) -> list[Flowable]:
    story: list[list[Flowable]] = []
    following = 0.0
    for piece in reversed(pieces):
        following = piece.start + (following if piece.leads else 0.0)
        story.append([Room(following), *piece.flowables])
    return [flowable for flowables in reversed(story) for flowable in flowables]


def _set(block: Block, letters: Letters) -> Piece:
    match block:
        case Heading():
            heading = set_runs(block.text, HEADINGS[block.level], letters)
            return Piece([heading], start=height(heading), leads=True)
        case Paragraph():
            return Piece([set_runs(block.text, PARAGRAPHS[block.role], letters)], start=_TWO_LINES)
        case Bullets():
            return _list(block, letters)
        case Table():
            return set_table(block, letters)
        case KeyFacts():
            return set_facts(block, letters)
        case Callout():
            return set_callout(block, letters)
        case Figure():
            return _figure(block, letters)
        case _:
            assert_never(block)


def _list(block: Bullets, letters: Letters) -> Piece:
    """Steps are kept together, unless they fill a third of a page."""
    items = _items(block, letters)
    whole = height(*items) + sum(item.getSpaceAfter() for item in items[:-1])
    return Piece(items, start=whole if block.ordered and whole <= HEIGHT / 3 else _TWO_LINES)


def _items(block: Bullets, letters: Letters) -> list[Text]:
    marks = (f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1))
    items = [set_runs(item, ITEM, letters, bullet=mark) for item, mark in zip(block.items, marks, strict=True)]
    for last in items[-1:]:
        last.spaceAfter = _AFTER_LIST
    return items


def _figure(figure: Figure, letters: Letters) -> Piece:
    caption = set_text(figure.caption, CAPTION, letters)
    painting = Painting(figure.drawing, letters)
    description = set_text(figure.description, DESCRIPTION, letters)
    table = set_table(figure.table, letters)
    return Piece([caption, painting, description, *table.flowables], start=height(caption, painting))

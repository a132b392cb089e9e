"""The few marks that python-docx has no words for: grounds, edges, repeated headers, lists that start again at one."""
# ruff: noqa: TID253 - imported only when a Word document is written

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph


def shade(paragraph: Paragraph, ground: str, edge: str) -> None:
    """A tinted ground with a coloured edge to its left; colours as "#1B1F24". Paragraphs alike join into one box."""
    fill = ground.lstrip("#")
    sides = [
        _mark("w:top", val="single", sz=4, space=6, color=fill),
        _mark("w:left", val="single", sz=24, space=10, color=edge.lstrip("#")),
        _mark("w:bottom", val="single", sz=4, space=6, color=fill),
    ]
    properties = paragraph._p.get_or_add_pPr()
    for mark in (_mark("w:pBdr", sides), _mark("w:shd", val="clear", color="auto", fill=fill)):
        properties.insert_element_before(mark, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def rule(table: Table, sides: Iterable[str], colour: str) -> None:
    """Hairlines on the named sides (`top`, `insideH` and so on) of a table, whose text then starts where others do."""
    lines = [_mark(f"w:{side}", val="single", sz=4, color=colour.lstrip("#")) for side in sides]
    margins = _mark("w:tblCellMar", [_mark("w:left", w=0, type="dxa"), _mark("w:right", w=160, type="dxa")])
    properties = table._tbl.tblPr
    properties.insert_element_before(_mark("w:tblBorders", lines), "w:tblLayout", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def repeat(row: _Row) -> None:
    """Print the row again at the top of each page that the table goes on to."""
    row._tr.get_or_add_trPr().append(_mark("w:tblHeader", val="true"))


def keep_whole(row: _Row) -> None:
    """Turn the page before the row, not inside it."""
    row._tr.get_or_add_trPr().append(_mark("w:cantSplit"))


def new_numbers(document: Document, style: str) -> int:
    """A numbered list that starts at one: the id to give `number`."""
    numbering = document.part.numbering_part.element
    of_style = document.styles[style].element.pPr.numPr.numId.val
    pattern = numbering.num_having_numId(of_style).abstractNumId.val
    fresh = numbering.add_num(pattern)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def number(paragraph: Paragraph, numbers: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = numbers
    properties.get_or_add_ilvl().val = 0


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out, such as PAGE."""
    paragraph._p.append(_mark("w:fldSimple", [paragraph.add_run("1")._r], instr=code))


def _mark(tag: str, inside: Iterable[Any] = (), **values: object) -> Any:
    mark = OxmlElement(tag)
    for name, value in values.items():
        mark.set(qn(f"w:{name}"), str(value))
    mark.extend(inside)
    return mark

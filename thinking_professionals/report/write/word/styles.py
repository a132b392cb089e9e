"""The styles of a Word document: what a person changes there changes everywhere in it."""
# ruff: noqa: TID253 - imported only when a Word document is written

from __future__ import annotations

from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from thinking_professionals.report.drawing import Ink
from thinking_professionals.report.write.palette import INKS

FONT = "Calibri"
MARGIN = Mm(22)
TEXT_WIDTH = Mm(210 - 2 * 22)


class Look(NamedTuple):
    """Sizes and spaces in points."""

    name: str
    base: str
    """The style that a style of ours builds on; empty for one of Word's own."""
    size: float
    before: float = 0
    after: float = 0
    ink: Ink = "ink"
    bold: bool = False


LOOKS = (
    Look("Normal", "", 10.5, 5, 4),
    Look("Brand", "Normal", 10, after=18, ink="accent", bold=True),
    Look("Title", "", 26, after=6, bold=True),
    Look("Subtitle", "", 13, after=8, ink="quiet"),
    Look("Heading 1", "", 17, 26, 8, bold=True),
    Look("Heading 2", "", 12.5, 14, 4, bold=True),
    Look("Heading 3", "", 10.5, 10, 3, "quiet", bold=True),
    Look("Lead", "Normal", 13, 8, 10),
    Look("Quiet", "Normal", 9, 4, 6, "quiet"),
    Look("Caption", "", 10.5, 12, 4, bold=True),
    Look("List Bullet", "", 10.5, after=4),
    Look("List Number", "", 10.5, after=4),
    Look("Cell", "Normal", 9.5, 3, 3),
    Look("Cell Heading", "Cell", 8.5, 3, 3, "quiet", bold=True),
    Look("Fact Label", "Normal", 9, 5, ink="quiet"),
    Look("Fact Value", "Normal", 16, ink="accent", bold=True),
    Look("Callout Label", "Normal", 9, 10, bold=True),
    Look("Callout Title", "Normal", 12, bold=True),
    Look("Callout Text", "Normal", 10.5, 2),
    Look("Footer", "", 8, ink="quiet"),
)


def set_styles(document: Document) -> None:
    """Page, type and colours; each style is one of Word's own, made ours, or one that builds on them."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    for look in LOOKS:
        _set(_style(document, look), look)
    for name in ("Caption", "Cell Heading"):
        _paragraph_style(document, name).paragraph_format.keep_with_next = True
    _speak_english(document)


def _style(document: Document, look: Look) -> ParagraphStyle:
    if look.base:
        document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[look.base]
    return _paragraph_style(document, look.name)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set(style: ParagraphStyle, look: Look) -> None:
    _strip(style)
    face, space = style.font, style.paragraph_format
    face.name, face.size, face.bold = FONT, Pt(look.size), look.bold
    face.color.rgb = RGBColor.from_string(INKS[look.ink].lstrip("#"))
    space.space_before, space.space_after, space.line_spacing = Pt(look.before), Pt(look.after), 1.15


def _strip(style: ParagraphStyle) -> None:
    """Take away the look of Word's own style; its theme's fonts would win over ours."""
    for path in ("w:rPr", "w:pPr/w:pBdr", "w:pPr/w:contextualSpacing"):
        for part in style.element.xpath(path):
            part.getparent().remove(part)


def _speak_english(document: Document) -> None:
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), "en-GB")

"""The look of a page on paper: measures in points, and a style for each kind of text."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from thinking_professionals.report.write.palette import INKS
from thinking_professionals.report.write.pdf.faces import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, FOOT = 64.0, 62.0, 84.0
WIDTH = PAGE_WIDTH - 2 * SIDE
HEIGHT = PAGE_HEIGHT - TOP - FOOT
TALLEST = 0.8 * HEIGHT
"""The most that anything may ask for in one piece."""
MEASURE = 412.0
"""Width of running text: about 80 letters."""

INK, QUIET, ACCENT = HexColor(INKS["ink"]), HexColor(INKS["quiet"]), HexColor(INKS["accent"])
RULE = HexColor(INKS["rule"])


def text_style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    """Regular ink unless `more` says otherwise; never a lone line at the top or foot of a page."""
    look: dict[str, Any] = {
        "fontName": REGULAR,
        "bulletFontName": REGULAR,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, **(look | more))


_STRONG = {"fontName": BOLD}
_RUNNING = {"rightIndent": WIDTH - MEASURE}

BRAND = text_style("brand", 9, 12, textColor=ACCENT, **_STRONG)
TITLE = text_style("title", 24, 28, spaceBefore=14, **_STRONG)
SMALL_TITLE = text_style("small title", 17, 22, spaceBefore=26, **_STRONG)
SUBTITLE = text_style("subtitle", 13, 18, spaceBefore=6, textColor=QUIET, **_RUNNING)
DATE = text_style("date", 9, 13, spaceBefore=3, spaceAfter=12, textColor=QUIET)
SECTION = text_style("section", 17, 21, spaceBefore=24, spaceAfter=8, **_STRONG)
HEADINGS = {
    3: text_style("heading 3", 11.5, 15, spaceBefore=17, spaceAfter=5, **_STRONG, **_RUNNING),
    4: text_style("heading 4", 9.75, 14, spaceBefore=12, spaceAfter=3, textColor=QUIET, **_STRONG, **_RUNNING),
}
PARAGRAPHS = {
    "body": text_style("body", 9.75, 14.75, spaceAfter=7.5, **_RUNNING),
    "lead": text_style("lead", 13, 19.5, spaceBefore=8, spaceAfter=10, **_RUNNING),
    "quiet": text_style("quiet", 8.5, 12.5, spaceAfter=6, textColor=QUIET, **_RUNNING),
}
ITEM = text_style("item", 9.75, 14.75, spaceAfter=5, leftIndent=17, bulletIndent=2, bulletFontSize=9.75, **_RUNNING)
CAPTION = text_style("caption", 9.75, 14, spaceBefore=12, spaceAfter=6, **_STRONG)
DESCRIPTION = text_style("description", 8.5, 12.5, spaceBefore=4, spaceAfter=4, textColor=QUIET, **_RUNNING)
HEAD = text_style("head", 8.25, 11.5, textColor=QUIET, **_STRONG)
HEAD_RIGHT = text_style("head right", 8.25, 11.5, textColor=QUIET, alignment=TA_RIGHT, **_STRONG)
CELL = text_style("cell", 9, 13)
CELL_RIGHT = text_style("cell right", 9, 13, alignment=TA_RIGHT)
FACT_LABEL = text_style("fact label", 8.5, 12, textColor=QUIET)
FACT_NOTE = text_style("fact note", 8.5, 12, textColor=QUIET)
FACT_VALUES = tuple(
    text_style(f"fact value {size}", size, leading, textColor=ACCENT, **_STRONG)
    for size, leading in ((22, 28), (17, 22), (13, 18), (10.5, 15))
)
CALLOUT_TITLE = text_style("callout title", 11.5, 16, **_STRONG)
CALLOUT_TEXT = text_style("callout text", 9.5, 14)

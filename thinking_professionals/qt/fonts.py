"""The typeface: FiraGO, the same on screen and in the PDF. Where it cannot be had, the system's own font serves."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

FACES = ("figo", "figbo")
"""Regular and bold in the font package; a missing slant is drawn by Qt."""

BODY = 15
"""Pixels of body text at normal size on a system whose own text is 12 or 13 pixels high."""


def install_typeface() -> str:
    """The family name to use, or "" when the font package or one of its faces does not load."""
    try:
        import pymupdf_fonts  # type: ignore[import-untyped]
    except ImportError:
        return ""
    families = [_install(pymupdf_fonts.fontbuffers[face]()) for face in FACES]
    return families[0] if all(families) else ""


def body_font(system: QFont, family: str, percent: int) -> QFont:
    """The application font at a text size; a person whose system text is larger than usual keeps that advantage."""
    height = QFontInfo(system).pixelSize()
    font = QFont(family) if family else QFont(system)
    font.setPixelSize(round(max(BODY, height * BODY / 13) * percent / 100))
    return font


def _install(data: bytes) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
    return families[0] if families else ""

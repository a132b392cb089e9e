"""The typeface: FiraGO, the same on screen and in the PDF. Where it cannot be had, the system's own font serves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from thinking_professionals.files import CannotWrite, write_file

FACES = ("figo", "figbo")
"""Regular and bold in the font package; a missing slant is drawn by Qt."""

BODY = 15
"""Pixels of body text at normal size on a system whose own text is 12 or 13 pixels high."""


def install_typeface(cache: Path | None = None) -> str:
    """The family name to use, or "" when the font package or one of its faces does not load.

    `cache` is a folder for the unpacked faces: unpacking takes longer than all else that happens before a window shows.
    """
    try:
        import pymupdf_fonts  # type: ignore[import-untyped]
    except ImportError:
        return ""
    families = []
    for face in FACES:
        kept = cache / f"{face}.ttf" if cache else None
        size = pymupdf_fonts.fontdescriptors[face]["size"]
        families.append(_install(_kept(kept, size) or _unpack(pymupdf_fonts.fontbuffers[face], kept)))
    return families[0] if all(families) else ""


def _kept(path: Path | None, size: int) -> bytes:
    """What is kept of a face, where it is whole."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return b""
    return data if len(data) == size else b""


def _unpack(packed: Callable[[], bytes], path: Path | None) -> bytes:
    data = packed()
    if path:
        with suppress(OSError, CannotWrite):  # it is only a copy
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(path, data, durable=False)
    return data


def body_font(system: QFont, family: str, percent: int) -> QFont:
    """The application font at a text size; a person whose system text is larger than usual keeps that advantage."""
    height = QFontInfo(system).pixelSize()
    font = QFont(family) if family else QFont(system)
    font.setPixelSize(round(max(BODY, height * BODY / 13) * percent / 100))
    return font


def _install(data: bytes) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
    return families[0] if families else ""

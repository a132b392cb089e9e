"""The typeface of the product, FiraGO, from its package: the same letters on screen, on paper and in pictures.

It holds Latin with Welsh and Polish, Greek, Cyrillic and more, as TrueType outlines that a document can carry.
"""

from __future__ import annotations

from typing import Literal

Weight = Literal["regular", "bold"]


def font(weight: Weight) -> bytes:
    """The font file of one weight, as bytes. Source: the `pymupdf-fonts` package, SIL Open Font Licence 1.1."""
    if weight == "bold":
        from pymupdf_fonts import FiraGO_Bold as face  # type: ignore[import-untyped]
    else:
        from pymupdf_fonts import FiraGO_Regular as face
    data: bytes = face.fontbuffer
    return data

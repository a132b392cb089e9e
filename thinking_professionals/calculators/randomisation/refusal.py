"""Lots that cannot be drawn are refused, never bent: a sentence that names the true cause and what to do."""

from __future__ import annotations


class CannotDraw(ValueError):
    """The text says what stands in the way, and what would help."""

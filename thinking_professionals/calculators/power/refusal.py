"""What cannot be worked out is refused, never guessed: a sentence that names the true cause and what to do."""

from __future__ import annotations


class Refused(ValueError):
    """The text says what stands in the way, and what would help."""

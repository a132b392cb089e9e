"""How often chance alone looks like a result."""

from __future__ import annotations


def chance_of_any(tests: int, alpha: float = 0.05) -> float:
    """Of at least one false alarm among so many tests that have nothing to do with each other."""
    return 1 - (1 - alpha) ** tests

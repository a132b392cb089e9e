"""The small library's fixtures, under the names that tests ask for."""

from tests.small import assessed, counted, library, longer, typed, walked

__all__ = ["assessed", "counted", "library", "longer", "typed", "walked"]

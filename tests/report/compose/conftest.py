"""The small library's fixtures, under the names that tests ask for."""

from tests.small import assessed, library, longer, typed, walked

__all__ = ["assessed", "library", "longer", "typed", "walked"]

"""The small library's fixtures, under the names that tests ask for."""

from tests.small import assessed, library, typed

__all__ = ["assessed", "library", "typed"]

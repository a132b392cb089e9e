"""The small library's fixture, under the name that tests ask for."""

from tests.small import library

__all__ = ["library"]

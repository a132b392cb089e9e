"""Small changes to how a scheme is run or recorded that would turn monitoring into an evaluation."""

from __future__ import annotations

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.condition import When
from thinking_professionals.library.ids import Slug
from thinking_professionals.library.sourcing import Sureness


class Setting(Authored):
    """An answer as it would be after the change: a question of kind `one`, and one of its options."""

    question: Slug
    to: Slug


class Lift(Authored):
    """A change that costs little. What it lifts the advice to is worked out by the engine, never written here."""

    id: Slug
    name: str
    """What to do, such as "Draw lots for the order"."""
    when: When
    """Where it can be done and has not been."""
    gives: tuple[Setting, ...]
    because: str
    source: Slug
    sure: Sureness

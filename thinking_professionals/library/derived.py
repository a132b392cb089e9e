"""Facts that are worked out from answers: by which calculator, from what, and what to take where something is unknown.

A rule tests a derived fact by its bands, as it tests a question by its options. An input that may stand for a range
says which way it works, so that the two ends of the range give the two ends of the fact.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.condition import When
from thinking_professionals.library.ids import END, Slug
from thinking_professionals.library.questions import Number, Option, Question
from thinking_professionals.library.sourcing import Sureness

Plan = Literal["side_by_side", "by_turns", "in_steps", "over_time"]
"""How those with the scheme are compared with those without: what a fact is worked out for."""

Role = Literal[
    "in_all",
    "with_it",
    "without",
    "for_each",
    "per_group",
    "share_now",
    "share_change",
    "count_now",
    "count_change",
    "months",
    "before",
    "after",
    "autocorrelation",
    "spread",
    "score_change",
    "rises",
    "icc",
    "correlation",
    "dispersion",
    "lost",
    "reached",
    "leaked",
]


class Guess(Authored):
    """What to take for an input that is not asked, or not known. The first whose `when` holds is taken."""

    when: When | None = None
    low: Number
    central: Number
    high: Number
    source: Slug
    sure: Sureness


class Input(Authored):
    """One figure that a fact needs: an answer where one is given, else a guess where there is one."""

    role: Role
    questions: tuple[Slug, ...] = ()
    """Questions of kind `number` that may hold it; the first one that was asked counts."""
    better: Literal["more", "less"] | None = None
    """Which way raises the fact. Without it the figure must be known."""
    guesses: tuple[Guess, ...] = ()
    always: bool = False
    """Whether a guess also stands where none of the questions is asked, and not only where the answer is not known."""


class FactBand(Authored):
    id: Slug
    name: str
    at_least: Number | None = None
    """The lowest value in it; the last band has none."""


class DerivedFact(Authored):
    """The chance of seeing the change hoped for, by one way of comparing."""

    id: Slug
    name: str
    unit: str
    plan: Plan
    designs: tuple[Slug, ...] = ()
    """Whose chance it is, where it is not that of any two groups side by side."""
    along: tuple[Role, ...] = ()
    """Inputs that may work either way here, so that the whole of their range is looked at and not its ends alone."""
    bands: tuple[FactBand, ...]
    """Highest first."""
    mixed: Slug
    """The band of a range that lies in more than one."""

    @cached_property
    def tested(self) -> Question:
        """What a test of it is held to: a question whose options are its bands."""
        options = tuple(Option(id=band.id, label=band.name) for band in self.bands)
        return Question(
            id=self.id,
            kind="one",
            topic=self.name,
            ask=self.name,
            why_we_ask="",
            can_change="no",
            options=options,
            next=END,
        )


class Derivation(Authored):
    """The facts, and the inputs that they share."""

    inputs: tuple[Input, ...]
    facts: tuple[DerivedFact, ...]


NO_FACTS = Derivation(inputs=(), facts=())

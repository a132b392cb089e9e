"""Where a person can be. A place is a value: going somewhere is handing one over, and Back is a list of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    pass


@dataclass(frozen=True, slots=True)
class Door:
    """A door that has no questions yet, open onto its page."""

    branch: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the door that the plan is at."""

    question: str


@dataclass(frozen=True, slots=True)
class Check:
    pass


@dataclass(frozen=True, slots=True)
class Result:
    pass


@dataclass(frozen=True, slots=True)
class Numbers:
    """One calculator, by its name; all of them, to choose from, where there is none."""

    calculator: str = ""


@dataclass(frozen=True, slots=True)
class Lots:
    """Where lots are drawn from a list."""


Place = Home | Door | Ask | Check | Result | Numbers | Lots

"""What a calculator asks for, as data: the command line, the Numbers page and the docs are made from it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

Kind = Literal["number", "whole", "list"]
Role = Literal["effect", "sample", "setting"]
Amount = float | int | tuple[float, ...]

SCALES, SQUARES, ODDS = "scales", "squares", "odds"
"""For `dilutes`: the effect shrinks in proportion, or, since it is a square, in proportion squared; or it is the odds
of pairs to change one way, and the difference between those that change either way shrinks in proportion.
"""
FINEST, GREATEST = 1e-12, 1e12
"""What is closer to nothing than this, or further from it, no one means; it would be lost in rounding."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One thing to fill in. `name` is the argument of the function; with dashes it is the option."""

    name: str
    label: str
    """In plain words, for the Numbers page."""
    hint: str = ""
    kind: Kind = "number"
    role: Role = "setting"
    least: float = -math.inf
    most: float = math.inf
    strict: bool = False
    """The bounds themselves are not allowed."""
    default: float | None = None
    dilutes: str = ""
    """Of an effect: SCALES, SQUARES, ODDS, or the field towards which it moves when fewer take part."""
    loses: bool = False
    """A number of people, of whom some are lost before the outcome is known."""

    def read(self, amount: Amount) -> Amount:
        """The amount as the calculator takes it, if it makes sense here; raises Refused, which names the field."""
        if self.kind == "list":
            amounts = amount if isinstance(amount, tuple) else (amount,)
            if not amounts:
                raise Refused(f"{self.label}: the list is empty. Give {self._bounds()}, or several.")
            return tuple(self._one(one) for one in amounts)
        if isinstance(amount, tuple):
            raise Refused(f"{self.label}: there is room for one figure only. Give {self._bounds()}.")
        return self._one(amount)

    def _one(self, one: float) -> float:
        if not math.isfinite(one) or not self._inside(one):
            raise Refused(f"{self.label}: {one:.12g} cannot be. Give {self._bounds()}.")
        if self.kind == "whole" and one != int(one):
            raise Refused(f"{self.label}: {one:.12g} is not a whole number. Give {self._bounds()}.")
        if one and not FINEST <= abs(one) <= GREATEST:
            raise Refused(f"{self.label}: {one:g} is too {'large' if abs(one) > 1 else 'small'} to be meant.")
        return int(one) if self.kind == "whole" else one

    def _inside(self, one: float) -> bool:
        return self.least < one < self.most if self.strict else self.least <= one <= self.most

    def _bounds(self) -> str:
        what = "a whole number" if self.kind == "whole" else "a number"
        low = f"{'above' if self.strict else 'of at least'} {self.least:g}" if self.least > -math.inf else ""
        high = f"{'below' if self.strict else 'at most'} {self.most:g}" if self.most < math.inf else ""
        return " ".join(part for part in (what, low, "and" if low and high else "", high) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One way of working it out, with where its formula stands and what it was checked against."""

    name: str
    what: str
    source: str
    reference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Calculator:
    name: str
    title: str
    about: str
    """When to use it, for someone who has never met it."""
    effect: str
    """What `mdes` is measured in."""
    fields: tuple[Field, ...]
    methods: tuple[Method, ...]
    """The first is used where none is named."""
    work: Callable[..., PowerResult]
    """Takes the fields by name, and `alpha`, `sides`, `power` and `method`."""
    example: str
    """Options that make a first try, as one would type them."""
    one_sided: bool = True
    """Whether a one-sided test has a meaning here."""
    either: tuple[tuple[str, ...], ...] = ()
    """Ways to say the same thing, of which one at most is taken; a way is the names of its fields, with spaces."""
    together: tuple[tuple[str, ...], ...] = ()
    """Fields that say something only all together."""
    largest: float = math.inf
    """What the effect cannot go beyond."""
    counted: str = "people"
    """What its numbers are numbers of."""

    def check(self, given: Collection[str]) -> None:
        """Raises Refused where two of the names given contradict each other, or one calls for another."""
        for ways in self.either:
            used = [
                next(name for name in way.split() if name in given) for way in ways if set(way.split()) & set(given)
            ]
            if len(used) > 1:
                raise Refused(
                    f"Of {self._told(used[0])} and {self._told(used[1])} only one can be given. Leave one out."
                )
        for names in self.together:
            lacking = [name for name in names if name not in given]
            if 0 < len(lacking) < len(names):
                there = next(name for name in names if name in given)
                raise Refused(f"Without {self._told(lacking[0])}, {self._told(there)} says nothing. Give both.")

    def _told(self, name: str) -> str:
        return next(f"“{field.label}”" for field in self.fields if field.name == name)


ALPHA = Field(
    name="alpha",
    label="Risk of a false alarm",
    hint="The share of studies of something useless that would still look like a success. 0.05 is usual.",
    least=0,
    most=1,
    strict=True,
    default=0.05,
)
SIDES = Field(
    name="sides",
    label="Look for change in one direction or two",
    hint="2 unless harm is out of the question, which it seldom is.",
    kind="whole",
    least=1,
    most=2,
    default=2,
)
POWER = Field(
    name="power",
    label="Chance to see the change if it is there",
    hint="0.8 is the least that most funders accept; 0.9 where it cannot be done again.",
    least=0,
    most=1,
    strict=True,
    default=0.8,
)
COMMON = (ALPHA, SIDES, POWER)

"""Research designs and the rules by which they say when they fit; gates are rules that hold for a family of designs."""

from __future__ import annotations

from typing import Literal

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.condition import Condition, When
from thinking_professionals.library.ids import Slug
from thinking_professionals.library.questions import Number
from thinking_professionals.library.sourcing import Sureness

Family = Literal["randomised", "drawn", "comparison", "two_groups", "impact", "quantitative", "value"]
"""`two_groups` where those with it and those without are compared side by side, over the same time.
`drawn` where lots are drawn for anything, be it only an invitation; `randomised` where they decide who gets it."""
Role = Literal["first", "alongside", "then", "instead"]
RuleKind = Literal["stop", "caution", "favour"]


class Need(Authored):
    """What must be true before a design competes at all."""

    id: Slug
    when: When
    because: str
    unlock: str = ""
    source: Slug
    sure: Sureness


class Rule(Authored):
    """Exactly one of `stop`, `caution`, `favour` holds a condition; the rest says what it means for the design."""

    id: Slug
    stop: When | None = None
    caution: When | None = None
    favour: When | None = None
    serious: bool = False
    made_for: bool = False
    topic: Slug | None = None
    """Cautions on one topic count once; a rule without a topic is its own."""
    because: str
    unless: str = ""
    """Of a stop: what is true when it does not hold, and so what is hoped while it is not known."""
    unlock: str = ""
    source: Slug
    sure: Sureness

    @property
    def kind(self) -> RuleKind:
        return "stop" if self.stop is not None else "caution" if self.caution is not None else "favour"

    @property
    def when(self) -> Condition:
        condition = self.stop or self.caution or self.favour
        assert condition is not None  # the loader refuses a rule without one
        return condition


class Gate(Authored):
    """One readiness criterion for every design of the families named, and what it says when nothing is wrong."""

    id: Slug
    name: str
    applies_to: tuple[Family, ...]
    rules: tuple[Rule, ...]
    go: str
    """What is true when nothing is wrong; also completes "provided that …" while it is not known."""
    source: Slug
    sure: Sureness


class LevelStep(Authored):
    """`{when, level, maryland}` or the closing `{otherwise, maryland}`."""

    when: When | None = None
    level: int | None = None
    otherwise: int | None = None
    maryland: str

    @property
    def strength(self) -> int:
        value = self.level if self.level is not None else self.otherwise
        assert value is not None  # the loader refuses a step without one
        return value


class Companion(Authored):
    design: Slug
    role: Role
    because: str
    when: When | None = None


class Days(Authored):
    """Person-days of work, central estimate."""

    director: Number
    senior: Number
    researcher: Number
    field: Number


class Range(Authored):
    low: Number
    central: Number
    high: Number


class Effort(Authored):
    days: Days
    direct: Number
    """Pounds of direct cost, central, in the price year of the rates."""
    direct_for: str = ""
    months: Range
    source: Slug
    sure: Sureness


class Example(Authored):
    text: str
    source: Slug
    sure: Sureness


class Design(Authored):
    id: Slug
    name: str
    in_short: str
    """One sentence for someone who has never heard of it."""
    purposes: tuple[Slug, ...]
    never_leads: tuple[Slug, ...] = ()
    """Purposes it may support but never be the recommendation for."""
    family: tuple[Family, ...] = ()
    level: tuple[LevelStep, ...]
    needs: tuple[Need, ...] = ()
    rules: tuple[Rule, ...] = ()
    companions: tuple[Companion, ...] = ()
    lets_you_say: str
    will_not_say: str
    how_to: tuple[str, ...]
    """The first steps to take, in order."""
    strengths: tuple[str, ...]
    threats: tuple[str, ...]
    not_when: str
    example: Example
    registry: str = ""
    """UK Evaluation Registry design code, such as `impact.rct.cluster`."""
    cost_band: int
    """1 (cheapest) to 9: declared, so that the order between designs is data and can be proved."""
    set_up: Range | None = None
    """Months from choosing it to the scheme's first start: for a design that must be in place before. Else none."""
    effort: Effort

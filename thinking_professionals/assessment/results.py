"""What an assessment is: one frozen value that every reader of it (page, paper, JSON) takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from thinking_professionals.answers import Answer
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Design, Gate, Role, RuleKind
from thinking_professionals.library.questions import Branch, Purpose, Question
from thinking_professionals.library.sourcing import Sureness

Standing = Literal["recommended", "possible", "possible_with_care", "depends", "not_yet", "ruled_out", "other_purpose"]
NoteTone = Literal["go", "caution", "stop", "unknown"]


MOST_FIXES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One need or rule that bears on a design, with the answers behind it.

    `holds` says how surely the need is met, or the rule fires. `closed_by` names the answer that kept a question from
    being asked, when that is why the need is not met.
    """

    rule: str
    """Full id: `design.need`, `design.rule` or `gate.rule`."""
    kind: RuleKind | Literal["need"]
    holds: Sure
    text: str
    unlock: str
    source: str
    sure: Sureness
    answers: Mapping[str, Answer]
    topic: str
    serious: bool = False
    made_for: bool = False
    closed_by: str | None = None
    """Id of the question whose answer closed the way."""

    @property
    def blocks(self) -> bool:
        return self.holds == Sure.NO if self.kind == "need" else self.kind == "stop" and self.holds == Sure.YES

    @property
    def undecided(self) -> bool:
        return self.kind in {"need", "stop"} and self.holds == Sure.MAYBE


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer to change: `before` and `after` are answers to `question`."""

    question: Question
    before: Answer
    after: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Whole pounds."""

    low: int
    central: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    item: str
    quantity: Decimal
    unit: str
    rate: Money | None
    low: int
    central: int
    high: int
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class CostEstimate:
    """The outer band of a design's cost, ex VAT, wider than any likely cost, and the same work done in house."""

    lines: tuple[CostLine, ...]
    total: Money
    in_house: Money
    price_year: int
    currency: str
    vat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one design stands. Reasons are every need, met or not, and every rule that fires or may fire."""

    design: Design
    standing: Standing
    level: int
    maryland: str
    reasons: tuple[Reason, ...]
    unlocks: tuple[tuple[Change, ...], ...] = ()
    """Smallest sets of changes that would make it possible; worked out for designs that are not yet possible."""

    def of_kind(self, kind: str) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.kind == kind)

    @property
    def speaks_for(self) -> tuple[Reason, ...]:
        """Needs that are surely met and favours that surely fire."""
        return tuple(r for r in self.reasons if r.kind in {"need", "favour"} and r.holds == Sure.YES)

    @property
    def cautions(self) -> tuple[Reason, ...]:
        """Cautions that surely fire."""
        return tuple(r for r in self.of_kind("caution") if r.holds == Sure.YES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proviso:
    """Something that must turn out true for the lead to stand: an unknown answer, and what is hoped of it in words."""

    question: Question
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A companion in the package with its role."""

    design: Design
    role: Role
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeasibilityNote:
    """What one gate says of this scheme, whichever design leads."""

    gate: Gate
    tone: NoteTone
    text: str
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFindOut:
    """A question answered "I don't know" that bears on which design leads."""

    question: Question
    designs: tuple[Design, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How the lead was chosen: the first thing on which it beats the runner-up."""

    decided_by: Literal["only", "level", "made_for", "serious_cautions", "cautions", "preference", "cost_band"]
    runner_up: Design | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    branch: Branch
    complete: bool
    next_question: Question | None
    purpose: Purpose | None
    better_door: Branch | None
    lead: Verdict
    provided_that: tuple[Proviso, ...]
    """What the lead rests on that is not known yet; empty when it stands firm."""
    fallback: Verdict | None
    """The best design that is safe whatever the unknowns turn out to be; None when the lead itself is."""
    stronger_if_known: tuple[Verdict, ...]
    """Designs above the lead that an unknown need keeps from leading."""
    choice: Choice
    candidates: tuple[Design, ...]
    verdicts: tuple[Verdict, ...]
    """Every design, best first."""
    companions: tuple[Member, ...]
    feasibility: tuple[FeasibilityNote, ...]
    find_out_next: tuple[ToFindOut, ...]
    set_aside: Mapping[str, Answer]

    @property
    def if_you_fix(self) -> tuple[Verdict, ...]:
        """Up to three designs stronger than the lead that a few changed answers would make possible.

        Needs `with_unlocks` first.
        """
        purpose = self.purpose.id if self.purpose else ""
        stronger = [v for v in self.verdicts if v.unlocks and v.level > self.lead.level]
        leading = [v for v in stronger if purpose in v.design.purposes and purpose not in v.design.never_leads]
        return tuple(sorted(leading, key=lambda v: (len(v.unlocks[0]), -v.level))[:MOST_FIXES])

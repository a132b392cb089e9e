"""What an assessment is: one frozen value that every reader of it (page, paper, JSON) takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from thinking_professionals.answers import Answer
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Design, Gate, Role, RuleKind
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import Branch, Purpose, Question
from thinking_professionals.library.sourcing import Sureness
from thinking_professionals.library.stakes import Stake

Standing = Literal["recommended", "possible", "possible_with_care", "depends", "not_yet", "ruled_out", "other_purpose"]
NoteTone = Literal["go", "caution", "stop", "unknown"]
Before = Literal["start", "decision"]
"""What a design must be chosen in time for."""


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


def scheme_changes(changes: Iterable[Change]) -> int:
    """How many answers about the scheme itself would change: others to do the study, or more money, weigh less."""
    return sum(not change.question.of_study for change in changes)


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

    @property
    def possible(self) -> bool:
        """Whether it could be done as things stand, whatever the unknowns turn out to be."""
        return self.standing in {"recommended", "possible", "possible_with_care"}

    @property
    def in_play(self) -> bool:
        """Whether it is possible, or may turn out to be."""
        return self.possible or self.standing == "depends"

    @property
    def competes(self) -> bool:
        """For one that may lead: whether all needs are met and no stop fires, though one may yet."""
        return self.in_play and not any(reason.kind == "need" and reason.undecided for reason in self.reasons)

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
    kind: Literal["stop", "fork", "check"]
    """Of the design itself; of the way through the questions; or a readiness check, which turns on nothing else."""


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
    rule: str
    """Full id of the rule that says so, `gate.rule`; empty when nothing stands in the way."""
    text: str
    source: str
    sure: Sureness
    unlock: str = ""
    """Of what stops a study: what to do about it."""

    @property
    def may_stop(self) -> bool:
        """Whether it is not known yet, and would stop the designs it applies to if it turned out badly."""
        stops = (f"{self.gate.id}.{rule.id}" for rule in self.gate.rules if rule.kind == "stop")
        return self.tone == "unknown" and self.rule in stops


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFindOut:
    """A question answered "I don't know" that bears on which design leads."""

    question: Question
    designs: tuple[Design, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deserved:
    """How much study the choice is worth. It never caps what is advised."""

    stake: Stake
    """What is deserved at the least, whatever the unknowns turn out to be."""
    answers: Mapping[str, Answer]
    """The answers that make it so."""
    at_most: Stake | None
    """What it may come to deserve, once more is known; None where that is settled."""
    turns_on: tuple[str, ...]
    """The questions, not known yet, on which that turns."""

    @property
    def known(self) -> bool:
        """Whether anything at all is known of what is at stake."""
        return bool(self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What a package comes to, central, with some of what goes alongside left out or their own people at work."""

    leave_out: tuple[Design, ...]
    in_house: bool
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """How a package could be brought within a budget, giving up as little as may be."""

    steps: tuple[Saving, ...]
    """The workings: each saves more than the one before, and the last is enough unless `instead` is needed."""
    instead: Design | None
    """Another design, where the lead cannot be had for the money."""
    cost: int | None
    """Central, in pounds; None where nothing that fits the answers can be had for the money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportion:
    """What the lead costs with all that goes first and alongside, beside what bears on how much is right."""

    whole: Money
    share: Decimal | None
    """Of what the scheme costs in a year."""
    budget: int | None
    economy: Economy | None
    """Where the budget is known and too small."""
    lighter: Verdict | None
    """Where the lead is stronger than the choice deserves: the cheapest possible design that is strong enough."""

    @property
    def package(self) -> int:
        """The central figure of the whole."""
        return self.whole.central


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A small change to how the scheme is run or recorded, and what it would lift the advice to."""

    lift: Lift
    design: Design
    level: int
    rests_on: tuple[str, ...]
    """Questions, not known yet, on which it turns as well, beyond those that the advice rests on already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """When a design that must be in place before the start would report: choosing it sooner brings that no nearer."""

    usual: date
    soonest: date
    """With every month as short as it can be."""
    decided_by: date | None

    @property
    def late(self) -> bool:
        return self.decided_by is not None and self.usual > self.decided_by

    @property
    def never_in_time(self) -> bool:
        return self.decided_by is not None and self.soonest > self.decided_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The last day on which a design can still be chosen."""

    verdict: Verdict
    choose_by: date
    """With months as they usually run."""
    latest: date
    """With every month as short as it can be."""
    before: Before
    missed: tuple[Before, ...]
    """What it can no longer be in time for."""
    hurry: bool
    """Whether the day to choose it by has passed, and the very latest has not."""
    reporting: Reporting | None
    """None where that turns on the day it is chosen."""
    instead: Design | None
    """For one that has passed: the best that is possible and still open."""

    @property
    def passed(self) -> bool:
        return bool(self.missed)


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
    deserved: Deserved | None
    """None where nothing was asked of what is at stake."""
    set_aside: Mapping[str, Answer]
    lifts: tuple[Lifted, ...] = ()
    """At most two, best first; worked out by `with_unlocks`."""

    @property
    def beside(self) -> tuple[Design, ...]:
        """What is advised to go first or alongside, and so is paid for with the lead."""
        return tuple(member.design for member in self.companions if member.role in {"first", "alongside"})

    @property
    def leading(self) -> tuple[Verdict, ...]:
        """The designs that may lead for what the person needs to be able to say, best first."""
        purpose = self.purpose.id if self.purpose else ""
        return tuple(v for v in self.verdicts if purpose in v.design.purposes and purpose not in v.design.never_leads)

    @property
    def if_you_fix(self) -> tuple[Verdict, ...]:
        """Up to three designs stronger than the lead that a few changed answers would make possible.

        What changes least of the scheme comes first, and of that what is strongest. A design is left out where a
        stronger one takes no other changes. Needs `with_unlocks` first.
        """
        found: list[Verdict] = []
        stronger = [v for v in self.leading if v.unlocks and v.level > self.lead.level]
        for verdict in sorted(stronger, key=lambda v: (scheme_changes(v.unlocks[0]), -v.level)):
            if not any(other.level > verdict.level and _changes_no_more(other, verdict) for other in found):
                found.append(verdict)
        return tuple(found[:MOST_FIXES])


def _changes_no_more(verdict: Verdict, than: Verdict) -> bool:
    return {c.question.id for c in verdict.unlocks[0]} <= {c.question.id for c in than.unlocks[0]}

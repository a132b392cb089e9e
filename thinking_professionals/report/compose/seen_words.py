"""Changes, chances and groups in a person's own terms, for the section that says whether a change could be seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from thinking_professionals.assessment.detection import Detection
from thinking_professionals.calculators.power.levers import Kind
from thinking_professionals.library.derived import Role

_YEAR = 12


@dataclass(frozen=True, slots=True)
class SeenWords:
    """Says amounts of one detection; changes come in the unit of its comparison."""

    seen: Detection

    @property
    def way(self) -> str:
        return {True: "a rise", False: "a fall"}[self.seen.planned.rises]

    @property
    def units(self) -> str:
        """What gets the scheme or not: people, or teams or places."""
        return self.seen.units or ("teams or places" if self.seen.planned.grouped else "people, teams or places")

    def change(self, amount: float) -> str:
        """`a fall of 38%`, `a fall of 7 in 100`, `a fall of 0.4 points`."""
        return f"{self.way} of {self.size(amount)}"

    def size(self, amount: float) -> str:
        match self.seen.planned.measure:
            case "share":
                return f"{_figure(100 * amount, 2)} in 100"
            case "count":
                return f"{self.per_cent(amount):.0f}%" if self.per_cent(amount) >= 1 else "less than 1%"
        return f"{_figure(amount, 2)} {'times the usual spread' if self.seen.in_spreads else 'points'}"

    @property
    def largest(self) -> str:
        """The largest change there could be, in words; empty where there is no end to it."""
        planned = self.seen.planned
        if planned.measure == "score" or planned.most == math.inf:
            return ""
        return "a rise to all of them" if planned.rises else "a fall to nothing"

    def per_cent(self, amount: float) -> float:
        """Of what there is now."""
        return 100 * amount / self.seen.planned.now

    def axis(self, amount: float) -> float:
        """A change as a picture shows it: in 100, in per cent or in points."""
        match self.seen.planned.measure:
            case "share":
                return 100 * amount
            case "count":
                return self.per_cent(amount)
        return amount

    @property
    def axis_name(self) -> str:
        unit = {"share": "in 100", "count": "per cent", "score": "spreads" if self.seen.in_spreads else "points"}[
            self.seen.planned.measure
        ]
        return f"Smallest change you could see, {unit}"

    def from_to(self, amount: float) -> str:
        """`, from 1,030 to about 640 a year`; nothing for a score, whose present average is not asked."""
        planned = self.seen.planned
        after = planned.now + (amount if planned.rises else -amount)
        if planned.measure == "share":
            return f", from {_figure(100 * planned.now)} to {_figure(round(100 * after, 1))} in 100"
        if planned.measure == "count":
            return f", from {self._a_year(planned.now)} to about {self._a_year(after)} a year if all had it"
        return ""

    def _a_year(self, each: float) -> str:
        planned = self.seen.planned
        return _figure(each * planned.in_all * planned.size * _YEAR / (self.seen.months or _YEAR))

    def lever(self, kind: Kind) -> str:
        return _LEVERS[kind].format(units=self.units)


_LEVERS: dict[Kind, str] = {
    "groups": "Twice as many {units}",
    "evenly": "As many with it as without it",
    "people": "Twice as many people in each",
    "months": "Twice as many months of counting",
    "baseline": "A year of figures from before for each, taken into account",
    "by_turns": "Each has it for half of the time, in an order drawn by lot (only if it wears off soon)",
    "in_steps": "All get it in four steps, in an order drawn by lot",
}

TAKEN: dict[Role, str] = {
    "icc": "How alike people in one team or place are (0 no more than any two, 1 the same)",
    "correlation": "How well figures from before foretell those after (0 not at all, 1 exactly)",
    "dispersion": "How much more the count jumps about than pure luck (1 is pure luck)",
    "lost": "Share of people lost before the outcome is known",
    "reached": "Share of those meant to get it who do",
    "leaked": "Share of the others who get some of it anyway",
    "before": "Months of figures from before",
    "after": "Months of figures from after",
    "autocorrelation": "How much one month is like the next (0 not at all, 1 exactly)",
    "without": "Others to compare with",
    "for_each": "Others to compare with, for each one who gets it",
}


def times(chance: float) -> int:
    """In 100; never nought or a hundred, since nothing is certain."""
    return min(99, max(1, round(100 * chance)))


def times_in_100(chance: float) -> str:
    return "once in 100" if times(chance) == 1 else f"{times(chance)} times in 100"


def guess(amount: Decimal | float) -> str:
    return _figure(float(amount))


def _figure(amount: float, digits: int = 3) -> str:
    """To so many figures, written out, without needless noughts: `1,030`, `0.25`, `38`."""
    return f"{Decimal(f'{amount:.{digits}g}').normalize():,f}"

"""Whether conditions can hold together. Every question's answers become finitely many cells, and a test a set of them.

The break-points of all tests cut a number's range into cells: below the first, on it, between it and the next, and so
on. For `many` each option is in or out. Nothing is sampled: a search over regions of cells finds a way or shows none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from thinking_professionals.library.condition import All, AnyOf, Condition, Not, Test, tests_in
from thinking_professionals.library.questions import AMOUNTS, Question, Questionnaire

Cell = str | int
Axis = tuple[str, str]
"""A question with "" for its answer as a whole, or with one option of a `many`."""
Region = Mapping[Axis, frozenset[Cell]]
"""The cells still open on each axis; an axis not named is wholly open."""
Wish = tuple[Condition, bool]
"""A condition with whether it should hold."""

DONT_KNOW: Cell = "dont_know"
UNASKED: Cell = "not asked"
_KNOWN: Cell = "known"
_IN, _OUT = "in", "out"


@dataclass(frozen=True)
class Space:
    """The cells of each question's answer, and the break-points behind those of amounts."""

    known: Mapping[str, frozenset[Cell]]
    breaks: Mapping[str, tuple[Decimal, ...]]

    @classmethod
    def of(cls, questionnaire: Questionnaire, conditions: Iterable[Condition], facts: Iterable[Question] = ()) -> Space:
        """`facts` are derived ones, as questions: their bands are free here, whatever the answers behind them."""
        bounds: dict[str, set[Decimal]] = {}
        for condition in conditions:
            for test in tests_in(condition):
                if test.bound is not None:
                    bounds.setdefault(test.question, set()).add(test.bound)
        breaks = {question: tuple(sorted(found)) for question, found in bounds.items()}
        return cls(
            {q.id: frozenset(_cells(q, breaks.get(q.id, ()))) for q in (*questionnaire.questions, *facts)}, breaks
        )

    def answered(self, conditions: Iterable[Condition]) -> Region:
        """The region in which every question that the conditions name has a known answer."""
        return {(test.question, ""): self.known[test.question] for c in conditions for test in tests_in(c)}

    def possible(self, wishes: Iterable[Wish], region: Region) -> bool:
        """Whether all wishes can come true together somewhere in a region."""
        return next(self._together(tuple(wishes), region), None) is not None

    def _together(self, wishes: tuple[Wish, ...], region: Region) -> Iterator[Region]:
        if not wishes:
            yield region
            return
        for smaller in self._ways(*wishes[0], region):
            yield from self._together(wishes[1:], smaller)

    def _ways(self, condition: Condition, wanted: bool, region: Region) -> Iterator[Region]:
        match condition:
            case Test():
                for cut in self._cuts(condition, wanted):
                    if (smaller := self._meet(region, cut)) is not None:
                        yield smaller
            case Not(part):
                yield from self._ways(part, not wanted, region)
            case All(parts) if wanted:
                yield from self._together(tuple((part, True) for part in parts), region)
            case AnyOf(parts) if not wanted:
                yield from self._together(tuple((part, False) for part in parts), region)
            case _:
                for part in condition.parts:
                    yield from self._ways(part, wanted, region)

    def _meet(self, region: Region, cut: Region) -> Region | None:
        met = dict(region)
        for axis, cells in cut.items():
            met[axis] = met.get(axis, cells) & cells
            if not met[axis]:
                return None
        return met

    def _cuts(self, test: Test, wanted: bool) -> list[Region]:
        """The regions, any of which will do, in which a test comes out as wanted."""
        whole = (test.question, "")
        if test.op == "includes":
            chosen = (test.question, test.options[0])
            if wanted:
                return [{whole: frozenset({_KNOWN}), chosen: frozenset({_IN})}]
            return [{whole: frozenset({DONT_KNOW, UNASKED})}, {chosen: frozenset({_OUT})}]
        passing = self._passing(test)
        return [{whole: passing if wanted else (self.known[test.question] | {DONT_KNOW, UNASKED}) - passing}]

    def _passing(self, test: Test) -> frozenset[Cell]:
        if test.bound is None:
            return frozenset(test.options)
        edge = 2 * self.breaks[test.question].index(test.bound) + 1
        above = test.op == "at_least"
        cells = (cell for cell in self.known[test.question] if isinstance(cell, int))
        return frozenset(cell for cell in cells if (cell >= edge if above else cell <= edge))


def _cells(question: Question, breaks: tuple[Decimal, ...]) -> Iterable[Cell]:
    """The cells of a known answer."""
    if question.kind == "one":
        return [option.id for option in question.options]
    if question.kind not in AMOUNTS:
        return [_KNOWN]
    ends = (Decimal("-Infinity"), *breaks, Decimal("Infinity"))
    on = [2 * i + 1 for i, at in enumerate(breaks) if _fits(question, at, at)]
    between = [2 * i for i in range(len(ends) - 1) if _fits(question, ends[i], ends[i + 1])]
    return [*on, *between]


def _fits(question: Question, low: Decimal, high: Decimal) -> bool:
    """Whether the question takes a figure strictly between two others; or, when they are one, takes that."""
    least = Decimal("-Infinity") if question.least is None else question.least
    most = Decimal("Infinity") if question.most is None else question.most
    if low == high:
        return least <= low <= most and not (question.whole and low % 1)
    if question.whole:
        starts = [math.floor(low) + 1] if low.is_finite() else []
        starts += [math.ceil(least)] if least.is_finite() else []
        first = max(starts, default=-math.inf)
        return first < high and first <= most
    start, stop = max(low, least), min(high, most)
    return start < stop or (start == stop and low < least and most < high)

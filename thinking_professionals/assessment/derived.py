"""Derived facts against some answers: a range where something is not known, and the bands that it may lie in.

*As things stand* takes the guess that content gives for what is not known. *Whatever comes* takes all that could still
be answered, so that what is called safe is safe, and what may lead is never missed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from thinking_professionals.answers import DontKnow
from thinking_professionals.assessment.powered import beyond, chance
from thinking_professionals.conditions import NOT_ASKED, UNKNOWN, Sure, Truth
from thinking_professionals.library.condition import Test
from thinking_professionals.library.derived import Derivation, DerivedFact, Guess, Input, Role

if TYPE_CHECKING:
    from thinking_professionals.assessment.facts import Facts


_STRETCHES = {1: 8, 2: 4}
"""Of a range that is looked at all along, by how many such ranges there are: the chance changes smoothly."""
_FAR = 10


class Span(NamedTuple):
    """What is known of a figure: where it may lie, and where it most likely does."""

    low: float
    central: float
    high: float

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The range that holds all of some ranges."""
        found = list(spans)
        return cls(min(s.low for s in found), found[0].central, max(s.high for s in found))


Inputs = Mapping[Role, Span]
HOPED: frozenset[Role] = frozenset({"share_change", "count_change", "score_change"})
"""The change that a person would think worth having, by what is counted."""
Found = tuple[Inputs, Span | None]
"""Inputs with the fact that they come to; no fact where there is nothing to work it out from."""


@dataclass(frozen=True)
class Derived:
    """One fact. Its inputs are None where one of them is unknown and nothing may be taken for it."""

    fact: DerivedFact
    derivation: Derivation
    facts: Facts

    @property
    def inputs(self) -> Inputs | None:
        """As things stand; None while something is open."""
        return None if self._found is None else self._found[0]

    @property
    def span(self) -> Span | None:
        """The fact as things stand; None while something is open, or where there is nothing to work it out from."""
        return None if self._found is None else self._found[1]

    @cached_property
    def shown(self) -> Inputs | None:
        """The inputs without what is hoped for, since what could be seen can be said all the same; None while open.

        Of a score whose spread is not known, a spread is the unit.
        """
        found: dict[Role, Span] = {}
        for one in self.derivation.inputs:
            try:
                span = self._now(one)
            except _Open:
                if one.role not in {"spread", *HOPED}:
                    return None
                span = Span(1, 1, 1) if one.role == "spread" else None
            if span is not None:
                found[one.role] = span
        return found

    @cached_property
    def band(self) -> str | None:
        """The band it counts as: a range that reaches into the lowest and beyond, as the one named for that."""
        return None if self.span is None else self._band(self.span)

    def now(self, test: Test) -> Truth:
        if self._found is None:
            return self.later(test)
        return NOT_ASKED if self.band is None else _passing({self.band}, test)

    def later(self, test: Test) -> Truth:
        found = self._work_out(self._later)
        if found is None:
            return UNKNOWN
        return NOT_ASKED if found[1] is None else _passing(set(self._bands_within(found[1])), test)

    def likely(self, test: Test) -> bool:
        """Whether it passes by its central figure, for a fact that could be worked out."""
        assert self.span is not None
        return self._band_of(self.span.central) in test.options

    @property
    def guessed(self) -> tuple[str, ...]:
        """Questions answered "I don't know" for which something is taken."""
        asked = (q for one in self.derivation.inputs for q in one.questions)
        return tuple(q for q in asked if isinstance(self.facts.answers.get(q), DontKnow))

    @property
    def behind(self) -> tuple[str, ...]:
        """The figures on which it turns: those that keep it from being worked out, or else all that were given."""
        asked = tuple(dict.fromkeys(q for one in self.derivation.inputs for q in one.questions))
        if self.inputs is not None:
            return tuple(q for q in asked if q in self.facts.answers)
        open_ = tuple(dict.fromkeys(q for one in self.derivation.inputs for q in self._in_the_way(one)))
        unknown = tuple(q for q in open_ if q in self.facts.answers)
        return unknown or open_[:1] or self._hope

    @property
    def _hope(self) -> tuple[str, ...]:
        """The questions on the change hoped for that were asked."""
        asked = (q for one in self.derivation.inputs if one.role in HOPED for q in one.questions)
        return tuple(q for q in asked if q in self.facts.answers)

    def _in_the_way(self, one: Input) -> Iterator[str]:
        try:
            self._now(one)
        except _Open as open_:
            yield open_.question

    @cached_property
    def _found(self) -> Found | None:
        return self._work_out(self._now)

    def _work_out(self, find: Callable[[Input], Span | None]) -> Found | None:
        """The inputs, and what they come to; None where one of them is open, or may leave nothing to compare."""
        try:
            found = {one.role: find(one) for one in self.derivation.inputs}
        except _Open:
            return None
        inputs = {role: span for role, span in found.items() if span is not None}
        if all(span.low == span.high for role, span in inputs.items() if role in HOPED) and self.is_beyond(inputs):
            return None
        central, chances = self._chances(inputs)
        known = [one for one in (central, *chances) if one is not None]
        if not known:
            return inputs, None
        if central is None or len(known) <= len(chances):
            return None
        return inputs, Span(min(known), central, max(known))

    def is_beyond(self, inputs: Inputs) -> bool:
        """Whether the change named is larger than there can be, so that it must be asked for again."""
        return any(role in HOPED for role in inputs) and any(beyond(end, self.fact.plan) for end in self.ends(inputs))

    def ends(self, inputs: Inputs) -> Iterator[dict[Role, float]]:
        """The figures with every input at its worse, its central and its better."""
        worse = {one.role: one.better == "less" for one in self.derivation.inputs}
        yield {role: s.high if worse[role] else s.low for role, s in inputs.items()}
        yield {role: s.central for role, s in inputs.items()}
        yield {role: s.low if worse[role] else s.high for role, s in inputs.items()}

    def guessed_by(self, one: Input) -> Guess | None:
        """The guess that stands for an input as things stand; None where it is known, or not asked."""
        answered = next((a for q in one.questions if (a := self.facts.given(q)) is not None), None)
        if isinstance(answered, Decimal) or (answered is None and one.questions and not one.always):
            return None
        return next((g for g in one.guesses if self.facts.now.holds(g.when) == Sure.YES), None)

    def _chances(self, inputs: Inputs) -> tuple[float | None, list[float | None]]:
        """In the middle, and at both ends of its inputs: all along the range of those that work either way."""
        worst, central, best = self.ends(inputs)
        ends = ({**end, **along} for end in (worst, best) for along in self._along(inputs))
        return chance(central, self.fact.plan), [chance(end, self.fact.plan) for end in ends]

    def _along(self, inputs: Inputs) -> Iterator[dict[Role, float]]:
        """Figures of the inputs that may work either way, all along their ranges; nothing where there are none."""
        roles = [role for role, span in inputs.items() if span.low < span.high and self._either_way(role)]
        stretches = _STRETCHES.get(len(roles), 2)
        ranges = [[(role, at) for at in _through(inputs[role], stretches)] for role in roles]
        yield from (dict(chosen) for chosen in product(*ranges))

    def _either_way(self, role: Role) -> bool:
        return role in self.fact.along or not any(one.better for one in self.derivation.inputs if one.role == role)

    def _now(self, one: Input) -> Span | None:
        """A figure, a guess, or nothing where it was not asked; raises _Open."""
        for name in one.questions:
            answer = self.facts.given(name)
            if isinstance(answer, DontKnow):
                return self._guess(one, name)
            if isinstance(answer, Decimal):
                return _exactly(answer)
            if not one.always and not self.facts.route.complete and name in self.facts.reach.may_ask:
                raise _Open(name)
        return self._guess(one, "") if one.always or not one.questions else None

    def _guess(self, one: Input, asked: str) -> Span:
        held = self.guessed_by(one)
        if held is None:
            raise _Open(asked)
        return _as_span(held)

    def _later(self, one: Input) -> Span | None:
        """All that an input may still be, or nothing where it cannot be asked; raises _Open."""
        may = [q for q in one.questions if q in self.facts.reach.may_ask]
        spans = [self._ever(one, q) for q in may]
        if not any(q in self.facts.reach.must_ask for q in may):
            if may and not one.always:
                raise _Open(may[0])
            spans += [_as_span(guess) for guess in self._guesses_left(one)] if one.always or not one.questions else []
        return Span.around(spans) if spans else None

    def _ever(self, one: Input, name: str) -> Span:
        answer = self.facts.answers.get(name, self.facts.route.set_aside.get(name))
        if isinstance(answer, Decimal):
            return _exactly(answer)
        question = self.facts.questionnaire.by_id[name]
        if one.better is None or question.least is None or question.most is None:
            raise _Open(name)
        return Span(float(question.least), float(question.least), float(question.most))

    def _guesses_left(self, one: Input) -> list[Guess]:
        """Those that may be the first to hold."""
        holds = [self.facts.later.holds(guess.when) for guess in one.guesses]
        last = holds.index(Sure.YES) + 1 if Sure.YES in holds else len(holds)
        return [g for g, sure in zip(one.guesses[:last], holds, strict=False) if sure != Sure.NO]

    def _band(self, span: Span) -> str:
        last = self.fact.bands[-1].id
        if self._band_of(span.high) != self._band_of(span.low) == last:
            return self.fact.mixed
        return self._band_of(span.central)

    def _bands_within(self, span: Span) -> Iterator[str]:
        """The bands that a range inside this one may count as."""
        at = [band.id for band in self.fact.bands]
        first, last = at.index(self._band_of(span.high)), at.index(self._band_of(span.low))
        yield from at[first : last + 1]
        if first != last:
            yield self.fact.mixed

    def _band_of(self, value: float) -> str:
        return next(band.id for band in self.fact.bands if band.at_least is None or value >= band.at_least)


class _Open(Exception):
    """An input that is not known, with the question that would tell."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def _through(span: Span, stretches: int) -> list[float]:
    """Figures from one end to the other, by equal factors where a range is of amounts that lie far apart."""
    if span.low > 0 and span.high > _FAR * span.low:
        factor = (span.high / span.low) ** (1 / stretches)
        return [span.low * factor**step for step in range(stretches)] + [span.high]
    return [span.low + (span.high - span.low) * step / stretches for step in range(stretches + 1)]


def _exactly(answer: Decimal) -> Span:
    return Span(float(answer), float(answer), float(answer))


def _as_span(guess: Guess) -> Span:
    return Span(float(guess.low), float(guess.central), float(guess.high))


def _passing(bands: Collection[str], test: Test) -> Truth:
    """What a test is worth when the fact lies in one of some bands."""
    inside = [band in test.options for band in bands]
    return Truth(_sure(inside), _sure([not one for one in inside]))


def _sure(found: Collection[bool]) -> Sure:
    return Sure.YES if all(found) else Sure.MAYBE if any(found) else Sure.NO

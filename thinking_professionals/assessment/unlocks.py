"""The fewest answers to change before a design that is not yet possible becomes so.

Goal-directed: of what blocks it, the first thing that some change would lift is lifted in each way there is, and so on
with what then blocks it. Every step is played through the engine, so that a change which alters the route cannot
promise what the new route would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, Decimal

from thinking_professionals.answers import Answer, Answers, DontKnow
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.lifted import lifted
from thinking_professionals.assessment.results import Assessment, Change, Verdict, scheme_changes
from thinking_professionals.assessment.weigh import behind
from thinking_professionals.conditions import Sure
from thinking_professionals.library.clauses import Clause
from thinking_professionals.library.condition import Test, tests_in
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question
from thinking_professionals.route import Route, trace

MOST_CHANGES = 4
MOST_SETS = 3
MOST_TIMES = 10
"""An amount may be asked to become so many times as large: 45 people do not become 1,000. Money may."""


def with_unlocks(library: Library, route: Route, assessment: Assessment) -> Assessment:
    """The assessment with `unlocks` filled in on every verdict that is *not yet*, and with `lifts`."""
    plays = _Plays(library, route)
    verdicts = tuple(
        replace(v, unlocks=_unlocks(plays, v)) if v.standing == "not_yet" else v for v in assessment.verdicts
    )
    return replace(assessment, verdicts=verdicts, lifts=lifted(library, route, assessment))


def _unlocks(plays: _Plays, verdict: Verdict) -> tuple[tuple[Change, ...], ...]:
    """The smallest sets of changes after which nothing blocks the design, those that leave the scheme be first."""
    clauses = plays.library.kinds[verdict.design.id]
    for most in range(1, MOST_CHANGES + 1):
        search = _Search(plays, (*clauses.needs, *clauses.stops), most)
        if found := [plays.changes(changed) for changed in search.on({})]:
            return tuple(sorted(found, key=scheme_changes)[:MOST_SETS])
    return ()


class _Plays:
    """Changed answers played through the engine. They are remembered: many designs wait for the same changes.

    On a finished door, what a change newly asks counts as not known.
    """

    def __init__(self, library: Library, route: Route) -> None:
        self.library, self.branch, self.finished = library, route.branch, route.complete
        self.answers: Answers = route.given
        self._played: dict[frozenset[tuple[str, Answer]], Facts] = {}

    def with_answers(self, changed: Answers) -> Facts:
        key = frozenset(changed.items())
        if key not in self._played:
            answers = {**self.answers, **changed}
            route = trace(self.library.questions, self.branch, answers, to_the_end=self.finished)
            self._played[key] = Facts(self.library.questions, route, self.library.derivation)
        return self._played[key]

    def changes(self, changed: Answers) -> tuple[Change, ...]:
        by_id = self.library.questions.by_id
        return tuple(Change(question=by_id[q], before=self.answers[q], after=after) for q, after in changed.items())


@dataclass(frozen=True)
class _Search:
    """For the changes, no more than `most`, that one design needs: for its needs, and for what may stop it."""

    plays: _Plays
    its: tuple[Clause, ...]
    most: int
    seen: set[frozenset[tuple[str, Answer]]] = field(default_factory=set)

    def on(self, changed: Answers) -> Iterator[Answers]:
        """All ways on from some changes to where every need is surely met and no stop fires.

        A way that only leads to questions nobody has answered yet is no promise, so it is not offered.
        """
        key = frozenset(changed.items())
        if len(changed) > self.most or key in self.seen:
            return
        self.seen.add(key)
        facts = self.plays.with_answers(changed)
        blocking = [clause for clause in self.its if _blocks(clause, facts)]
        if _least(blocking, changed, facts) > self.most - len(changed):
            return
        if blocking:
            for then in self._lifting(blocking[0], changed, facts):
                yield from self.on(then)
        elif all(_freed(clause, facts) for clause in self.its):
            yield changed

    def _lifting(self, clause: Clause, changed: Answers, facts: Facts) -> Iterator[Answers]:
        """The changes so far with one more, or one made greater, that helps with a clause which blocks."""
        for question_id in _blamed(clause, facts):
            if _worked_out(clause, question_id, facts):
                yield from self._enough(question_id, clause, changed, facts)
            else:
                yield from self._helping(question_id, clause, changed, facts)

    def _enough(self, question_id: str, clause: Clause, changed: Answers, facts: Facts) -> Iterator[Answers]:
        """The smallest of some larger amounts that frees a clause on a derived fact; the largest is tried first."""
        amounts = list(self._alternatives(question_id, clause, facts))
        thens = [{**changed, question_id: amount} for amount in amounts]
        if thens and self._frees(clause, thens[-1]):
            yield next(then for then in thens if self._frees(clause, then))

    def _frees(self, clause: Clause, then: Answers) -> bool:
        return _freed(clause, self.plays.with_answers(then)) and self._is_likely(clause, then)

    def _is_likely(self, clause: Clause, then: Answers) -> bool:
        """Whether a derived fact frees a clause by its central figure too: what is barely so is no promise."""
        derived = self.plays.with_answers(then).derived
        tested = [(derived[test.question], test) for test in tests_in(clause.when) if test.question in derived]
        return all(fact.span is not None and not fact.likely(test) for fact, test in tested)

    def _helping(self, question_id: str, clause: Clause, changed: Answers, facts: Facts) -> Iterator[Answers]:
        for other in self._alternatives(question_id, clause, facts):
            then = {**changed, question_id: other}
            played = self.plays.with_answers(then)
            if _freed(clause, played) or (_blocks(clause, played) and question_id not in _blamed(clause, played)):
                yield then

    def _alternatives(self, question_id: str, clause: Clause, facts: Facts) -> Iterator[Answer]:
        """Every other answer to a question that may change, but for the one it has in the plan."""
        now = facts.given(question_id)
        if now is not None and facts.may_change(question_id):
            question = self.plays.library.questions.by_id[question_id]
            others = (
                _larger(question, now) if _worked_out(clause, question_id, facts) else _others(question, now, clause)
            )
            yield from (other for other in others if other != self.plays.answers[question_id])


def _worked_out(clause: Clause, question_id: str, facts: Facts) -> bool:
    """Whether the clause rests on an amount by way of a derived fact: then the first that frees it will do."""
    amount = isinstance(facts.given(question_id), Decimal)
    return amount and any(test.question in facts.derived for test in tests_in(clause.when))


def _blocks(clause: Clause, facts: Facts) -> bool:
    return facts.now.holds(clause.when) == (Sure.NO if clause.kind == "need" else Sure.YES)


def _freed(clause: Clause, facts: Facts) -> bool:
    """A need surely met, or a stop that does not surely fire."""
    return (facts.now.holds(clause.when) == Sure.YES) == (clause.kind == "need")


def _blamed(clause: Clause, facts: Facts) -> tuple[str, ...]:
    """The questions behind a clause; for one that was not asked, that whose answer closed the way to it."""
    found = (facts.decided_by(question) for question in behind(clause.when, facts.now))
    return tuple(dict.fromkeys(question for question in found if question is not None))


def _least(blocking: Iterable[Clause], changed: Answers, facts: Facts) -> int:
    """How many more answers must change at the least: as many as there are clauses with no question in common."""
    found, spoken_for = 0, set(changed)
    for clause in blocking:
        blamed = _blamed(clause, facts)
        if spoken_for.isdisjoint(blamed):
            found += 1
            spoken_for.update(blamed)
    return found


def _others(question: Question, now: Answer, clause: Clause) -> Iterator[Answer]:
    if isinstance(now, DontKnow):
        return
    if question.kind == "one":
        yield from (option.id for option in question.options if option.id != now and not option.asks_us)
    elif question.kind == "many" and isinstance(now, tuple):
        chosen = {item for item in now if isinstance(item, str)}
        for option in question.options:
            yield tuple(o.id for o in question.options if o.id in chosen ^ {option.id})
    else:
        tests = [test for test in tests_in(clause.when) if test.question == question.id]
        amounts = sorted({amount for test in tests for amount in _either_side(test)} - {now})
        yield from (amount for amount in amounts if question.kind == "money" or _within_reach(now, amount))


def _larger(question: Question, now: Answer) -> Iterator[Decimal]:
    """Larger amounts in steps, up to as many times the present one as may be asked, in round figures."""
    assert isinstance(now, Decimal)  # or it could not have been worked out from
    amounts = (_rounded_up(now * times) for times in (Decimal("1.25"), Decimal("1.5"), 2, 3, 4, 5, 7, MOST_TIMES))
    yield from (amount for amount in amounts if question.most is None or amount <= question.most)


def _rounded_up(amount: Decimal) -> Decimal:
    """To a whole number of two figures that matter."""
    step = Decimal(10) ** max(amount.adjusted() - 1, 0)
    return (amount / step).to_integral_value(ROUND_CEILING) * step


def _within_reach(now: Answer, amount: Decimal) -> bool:
    return isinstance(now, Decimal) and amount <= MOST_TIMES * max(now, Decimal(1))


def _either_side(test: Test) -> tuple[Decimal, Decimal]:
    """The nearest whole amounts on either side of a bound."""
    bound = test.bound or Decimal(0)
    return (bound, bound + 1) if test.op == "at_most" else (bound - 1, bound)

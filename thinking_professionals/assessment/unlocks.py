"""The fewest answers to change before a design that is not yet possible becomes so.

Goal-directed: only answers behind what blocks it now are tried, and every set found is played through the engine, so
that a change which alters the route cannot promise what the new route would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from thinking_professionals.answers import Answer, Answers, DontKnow
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.lifted import lifted
from thinking_professionals.assessment.results import Assessment, Change, Verdict
from thinking_professionals.assessment.weigh import behind, weigh
from thinking_professionals.conditions import Sure
from thinking_professionals.library.clauses import Clause
from thinking_professionals.library.condition import Test, tests_in
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question
from thinking_professionals.route import Route, trace

MOST_CHANGES = 3
MOST_SETS = 3


def with_unlocks(library: Library, route: Route, assessment: Assessment) -> Assessment:
    """The assessment with `unlocks` filled in on every verdict that is *not yet*, and with `lifts`."""
    plays = _Plays(library, route)
    verdicts = tuple(
        replace(v, unlocks=_unlocks(plays, v)) if v.standing == "not_yet" else v for v in assessment.verdicts
    )
    return replace(assessment, verdicts=verdicts, lifts=lifted(library, route, assessment))


def _unlocks(plays: _Plays, verdict: Verdict) -> tuple[tuple[Change, ...], ...]:
    """The smallest sets of changes (up to three answers, up to three sets) after which nothing blocks the design."""
    clauses = plays.library.clauses[verdict.design.id]
    attempt = _Attempt(plays, tuple(clause for clause in clauses if clause.kind in {"need", "stop"}))
    hopeful = [change for change in attempt.changes(_blamed(verdict)) if attempt.helps(change)]
    for size in range(1, MOST_CHANGES + 1):
        found = [some for some in combinations(hopeful, size) if attempt.frees(some)]
        if found:
            return tuple(found[:MOST_SETS])
    return ()


class _Plays:
    """Changed answers played through the engine. They are remembered: many designs wait for the same changes."""

    def __init__(self, library: Library, route: Route) -> None:
        self.library, self.branch = library, route.branch
        self.answers: Answers = {**route.set_aside, **route.answers}
        self._played: dict[tuple[tuple[str, Answer], ...], Facts] = {}

    def with_changes(self, changes: Iterable[Change]) -> Facts:
        changed = tuple((change.question.id, change.after) for change in changes)
        if changed not in self._played:
            route = trace(self.library.questions, self.branch, {**self.answers, **dict(changed)})
            self._played[changed] = Facts(self.library.questions, route)
        return self._played[changed]


@dataclass(frozen=True)
class _Attempt:
    """The changes that bear on one design: on its needs, and on what may stop it."""

    plays: _Plays
    its: tuple[Clause, ...]

    def changes(self, blamed: Iterable[str]) -> Iterator[Change]:
        """Every other answer to every changeable question behind what blocks the design."""
        for question_id in blamed:
            question = self.plays.library.questions.by_id[question_id]
            now = self.plays.answers[question_id]
            if question.may_change(now):
                for other in _alternatives(question, now, self.its):
                    yield Change(question=question, before=now, after=other)

    def helps(self, change: Change) -> bool:
        """Whether one change lessens what blocks the design, or sends the route another way."""
        now, then = self.plays.with_changes(()), self.plays.with_changes((change,))
        return then.route.answers.keys() != now.route.answers.keys() or self._trouble(then) < self._now

    def frees(self, changes: tuple[Change, ...]) -> bool:
        """Whether these changes leave every need surely met and no stop firing.

        A way that only leads to questions nobody has answered yet is no promise, so it is not offered.
        """
        if len({change.question.id for change in changes}) < len(changes):
            return False  # one question cannot be changed two ways
        view = self.plays.with_changes(changes).now
        return all((view.holds(c.when) == Sure.YES) == (c.kind == "need") for c in self.its)

    @cached_property
    def _now(self) -> int:
        return self._trouble(self.plays.with_changes(()))

    def _trouble(self, facts: Facts) -> int:
        return sum(len(behind(w.clause.when, facts.now)) for w in weigh(self.its, facts.now) if w.blocks)


def _blamed(verdict: Verdict) -> tuple[str, ...]:
    blocking = [reason for reason in verdict.reasons if reason.blocks]
    blamed = [question for reason in blocking for question in reason.answers]
    blamed += [reason.closed_by for reason in blocking if reason.closed_by is not None]
    return tuple(dict.fromkeys(blamed))


def _alternatives(question: Question, now: Answer, its: tuple[Clause, ...]) -> Iterator[Answer]:
    if isinstance(now, DontKnow):
        return
    if question.kind == "one":
        yield from (option.id for option in question.options if option.id != now)
    elif question.kind == "many" and isinstance(now, tuple):
        chosen = {item for item in now if isinstance(item, str)}
        for option in question.options:
            yield tuple(o.id for o in question.options if o.id in chosen ^ {option.id})
    else:
        tests = [test for clause in its for test in tests_in(clause.when) if test.question == question.id]
        yield from sorted({amount for test in tests for amount in _either_side(test)} - {now})


def _either_side(test: Test) -> tuple[Decimal, Decimal]:
    """The nearest whole amounts on either side of a bound."""
    bound = test.bound or Decimal(0)
    return (bound, bound + 1) if test.op == "at_most" else (bound - 1, bound)

"""Answers turned into facts: three ways of judging a condition.

*As things stand* reads the route as it is. *Whatever comes* allows for every way the unknowns may turn out. *Hopefully*
allows every answer that the person could still change to be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from thinking_professionals.answers import Answer, DontKnow
from thinking_professionals.assessment.derived import Derived
from thinking_professionals.assessment.reach import Reach, closed_by, reach
from thinking_professionals.conditions import FALSE, NOT_ASKED, TRUE, UNKNOWN, Judge, Sure, Truth, matches, truth
from thinking_professionals.library.condition import Condition, Test
from thinking_professionals.library.derived import NO_FACTS, Derivation
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.route import Route


class View:
    """One way of judging, which remembers what it has judged: gates hold the same conditions for many designs."""

    def __init__(self, judge: Judge, behind: Callable[[str], tuple[str, ...]]) -> None:
        self._judge = judge
        self.behind = behind
        """The questions that a test rests on: the one it names, or those behind the fact it names."""
        self._tests: dict[int, Truth] = {}
        self._conditions: dict[int, Truth] = {}

    def truth(self, condition: Condition) -> Truth:
        found = self._conditions.get(id(condition))  # content is frozen and outlives the view
        if found is None:
            found = self._conditions[id(condition)] = truth(condition, self._one)
        return found

    def holds(self, condition: Condition | None) -> Sure:
        """How surely a condition is true; none at all always is."""
        return Sure.YES if condition is None else self.truth(condition).true

    def _one(self, test: Test) -> Truth:
        found = self._tests.get(id(test))
        if found is None:
            found = self._tests[id(test)] = self._judge(test)
        return found


@dataclass(frozen=True)
class Facts:
    questionnaire: Questionnaire
    route: Route
    derivation: Derivation = NO_FACTS

    @cached_property
    def derived(self) -> dict[str, Derived]:
        return {fact.id: Derived(fact, self.derivation, self) for fact in self.derivation.facts}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        return self.route.answers

    @cached_property
    def reach(self) -> Reach:
        return reach(self.questionnaire, self.route)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Questions answered "I don't know", in the order asked."""
        return tuple(question for question, answer in self.answers.items() if isinstance(answer, DontKnow))

    @cached_property
    def settled(self) -> bool:
        """Whether every answer is known and the door finished, so that nothing may turn out otherwise."""
        return self.route.complete and not self.unknown

    @cached_property
    def now(self) -> View:
        """As things stand: the route as it is."""
        return View(self._as_things_stand, self.behind)

    @cached_property
    def later(self) -> View:
        """Whatever comes: every way the unknowns may turn out."""
        return View(self._whatever_comes, self.behind)

    @cached_property
    def hope(self) -> View:
        """With every answer that the person could still change taken as open."""
        return View(self._hopefully, self.behind)

    def behind(self, name: str) -> tuple[str, ...]:
        """The questions behind a question or a derived fact."""
        return self.derived[name].behind if name in self.derived else (name,)

    def _as_things_stand(self, test: Test) -> Truth:
        if test.question in self.derived:
            return self.derived[test.question].now(test)
        answer = self.given(test.question)
        if answer is None:
            return NOT_ASKED if self.route.complete or test.question not in self.reach.may_ask else UNKNOWN
        if isinstance(answer, DontKnow):
            return UNKNOWN
        return TRUE if matches(test, answer) else FALSE

    def _whatever_comes(self, test: Test) -> Truth:
        """An answer set aside counts where its question may be asked again, since it then comes back."""
        if test.question in self.derived:
            return self.derived[test.question].later(test)
        if test.question not in self.reach.may_ask:
            return NOT_ASKED
        answer = self.answers.get(test.question, self.route.set_aside.get(test.question))
        if answer is None or isinstance(answer, DontKnow):
            return UNKNOWN
        known = TRUE if matches(test, answer) else FALSE
        if test.question in self.reach.must_ask:
            return known
        return Truth(Sure(min(known.true, Sure.MAYBE)), Sure(min(known.false, Sure.MAYBE)))

    def _hopefully(self, test: Test) -> Truth:
        closing = [self.decided_by(question) for question in self.behind(test.question)]
        if any(question is not None and self.may_change(question) for question in closing):
            return UNKNOWN
        return self._as_things_stand(test)

    def given(self, question_id: str) -> Answer | None:
        """The answer that counts: on the route, or given before where the question is sure to be asked again."""
        answer = self.answers.get(question_id)
        if answer is None and not self.route.complete and question_id in self.reach.must_ask:
            answer = self.route.set_aside.get(question_id)
        return answer

    def may_change(self, question_id: str) -> bool:
        """Whether the answer given to a question could still become another; one about what is past cannot."""
        question, answer = self.questionnaire.by_id[question_id], self.given(question_id)
        past = question.fixed_when is not None and self.now.holds(question.fixed_when) == Sure.YES
        return not past and answer is not None and question.may_change(answer)

    def decided_by(self, question_id: str) -> str | None:
        """The question whose answer decides what is known of this one: itself, or the one that led away from it."""
        return question_id if self.given(question_id) is not None else self.closed_by(question_id)

    def closed_by(self, question_id: str) -> str | None:
        """The answered question that led away from one that was not asked."""
        return closed_by(self.questionnaire, self.route, question_id)

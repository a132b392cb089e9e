"""Answers turned into facts: three ways of judging one test.

*As things stand* reads the route as it is. *Whatever comes* allows for every way the unknowns may turn out. *Hopefully*
allows every answer that the person could still change to be changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from thinking_professionals.answers import Answer, DontKnow
from thinking_professionals.assessment.reach import Reach, closed_by, reach
from thinking_professionals.conditions import FALSE, NOT_ASKED, TRUE, UNKNOWN, Sure, Truth, matches
from thinking_professionals.library.condition import Test
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.route import Route


@dataclass(frozen=True)
class Facts:
    questionnaire: Questionnaire
    route: Route

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

    def as_things_stand(self, test: Test) -> Truth:
        answer = self.answers.get(test.question)
        if answer is None:
            return NOT_ASKED if self.route.complete or test.question not in self.reach.may_ask else UNKNOWN
        if isinstance(answer, DontKnow):
            return UNKNOWN
        return TRUE if matches(test, answer) else FALSE

    def whatever_comes(self, test: Test) -> Truth:
        """An answer set aside counts where its question may be asked again, since it then comes back."""
        if test.question not in self.reach.may_ask:
            return NOT_ASKED
        answer = self.answers.get(test.question, self.route.set_aside.get(test.question))
        if answer is None or isinstance(answer, DontKnow):
            return UNKNOWN
        known = TRUE if matches(test, answer) else FALSE
        if test.question in self.reach.must_ask:
            return known
        return Truth(Sure(min(known.true, Sure.MAYBE)), Sure(min(known.false, Sure.MAYBE)))

    def hopefully(self, test: Test) -> Truth:
        closing = test.question if test.question in self.answers else self.closed_by(test.question)
        if closing is not None and self.questionnaire.by_id[closing].can_change != "no":
            return UNKNOWN
        return self.as_things_stand(test)

    def closed_by(self, question_id: str) -> str | None:
        """The answered question that led away from one that was not asked."""
        return closed_by(self.questionnaire, self.route, question_id)

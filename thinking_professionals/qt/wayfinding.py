"""Where one can go from where one is: worked out from the route, nothing kept. A page of questions is one place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from thinking_professionals.library.questions import WRITTEN, Question, Questionnaire
from thinking_professionals.qt.places import Ask, Check, Door, Home, Lots, Numbers, Place, Result
from thinking_professionals.route import Route, together


@dataclass(frozen=True, slots=True)
class Way:
    """Through the door that a plan is at; `route` is None where the door has no questions."""

    questionnaire: Questionnaire
    door: str
    route: Route | None

    def onward(self) -> Place:
        """To the next question, the page of a door without any, or the check where everything is answered."""
        if self.route is None:
            return Door(self.door)
        return Check() if self.route.next_question is None else Ask(self.route.next_question.id)

    def left_off(self) -> Place:
        """Where a draft goes on: at what may have been cut off half-way, words or a page, else at what comes next."""
        onward = self.onward()
        last = self.route.steps[-1].question if self.route and self.route.steps else None
        begun = last is not None and (last.kind in WRITTEN or last.page is not None)
        return Ask(last.id) if last and begun and not self._on_page(onward, last) else onward

    def stands(self, place: Place) -> bool:
        """Whether there is still something to see there: answers may have moved the route."""
        match place:
            case Home() | Numbers() | Lots():
                return True
            case Door(branch):
                return self.questionnaire.branch(branch) is not None
            case Ask(question):
                return self.route is not None and question in self._asked(self.route)
            case Check() | Result():
                return self.route is not None

    def before(self, here: Place) -> Place:
        """Where Back leads when nothing is remembered, as after opening a plan."""
        steps = [step.question for step in self.route.steps] if self.route else []
        match here:
            case Ask():
                steps = list(takewhile(lambda step: not self._on_page(here, step), steps))
            case Result():
                return Check()
            case Home() | Door() | Lots():
                return Home()
            case Numbers(calculator):
                return Numbers() if calculator else Home()
        return Ask(self._first_beside(steps[-1]).id) if steps else Home()

    def same_page(self, one: Place, other: Place) -> bool:
        """Whether two places are shown as one page."""
        if isinstance(other, Ask):
            return self._on_page(one, self.questionnaire.by_id[other.question])
        return one == other

    def _asked(self, route: Route) -> set[str]:
        """The questions that a page can be shown for now."""
        now = together(self.questionnaire, route, route.next_question) if route.next_question else ()
        return {step.question.id for step in route.steps} | {question.id for question in now}

    def _first_beside(self, question: Question) -> Question:
        return together(self.questionnaire, self.route, question)[0] if self.route else question

    def _on_page(self, place: Place, question: Question) -> bool:
        if not isinstance(place, Ask):
            return False
        page = self.questionnaire.by_id[place.question].page
        return place.question == question.id or (page is not None and page == question.page)

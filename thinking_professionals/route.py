"""The way through a door: a fold over the answers. Answers that are not on the way are set aside, never lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thinking_professionals.answers import DONT_KNOW, Answer, Answers, DontKnow
from thinking_professionals.conditions import routes
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Benchmark, Branch, Question, Questionnaire, Tells


class Step(NamedTuple):
    question: Question
    answer: Answer


class Route(NamedTuple):
    """`steps` were asked and answered, in order; `next_question` is asked now, or None when the door is finished."""

    branch: Branch
    steps: tuple[Step, ...]
    next_question: Question | None
    set_aside: Mapping[str, Answer]

    @property
    def complete(self) -> bool:
        return self.next_question is None

    @property
    def answers(self) -> dict[str, Answer]:
        """The facts of this door: the answers on its own route."""
        return {step.question.id: step.answer for step in self.steps}

    @property
    def given(self) -> dict[str, Answer]:
        """Every answer there is, set aside or not."""
        return {**self.set_aside, **self.answers}

    def told(self, what: Tells) -> Answer | None:
        """The answer that tells this, whichever question it is to; None where it was not asked or is not known."""
        found = next((step.answer for step in self.steps if step.question.tells == what), DONT_KNOW)
        return None if isinstance(found, DontKnow) else found


def trace(questionnaire: Questionnaire, branch: Branch, answers: Answers, *, to_the_end: bool = False) -> Route:
    """Follow the answers from the branch's first question to its end, or to the first question without an answer.

    `to_the_end` goes on past it, as if it were not known.
    """
    steps: list[Step] = []
    said: dict[str, Answer] = {}
    target = branch.first or END
    while target != END:
        question = questionnaire.by_id[target]
        if question.id not in answers and not to_the_end:
            return Route(branch, tuple(steps), question, _aside(answers, said))
        said[question.id] = answers.get(question.id, DONT_KNOW)
        steps.append(Step(question, said[question.id]))
        target = onward(question, said)
    return Route(branch, tuple(steps), None, _aside(answers, said))


def together(questionnaire: Questionnaire, route: Route, question: Question) -> tuple[Question, ...]:
    """The questions asked on one page with this one, itself among them, in order.

    No answer given on a page decides what else is on it (the check of content sees to that), so all of them are known
    as soon as the first is asked.
    """
    if question.page is None:
        return (question,)
    found: list[Question] = []
    said = dict(route.answers)
    asked = next((s.question for s in route.steps if s.question.page == question.page), route.next_question)
    while asked is not None and asked.page == question.page:
        found.append(asked)
        said.setdefault(asked.id, DONT_KNOW)
        asked = questionnaire.by_id.get(onward(asked, said))
    return tuple(found)


def facts_beside(question: Question, answers: Answers) -> tuple[Benchmark, ...]:
    """Of the facts that could help to answer a question, those that fit what was said before it."""
    return tuple(fact for fact in question.benchmarks if fact.when is None or routes(fact.when, answers))


def onward(question: Question, answers: Answers) -> str:
    """Where an answered question leads: the chosen option's own way, else the first of its ways that holds."""
    answer = answers[question.id]
    if isinstance(answer, str) and question.kind == "one":
        option = question.option(answer)
        if option is not None and option.next is not None:
            return option.next
    if isinstance(question.next, str):
        return question.next
    for edge in question.next:
        if edge.when is None or routes(edge.when, answers):
            return edge.target
    raise AssertionError(f"{question.id} has no default way on")  # the loader refuses such a question


def _aside(answers: Answers, said: Answers) -> dict[str, Answer]:
    return {question: answer for question, answer in answers.items() if question not in said}

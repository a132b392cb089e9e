"""How questions follow each other from the doors on: what is never reached, goes round in circles, or looks ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from thinking_professionals.authoring.regions import DONT_KNOW, UNASKED, Region, Space, Wish
from thinking_professionals.library.condition import Condition, tests_in
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Question, Questionnaire
from thinking_professionals.library.walk import placed_tests

_REMEDY = "mend its tests, which rule each other out or leave nothing after the lines before it; or remove it"


@dataclass(frozen=True)
class Before:
    """The questions that may have been asked before one, and those that surely have."""

    may: frozenset[str]
    must: frozenset[str]


@dataclass
class Passage:
    """One pass over the questions in an order in which each comes after all that lead to it."""

    questionnaire: Questionnaire
    space: Space
    top: Spot
    """The top of questions.yaml."""
    leading: dict[str, list[Before]] = field(default_factory=dict)
    """For each question, what was asked on each of the ways that lead to it."""

    def faults(self) -> None:
        """Report everything wrong with the order of questions."""
        circles = list(_circles({question.id: list(question.targets) for question in self.questionnaire.questions}))
        for circle in circles:
            words = " → ".join(f"'{question}'" for question in circle)
            what = f"these questions go round in a circle: {words}"
            (self._spot(circle[-2]) / "next").fault(what, "let one of them lead elsewhere")
        if circles:
            self._dead_ends()
        else:
            self._follow()

    def _dead_ends(self) -> None:
        for question in self.questionnaire.questions:
            if END not in self.questionnaire.onward[question.id]:
                self._spot(question.id).fault(f"no way leads from '{question.id}' to the end", "let one lead to 'end'")

    def _follow(self) -> None:
        for branch in self.questionnaire.branches:
            if branch.first is not None:
                self._lead(branch.first, Before(frozenset(), frozenset()))
        order = TopologicalSorter({q.id: q.targets for q in self.questionnaire.questions}).static_order()
        for question in [self.questionnaire.by_id[name] for name in reversed([*order]) if name != END]:
            if ways := self.leading.get(question.id):
                self._pass(question, _joined(ways))
            else:
                what = f"'{question.id}' is never asked, so none of its answers can be given"
                (self._spot(question.id) / "id").fault(what, "let a question or a door lead to it, or remove it")

    def _pass(self, question: Question, before: Before) -> None:
        for fact, spot in (self._spot(question.id) / "benchmarks").each(question.benchmarks):
            if fact.when is not None:
                self._looks_ahead(fact.when, spot / "when", before)
        after = Before(before.may | {question.id}, before.must | {question.id})
        for target in self._live_targets(question, after):
            self._lead(target, after)

    def _lead(self, target: str, before: Before) -> None:
        self.leading.setdefault(target, []).append(before)

    def _live_targets(self, question: Question, asked: Before) -> Iterator[str]:
        yield from (option.next for option in question.options if option.next is not None)
        if isinstance(question.next, str):
            yield question.next
            return
        here, spot = self._region(question, asked), self._spot(question.id) / "next"
        earlier: list[Wish] = []
        for i, edge in enumerate(question.next):
            wishes = [*earlier, *([(edge.when, True)] if edge.when else [])]
            if edge.when is not None and self._looks_ahead(edge.when, spot / i / "when", asked):
                yield edge.target
                continue
            if self.space.possible(wishes, here):
                yield edge.target
            else:
                (spot / i).fault(f"this way from '{question.id}' to '{edge.target}' can never be taken", _REMEDY)
            if edge.when is not None:
                earlier.append((edge.when, False))

    def _looks_ahead(self, condition: Condition, spot: Spot, asked: Before) -> bool:
        ahead = [(test, place) for test, place in placed_tests(condition, spot) if test.question not in asked.may]
        for test, place in ahead:
            what = f"'{test.question}' is tested before it can have been asked"
            place.fault(what, "ask it earlier, or test something else")
        return bool(ahead)

    def _region(self, question: Question, asked: Before) -> Region:
        """What is open where the question's own list of ways is read: an option with its own way is gone by then."""
        region = {(name, ""): self._open(name, asked) for name in self._tested(question)}
        gone = {option.id for option in question.options if option.next is not None}
        return {**region, (question.id, ""): (self.space.known[question.id] | {DONT_KNOW}) - gone}

    def _open(self, name: str, asked: Before) -> frozenset[str | int]:
        answers = self.space.known[name] | {DONT_KNOW}
        return answers if name in asked.must else answers | {UNASKED}

    def _tested(self, question: Question) -> Iterator[str]:
        for edge in question.next:
            assert not isinstance(edge, str)
            if edge.when is not None:
                yield from (test.question for test in tests_in(edge.when))

    def _spot(self, question_id: str) -> Spot:
        return self.top / "questions" / self._places[question_id]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {question.id: i for i, question in enumerate(self.questionnaire.questions)}


def count_routes(questionnaire: Questionnaire) -> int:
    """How many different rows of questions lead from a door to the end, on paper: conditions are not looked into.

    Only for questions that do not go round in circles.
    """
    routes = {END: 1}
    for name in TopologicalSorter({q.id: q.targets for q in questionnaire.questions}).static_order():
        if name != END:
            routes[name] = sum(routes[target] for target in questionnaire.by_id[name].targets)
    return sum(routes[branch.first] for branch in questionnaire.branches if branch.first is not None)


def _joined(ways: list[Before]) -> Before:
    may = frozenset().union(*(way.may for way in ways))
    return Before(may, frozenset.intersection(*(way.must for way in ways)))


def _circles(targets: dict[str, list[str]]) -> Iterator[list[str]]:
    """Each circle once, as ids from the one that is first in the file round to itself."""
    order = list(targets)
    while True:
        try:
            TopologicalSorter(targets).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))[:-1]
            start = circle.index(min(circle, key=order.index))
            circle = [*circle[start:], *circle[:start], circle[start]]
            yield circle
            targets[circle[-2]].remove(circle[-1])
        else:
            return

"""Which questions may still be asked, and which surely are, whatever the unknown answers turn out to be.

The unknown answers may send the route another way. Everything here errs on the side of "may": the answer to "could
this design still lead?" must never miss one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from thinking_professionals.answers import Answers, DontKnow
from thinking_professionals.conditions import FALSE, TRUE, UNKNOWN, Sure, Truth, matches, truth
from thinking_professionals.library.condition import Condition, Test, tests_in
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Question, Questionnaire
from thinking_professionals.route import Route

Ways = Mapping[str, tuple[str, ...]]
"""For each question that may be asked, where it may lead."""


@dataclass(frozen=True, slots=True)
class Reach:
    may_ask: frozenset[str]
    must_ask: frozenset[str]
    open_forks: tuple[str, ...]
    """Questions on the route, unknown, on whose answer it turns which way the route goes."""


def reach(questionnaire: Questionnaire, route: Route) -> Reach:
    """Follow every way that the answers leave open. Answers set aside count: they come back if the way does."""
    known = {q: a for q, a in route.given.items() if not isinstance(a, DontKnow)}
    start = route.branch.first or END
    ways = _ways(questionnaire, route, start, known)
    turning = {q for step in route.steps if len(ways[step.question.id]) > 1 for q in _turns_on(step.question)}
    return Reach(
        may_ask=frozenset(ways),
        must_ask=_unavoidable(ways, start),
        open_forks=tuple(q for q, a in route.answers.items() if isinstance(a, DontKnow) and q in turning),
    )


def closed_by(questionnaire: Questionnaire, route: Route, question_id: str) -> str | None:
    """The question on the route whose answer led away from another; None when none did."""
    ids = [step.question.id for step in route.steps]
    ids.append(route.next_question.id if route.next_question else END)
    for here, target in reversed(list(pairwise(ids))):
        if question_id in questionnaire.onward[here] and question_id not in {target, *questionnaire.onward[target]}:
            return here
    return None


def _turns_on(question: Question) -> Iterator[str]:
    """The questions whose answers decide where this one leads: those that its edges test, and itself by its options."""
    if any(option.next is not None for option in question.options):
        yield question.id
    if not isinstance(question.next, str):
        for edge in question.next:
            yield from (test.question for test in tests_in(edge.when)) if edge.when is not None else ()


def _ways(questionnaire: Questionnaire, route: Route, start: str, known: Answers) -> Ways:
    """Follow on until nothing new may be asked: what may be asked bears on what the forks further on may do."""
    may: set[str] = set()
    asking = questionnaire.asking_us
    while True:
        firm = _firm(route, known, may, asking)
        ways: dict[str, tuple[str, ...]] = {}
        ahead = [start]
        while ahead:
            target = ahead.pop()
            if target != END and target not in ways:
                ways[target] = _ways_on(questionnaire.by_id[target], _Known(known, firm, may, asking))
                ahead.extend(ways[target])
        if may >= ways.keys():
            return ways
        may |= ways.keys()


@dataclass(frozen=True, slots=True)
class _Known:
    """What a fork may be judged by: known answers, those of them surely given, and what may have been asked at all."""

    answers: Answers
    firm: Collection[str]
    may: Collection[str]
    asking: Collection[tuple[str, str]]

    def judge(self, test: Test, here: str) -> Truth:
        answer = self.answers.get(test.question)
        if answer is None:
            return UNKNOWN if test.question in self.may and self._may_turn_out(test) else FALSE
        if not matches(test, answer):
            return FALSE
        return TRUE if test.question in self.firm or test.question == here else UNKNOWN

    def _may_turn_out(self, test: Test) -> bool:
        return not test.options or any((test.question, option) not in self.asking for option in test.options)


def _firm(route: Route, known: Answers, may: Collection[str], asking: Collection[tuple[str, str]]) -> frozenset[str]:
    """The start of the route, up to and including the first question that may lead more than one way."""
    firm: set[str] = set()
    for step in route.steps:
        firm.add(step.question.id)
        if len(_ways_on(step.question, _Known(known, firm, may, asking))) > 1:
            break
    return frozenset(firm)


def _ways_on(question: Question, known: _Known) -> tuple[str, ...]:
    """Where one question may lead: by its own answer if that is known, else by any of its options."""
    answer = known.answers.get(question.id)
    if answer is not None and question.kind == "one":
        option = question.option(str(answer))
        if option is not None and option.next is not None:
            return (option.next,)
    found = [] if answer is not None else [option.next for option in question.options if option.next is not None]
    return tuple(dict.fromkeys([*found, *_open_edges(question, known)]))


def _open_edges(question: Question, known: _Known) -> list[str]:
    if isinstance(question.next, str):
        return [question.next]
    edges = question.next
    held = [_may_hold(edge.when, question, known) if edge.when is not None else Sure.YES for edge in edges]
    last = held.index(Sure.YES)  # the closing `otherwise` always holds
    return [edge.target for edge, holds in zip(edges[: last + 1], held, strict=False) if holds != Sure.NO]


def _may_hold(condition: Condition, question: Question, known: _Known) -> Sure:
    return truth(condition, lambda test: known.judge(test, question.id)).true


def _unavoidable(ways: Ways, start: str) -> frozenset[str]:
    """Questions on every way to the end: those through which as many ways run as there are."""
    if start == END:
        return frozenset()
    order = _in_order(ways, start)
    onward = {END: 1}
    for question in reversed(order):
        onward[question] = sum(onward[target] for target in ways[question])
    into = dict.fromkeys([*order, END], 0)
    into[start] = 1
    for question in order:
        for target in ways[question]:
            into[target] += into[question]
    return frozenset(question for question in order if into[question] * onward[question] == onward[start])


def _in_order(ways: Ways, start: str) -> list[str]:
    """Every question before all those it leads to."""
    done: dict[str, None] = {}

    def visit(question: str) -> None:
        if question != END and question not in done:
            for target in ways[question]:
                visit(target)
            done[question] = None

    visit(start)
    return list(reversed(done))

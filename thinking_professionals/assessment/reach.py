"""Which questions may still be asked, and which surely are, whatever the unknown answers turn out to be.

The unknown answers may send the route another way. Everything here errs on the side of "may": the answer to "could
this design still lead?" must never miss one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from thinking_professionals.answers import Answers, DontKnow
from thinking_professionals.conditions import Sure, Truth, matches, truth
from thinking_professionals.library.condition import Condition, Test
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Question, Questionnaire
from thinking_professionals.route import Route

Ways = Callable[[Question], tuple[str, ...]]

_EITHER = Truth(Sure.MAYBE, Sure.MAYBE)


@dataclass(frozen=True, slots=True)
class Reach:
    may_ask: frozenset[str]
    must_ask: frozenset[str]
    open_forks: tuple[str, ...]
    """Questions on the route, unknown, whose answer decides which way it goes."""


def reach(questionnaire: Questionnaire, route: Route) -> Reach:
    """Follow every way that the answers leave open. Answers set aside count: they come back if the way does."""
    known = {q: a for q, a in {**route.set_aside, **route.answers}.items() if not isinstance(a, DontKnow)}
    firm = _firm(route, known)
    ways = partial(_ways, known=known, firm=firm)
    may = _reachable(questionnaire, route.branch.first or END, ways)
    must = frozenset(q for q in may if q in firm or not _avoidable(questionnaire, route, q, ways))
    forks = tuple(
        step.question.id for step in route.steps if isinstance(step.answer, DontKnow) and len(ways(step.question)) > 1
    )
    return Reach(frozenset(may), must, forks)


def closed_by(questionnaire: Questionnaire, route: Route, question_id: str) -> str | None:
    """The question on the route whose answer led away from another; None when none did."""
    onward = [step.question.id for step in route.steps][1:]
    onward.append(route.next_question.id if route.next_question else END)
    for step, target in reversed(list(zip(route.steps, onward, strict=True))):
        before = _reachable(questionnaire, step.question.id, _all_ways)
        after = _reachable(questionnaire, target, _all_ways)
        if question_id in before and question_id not in after:
            return step.question.id
    return None


def _all_ways(question: Question) -> tuple[str, ...]:
    return question.targets


def _firm(route: Route, known: Answers) -> frozenset[str]:
    """The start of the route, up to and including the first question that may lead more than one way."""
    firm: set[str] = set()
    for step in route.steps:
        firm.add(step.question.id)
        if len(_ways(step.question, known=known, firm=firm)) > 1:
            break
    return frozenset(firm)


def _ways(question: Question, *, known: Answers, firm: Collection[str]) -> tuple[str, ...]:
    """Where a question may lead; known answers beyond the firm start may or may not have been asked."""
    answer = known.get(question.id)
    if answer is not None and question.kind == "one":
        option = question.option(str(answer))
        if option is not None and option.next is not None:
            return (option.next,)
    found = [] if answer is not None else [option.next for option in question.options if option.next is not None]
    return tuple(dict.fromkeys([*found, *_open_edges(question, known, firm)]))


def _open_edges(question: Question, known: Answers, firm: Collection[str]) -> list[str]:
    if isinstance(question.next, str):
        return [question.next]
    edges = question.next
    held = [_may_hold(edge.when, question, known, firm) if edge.when is not None else Sure.YES for edge in edges]
    last = held.index(Sure.YES)  # the closing `otherwise` always holds
    return [edge.target for edge, holds in zip(edges[: last + 1], held, strict=False) if holds != Sure.NO]


def _may_hold(condition: Condition, here: Question, known: Answers, firm: Collection[str]) -> Sure:
    def judge(test: Test) -> Truth:
        answer = known.get(test.question)
        if answer is None:
            return _EITHER
        if test.question in firm or test.question == here.id:
            return Truth(Sure.YES, Sure.NO) if matches(test, answer) else Truth(Sure.NO, Sure.YES)
        return _EITHER if matches(test, answer) else Truth(Sure.NO, Sure.YES)

    return truth(condition, judge).true


def _reachable(questionnaire: Questionnaire, start: str, ways: Ways, without: str = "") -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        target = ahead.pop()
        if target in found or target in {END, without}:
            continue
        found.add(target)
        ahead.extend(ways(questionnaire.by_id[target]))
    return found


def _avoidable(questionnaire: Questionnaire, route: Route, question_id: str, ways: Ways) -> bool:
    """Whether some way open reaches the end without this question."""
    start = route.branch.first or END
    passed = _reachable(questionnaire, start, ways, without=question_id)
    return any(END in ways(questionnaire.by_id[q]) for q in passed)

"""Every way on from a question, with the answer or condition that leads there in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from thinking_professionals.library.condition import All, AnyOf, Condition, Not, Test
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Branch, Question, Questionnaire
from thinking_professionals.saying import DONT_KNOW_WORDS, say_number


@dataclass(frozen=True, slots=True)
class Way:
    """From a question (or a door, by its id) to a question or `end`."""

    source: str
    target: str
    words: str


def ways(questionnaire: Questionnaire, question: Question) -> tuple[Way, ...]:
    """All ways on from a question, in the order in which they are tried."""
    own = [Way(question.id, option.next, option.label) for option in question.options if option.next]
    if isinstance(question.next, str):
        return (*own, Way(question.id, question.next, _rest(question, len(own))))
    conditions = [
        Way(question.id, edge.target, in_words(questionnaire, edge.when, question.id) if edge.when else "otherwise")
        for edge in question.next
    ]
    return (*own, *conditions)


def reached(questionnaire: Questionnaire, branch: Branch) -> frozenset[str]:
    """Ids of the questions that a way leads to from the branch's first; whether its condition can hold is not asked."""
    first = branch.first or END
    return (questionnaire.onward[first] | {first}) - {END}


def in_words(questionnaire: Questionnaire, condition: Condition, here: str = "") -> str:
    """A condition as an author would say it; the question `here` is not named."""
    match condition:
        case Test():
            return _test(questionnaire, condition, here)
        case Not(part):
            return f"not ({in_words(questionnaire, part, here)})"
        case All(parts):
            return " and ".join(_parts(questionnaire, parts, here))
        case AnyOf(parts):
            return " or ".join(_parts(questionnaire, parts, here))
        case _:
            assert_never(condition)


def _parts(questionnaire: Questionnaire, parts: tuple[Condition, ...], here: str) -> Iterator[str]:
    for part in parts:
        words = in_words(questionnaire, part, here)
        yield f"({words})" if isinstance(part, All | AnyOf) else words


def _test(questionnaire: Questionnaire, test: Test, here: str) -> str:
    question = questionnaire.by_id.get(test.question)
    topic = question.topic if question else test.question
    words = _value(question, test)
    return words if test.question == here else f"{topic}: {words}"


def _value(question: Question | None, test: Test) -> str:
    if test.bound is not None:
        unit = f" {question.unit}" if question and question.unit else ""
        return f"{'at least' if test.op == 'at_least' else 'at most'} {say_number(test.bound)}{unit}"
    labels = " or ".join(_label(question, option) for option in test.options)
    return f"includes {labels}" if test.op == "includes" else labels


def _label(question: Question | None, option_id: str) -> str:
    if option_id == "dont_know":
        return f"“{DONT_KNOW_WORDS}”"
    option = question.option(option_id) if question else None
    return f"“{option.label if option else option_id}”"


def _rest(question: Question, taken: int) -> str:
    if not taken:
        return "any answer"
    return DONT_KNOW_WORDS if taken == len(question.options) else "any other answer"

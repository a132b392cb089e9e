"""What a condition is worth. Routing sees two values; needs, rules and gates see three.

A three-valued answer has two rails: how surely the condition is true, and how surely it is false. A known answer sets
both; "I don't know" leaves both open; a question that was not asked closes both, so neither a condition nor its `not`
can hold on it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, assert_never

from thinking_professionals.answers import Answer, Answers, DontKnow
from thinking_professionals.library.condition import All, AnyOf, Condition, Not, Test


class Sure(enum.IntEnum):
    NO = 0
    MAYBE = 1
    YES = 2


class Truth(NamedTuple):
    true: Sure
    false: Sure


TRUE = Truth(Sure.YES, Sure.NO)
FALSE = Truth(Sure.NO, Sure.YES)
UNKNOWN = Truth(Sure.MAYBE, Sure.MAYBE)
NOT_ASKED = Truth(Sure.NO, Sure.NO)

Judge = Callable[[Test], Truth]
"""What one test is worth; the assessment supplies it, since only it knows what was asked."""


def matches(test: Test, answer: Answer) -> bool:
    """Whether a known answer passes a test. "I don't know" passes only `is: dont_know`."""
    if isinstance(answer, DontKnow):
        return test.op == "is" and test.options == (answer.value,)
    match test.op:
        case "is" | "any_of":
            return answer in test.options
        case "includes":
            return isinstance(answer, tuple) and test.options[0] in answer
        case "at_least":
            return isinstance(answer, Decimal) and test.bound is not None and answer >= test.bound
        case "at_most":
            return isinstance(answer, Decimal) and test.bound is not None and answer <= test.bound
        case _:
            assert_never(test.op)


def routes(condition: Condition, answers: Answers) -> bool:
    """Two-valued: a test on a question without an answer, or answered "I don't know" (itself apart), is false."""
    match condition:
        case Test(question):
            return question in answers and matches(condition, answers[question])
        case Not(part):
            return not routes(part, answers)
        case All(parts):
            return all(routes(part, answers) for part in parts)
        case AnyOf(parts):
            return any(routes(part, answers) for part in parts)
        case _:
            assert_never(condition)


def truth(condition: Condition, judge: Judge) -> Truth:
    """Three-valued, on two rails: `all` is AND of true and OR of false, `any` the other way round, `not` swaps.

    Asked some thousand times for one assessment, hence without pattern matching.
    """
    if isinstance(condition, Test):
        return judge(condition)
    if isinstance(condition, Not):
        inner = truth(condition.part, judge)
        return Truth(inner.false, inner.true)
    trues, falses = zip(*[truth(part, judge) for part in condition.parts], strict=True)
    return Truth(min(trues), max(falses)) if isinstance(condition, All) else Truth(max(trues), min(falses))

"""Conditions as data: a closed set of tests on answers, and their three ways of being put together.

An author writes a mapping (all of it must hold), `any:` with a list (one must hold) or `not:`. Reading happens here;
what a condition is worth against somebody's answers is worked out in `thinking_professionals.conditions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

Op = Literal["is", "any_of", "includes", "at_least", "at_most"]
OPS: tuple[Op, ...] = ("is", "any_of", "includes", "at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Test:
    """One question's answer against a value: option ids for `is`, `any_of`, `includes`; a bound for the other two."""

    __test__ = False  # pytest would otherwise collect it

    question: str
    op: Op
    options: tuple[str, ...] = ()
    bound: Decimal | None = None


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition


Condition = Test | All | AnyOf | Not


def tests_in(condition: Condition) -> Iterator[Test]:
    """Every test in a condition, in the order written."""
    match condition:
        case Test():
            yield condition
        case Not(part):
            yield from tests_in(part)
        case _:
            for part in condition.parts:
                yield from tests_in(part)


def read_condition(data: object) -> Condition:
    """A condition from its plain form, in the order of its keys; raises ValueError with a sentence for the author."""
    if isinstance(data, Test | All | AnyOf | Not):
        return data
    if not isinstance(data, Mapping) or not data:
        raise ValueError("a condition is a mapping such as {unit: {is: team}} - write one question and one test")
    parts = tuple(_read_entry(str(key), value) for key, value in sorted(data.items()))
    return parts[0] if len(parts) == 1 else All(parts)


def _read_entry(key: str, value: object) -> Condition:
    if key == "not":
        return Not(read_condition(value))
    if key == "any":
        if not isinstance(value, list | tuple) or not value:
            raise ValueError("'any' takes a list of conditions - put each on a line of its own with a dash")
        return AnyOf(tuple(read_condition(item) for item in value))
    return _read_tests(key, value)


def _read_tests(question: str, value: object) -> Condition:
    if not isinstance(value, Mapping) or not value:
        raise ValueError(f"'{question}' needs a test, such as {{is: …}} - the tests are {', '.join(OPS)}")
    tests = tuple(_read_test(question, str(op), wanted) for op, wanted in sorted(value.items()))
    return tests[0] if len(tests) == 1 else All(tests)


def _read_test(question: str, op: str, wanted: object) -> Test:
    match op:
        case "is" | "includes":
            if not isinstance(wanted, str):
                raise ValueError(
                    f"'{op}' of '{question}' takes one option id, not {wanted!r} - put it in quotes, or use any_of"
                )
            return Test(question, op, options=(wanted,))
        case "any_of":
            if not isinstance(wanted, list | tuple) or not wanted or not all(isinstance(w, str) for w in wanted):
                raise ValueError(f"'any_of' of '{question}' takes a list of option ids - write it as [team, place]")
            return Test(question, op, options=tuple(wanted))
        case "at_least" | "at_most":
            return Test(question, op, bound=_bound(question, op, wanted))
    raise ValueError(f"'{op}' is not a test - the tests are {', '.join(OPS)}")


def _bound(question: str, op: str, wanted: object) -> Decimal:
    if isinstance(wanted, bool) or not isinstance(wanted, int | float | Decimal) or not Decimal(wanted).is_finite():
        raise ValueError(f"'{op}' of '{question}' takes a number, not {wanted!r} - write it in digits, without quotes")
    return Decimal(str(wanted))


class Parsed:
    """Marks a field whose plain form is turned into its value by a function.

    The stdlib builder and pydantic both honour it, so a fast start and a checked load agree by construction.
    """

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        self.parse = parse

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.parse)


When = Annotated[Condition, Parsed(read_condition)]

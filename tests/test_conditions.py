from collections.abc import Callable
from itertools import product

import pytest

from thinking_professionals.answers import DONT_KNOW, Answer, read_number
from thinking_professionals.conditions import (
    FALSE,
    NOT_ASKED,
    TRUE,
    UNKNOWN,
    Sure,
    Truth,
    matches,
    routes,
    truth,
)
from thinking_professionals.library.condition import Condition, Not, Test, read_condition

WORTHS = {"yes": TRUE, "no": FALSE, "maybe": UNKNOWN, "unasked": NOT_ASKED}


def worth(condition: Condition) -> Truth:
    """Judges a test by the name of its question."""
    return truth(condition, lambda test: WORTHS[test.question])


def named(*names: str) -> list[dict[str, object]]:
    return [{name: {"is": "x"}} for name in names]


@pytest.mark.parametrize(
    ("test", "answer", "passes"),
    [
        ({"is": "team"}, "team", True),
        ({"is": "team"}, "person", False),
        ({"is": "team"}, DONT_KNOW, False),
        ({"is": "dont_know"}, DONT_KNOW, True),
        ({"is": "dont_know"}, "team", False),
        ({"any_of": ["team", "place"]}, "place", True),
        ({"any_of": ["team", "place"]}, "person", False),
        ({"any_of": ["dont_know", "place"]}, DONT_KNOW, False),
        ({"includes": "police"}, ("health", "police"), True),
        ({"includes": "police"}, ("health",), False),
        ({"includes": "police"}, (), False),
        ({"includes": "police"}, "police", False),
        ({"includes": "dont_know"}, DONT_KNOW, False),
        ({"at_least": 20}, read_number("20"), True),
        ({"at_least": 20}, read_number("19.99"), False),
        ({"at_least": 20}, "20", False),
        ({"at_least": 20}, DONT_KNOW, False),
        ({"at_most": 20}, read_number("20"), True),
        ({"at_most": 20}, read_number("20.01"), False),
        ({"at_most": 20}, "20", False),
        ({"at_most": 20}, DONT_KNOW, False),
    ],
)
def test_a_known_answer_passes_a_test_or_not(test: dict[str, object], answer: Answer, passes: bool) -> None:
    condition = read_condition({"asked": test})
    assert isinstance(condition, Test)
    assert matches(condition, answer) is passes
    assert routes(condition, {"asked": answer}) is passes
    assert routes(Not(condition), {"asked": answer}) is not passes


def test_routing_sees_a_question_without_an_answer_as_false() -> None:
    condition = read_condition({"asked": {"is": "team"}})
    assert not routes(condition, {})
    assert routes(Not(condition), {})


@pytest.mark.parametrize("join", [all, any])
@pytest.mark.parametrize("values", list(product([True, False], repeat=3)))
def test_routing_joins_as_words_do(join: Callable[[tuple[bool, ...]], bool], values: tuple[bool, ...]) -> None:
    answers = {name: "x" if value else "y" for name, value in zip("abc", values, strict=True)}
    parts = named(*"abc")
    together = {key: value for part in parts for key, value in part.items()}
    condition = read_condition(together if join is all else {"any": parts})
    assert routes(condition, answers) is join(values)


@pytest.mark.parametrize(
    ("names", "together", "either"),
    [
        (("yes", "yes"), TRUE, TRUE),
        (("yes", "no"), FALSE, TRUE),
        (("no", "no"), FALSE, FALSE),
        (("yes", "maybe"), UNKNOWN, TRUE),
        (("no", "maybe"), FALSE, UNKNOWN),
        (("maybe", "maybe"), UNKNOWN, UNKNOWN),
        (("yes", "unasked"), NOT_ASKED, Truth(Sure.YES, Sure.NO)),
        (("no", "unasked"), Truth(Sure.NO, Sure.YES), NOT_ASKED),
        (("maybe", "unasked"), Truth(Sure.NO, Sure.MAYBE), Truth(Sure.MAYBE, Sure.NO)),
        (("unasked", "unasked"), NOT_ASKED, NOT_ASKED),
    ],
)
def test_rules_see_three_values_and_the_unasked(names: tuple[str, ...], together: Truth, either: Truth) -> None:
    both = {"not": {"not": named(names[0])[0]}, **named(names[1])[0]}
    for order in (names, names[::-1]):
        assert worth(read_condition({"any": named(*order)})) == either
    assert worth(read_condition(both)) == together


@pytest.mark.parametrize(
    ("name", "opposite"), [("yes", FALSE), ("no", TRUE), ("maybe", UNKNOWN), ("unasked", NOT_ASKED)]
)
def test_not_swaps_what_is_known_and_leaves_what_is_not(name: str, opposite: Truth) -> None:
    assert worth(read_condition({"not": named(name)[0]})) == opposite

"""Conditions from their plain form, and the tests in them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thinking_professionals.library import condition as conditions
from thinking_professionals.library.condition import All, AnyOf, Not, Test, read_condition


def test_a_mapping_means_all_a_list_under_any_means_one_and_not_turns_round() -> None:
    read = read_condition({"a": {"is": "x"}, "any": [{"b": {"at_least": 1.5}}, {"not": {"c": {"includes": "y"}}}]})
    assert read == All(
        (
            Test("a", "is", options=("x",)),
            AnyOf((Test("b", "at_least", bound=Decimal("1.5")), Not(Test("c", "includes", options=("y",))))),
        )
    )
    assert [test.question for test in conditions.tests_in(read)] == ["a", "b", "c"]


def test_two_tests_of_one_question_must_both_hold() -> None:
    assert read_condition({"a": {"at_least": 1, "at_most": 2}}) == All(
        (Test("a", "at_least", bound=Decimal(1)), Test("a", "at_most", bound=Decimal(2)))
    )


def test_a_condition_that_is_read_already_stays_as_it_is() -> None:
    condition = Test("a", "any_of", options=("x", "y"))
    assert read_condition(condition) is condition


@pytest.mark.parametrize("data", [None, {}, [], "a", {"a": {}}, {"any": []}, {"not": {}}, {"a": {"at_most": True}}])
def test_anything_else_is_refused_with_a_remedy(data: object) -> None:
    with pytest.raises(ValueError, match=" - "):
        read_condition(data)

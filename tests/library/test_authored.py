"""What authors write is held as values: equal by what they hold, usable as keys, and never changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from thinking_professionals.library.questions import Column, Page
from thinking_professionals.library.sourcing import Term

TERM = Term(id="pilot", term="Pilot", meaning="A small try")


def test_values_are_equal_by_what_they_hold() -> None:
    same = Term(id="pilot", term="Pilot", meaning="A small try", also=())
    assert same == TERM
    assert len({same, TERM}) == 1
    assert replace(TERM, also=("trial run",)) != TERM


def test_values_of_two_classes_are_never_equal() -> None:
    assert Column(id="who", label="Who") != Page(id="who", title="Who", about="")
    assert TERM != ("pilot", "Pilot", "A small try", ())


def test_what_is_not_given_is_as_the_class_declares() -> None:
    assert TERM.also == ()
    assert repr(TERM) == "Term(id='pilot', term='Pilot', meaning='A small try', also=())"


def test_nothing_in_a_value_can_be_set_or_removed() -> None:
    with pytest.raises(FrozenInstanceError):
        TERM.meaning = "Another"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del TERM.meaning
    assert TERM.meaning == "A small try"


@pytest.mark.parametrize("given", [{}, {"id": "who"}, {"id": "who", "label": "Who", "more": 1}])
def test_a_value_is_made_of_its_own_fields_and_of_all_it_needs(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Column(**given)

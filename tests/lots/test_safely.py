"""Values that a spreadsheet would take for a formula."""

from __future__ import annotations

import random

import pytest

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.lots.safely import safe, unsafe


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("x")', "＝1", "'=1", "|x", "%x", "-a", "+"]
)
def test_what_begins_as_a_formula_has_an_apostrophe_in_front(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Team 1", "", "-5", "+44", "-1.5", "'s-Hertogenbosch", "a=b", "12"])
def test_what_does_no_harm_stands_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_whatever_is_written_safely_is_read_back_as_it_was() -> None:
    chance = random.Random(1)
    for _ in range(RANDOM_TEXTS * 50):
        text = "".join(chance.choices("'=+-@1a.,|", k=chance.randint(0, 6)))
        assert unsafe(safe(text)) == text

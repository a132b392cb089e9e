"""Answers in words: the same on every machine, and as their person would recognise them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from thinking_professionals.answers import DONT_KNOW
from thinking_professionals.library.questions import Column, Option, Question
from thinking_professionals.saying import (
    say,
    say_change,
    say_date,
    say_list,
    say_month,
    say_number,
    say_pounds,
    say_title,
)


def question(kind, **more):
    return Question(id="q", kind=kind, topic="How many", ask="?", why_we_ask="w", can_change="yes", next="end", **more)


ONE = question("one", options=(Option(id="team", label="A team"), Option(id="place", label="A place")))
MANY = question("many", options=ONE.options)


@pytest.mark.parametrize(
    ("asked", "answer", "words"),
    [
        (ONE, "team", "A team"),
        (ONE, DONT_KNOW, "I don’t know"),
        (MANY, ("team", "place"), "A team; A place"),
        (MANY, (), "None of these"),
        (question("number", unit="people"), Decimal(12000), "12,000 people"),
        (question("number"), Decimal("12.5"), "12.5"),
        (question("money"), Decimal("12000.50"), "£12,000.50"),
        (question("money"), Decimal(12000), "£12,000"),
        (question("date"), date(2026, 11, 21), "21 November 2026"),
        (question("text"), "team", "team"),
        (question("text"), "", "Nothing written"),
        (question("list"), ("first", "second"), "first\nsecond"),
        (question("list"), (), "Nothing written"),
        (question("table", columns=(Column(id="a", label="A"),)), ((("a", "x"), ("b", ""), ("c", "y")),), "x, y"),
    ],
)
def test_an_answer_in_words(asked, answer, words):
    assert say(asked, answer) == words


def test_a_change_of_amount_gives_its_direction():
    asked = question("number", unit="people")
    assert say_change(asked, Decimal(40), Decimal(51)) == "“How many” is at least 51 people, and likely far more"
    assert say_change(asked, Decimal(40), Decimal(30)) == "“How many” is at most 30 people"
    assert say_change(question("money"), Decimal(40), Decimal(300)) == "“How many” is at least £300"


def test_a_change_of_choice_names_the_other_answer():
    assert say_change(ONE, "team", "place") == "“How many” changes to “A place”"


def test_a_title_is_a_first_line_cut_at_a_word():
    assert say_title("  Cameras for all\nand more") == "Cameras for all"
    assert say_title("word " * 20) == "word word word word word word word word word word word word…"
    assert len(say_title("x" * 400)) <= 61


def test_amounts_dates_and_lists():
    assert say_number(1200) == "1,200"
    assert say_pounds(0) == "£0"
    assert say_date(date(2026, 1, 2)) == "2 January 2026"
    assert [say_month(date(2026, month, 2)) for month in (1, 12)] == ["January 2026", "December 2026"]
    assert [say_list(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]

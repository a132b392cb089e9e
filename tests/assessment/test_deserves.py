"""How much study a choice deserves: the first rung that surely holds, and what may still hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.assessment.assess import assess

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


@pytest.mark.parametrize(
    ("raw", "deserved", "at_most", "turns_on"),
    [
        ({**TRIAL, "people": "1000"}, "high", None, ()),
        ({**TRIAL, "people": "1000", "marks": "dont_know"}, "high", None, ()),
        ({**TRIAL, "marks": ["new"]}, "middle", None, ()),
        ({**TRIAL, "marks": ["new"], "people": "dont_know"}, "middle", "high", ("people",)),
        (TRIAL, "light", None, ()),
        ({**TRIAL, "people": "dont_know", "marks": "dont_know"}, "light", "high", ("people", "marks")),
        ({**TRIAL, "marks": "dont_know"}, "light", "middle", ("marks",)),
    ],
)
def test_the_lowest_rung_that_the_unknowns_allow_is_deserved_and_the_highest_is_named(
    assessed, raw, deserved, at_most, turns_on
):
    found = assessed(raw).deserved
    assert (found.stake.id, found.at_most and found.at_most.id, found.turns_on) == (deserved, at_most, turns_on)


def test_the_answers_that_make_it_so_are_named(assessed):
    assert {q: str(a) for q, a in assessed({**TRIAL, "people": "1000"}).deserved.answers.items()} == {"people": "1000"}
    assert assessed(TRIAL).deserved.answers.keys() == {"people", "marks"}
    assert assessed({**TRIAL, "people": "dont_know"}).deserved.answers.keys() == {"marks"}


def test_what_this_door_does_not_ask_has_no_part_in_it(assessed):
    found = assessed(SERIES).deserved
    assert (found.stake.id, found.at_most) == ("light", None)
    assert found.answers.keys() == {"marks"}


def test_nothing_is_deserved_before_anything_of_it_is_asked(assessed):
    assert assessed({"purpose": "cause", "control": "us"}).deserved is None


def test_on_the_way_it_may_be_as_high_as_what_is_still_to_be_asked(assessed):
    found = assessed({"purpose": "cause", "control": "us", "people": "500"}).deserved
    assert (found.stake.id, found.at_most.id, found.turns_on) == ("light", "middle", ("marks",))


def test_content_without_a_rung_for_all_may_say_nothing(library, walked):
    content = replace(library, stakes=library.stakes[:1])
    assert assess(content, walked(content, TRIAL)).deserved is None


def test_it_never_caps_what_is_advised(assessed):
    result = assessed(TRIAL)
    assert result.lead.level > result.deserved.stake.level

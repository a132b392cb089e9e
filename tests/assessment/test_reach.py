"""Which questions may still be asked, on a tree whose forks look back."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from pydantic import TypeAdapter

from thinking_professionals.answers import DONT_KNOW
from thinking_professionals.assessment.reach import closed_by, reach
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.route import trace

TREE = """
edition: "1"
welcome: w
invitation: i
purposes: []
branches: [{id: works, title: t, about: a, first: one}]
questions:
  - {id: one, kind: one, topic: t, ask: a, why_we_ask: w, can_change: "yes", next: two,
     options: [{id: left, label: l}, {id: right, label: r}, {id: out, label: o, next: last}]}
  - {id: two, kind: one, topic: t, ask: a, why_we_ask: w, can_change: "yes",
     options: [{id: yes_it_is, label: y}, {id: no_it_is, label: n}],
     next: [{when: {one: {is: left}, two: {is: yes_it_is}}, go: three}, {when: {not: {one: {is: left}}}, go: four},
            {otherwise: five}]}
  - {id: three, kind: text, topic: t, ask: a, why_we_ask: w, can_change: "yes", next: last}
  - {id: four, kind: text, topic: t, ask: a, why_we_ask: w, can_change: "yes", next: last}
  - {id: five, kind: text, topic: t, ask: a, why_we_ask: w, can_change: "yes", next: last}
  - {id: last, kind: one, topic: t, ask: a, why_we_ask: w, can_change: "yes",
     options: [{id: a, label: a}, {id: b, label: b}],
     next: [{when: {two: {is: yes_it_is}}, go: six}, {otherwise: end}]}
  - {id: six, kind: text, topic: t, ask: a, why_we_ask: w, can_change: "yes", next: end}
"""


@pytest.fixture(scope="module")
def tree():
    return TypeAdapter(Questionnaire).validate_python(yaml.safe_load(TREE))


@pytest.fixture
def route(tree):
    return lambda **answers: trace(tree, tree.branch("works"), answers)


def test_at_the_start_everything_may_be_asked_and_the_first_question_must(tree, route):
    found = reach(tree, route())
    assert found.may_ask == {"one", "two", "three", "four", "five", "last", "six"}
    assert found.must_ask == {"one", "last"}


def test_a_known_start_closes_the_ways_it_does_not_lead(tree, route):
    found = reach(tree, route(one="left", two="yes_it_is"))
    assert found.may_ask == {"one", "two", "three", "last", "six"}
    assert found.must_ask == found.may_ask


def test_an_unknown_fork_leaves_its_ways_open_and_is_named(tree, route):
    found = reach(tree, route(one="left", two=DONT_KNOW, five="", last="a"))
    assert found.open_forks == ("two",)
    assert found.may_ask == {"one", "two", "three", "five", "last", "six"}
    assert found.must_ask == {"one", "two", "last"}


def test_an_unknown_answer_that_a_later_fork_turns_on_is_named(tree, route):
    assert reach(tree, route(one=DONT_KNOW, two="no_it_is", four="", last="a")).open_forks == ("one",)


def test_a_question_whose_own_answer_does_not_decide_the_way_on_is_no_fork(tree, route):
    assert reach(tree, route(one="left", two=DONT_KNOW, five="", last=DONT_KNOW)).open_forks == ("two",)


def test_an_answer_beyond_an_open_fork_may_not_have_been_given_on_another_way(tree, route):
    found = reach(tree, route(one=DONT_KNOW, two="yes_it_is", four="", last="a", six=""))
    assert found.must_ask == {"one", "last"}
    assert "six" in found.may_ask


def test_the_answer_that_led_away_is_the_last_from_which_the_question_could_be_reached(tree, route):
    finished = route(one="left", two="no_it_is", five="", last="a")
    assert closed_by(tree, finished, "three") == "two"
    assert closed_by(tree, route(one="out", last="a"), "three") == "one"


def test_a_door_without_questions_asks_nothing(tree):
    door = replace(tree.branch("works"), first=None)
    assert reach(tree, trace(tree, door, {})).must_ask == frozenset()


def test_an_option_with_a_way_of_its_own_goes_nowhere_else(tree, route):
    assert reach(tree, route(one="out")).may_ask == {"one", "last"}


def test_no_answer_led_away_from_a_question_that_is_not_of_this_door(tree, route):
    assert closed_by(tree, route(one="out", last="a"), "elsewhere") is None

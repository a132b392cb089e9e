"""What would help most: each lever is the same study played another way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.calculators.power.comparison import Comparison
from thinking_professionals.calculators.power.levers import levers

TEAMS = Comparison(measure="count", with_it=19, without=29, size=43, now=0.5, dispersion=1.3, icc=0.05)


def test_the_lever_that_helps_most_comes_first_and_each_helps():
    found = levers(TEAMS)
    assert [lever.detectable for lever in found] == sorted(lever.detectable for lever in found)
    assert all(lever.detectable < TEAMS.detectable() for lever in found)
    assert {lever.kind for lever in found} == {
        "groups",
        "people",
        "months",
        "evenly",
        "baseline",
        "by_turns",
        "in_steps",
    }


def test_twice_as_many_months_are_said_in_the_same_unit():
    months = next(lever for lever in levers(TEAMS) if lever.kind == "months")
    assert months.detectable == pytest.approx(replace(TEAMS, now=1.0).detectable() / 2)


def test_what_is_even_already_is_no_lever_and_people_alone_take_no_turns():
    people = Comparison(measure="share", with_it=300, without=300, now=0.4)
    assert {lever.kind for lever in levers(people)} == {"groups", "baseline"}


def test_a_baseline_that_is_there_already_is_no_lever():
    assert "baseline" not in {lever.kind for lever in levers(replace(TEAMS, correlation=0.8))}


def test_where_the_plan_itself_shows_nothing_a_lever_may_still():
    hopeless = replace(TEAMS, with_it=5, without=5, now=0.1)
    assert hopeless.detectable() is None
    assert {"groups", "by_turns"} <= {lever.kind for lever in levers(hopeless)}


def test_by_turns_only_more_of_the_same_is_left():
    assert {lever.kind for lever in levers(replace(TEAMS, plan="by_turns"))} <= {"groups", "people", "months"}

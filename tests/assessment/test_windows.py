"""The last day on which a design can still be chosen, by the dates that are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.assessment.windows import windows
from thinking_professionals.library.designs import Range

TODAY = date(2026, 11, 21)
# The trial takes 1, 2 or 4 months to set up before the start; every study takes 1, 2 or 3.
TRIAL = {
    **{"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []},
    **{"starts": "dont_know", "decide": "dont_know", "budget": "dont_know", "spend": "dont_know"},
    **{"outcome": "", "further": [], "harm": ""},
}


@pytest.fixture
def closing(longer, walked):
    def find(as_of=TODAY, **said):
        route = walked(longer, {**TRIAL, **said})
        return windows(route, with_unlocks(longer, route, assess(longer, route)), as_of)

    return find


def told(window):
    return window.verdict.design.id, str(window.choose_by), str(window.latest), window.before


def test_without_a_date_no_window_closes(closing):
    assert closing() == ()


def test_a_start_binds_only_a_design_that_must_be_in_place_before_it(closing):
    assert [told(w) for w in closing(starts="2027-05-31")] == [("trial", "2027-03-31", "2027-04-30", "start")]


def test_a_decision_binds_the_lead_and_the_designs_as_strong(closing):
    assert [told(w) for w in closing(decide="2027-04-30")] == [
        ("trial", "2027-02-28", "2027-03-30", "decision"),
        ("cluster", "2027-02-28", "2027-03-30", "decision"),
    ]


@pytest.mark.parametrize(
    ("starts", "decide", "expected"),
    [
        ("2027-03-10", "2027-04-30", ("trial", "2027-01-10", "2027-02-10", "start")),
        ("2027-06-10", "2027-04-30", ("trial", "2027-02-28", "2027-03-30", "decision")),
    ],
)
def test_of_two_dates_the_first_to_close_counts(closing, starts, decide, expected):
    assert told(closing(starts=starts, decide=decide)[0]) == expected


@pytest.mark.parametrize(
    ("as_of", "hurry", "passed"),
    [
        (date(2027, 3, 31), False, False),
        (date(2027, 4, 1), True, False),
        (date(2027, 4, 30), True, False),
        (date(2027, 5, 1), False, True),
    ],
)
def test_a_window_is_open_to_the_end_of_its_last_day(closing, as_of, hurry, passed):
    [window] = closing(as_of, starts="2027-05-31")
    assert (window.hurry, window.passed) == (hurry, passed)


@pytest.mark.parametrize(
    ("starts", "decide", "missed"),
    [
        ("2027-05-31", "2027-07-01", ()),
        ("2026-12-10", "2027-01-10", ("start",)),
        ("2026-12-22", "2026-12-20", ("decision",)),
        ("2026-11-22", "2026-11-22", ("start", "decision")),
    ],
)
def test_of_two_dates_each_that_is_missed_is_named(closing, starts, decide, missed):
    assert closing(starts=starts, decide=decide)[0].missed == missed


def test_where_one_has_passed_the_best_that_is_still_open_is_named(closing):
    [window] = closing(date(2027, 5, 1), starts="2027-05-31")
    assert window.instead.id == "cluster"
    assert closing(starts="2027-05-31")[0].instead is None


def test_where_all_have_passed_nothing_is_named(closing):
    assert [(w.passed, w.instead) for w in closing(decide="2026-11-22")] == [(True, None), (True, None)]


def test_a_design_that_is_not_yet_possible_has_its_window_too(closing):
    found = closing(people="40", starts="2027-05-31")
    assert [(w.verdict.design.id, w.verdict.standing) for w in found] == [("trial", "not_yet")]


def test_weaker_designs_and_those_that_may_not_lead_have_none(closing):
    found = {w.verdict.design.id for w in closing(decide="2028-04-30")}
    assert not found & {"panel", "before_after", "pilot", "record"}


def test_beside_a_lead_that_measures_no_effect_only_designs_that_do_are_shown(closing):
    found = closing(decide="2028-04-30", records="differ", marks=["hurried"], mixing="all")
    assert [w.verdict.design.id for w in found] == ["panel", "pilot"]


def test_the_strongest_come_first_and_of_those_the_first_to_close(closing):
    found = closing(starts="2027-09-30", decide="2027-04-30")
    assert [w.verdict.design.id for w in found] == ["trial", "cluster"]
    found = closing(people="40", starts="2027-02-28", decide="2028-04-30")
    assert [w.verdict.design.id for w in found] == ["trial", "cluster"]


def test_a_design_that_nothing_would_make_possible_has_none(closing):
    assert "series" not in {w.verdict.design.id for w in closing(decide="2028-04-30", records="differ")}


@pytest.fixture
def reporting(longer, walked):
    """The window of a trial whose study takes 1 or 3 months from the start, set-up apart."""
    months = Range(low=Decimal(2), central=Decimal(5), high=Decimal(9))

    def slow(design):
        return replace(design, effort=replace(design.effort, months=months)) if design.id == "trial" else design

    library = replace(longer, designs=tuple(map(slow, longer.designs)))

    def find(**said):
        route = walked(library, {**TRIAL, **said})
        return windows(route, assess(library, route), TODAY)[0]

    return find


def test_what_must_be_in_place_before_the_start_reports_so_long_after_it(reporting):
    found = reporting(starts="2027-05-01").reporting
    assert (found.soonest, found.usual) == (date(2027, 6, 1), date(2027, 8, 1))
    assert (found.late, found.never_in_time) == (False, False)


@pytest.mark.parametrize(
    ("decide", "late", "missed"),
    [
        ("2027-08-01", False, ()),
        ("2027-07-31", True, ()),
        ("2027-06-01", True, ()),
        ("2027-05-31", True, ("decision",)),
    ],
)
def test_a_report_after_the_decision_is_late_and_too_late_where_even_the_fastest_is(reporting, decide, late, missed):
    window = reporting(starts="2027-05-01", decide=decide)
    assert (window.reporting.late, window.missed) == (late, missed)
    assert (window.instead.id if missed else window.instead) == ("cluster" if missed else None)


def test_without_a_start_it_turns_on_the_day_it_is_chosen(reporting, closing):
    assert reporting(decide="2028-04-30").reporting is None
    found = {w.verdict.design.id: w.reporting for w in closing(starts="2027-05-01", decide="2028-04-30")}
    assert found["trial"] is not None
    assert found["cluster"] is None

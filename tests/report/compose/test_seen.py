"""Could it be seen: the section that says so, in the outcome's own units, and the same for other programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.report.compose.reading import section, words
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.derived import Span
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import Plan, read_plan, understand_plan
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.machine import machine
from thinking_professionals.report.compose.seen import could_it_be_seen
from thinking_professionals.report.compose.seen_words import SeenWords, guess, times_in_100
from thinking_professionals.report.compose.summary import compose_summary
from thinking_professionals.report.document import Callout, Figure, Table
from thinking_professionals.route import trace

TODAY = date(2026, 11, 22)
CAMERAS = read_plan(ROOT / "content/examples/body-worn-video.plan.yaml")
SHARE = {"counted_as": "share", "share_now": 40, "share_change": 5}
SCORE = {"counted_as": "score", "spread": 2, "score_change": 0.5}


@pytest.fixture(scope="module")
def shipped():
    return load(ROOT)


@pytest.fixture
def worked(shipped):
    def through(**changes):
        told = {**CAMERAS.answers, **{question: str(answer) for question, answer in changes.items()}}
        answers, _ = understand_plan(Plan(branch="works", answers=told), shipped.questions)
        route = trace(shipped.questions, shipped.questions.branch("works"), answers, to_the_end=True)
        return route, with_unlocks(shipped, route, assess(shipped, route))

    return through


@pytest.fixture
def report(shipped, worked):
    return lambda **changes: compose_summary(shipped, Plan(title="t"), *worked(**changes), (), TODAY)


@pytest.fixture
def json_of(shipped, worked):
    return lambda **changes: machine(shipped, *worked(**changes), (), TODAY)


@pytest.fixture
def case(shipped, worked):
    route, assessment = worked()
    return Case(library=shipped, notes={}, route=route, assessment=assessment, cost=None, problems=(), as_of=TODAY)


@pytest.fixture
def seen(case):
    return lambda: case.detection


def test_where_all_is_known_nothing_stands_in(case):
    vars(case)["detection"] = replace(case.detection, taken=())
    assert not any("stand in" in block.caption for block in could_it_be_seen(case).blocks if isinstance(block, Table))


def callout(report):
    return next(block for block in section(report, "power").blocks if isinstance(block, Callout))


def tables(report):
    return [block for block in section(report, "power").blocks if isinstance(block, Table)]


def test_a_count_is_said_in_per_cent_and_from_what_to_what_a_year(report):
    said = words(report(), "power")
    assert "a fall of" in said
    assert "from 1,030 to about" in said
    assert "times in 100" in said
    assert callout(report()).tone == "caution"


def test_a_share_is_said_in_a_hundred_people(report):
    said = words(report(**SHARE, up_or_down="up"), "power")
    assert "a rise of" in said
    assert "from 40 to" in said


def test_a_score_is_said_in_points(report):
    said = words(report(**SCORE), "power")
    assert "points" in said
    assert "from" not in callout(report(**SCORE)).title[0].text


def test_plenty_is_go_and_hopeless_is_stop(report):
    assert callout(report(units=400, get_it=200, count_now=9000, icc="0")).tone == "go"
    assert callout(report(count_now=5)).tone == "stop"


def test_where_nothing_could_be_seen_it_says_so_and_what_would_still_help(report):
    found = report(count_now=12, per_unit=2, units=12, get_it=6)
    assert "times in 100" in callout(found).title[0].text
    assert tables(found)


def test_where_all_of_them_get_it_there_is_no_one_to_compare_with(report):
    found = callout(report(units=12, get_it=12))
    assert found.tone == "stop"
    assert "no one to compare" in found.title[0].text


def test_a_score_has_no_largest_change_to_fall_back_on(report):
    found = report(**SCORE, units=2, get_it=1, per_unit=2)
    assert "for sure" in words(found, "power")


def test_a_change_larger_than_there_is_is_told(report):
    found = report(**{**SHARE, "share_change": 60})
    assert callout(found).tone == "unknown"
    assert "larger than there can be" in words(found, "power")


def test_what_is_rare_is_said_to_bound_how_far_teams_differ(report):
    assert "so seldom" in words(report(count_now=100), "power")
    assert "so seldom" not in words(report(), "power")


def test_the_first_page_says_when_the_numbers_are_why_no_comparison_is_advised(report):
    assert "times in 100" in words(report(count_now=5), "recommendation")


def test_people_who_are_drawn_by_themselves_have_no_floor_and_no_table_of_alikeness(report):
    found = report(unit="person", people=400, light_touch="no", counted_as="share", share_now=40, share_change=10)
    assert "However many" not in words(found, "power")
    assert not any("alike" in table.caption for table in tables(found))


def test_a_known_icc_needs_no_range(report):
    assert not any("alike" in table.caption for table in tables(report(icc="0.05")))


def test_few_teams_are_sent_to_a_statistician(report):
    assert "statistician" in words(report(units=12, get_it=6), "power")


def test_both_pictures_have_their_words_and_figures(report):
    figures = [block for block in section(report(), "power").blocks if isinstance(block, Figure)]
    assert len(figures) == 2
    assert all(figure.description and figure.table.rows for figure in figures)


def test_what_stands_in_for_the_unknown_is_listed_with_its_sureness(report):
    last = tables(report())[-1]
    assert len(last.rows) == 5
    assert all(row[-1][0].text for row in last.rows)


def test_the_lead_by_steps_has_figures_of_its_own(report, json_of):
    found = json_of(rollout="steps", units=48)
    if found["recommended"]["id"] == "stepped_wedge":
        assert found["power"]["name"] == "stepped-wedge"
    assert "four steps" in words(report(rollout="steps", units=48), "power")


def test_a_lead_that_is_worked_out_in_another_way_says_so_and_keeps_the_first_page_clear(report):
    found = report(budget=1000)
    assert len(callout(found).text) == 2
    assert "smallest change you could see" not in words(found, "recommendation")
    assert "smallest change you could see" in words(report(), "recommendation")


def test_what_is_stopped_for_its_numbers_is_told_that_they_are_why(report):
    hopeless, other = callout(report(count_now=5)), callout(report(budget=1000))
    assert hopeless.text[-1] != other.text[-1]


def test_where_the_hope_is_not_known_the_smallest_change_is_said_all_the_same(report, json_of):
    found = report(count_change="dont_know")
    assert callout(found).tone == "unknown"
    assert "a fall of" in callout(found).title[0].text
    assert "smallest change you could see" in words(found, "recommendation")
    assert len([block for block in section(found, "power").blocks if isinstance(block, Figure)]) == 1
    power = json_of(count_change="dont_know")["power"]
    assert (power["power"], power["hoped"], power["low"]) == (None, None, None)
    assert power["mdes"]


def test_a_spread_that_is_not_known_is_the_unit_itself(report):
    found = words(report(**{**SCORE, "spread": "dont_know"}), "power")
    assert "times the usual spread" in found


ALONE = {
    **{"unit": "force", "has_it_started": "everywhere", "rollout": "at_once", "treated": 1, "compared": "none"},
    **{"chance": "no", "months_before": 60, "months_after": 24, "records": "complete", "quick": "yes"},
}


def test_one_force_over_time_has_neither_floor_nor_picture_nor_more_of_itself(report):
    found = report(**ALONE)
    assert not [block for block in section(found, "power").blocks if isinstance(block, Figure)]
    assert "Twice as many people, teams" not in words(found, "power")


def test_without_numbers_there_is_no_section(report, json_of):
    assert "power" not in [s.id for s in report(enough="yes").sections]
    assert json_of(enough="yes")["power"] is None
    assert json_of(enough="yes")["facts"]["power"]["known"] is False


def test_other_programs_get_the_keys_of_tp_power_and_the_ranges(json_of):
    power = json_of()["power"]
    assert {"name", "method", "n1", "n2", "power", "mdes", "floor", "design_effect", "refused"} <= power.keys()
    assert power["low"] < power["power"] < power["high"]
    assert (power["n1"], power["n2"], power["clusters_total"]) == (817, 1247, 48)
    assert power["band"] == json_of()["facts"]["power"]["band"] == "close"
    assert json_of(units=40, get_it=20)["power"]["clusters_per_arm"] == 20
    score = json_of(**SCORE)["power"]
    assert (score["name"], score["now"]) == ("cluster-means", None)


def test_words_never_say_nought_or_a_hundred():
    assert times_in_100(0.0001) == "once in 100"
    assert times_in_100(0.99999) == "99 times in 100"


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "0"), (0.05, "0.05"), (1030, "1,030"), (12345.6, "12,300"), (10, "10")]
)
def test_figures_are_short_and_written_out(amount, said):
    assert guess(amount) == said


def test_a_change_too_small_to_say_is_said_to_be_small(seen):
    words_of = SeenWords(seen())
    assert words_of.size(1e-6) == "less than 1%"


def test_groups_without_a_name_are_called_what_they_may_be(seen):
    found = seen()
    assert SeenWords(replace(found, units="")).units == "teams or places"
    alone = replace(found, units="", planned=replace(found.planned, size=1))
    assert SeenWords(alone).units == "people, teams or places"


def test_chances_are_ranges_in_order(seen):
    assert isinstance(seen().chance, Span)
    assert list(seen().chance) == sorted(seen().chance)

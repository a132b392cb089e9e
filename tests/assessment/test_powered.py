"""From figures by role to a study, with the camera trial worked out by hand."""

from __future__ import annotations

import math

import pytest
from scipy.stats import nct
from scipy.stats import t as student

from thinking_professionals.assessment.powered import bearing, beyond, chance, comparison, hoped_for

TEAMS = {"in_all": 48, "with_it": 19, "per_group": 43, "icc": 0.05, "lost": 0.02, "reached": 0.95, "leaked": 0.1}
COUNTED = {**TEAMS, "count_now": 1030, "count_change": 33, "months": 12, "dispersion": 1.3}


def test_the_camera_trial_agrees_with_a_calculation_by_hand():
    """19 teams with cameras and 29 without, 43 officers in each, one complaint a year for every two officers."""
    mean = 1030 / (48 * 43)
    seen = 0.33 * mean * 0.95 * 0.9
    alike = 0.05 + 0.95 / (43 * 0.98)
    error = math.sqrt(1.3 * alike * ((mean - seen) / 19 + mean / 29))
    bar = student.ppf(0.975, 46)
    by_hand = nct.sf(bar, 46, seen / error) + nct.cdf(-bar, 46, seen / error)
    assert chance(COUNTED, "side_by_side") == pytest.approx(by_hand, rel=1e-9)
    assert 0.6 < by_hand < 0.7


def test_the_floor_of_the_camera_trial_is_what_is_left_when_only_the_teams_differ():
    planned = comparison(COUNTED, "side_by_side")
    least = planned.floor * 0.95 * 0.9
    error = math.sqrt(1.3 * 0.05 * ((planned.now - least) / 19 + planned.now / 29))
    bar = student.ppf(0.975, 46)
    assert nct.sf(bar, 46, least / error) == pytest.approx(0.8, abs=1e-6)
    assert planned.floor / planned.now == pytest.approx(0.325, abs=0.002)


def test_half_get_it_where_that_was_not_asked():
    figures = {"in_all": 200, "share_now": 40, "share_change": 10}
    planned = comparison(figures, "side_by_side")
    assert (planned.with_it, planned.without, planned.now) == (100, 100, 0.4)
    assert hoped_for(figures, planned) == pytest.approx(0.1)


def test_no_more_get_it_than_there_are():
    figures = {"in_all": 10, "with_it": 30, "spread": 1, "score_change": 1}
    planned = comparison(figures, "by_turns")
    assert (planned.with_it, planned.without) == (10, 0)
    assert chance(figures, "side_by_side") == 0


def test_others_are_so_many_in_all_or_so_many_for_each():
    figures = {"with_it": 60, "for_each": 5, "without": 0, "spread": 2, "score_change": 0.5}
    planned = comparison(figures, "side_by_side")
    assert (planned.with_it, planned.without, planned.spread) == (60, 300, 2)
    assert hoped_for(figures, planned) == 0.5
    assert comparison({**figures, "without": 12}, "side_by_side").without == 12


def test_alone_there_is_only_before_and_after():
    figures = {"with_it": 1, "count_now": 120, "count_change": 20, "months": 24, "dispersion": 2, "before": 48}
    assert comparison(figures, "over_time") is None
    figures["after"] = 24
    assert comparison(figures, "side_by_side") is None
    planned = comparison(figures, "over_time")
    assert planned.now == 240
    assert hoped_for(figures, planned) == 48
    assert chance(figures, "side_by_side") is None


@pytest.mark.parametrize("figures", [{"share_now": 40}, {"in_all": 40}, {}])
def test_where_who_or_what_was_not_asked_there_is_nothing_to_work_out(figures):
    assert comparison(figures, "side_by_side") is None


def test_nobody_at_all_sees_nothing_and_breaks_nothing():
    assert chance({**COUNTED, "in_all": 0, "with_it": 0}, "side_by_side") == 0


def test_a_rise_is_towards_all_and_no_more_than_there_is_room_for():
    figures = {"in_all": 4000, "share_now": 90, "share_change": 40, "rises": 1}
    planned = comparison(figures, "side_by_side")
    assert planned.rises
    assert chance(figures, "side_by_side") == planned.power(planned.most)


def test_what_bears_on_a_study_depends_on_what_is_counted_and_in_what():
    common = {"correlation", "lost", "reached", "leaked"}
    all_roles = frozenset(common | {"icc", "dispersion", "for_each", "without"})
    assert bearing(all_roles | {"in_all"}, "side_by_side") == common
    assert bearing(all_roles | {"in_all", "per_group", "count_now"}, "in_steps") == common | {"icc", "dispersion"}
    assert bearing(all_roles | {"with_it"}, "side_by_side") == common | {"for_each", "without"}
    months = {"before", "after", "autocorrelation"}
    assert bearing(all_roles | {"with_it"} | months, "over_time") == (common - {"correlation"}) | months | {
        "dispersion"
    }


def test_a_change_larger_than_there_can_be_is_told():
    assert beyond({"in_all": 40, "share_now": 30, "share_change": 40}, "side_by_side")
    assert not beyond({"in_all": 40, "share_now": 30, "share_change": 30}, "side_by_side")
    assert not beyond({"in_all": 40}, "side_by_side")

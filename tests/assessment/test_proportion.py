"""Money in proportion: the package against what is deserved, what the scheme costs, and the budget."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.proportion import proportion

# Each design of the small library costs 1 day at 1000, 10 at 550 and 1000 direct, and 270 a day of one's own.
ONE, ONE_IN_HOUSE = 7_500, 3_970
TRIAL = {
    **{"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []},
    **{"starts": "dont_know", "decide": "dont_know", "budget": "dont_know", "spend": "dont_know"},
    **{"outcome": "", "further": [], "harm": ""},
}
WITH_PILOT = {**TRIAL, "records": "gaps"}


@pytest.fixture
def weighed(longer, walked):
    def weigh(raw):
        route = walked(longer, raw)
        return proportion(longer.costs, route, assess(longer, route))

    return weigh


def test_the_package_is_the_lead_with_what_goes_first_and_alongside(weighed):
    assert weighed(TRIAL).package == 2 * ONE
    assert weighed(WITH_PILOT).package == 3 * ONE
    whole = weighed(TRIAL).whole
    assert whole.low < whole.central < whole.high


def test_the_share_is_that_of_what_the_scheme_costs(weighed):
    assert weighed({**TRIAL, "spend": "150000"}).share == Decimal("0.1")
    assert weighed({**TRIAL, "spend": "0"}).share is None
    assert weighed(TRIAL).share is None


def saved(found):
    economy = found.economy
    last = economy.steps[-1]
    instead = economy.instead and economy.instead.id
    return [design.id for design in last.leave_out], last.in_house, instead, economy.cost


def test_without_a_budget_or_within_it_nothing_is_to_be_saved(weighed):
    assert (weighed(TRIAL).budget, weighed(TRIAL).economy) == (None, None)
    found = weighed({**TRIAL, "budget": "15000"})
    assert (found.budget, found.economy) == (15_000, None)


@pytest.mark.parametrize(
    ("raw", "budget", "expected"),
    [
        (TRIAL, 14_999, ([], True, None, 2 * ONE_IN_HOUSE)),
        (TRIAL, 7_939, (["record"], False, None, ONE)),
        (TRIAL, 7_499, (["record"], True, None, ONE_IN_HOUSE)),
        (WITH_PILOT, 12_000, ([], True, None, 3 * ONE_IN_HOUSE)),
        (WITH_PILOT, 11_909, (["record"], True, None, 2 * ONE_IN_HOUSE)),
        (TRIAL, 3_000, (["record"], True, "panel", 2_970)),
        (TRIAL, 100, (["record"], True, None, None)),
    ],
)
def test_as_little_as_may_be_is_given_up(weighed, raw, budget, expected):
    assert saved(weighed({**raw, "budget": str(budget)})) == expected


def test_what_must_come_first_is_never_left_out(weighed):
    left, in_house, instead, _ = saved(weighed({**WITH_PILOT, "budget": "7000"}))
    assert (left, in_house, instead) == (["record"], True, "cluster")


def test_the_workings_lead_from_what_is_left_out_to_their_own_people(weighed):
    economy = weighed({**TRIAL, "budget": "7499"}).economy
    assert [(step.in_house, step.cost) for step in economy.steps] == [(False, ONE), (True, ONE_IN_HOUSE)]


@pytest.fixture
def lighter(longer, walked):
    """The design named as enough, where the cluster trial is weaker than the trial, with its cost of data."""

    def find(level, direct, **said):
        def changed(design):
            effort = replace(design.effort, direct=Decimal(direct))
            weaker = replace(design, level=(replace(design.level[0], otherwise=level),), effort=effort)
            return weaker if design.id == "cluster" else design

        library = replace(longer, designs=tuple(map(changed, longer.designs)))
        route = walked(library, {**TRIAL, **said})
        found = proportion(library.costs, route, assess(library, route)).lighter
        return found and found.design.id

    return find


@pytest.mark.parametrize(
    ("level", "direct", "marks", "expected"),
    [(3, 999, ["new"], "cluster"), (2, 999, ["new"], None), (3, 1000, ["new"], None), (2, 999, [], "panel")],
)
def test_the_cheapest_design_that_is_strong_enough_is_found(lighter, level, direct, marks, expected):
    assert lighter(level, direct, marks=marks) == expected


def test_nothing_is_light_enough_where_what_is_deserved_is_not_known(longer, walked):
    route = walked(longer, {"purpose": "cause"})
    assert proportion(longer.costs, route, assess(longer, route)).lighter is None


def test_a_design_that_a_stop_may_yet_rule_out_is_strong_enough_but_not_one_that_may_not_fit(lighter):
    unknown = {"records": "dont_know", "mixing": "dont_know"}
    assert lighter(3, 999, marks=["new"], mixing="dont_know") == "cluster"
    assert lighter(1, 999, marks=["hurried"], **unknown) == "cluster"

"""What a person is warned of: what surely fires, gravest first, one to a topic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.warnings import MOST_WARNINGS, warnings
from thinking_professionals.library.condition import read_condition

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


def rules(assessment):
    return [reason.rule for reason in warnings(assessment)]


def test_all_is_well_says_nothing(assessed):
    assert rules(assessed(TRIAL)) == []


def test_what_is_not_known_is_no_warning(assessed):
    assert rules(assessed({**TRIAL, "records": "dont_know", "mixing": "dont_know"})) == []


def test_cautions_of_the_lead_and_of_the_checks_are_said_once(assessed):
    assert rules(assessed({**SERIES, "records": "gaps", "marks": ["hurried"]})) == ["series.hurry", "alike.gaps"]


def test_a_check_that_stops_others_is_a_warning_though_another_leads(assessed):
    result = assessed({**TRIAL, "records": "differ"})
    assert result.lead.design.id == "pilot"
    assert rules(result) == ["alike.differs"]


@pytest.fixture
def cautioned(library, walked):
    """The warnings of a series with many cautions: (id, serious, topic) each."""

    def of(*cautions):
        series = library.design_by_id["series"]
        always = read_condition({"months": {"at_least": 1}})
        rules_ = tuple(
            replace(series.rules[0], id=name, caution=always, serious=serious, topic=topic)
            for name, serious, topic in cautions
        )
        designs = tuple(replace(series, rules=rules_) if d.id == "series" else d for d in library.designs)
        content = replace(library, designs=designs)
        return rules(assess(content, walked(content, {**SERIES, "records": "gaps"})))

    return of


def test_serious_ones_come_first(cautioned):
    assert cautioned(("a", False, None), ("b", True, None)) == ["series.b", "series.a", "alike.gaps"]


def test_of_one_topic_only_the_gravest_is_said(cautioned):
    assert cautioned(("a", False, "t"), ("b", True, "t"), ("c", False, "alike")) == ["series.b", "series.c"]


def test_there_are_never_more_than_can_be_read(cautioned):
    found = cautioned(*((f"a{i}", False, None) for i in range(20)), ("grave", True, None))
    assert (len(found), found[0]) == (MOST_WARNINGS, "series.grave")

"""What stands between a scheme and a proper test is told to those who ask, each with what to do about it."""

from __future__ import annotations

import pytest

from tests.content.test_decisions import PEOPLE, Said, advised
from thinking_professionals.assessment.results import Reason
from thinking_professionals.library.library import Library

READY: Said = {**PEOPLE, "purpose": "ready"}
"""A scheme about to start, of which they ask if it could be put to a proper test; nothing stands in the way."""

BARS = {
    ("lawful", "not_lawful"): "lawful", ("lawful", "data_only"): "lawful", ("safe", "too_risky"): "safe",
    ("take_up", "fewer_get_it"): "take_up", ("backing", "against"): "backing",
    ("independent", "own_team"): "independent", ("publish", "wont_publish"): "publish",
    ("records", "differs"): "measure",
}  # fmt: skip
"""Answers that would stop a full test, or make it far harder, and what each is about."""

HURDLES = {
    ("lawful", "likely_lawful"): "lawful", ("safe", "with_safeguards"): "safe", ("take_up", "most_get_it"): "take_up",
    ("backing", "leaders_only"): "backing", ("lasting", "known_change"): "lasting",
    ("publish", "may_publish"): "publish", ("records", "patchy"): "measure", ("fairness", "likely"): "fair",
}  # fmt: skip
"""Answers that a full test must allow for."""


def told(library: Library, **changed: str) -> tuple[Reason, ...]:
    best = advised(library, READY, **changed).lead
    assert best.design.id == "feasibility_pilot"
    return tuple(best.cautions)


def test_where_nothing_stands_in_the_way_nothing_is_said(library: Library) -> None:
    assert told(library) == ()


@pytest.mark.parametrize("answer", BARS)
def test_what_would_stop_a_full_test_is_a_serious_matter(library: Library, answer: tuple[str, str]) -> None:
    (caution,) = told(library, **dict([answer]))
    assert (caution.topic, caution.serious) == (BARS[answer], True)
    assert caution.unlock


@pytest.mark.parametrize("answer", HURDLES)
def test_what_a_full_test_must_allow_for_is_told(library: Library, answer: tuple[str, str]) -> None:
    (caution,) = told(library, **dict([answer]))
    assert (caution.topic, caution.serious) == (HURDLES[answer], False)
    assert caution.unlock


def test_all_at_once_they_still_fit_on_a_page_and_a_try_out_comes_first(library: Library) -> None:
    assert {caution.topic for caution in told(library, **dict(list(BARS)))} == set(BARS.values())


def test_before_a_full_test_a_scheme_is_settled(library: Library) -> None:
    assert advised(library, READY, stable="changing").lead.design.id == "process_eval"


@pytest.mark.parametrize(
    ("purpose", "settings", "design"),
    [("delivered", "differ", "process_eval"), ("for_whom", "differ", "realist"), ("for_whom", "alike", "process_eval")],
)
def test_without_lawful_data_every_other_study_is_cautioned_too(
    library: Library, purpose: str, settings: str, design: str
) -> None:
    changed = {"purpose": purpose, "settings": settings, "has_it_started": "some_places", "lawful": "not_lawful"}
    best = advised(library, PEOPLE, **changed).lead
    assert best.design.id == design
    assert "lawful" in {caution.topic for caution in best.cautions if caution.serious}

"""What is taken for a figure that no one knows fits what is counted, in whom and where from."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.content.worked import finish
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.library.derived import Role
from thinking_professionals.library.library import Library

Said = Mapping[str, object]

TEAMS: Said = {
    "purpose": "cause", "has_it_started": "not_started", "unit": "team", "who_decides": "us", "hold_back": "yes",
    "rollout": "some_only", "units": 30, "get_it": 15, "records": "complete", "months_before": 24, "enough": "work_out",
    "counted_as": "share", "per_unit": 50, "share_now": 40, "share_change": 5,
}  # fmt: skip
"""Thirty teams of fifty, of whom 40 in 100 have the outcome."""

PLACES: Said = {
    **TEAMS, "unit": "place", "wears_off": "lasting", "counted_as": "count", "count_now": 900, "count_change": 16,
    "months_counted": 12,
}  # fmt: skip
"""Thirty places with 900 crimes a year."""

PEOPLE: Said = {**TEAMS, "unit": "person", "light_touch": "no", "people": 1000}

FORCES: Said = {**TEAMS, "unit": "force", "who_decides": "someone_else", "treated": 3, "compared": "few"}


def taken(library: Library, said: Said, role: Role) -> tuple[float, float, float]:
    """The range that stands in for one figure."""
    facts = Facts(library.questions, finish(library, said), library.derivation)
    inputs = facts.derived["power"].inputs
    assert inputs is not None
    return tuple(inputs[role])  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("said", "low", "central", "high"),
    [
        ({**TEAMS, "records": "new_survey"}, 0.005, 0.01, 0.03),
        (TEAMS, 0.02, 0.05, 0.1),
        ({**TEAMS, "counted_as": "count", "count_now": 200, "count_change": 20, "months_counted": 12}, 0.02, 0.05, 0.1),
        ({**PLACES, "counted_as": "share"}, 0.01, 0.05, 0.1),
        (FORCES, 0.03, 0.08, 0.12),
    ],
)
def test_people_of_a_team_a_ward_and_a_whole_force_are_taken_to_be_alike_as_others_found(
    library: Library, said: Said, low: float, central: float, high: float
) -> None:
    assert taken(library, said, "icc") == (low, central, high)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        (PLACES, 0.7, 0.9),
        ({**PLACES, "months_counted": 3}, 0.3, 0.6),
        ({**PLACES, "months_before": 6}, 0, 0),
        (TEAMS, 0.3, 0.6),
        ({**TEAMS, "records": "new_survey"}, 0, 0),
        (PEOPLE, 0, 0.5),
    ],
)
def test_a_year_foretells_more_than_a_month_and_what_was_never_counted_nothing(
    library: Library, said: Said, low: float, high: float
) -> None:
    assert taken(library, said, "correlation")[::2] == (low, high)


def test_without_figures_from_before_no_one_is_asked_how_well_they_foretell(library: Library) -> None:
    for said in (TEAMS, PLACES, PEOPLE, FORCES):
        assert "foretells" in finish(library, said).answers
        assert "foretells" not in finish(library, {**said, "months_before": 0}).answers


def test_what_happens_in_an_area_jumps_about_as_crime_does_whoever_covers_it(library: Library) -> None:
    team = {**TEAMS, "counted_as": "count", "count_now": 900, "count_change": 16, "months_counted": 12}
    area = taken(library, {**team, "per_unit": 1}, "dispersion")
    assert area == taken(library, PLACES, "dispersion")
    assert area > taken(library, team, "dispersion")


def test_more_are_lost_where_records_have_gaps_and_most_where_people_are_asked_again(library: Library) -> None:
    lost = [taken(library, {**PEOPLE, "records": how}, "lost") for how in ("complete", "patchy", "new_survey")]
    assert lost == sorted(lost)
    assert lost[0][2] <= 0.05
    assert lost[2] == (0.25, 0.35, 0.5)


def test_what_is_not_known_is_taken_to_be_no_better_than_what_is_said_to_be_good(library: Library) -> None:
    for question, best, role in (("mixing", "unlikely", "leaked"), ("take_up", "nearly_all", "reached")):
        unknown, good = taken(library, TEAMS, role), taken(library, {**TEAMS, question: best}, role)  # type: ignore[arg-type]
        worse = unknown[2] > good[2] if role == "leaked" else unknown[0] < good[0]
        assert worse

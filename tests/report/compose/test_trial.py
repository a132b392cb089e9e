"""Whether a randomised trial is possible: said with the answer that stands in its way, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thinking_professionals.assessment.assess import assess
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.trial import if_a_trial_is_possible


def case_of(library, route, assessment):
    today = date(2026, 11, 21)
    return Case(library=library, notes={}, route=route, assessment=assessment, cost=None, problems=(), as_of=today)


def test_a_no_names_the_answer_behind_it_and_is_left_unsaid_without_one(library, walked):
    route = walked(library, {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []})
    assessment = assess(library, route)
    assert if_a_trial_is_possible(case_of(library, route, assessment))
    bare = replace(assessment, verdicts=tuple(replace(verdict, reasons=()) for verdict in assessment.verdicts))
    assert if_a_trial_is_possible(case_of(library, route, bare)) == ()

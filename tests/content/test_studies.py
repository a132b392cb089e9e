"""Studies that were done, told by what was known before each: the advice is what was done, or better."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.content.worked import CASES, finish
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.library.library import Library

STUDIES: dict[str, Any] = yaml.safe_load((CASES / "studies.yaml").read_text(encoding="utf-8"))


def advised(library: Library, study: str) -> Assessment:
    return assess(library, finish(library, STUDIES[study]["said"]))


@pytest.mark.parametrize("study", STUDIES)
def test_a_study_gets_what_was_done_or_better(library: Library, study: str) -> None:
    assert advised(library, study).lead.design.id in STUDIES[study]["acceptable"]


@pytest.mark.parametrize("study", STUDIES)
def test_a_design_that_would_be_wrong_stays_out_of_the_lead_and_above_it(library: Library, study: str) -> None:
    assessment, wrong = advised(library, study), set(STUDIES[study]["wrong"])
    assert not wrong & {assessment.lead.design.id, *(v.design.id for v in assessment.stronger_if_known)}


@pytest.mark.parametrize("study", STUDIES)
def test_what_is_told_of_a_study_is_asked(library: Library, study: str) -> None:
    assert set(STUDIES[study]["said"]) <= set(finish(library, STUDIES[study]["said"]).answers)

"""A busy reader turns no page for the advice: on paper it is one page, whatever the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import read_plan, understand_plan
from thinking_professionals.report.compose.summary import compose_summary
from thinking_professionals.report.write import write_report
from thinking_professionals.route import trace

PLANS = sorted((*(ROOT / "content/examples").glob("*.plan.yaml"), *(ROOT / "tests/plans").glob("*.plan.yaml")))


def test_the_recommendation_of_every_plan_is_one_page() -> None:
    library = load(ROOT)

    def pages(path: Path) -> int:
        plan = read_plan(path)
        branch = library.questions.branch(plan.branch)
        assert branch is not None
        route = trace(library.questions, branch, understand_plan(plan, library.questions)[0])
        assessment = with_unlocks(library, route, assess(library, route))
        report = compose_summary(library, plan, route, assessment, (), date(2026, 11, 21))
        return len(PdfReader(BytesIO(write_report(replace(report, sections=report.sections[:1]), ".pdf"))).pages)

    assert len(PLANS) > 10
    assert [path.name for path in PLANS if pages(path) > 1] == []

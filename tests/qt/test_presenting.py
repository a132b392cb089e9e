"""What a page is given to show turns on what was said before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QApplication

from tests.qt.conftest import TODAY
from thinking_professionals.drafts import Drafts
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.library import Library
from thinking_professionals.qt.app import engine
from thinking_professionals.qt.presenting import present_question
from thinking_professionals.qt.session import Session


@pytest.mark.parametrize(("control", "shown"), [("us", 1), ("others", 0)])
def test_only_facts_that_fit_stand_beside_a_question(
    small: Library, tmp_path: Path, qapp: QApplication, control: str, shown: int
) -> None:
    people = small.questions.by_id["people"]
    fact = replace(people.benchmarks[0], when=read_condition({"control": {"is": control}}))
    questions = tuple(replace(q, benchmarks=(fact,)) if q is people else q for q in small.questions.questions)
    content = replace(small, questions=replace(small.questions, questions=questions))
    session = Session(content, Drafts(tmp_path / "drafts", content.questions), engine(), lambda: TODAY)
    session.enter("works")
    session.answer("purpose", "cause")
    session.answer("control", "us")
    page, route = Mock(), session.route()
    assert route is not None
    present_question(page, session, content.questions.by_id["people"], route)
    assert len(page.present.call_args.args[0].benchmarks) == shown
    session.deleteLater()

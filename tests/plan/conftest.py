"""A few questions of each kind, for tests that need no shipped content."""

from decimal import Decimal

import pytest

from thinking_professionals.library.questions import Branch, Column, Option, Question, Questionnaire


def question(name: str, kind: str, **more: object) -> Question:
    words = {"topic": name.title(), "ask": f"{name}?", "why_we_ask": "It matters.", "can_change": "yes", "next": "end"}
    return Question(id=name, kind=kind, **{**words, **more})  # type: ignore[arg-type]


def options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id=name, label=name.title()) for name in ids)


@pytest.fixture(scope="session")
def questions() -> Questionnaire:
    columns = (Column(id="outcome", label="Outcome"), Column(id="source", label="Source"))
    return Questionnaire(
        edition="2026.1",
        welcome="Welcome",
        invitation="Choose a door",
        branches=(Branch(id="works", title="Does it work?", about="About", first="unit"),),
        purposes=(),
        questions=(
            question("unit", "one", options=options("team", "person", "yes")),
            question("staff", "many", options=options("police", "probation", "no")),
            question("units", "number", least=Decimal(1), whole=True),
            question("icc", "number"),
            question("budget", "money"),
            question("starts", "date"),
            question("scheme", "text"),
            question("partners", "list"),
            question("measures", "table", columns=columns),
        ),
    )

"""Faults that only show when the whole content is looked at, planted one at a time in the small content."""
# ruff: noqa: E501 - a planted fault reads best as one row

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.folder import QUESTIONS, plant
from thinking_professionals.authoring.check import check

Q = "questions.yaml"
TRIAL = "content/designs/trial.yaml"
MONITORING = "content/designs/monitoring.yaml"
GATES = "content/gates.yaml"
STAKES = "content/stakes.yaml"
LIFTS = "content/lifts.yaml"
FACTS = "content/facts.yaml"
SOURCES = "content/sources.yaml"
GLOSSARY = "content/glossary.yaml"
OTHERWISE = "      - otherwise: spend"

# What is planted; the file; a text that is there once; what takes its place, ◄ ending the line to be reported; and the
# words that the message must hold.
FAULTS = [
    ("a question that nothing leads to", Q, "  - id: start\n", "  - id: lost◄\n    kind: text\n    topic: T\n    ask: A\n    why_we_ask: W\n    can_change: \"no\"\n    next: end\n  - id: start\n", ["'lost'", "never asked"]),
    ("a question cut off", Q, "    next: helpers\n  - id: helpers\n", "    next: measures\n  - id: helpers◄\n", ["'helpers'", "never asked"]),
    ("a circle of two", Q, "    can_change: \"yes\"\n    next: outcome", "    can_change: \"yes\"\n    next: marks◄", ["'marks' → 'start' → 'marks'"]),
    ("a long circle", Q, "        label: Unit\n    next: end", "        label: Unit\n    next: people◄", ["'people' → ", " → 'measures' → 'people'"]),
    ("a question that leads to itself", Q, "    next: helpers", "    next: outcome◄", ["'outcome' → 'outcome'"]),
    ("a dead end", Q, "  - id: outcome\n    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: helpers", "  - id: outcome◄\n    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: outcome", ["'outcome'", "to the end"]),
    ("a test of what is asked later", Q, "      - when: {people: {at_most: 50}}", "      - when: {marks: {includes: new}}◄", ["'marks'", "before"]),
    ("a fact that turns on what is asked later", Q, "      - text: A trial had 300.", "      - when: {marks: {includes: new}}◄\n        text: A trial had 300.", ["'marks'", "before"]),
    ("a fact that turns on its own question", Q, "      - text: A trial had 300.", "      - when: {people: {at_least: 9}}◄\n        text: A trial had 300.", ["'people'", "before"]),
    ("a nested test of what is asked later", Q, "      - when: {people: {at_most: 50}}", "      - when:\n          any:\n            - people: {at_most: 50}\n            - not: {spend: {at_least: 5}}◄", ["'spend'", "before"]),
    ("a way after one that takes the same", Q, OTHERWISE, "      - when: {people: {at_most: 50}}◄\n        go: spend\n" + OTHERWISE, ["'people'", "'spend'", "never be taken"]),
    ("a way after one that takes more", Q, OTHERWISE, "      - when: {people: {at_most: 20, at_least: 10}}◄\n        go: spend\n" + OTHERWISE, ["'people'", "'spend'", "never be taken"]),
    ("a way whose tests rule each other out", Q, OTHERWISE, "      - when: {people: {at_most: 60, at_least: 70}}◄\n        go: spend\n" + OTHERWISE, ["'spend'", "never be taken"]),
    ("a way for an answer that has its own", Q, "    next: people\n", "    next:\n      - when: {purpose: {is: reason}}◄\n        go: spend\n      - otherwise: people\n", ["'spend'", "never be taken"]),
    ("a default that nothing is left for", Q, OTHERWISE, "      - when: {not: {people: {at_most: 50}}}\n        go: spend\n      - otherwise: spend◄", ["'spend'", "never be taken"]),
    ("a rule that cannot fire", GATES, "{spend: {at_least: 500}}", "{spend: {at_least: 500, at_most: 100}}◄", ["'too_dear'", "never fire"]),
    ("a rule of two answers to one question", TRIAL, "favour: {purpose: {any_of: [cause, reason]}, people: {at_least: 200}}", "favour: {purpose: {is: cause}, any: [{purpose: {is: reason}}]}◄", ["'made'", "never fire"]),
    ("a rule that denies what is always so", TRIAL, "stop: {people: {at_most: 30}}", "stop: {not: {purpose: {any_of: [cause, reason]}}}◄", ["'too_few'", "never fire"]),
    ("a rule outside the limits", TRIAL, "stop: {people: {at_most: 30}}", "stop: {not: {people: {at_least: 0}}}◄", ["'too_few'", "never fire"]),
    ("a rule between two whole numbers", TRIAL, "stop: {people: {at_most: 30}}", "stop: {people: {at_least: 3.2, at_most: 3.8}}◄", ["'too_few'", "never fire"]),
    ("a rule on a figure that is not whole", TRIAL, "stop: {people: {at_most: 30}}", "stop: {people: {at_least: 3.5, at_most: 3.5}}◄", ["'too_few'", "never fire"]),
    ("a rule for what is in and out", TRIAL, "    caution:\n      marks: {includes: hurried}", "    caution:◄\n      marks: {includes: new}", ["'rushed'", "never fire"]),
    ("a need that cannot be met", TRIAL, "{people: {at_least: 20}}", "{not: {any: [{people: {at_least: 20}}, {people: {at_most: 20}}]}}◄", ["'enough_people'", "never be met"]),
    ("a level never reached", TRIAL, "{people: {at_least: 50}}", "{people: {at_least: 300}}◄", ["'trial'", "never reached"]),
    ("a purpose never reached", Q, "    when:\n      purpose:\n        is: reason", "    when:◄\n      purpose:\n        is: cause", ["purpose", "never reached"]),
    ("a companion never met", TRIAL, "    when: {marks: {includes: new}}", "    when: {marks: {includes: new}, not: {marks: {includes: new}}}◄", ["'monitoring'", "never"]),
    ("a design without purpose", TRIAL, "purposes: [cause]", "purposes: []◄", ["'trial'", "no purpose"]),
    ("a preference left out", Q, "prefer: [trial, monitoring]", "prefer: [monitoring]◄", ["'works'", "'trial'"]),
    ("a page with nothing on it", Q, "    about: The last of it.\n", "    about: The last of it.\n  - id: spare◄\n    title: Spare\n    about: Nothing\n", ["'spare'", "no question"]),
    ("a way that turns on its own page", Q, "    next: marks\n  - id: marks\n    kind: many\n", "    page: closing\n    next:◄\n      - {when: {spend: {at_least: 5}}, go: outcome}\n      - otherwise: marks\n  - id: marks\n    kind: many\n", ["'spend'", "same page"]),
    ("a way that turns on another answer of its page", Q, "    next: measures\n", "    next: first_of\n  - {id: first_of, kind: one, page: closing, topic: T, ask: A, why_we_ask: W, can_change: \"no\", next: second_of,\n     options: [{id: a, label: A}, {id: b, label: B}]}\n  - id: second_of\n    kind: text\n    page: closing\n    topic: T\n    ask: A\n    why_we_ask: W\n    can_change: \"no\"\n    next:◄\n      - {when: {first_of: {is: a}}, go: measures}\n      - otherwise: end\n", ["'second_of'", "same page"]),
    ("an option of a page with its own way", Q, "    kind: list\n    page: closing\n    topic: Helpers\n    ask: Who helps?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: measures", "    kind: one\n    page: closing\n    topic: Helpers\n    ask: Who helps?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    options: [{id: us, label: Us, next: end}, {id: them, label: Them}]\n    next: measures◄", ["'helpers'", "same page"]),
    ("a way that comes back to its page", Q, "    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: helpers\n", "    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    page: closing\n    next: between◄\n  - {id: between, kind: text, topic: T, ask: A, why_we_ask: W, can_change: \"yes\", next: helpers}\n", ["'outcome'", "'between'", "'helpers'", "comes back"]),
    ("a rung never reached", STAKES, "- id: light", "- {id: never, name: N, level: 2, ceiling: 3000, because: B, source: book, sure: S,\n   when: {spend: {at_least: 600}}}◄\n- id: light", ["rung", "never reached"]),
    ("a rung that takes everything", STAKES, "- id: light", "- {id: all, name: N, level: 2, ceiling: 3000, because: B, source: book, sure: S}◄\n- id: light", ["'all'", "nothing below"]),
    ("a last rung for some", STAKES, "- id: light", "- id: light\n  when: {people: {at_least: 3}}◄", ["'light'", "last"]),
    ("a level above the rung before", STAKES, "  level: 1", "  level: 4◄", ["level", "'light'", "'high'"]),
    ("a ceiling above the rung before", STAKES, "  ceiling: 2000", "  ceiling: 99000◄", ["ceiling", "'light'", "'high'"]),
    ("a guess that is never taken", FACTS, "      - {low: 0, central: 0.05", "      - when: {marks: {includes: hurried}}◄\n        low: 0\n        central: 0\n        high: 0\n        source: book\n        sure: S\n      - {low: 0, central: 0.05", ["'lost'", "never"]),
    ("a change never advised", LIFTS, "{purpose: {is: reason}}", "{purpose: {is: reason}, not: {purpose: {is: reason}}}◄", ["'look_closer'", "never"]),
    ("a change to what is so", LIFTS, "  gives:\n    - {question: purpose, to: cause}", "  gives:◄\n    - {question: purpose, to: reason}", ["'look_closer'", "nothing"]),
    ("a change to nothing", LIFTS, "  gives:\n    - {question: purpose, to: cause}", "  gives: []◄", ["'look_closer'", "nothing"]),
    ("a term told twice", GLOSSARY, "- id: lot\n  term: lot", "- id: lot◄\n  term: Trials", ["'trials'", "twice"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "words"), [pytest.param(*case[1:], id=case[0]) for case in FAULTS])
def test_a_planted_fault_is_reported_where_it_is(
    root: Path, name: str, before: str, after: str, words: list[str]
) -> None:
    line = plant(root, name, before, after)
    faults = check(root).faults
    assert [f for f in faults if (f.file, f.line) == (name, line) and all(word in str(f) for word in words)]


# A change in one file, and the text in questions.yaml at whose line the fault is to be reported.
ELSEWHERE = [
    ("an answer that nothing uses", TRIAL, ", starting on {{ start }}", "◄", "  - id: start\n", ["'start'", "nothing uses"]),
    ("a purpose without a safe design", MONITORING, "purposes: [cause, reason]", "purposes: [cause]◄", "  - id: reason\n    name", ["'reason'", "needs"]),
    ("a safe design that may not lead", MONITORING, "purposes: [cause, reason]", "purposes: [cause, reason]\nnever_leads: [reason]◄", "  - id: reason\n    name", ["'reason'", "needs"]),
    ("a safe design that a gate may stop", MONITORING, "purposes: [cause, reason]", "purposes: [cause, reason]\nfamily: [impact]◄", "  - id: cause\n    name", ["'cause'", "needs"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("planted", "told_at", "words"), [pytest.param(case[1:4], *case[4:], id=case[0]) for case in ELSEWHERE]
)
def test_a_fault_that_shows_elsewhere_is_reported_there(
    root: Path, planted: tuple[str, str, str], told_at: str, words: list[str]
) -> None:
    plant(root, *planted)
    line = QUESTIONS[: QUESTIONS.index(told_at)].count("\n") + 1
    faults = [fault for fault in check(root).faults if all(word in str(fault) for word in words)]
    assert [(fault.file, fault.line) for fault in faults] == [(Q, line)]


def test_content_without_fault_is_clean_and_counted(root: Path) -> None:
    result = check(root)
    assert (result.faults, result.warnings) == ((), ())
    assert dict(result.counts) == {
        **{"questions": 8, "options": 4, "edges": 5, "designs": 2, "needs": 1, "rules": 5, "gates": 1},
        **{"sources": 2, "terms": 2, "routes": 5},
    }


def test_what_a_load_refuses_is_reported_and_nothing_is_counted(root: Path) -> None:
    (root / "content/gates.yaml").unlink()
    result = check(root)
    assert [fault.file for fault in result.faults] == ["content/gates.yaml"]
    assert not result.counts


def test_routes_are_not_counted_round_a_circle(root: Path) -> None:
    plant(root, Q, "    next: helpers", "    next: outcome◄")
    assert "routes" not in check(root).counts


def test_two_circles_are_both_told(root: Path) -> None:
    plant(root, Q, "    next: helpers", "    next: outcome◄")
    plant(root, Q, "    next: measures", "    next: helpers◄")
    assert sum("circle" in fault.what for fault in check(root).faults) == 2


def test_a_source_that_nothing_cites_is_a_warning(root: Path) -> None:
    line = plant(
        root, SOURCES, "- id: book", '- {id: spare, title: T, by: B, date: "1", seen: "2026-01-01"}◄\n- id: book'
    )
    result = check(root)
    assert not result.faults
    assert [(w.file, w.line, "'spare'" in w.what) for w in result.warnings] == [(SOURCES, line, True)]


def test_a_design_that_may_neither_lead_nor_go_with_another_is_a_warning(root: Path) -> None:
    line = plant(root, TRIAL, "purposes: [cause]", "purposes: [cause]\nnever_leads: [cause]◄")
    assert [(w.file, w.line) for w in check(root).warnings] == [(TRIAL, line)]


def test_a_door_with_a_page_needs_no_preferences(root: Path) -> None:
    plant(root, Q, "    title: Why it happened", "    title: Why it came about◄")
    assert not check(root).faults


def test_a_page_may_be_left_for_good(root: Path) -> None:
    after = '    next: onward◄\n  - {id: onward, kind: text, topic: T, ask: A, why_we_ask: W, can_change: "no", next: end}\n'
    plant(root, Q, "        label: Unit\n    next: end\n", "        label: Unit\n" + after)
    assert not check(root).faults

"""The shipped content is clean, quickly; and faults planted in copies of it are each reported at their file and line."""
# ruff: noqa: E501 - a planted fault reads best as one row

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.library.folder import HERE
from thinking_professionals.authoring.check import check
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT

Q = "questions.yaml"
RCT = "content/designs/rct_cluster.yaml"
ITS = "content/designs/its.yaml"
GATES = "content/gates.yaml"
RATES = "content/costs/rates.yaml"
SOURCES = "content/sources.yaml"
GLOSSARY = "content/glossary.yaml"
LOST = '  - {id: out_of_the_way, kind: text, topic: T, ask: A, why_we_ask: W, can_change: "no", next: end}◄\n'

# What is planted; the file; a pattern, of which the first place is changed; what takes its place, ◄ ending the line to
# be reported, FIRST and LAST standing for questions; and the words that the message must hold.
FAULTS = [
    ("a question to nowhere", Q, r"\n    next: \w+\n", r"\n    next: nowhere_at_all◄\n", ["'nowhere_at_all'"]),
    ("an option to nowhere", Q, r"\n        next: \w+\n", r"\n        next: nowhere_at_all◄\n", ["'nowhere_at_all'"]),
    ("a step to nowhere", Q, r"(\n        go: )\w+\n", r"\1nowhere_at_all◄\n", ["'nowhere_at_all'"]),
    ("a default to nowhere", Q, r"(\n      - otherwise: )\w+\n", r"\1nowhere_at_all◄\n", ["'nowhere_at_all'"]),
    ("a door to nowhere", Q, r"(\n    first: )\w+\n", r"\1nowhere_at_all◄\n", ["'nowhere_at_all'"]),
    ("a second default", Q, r"(\n      - otherwise: \w+\n)", r"\1      - otherwise: end◄\n", ["second default"]),
    ("no default", Q, r"\n    next:\n((?:      .*\n)*?)      - otherwise: \w+\n", r"\n    next:◄\n\1", ["no default"]),
    ("a question twice", Q, r"(\n  - id: (\w+)\n    kind:[\s\S]*?\n)  - id: \w+\n    kind:", r"\1  - id: \2◄\n    kind:", ["twice"]),
    ("an option twice", Q, r"(\n      - id: (\w+)\n(?:        .*\n)+)      - id: \w+\n", r"\1      - id: \2◄\n", ["twice"]),
    ("a key twice", Q, r"(\n    topic: .*\n)", r"\1    topic: Again◄\n", ["'topic'", "twice"]),
    ("a misspelt key", Q, r"\n    why_we_ask:(.*)\n", r"\n    why_we_aks:\1◄\n", ["'why_we_aks'", "'why_we_ask'"]),
    ("a misspelt kind", Q, r"\n    kind: one\n", r"\n    kind: once◄\n", ["'once'", "'one'"]),
    ("a number for words", Q, r"\n    topic: .*\n", r"\n    topic: 5◄\n", ["'topic'", "quotes"]),
    ("a tab", Q, r"\n    kind: one\n", r"\n\tkind: one◄\n", ["tab"]),
    ("an option that does not exist", Q, r"\{any_of: \[[^\]]*\]\}(.*)\n", r"{any_of: [no_such_option]}\1◄\n", ["'no_such_option'"]),
    ("a bound on a choice", Q, r"\{any_of: \[[^\]]*\]\}(.*)\n", r"{at_least: 3}\1◄\n", ["'at_least'"]),
    ("a circle", Q, r"\n    next: end\n", r"\n    next: FIRST◄\n", ["circle", "'FIRST'"]),
    ("a question never asked", Q, r"\nquestions:\n", r"\nquestions:\n" + LOST, ["'out_of_the_way'", "never asked"]),
    ("a test before its question", Q, r"\n    next: (\w+)\n", r"\n    next:\n      - {when: {LAST: {is: dont_know}}, go: end}◄\n      - otherwise: \1\n", ["'LAST'", "before"]),
    ("a preference left out", Q, r"\n    prefer:\n      - (\w+)\n", r"\n    prefer:◄\n", ["preferences"]),
    ("a purpose not declared", RCT, r"\npurposes: .*\n", r"\npurposes: [no_such_purpose]◄\n", ["'no_such_purpose'"]),
    ("a design of another name", RCT, r"^id: \w+\n", r"id: another_name◄\n", ["'another_name'"]),
    ("a companion that is none", RCT, r"\n  - design: \w+\n", r"\n  - design: no_such_design◄\n", ["'no_such_design'"]),
    ("a source that is none", RCT, r"\n    source: \w+\n", r"\n    source: no_such_source◄\n", ["'no_such_source'"]),
    ("an assumption marked as read", ITS, r"(source: planning_assumption\n +)sure: J\n", r"\1sure: S◄\n", ["planning_assumption"]),
    ("figures out of order", ITS, r"\{low: [\d.]+, (central: .*)\n", r"{low: 999, \1◄\n", ["order"]),
    ("the unknown in a need", RCT, r"\{is: \w+\}(.*)\n", r"{is: dont_know}\1◄\n", ["dont_know"]),
    ("a second closing level", ITS, r"\nlevel:\n((?:  .*\n)+)", r"\nlevel:\n\1  - {otherwise: 1, maryland: none}◄\n", ["second default"]),
    ("a rule of no question", GATES, r"stop: \{\w+: (.*)\n", r"stop: {no_such_question: \1◄\n", ["'no_such_question'"]),
    ("a rule that cannot fire", GATES, r"stop: \{(\w+): \{is: (\w+)\}\}\n", r"stop: {\1: {is: \2}, not: {\1: {is: \2}}}◄\n", ["never fire"]),
    ("a rule twice", GATES, r"(\n    - id: (\w+)\n(?:      .*\n)+)    - id: \w+\n", r"\1    - id: \2◄\n", ["twice"]),
    ("a template of no question", GATES, r"\n(      because: )\w.*\n", r"\n\1It is {{ no_such_question }}.◄\n", ["'no_such_question'"]),
    ("a source twice", SOURCES, r"(\n- id: (\w+)\n(?:  .*\n)+\n)- id: \w+\n", r"\1- id: \2◄\n", ["twice"]),
    ("a day that is none", SOURCES, r'\n  seen: .*\n', r'\n  seen: "2026-02-30"◄\n', ["2026-02-30"]),
    ("a term without its meaning", GLOSSARY, r"\n  meaning: .*\n", r"\n  meaning:◄\n", ["'meaning'"]),
    ("a rate for nobody", RATES, r"\n  - id: senior\n", r"\n  - id: expert◄\n", ["'expert'"]),
    ("a reference of YAML", RATES, r"\ncurrency: (.*)\n", r"\ncurrency: &c \1◄\n", ["reference"]),
]  # fmt: skip


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / Q, tmp_path / Q)
    return tmp_path


def test_the_shipped_content_is_clean() -> None:
    result = check(ROOT)
    assert [str(fault) for fault in result.faults] == []
    assert result.counts["questions"] >= 12
    assert result.counts["designs"] >= 16


@pytest.mark.parametrize(
    ("name", "pattern", "after", "words"), [pytest.param(*case[1:], id=case[0]) for case in FAULTS]
)
def test_a_fault_planted_in_the_shipped_content_is_reported_where_it_is(
    shipped: Path, name: str, pattern: str, after: str, words: list[str]
) -> None:
    questions = load(ROOT).questions
    ends = {
        "FIRST": next(branch.first for branch in questions.branches if branch.first),
        "LAST": [question.id for question in questions.questions if question.kind == "one"][-1],
    }
    for word, question in ends.items():
        after = after.replace(word, question)
        words = [wanted.replace(word, question) for wanted in words]
    text = (shipped / name).read_text(encoding="utf-8")
    planted, places = re.subn(pattern, after, text, count=1)
    assert places == 1
    (shipped / name).write_text(planted.replace(HERE, ""), encoding="utf-8")
    line = planted[: planted.index(HERE)].count("\n") + 1
    faults = check(shipped).faults
    assert [f for f in faults if (f.file, f.line) == (name, line) and all(word in str(f) for word in words)]

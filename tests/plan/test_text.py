import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.answers import clean
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.plan import Plain, Plan, as_mapping, from_mapping, plan_text, read_plan, write_plan

TRAPS = [
    "yes", "no", "On", "off", "y", "N", "TRUE", "null", "~", "None", "", " ", "007", "0o7", "0x1f", "1e3", "1_000",
    "12:30", "1.10", "1.", ".5", ".inf", ".nan", "NaN", "Infinity", "-0", "-0.0", "+1", "--", "---", "...", "- a",
    "? a", "a: b", "a #b", "#a", "a:", "*a", "&a", "!a", "%a", "@a", "`a", "'a'", "\"a\"", "|", ">", "[a]", "{a}",
    "a, b", "<<", "=", "2026-11-21", "2026-02-30", "0000-01-01", "2026-11-21 10:00", "a\nb", "\n", "a\n", " a",
    "a ", "a  b", "\\", "a\\nb", "\u00e9", "\u0174", "\u2028", "\u2029", "\u0085", "\ufeff", "\ufffe", "\u00a0",
    "\u00ad", "\u200b", "\U0001f46e\u200d", "\U00020000", "123456789012345678901234567890", "0.1234567890123456789",
    "48", "12000.5", "12000.50", "-3", "1,200", "x" * 3000,
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(TRAPS), st.text())
KEYS = st.one_of(st.sampled_from(["units", "a b", *TRAPS]), st.text(min_size=1))
PLAIN: st.SearchStrategy[Plain] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
PLANS = st.builds(
    Plan,
    title=TEXTS,
    branch=TEXTS,
    answers=st.dictionaries(KEYS, PLAIN, max_size=5),
    notes=st.dictionaries(KEYS, TEXTS, max_size=3),
    rates=st.dictionaries(KEYS, PLAIN, max_size=3),
    edition=TEXTS,
    saved=st.none() | st.dates(),
    extra=st.dictionaries(KEYS, PLAIN, max_size=3),
)


def tidy(value: Plain) -> Plain:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): tidy(item) for key, item in value.items()}
    return [tidy(item) for item in value]


def same(found: object, meant: Plain) -> bool:
    """Whether what another reader finds is what was meant: a number or a date may stand for its text."""
    if isinstance(meant, dict) and isinstance(found, dict):
        return list(found) == list(meant) and all(same(found[key], meant[key]) for key in meant)
    if isinstance(meant, list) and isinstance(found, list):
        return len(found) == len(meant) and all(map(same, found, meant))
    if isinstance(found, date):
        return meant == found.isoformat()
    if isinstance(found, int | float) and not isinstance(found, bool):
        return meant == str(found) or Decimal(str(meant)) == Decimal(str(found))
    return found == meant


def has_clashing_keys(value: Plain) -> bool:
    if isinstance(value, dict):
        return len({clean(key) for key in value}) < len(value) or any(map(has_clashing_keys, value.values()))
    return isinstance(value, list) and any(map(has_clashing_keys, value))


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(PLANS)
@example(Plan(answers={trap: trap for trap in TRAPS if clean(trap) == trap}))
@example(Plan(extra={"a": [["b?", "c? d"], {"e?": "f ?"}]}))
@example(Plan(title="\ud800", answers={"a": [], "b": {}, "c": [[]], "d": [{}], "e": [{"x" * 2000: "y"}]}))
def test_a_plan_reads_back_as_it_was_here_and_in_any_other_reader(plan: Plan) -> None:
    if has_clashing_keys(as_mapping(plan)):
        return
    meant = tidy(as_mapping(plan))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.plan.yaml"
        write_plan(plan, path, durable=False)
        again = read_plan(path)
        text = path.read_text(encoding="utf-8")
    assert tidy(as_mapping(again)) == meant
    assert plan_text(again) == text
    assert same(yaml.safe_load(text), meant)
    assert same(yaml.load(text, yaml.CSafeLoader), meant)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_text_in_a_list_or_a_text_answer_is_a_text_to_every_reader(questions: Questionnaire, trap: str) -> None:
    answers = {"scheme": trap, "partners": [trap], "measures": [{"outcome": trap, "source": trap}]}
    text = plan_text(Plan(title=trap, answers=answers, notes={"scheme": trap}), questions)
    found = yaml.safe_load(text)
    assert found["answers"] == tidy(answers)
    assert found["title"] == found["notes"]["scheme"] == clean(trap)


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        ("units", "48", 48),
        ("icc", "0.10", 0.1),
        ("icc", "-3", -3),
        ("budget", "12000.50", 12000.5),
        ("starts", "2026-11-21", date(2026, 11, 21)),
        ("unit", "yes", "yes"),
        ("icc", "dont_know", "dont_know"),
        ("staff", [], []),
    ],
)
def test_an_answer_is_to_other_readers_what_its_question_says(
    questions: Questionnaire, question: str, raw: Plain, value: object
) -> None:
    found = yaml.safe_load(plan_text(Plan(answers={question: raw}), questions))["answers"][question]
    assert found == value
    assert type(found) is type(value)


def test_without_the_questions_a_number_stands_bare_and_a_doubtful_text_does_not() -> None:
    text = plan_text(
        Plan(answers={"units": "48", "share": "0.5", "starts": "2026-11-21", "odd": "1.10", "bond": "007"})
    )
    assert yaml.safe_load(text)["answers"] == {
        "units": 48, "share": 0.5, "starts": date(2026, 11, 21), "odd": "1.10", "bond": "007"
    }  # fmt: skip


def test_the_keys_stand_in_their_order_and_strangers_come_last() -> None:
    plan = from_mapping({"zebra": "1", "saved": "2026-11-21", "answers": {"b": "1", "a": "2"}, "format": "1"})
    found = yaml.safe_load(plan_text(plan))
    assert list(found) == ["format", "title", "branch", "answers", "notes", "rates", "edition", "saved", "zebra"]
    assert list(found["answers"]) == ["b", "a"]


def test_the_example_of_the_contract_is_easy_on_the_eye() -> None:
    table = [{"outcome": "Complaints", "source": "PSD records"}]
    lines = plan_text(Plan(title="Body-worn video", answers={"units": "48", "measures": table})).splitlines()
    assert "title: Body-worn video" in lines
    assert "  units: 48" in lines
    assert "    - {outcome: Complaints, source: PSD records}" in lines


def test_a_file_holds_no_control_characters_and_is_composed() -> None:
    text = plan_text(Plan(title="Cafe\u0301\x1b[31m\x00\ud800", answers={"a\x07": "b\x85"}))
    assert not [c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}]
    assert unicodedata.is_normalized("NFC", text)

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sizes import RANDOM_TEXTS
from thinking_professionals.answers import (
    DONT_KNOW,
    LONGEST_TEXT,
    Answer,
    Misunderstood,
    clean,
    plain,
    read_date,
    read_number,
    understand,
)
from thinking_professionals.library.questions import Column, Kind, Option, Question


def question(kind: Kind, **more: object) -> Question:
    words = {"id": "asked", "topic": "Asked", "ask": "What?", "why_we_ask": "It matters.", "can_change": "yes"}
    return Question(kind=kind, next="end", **{**words, **more})  # type: ignore[arg-type]


ONE = question("one", options=(Option(id="team", label="Team"), Option(id="yes", label="Yes")))
MANY = question("many", options=(Option(id="first", label="First"), Option(id="second", label="Second")))
NUMBER = question("number")
COUNT = question("number", least=Decimal(1), most=Decimal(100), whole=True)
MONEY = question("money")
DATE = question("date")
TEXT = question("text")
LIST = question("list")
TABLE = question("table", columns=(Column(id="outcome", label="Outcome"), Column(id="source", label="Source")))


@pytest.mark.parametrize(
    ("asked", "raw", "answer"),
    [
        (ONE, "yes", "yes"),
        (ONE, "dont_know", DONT_KNOW),
        (MANY, ["second", "first"], ("first", "second")),
        (MANY, ["first", "first"], ("first",)),
        (MANY, [], ()),
        (MANY, "dont_know", DONT_KNOW),
        (NUMBER, "-0.5", Decimal("-0.5")),
        (NUMBER, "dont_know", DONT_KNOW),
        (COUNT, "48.0", Decimal(48)),
        (COUNT, "1", Decimal(1)),
        (COUNT, "100", Decimal(100)),
        (MONEY, "£12,000.50", Decimal("12000.50")),
        (DATE, "2026-11-21", date(2026, 11, 21)),
        (DATE, "dont_know", DONT_KNOW),
        (TEXT, "dont_know", "dont_know"),
        (TEXT, "", ""),
        (TEXT, "a\tb\r\nc\rd\x00", "a b\nc\nd"),
        (LIST, ["Cafe\u0301", ""], ("Café", "")),
        (LIST, [], ()),
        (TABLE, [{"source": "PSD", "outcome": "Complaints"}], ((("outcome", "Complaints"), ("source", "PSD")),)),
        (TABLE, [{}], ((("outcome", ""), ("source", "")),)),
    ],
)
def test_a_plain_form_is_understood_by_the_kind_of_its_question(asked: Question, raw: object, answer: Answer) -> None:
    assert understand(asked, raw) == answer
    assert understand(asked, plain(answer)) == answer


@pytest.mark.parametrize(
    ("asked", "raw"),
    [
        (ONE, "Team"),
        (ONE, ""),
        (ONE, ["team"]),
        (ONE, None),
        (ONE, True),
        (MANY, "first"),
        (MANY, ["first", "third"]),
        (MANY, ["dont_know"]),
        (MANY, [["first"]]),
        (NUMBER, "many"),
        (NUMBER, ["1"]),
        (NUMBER, 48),
        (COUNT, "0"),
        (COUNT, "101"),
        (COUNT, "2.5"),
        (MONEY, "1.005"),
        (DATE, "soon"),
        (DATE, ["2026-11-21"]),
        (TEXT, ["a"]),
        (LIST, "a"),
        (LIST, "dont_know"),
        (LIST, [["a"]]),
        (TABLE, "dont_know"),
        (TABLE, {"outcome": "a"}),
        (TABLE, ["a"]),
        (TABLE, [{"cause": "a"}]),
        (TABLE, [{"outcome": ["a"]}]),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(asked: Question, raw: object) -> None:
    with pytest.raises(Misunderstood) as caught:
        understand(asked, raw)
    assert str(caught.value)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("48", "48"),
        (" 1,200 ", "1200"),
        ("1 200", "1200"),
        ("12\u00a0000", "12000"),
        ("£12000.50", "12000.50"),
        ("£ 5", "5"),
        ("1,234,567.8", "1234567.8"),
        ("-3", "-3"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("007", "7"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, amount: str) -> None:
    assert read_number(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", ".", "1.", "1,2", "12,00", "1,2345", "1e5", "0x10", "1_000", "NaN", "inf", "½", "٤٨", "４８", "12:30",
        "ten", "5%", "$5", "1.2.3", "9" * 16,
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Misunderstood):
        read_number(text)


@pytest.mark.parametrize("text", ["2026-11-02", "2/11/2026", "02/11/2026", " 2.11.2026 "])
def test_dates_are_read_day_first_or_as_iso(text: str) -> None:
    assert read_date(text) == date(2026, 11, 2)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13-01", "2026-02-29", "31/02/2026", "11/21/2026", "20261102", "2026-W45-1", "٢/١١/٢٠٢٦"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Misunderstood):
        read_date(text)


@settings(max_examples=RANDOM_TEXTS, deadline=None)
@given(st.text(st.characters()))
def test_clean_text_is_composed_holds_no_control_characters_and_stays_clean(text: str) -> None:
    tidy = clean(text)
    assert unicodedata.is_normalized("NFC", tidy)
    assert not [c for c in tidy if c != "\n" and unicodedata.category(c) in {"Cc", "Cs"}]
    assert clean(tidy) == tidy


def test_cleaning_removes_all_that_nobody_typed() -> None:
    removed = [chr(code) for code in range(0x110000) if clean(f"a{chr(code)}b") == "ab"]
    assert {unicodedata.category(c) for c in removed} == {"Cc", "Cs"}
    assert "\n" not in removed


@pytest.mark.parametrize(("answer", "raw"), [((), []), (Decimal("1E+3"), "1000"), (Decimal("0.10"), "0.10")])
def test_plain_forms_are_what_a_file_shows(answer: Answer, raw: object) -> None:
    assert plain(answer) == raw


def test_not_knowing_shows_itself_by_name() -> None:
    assert repr(DONT_KNOW) == "DONT_KNOW"


@pytest.mark.parametrize(("typed", "amount"), [("1 200", 1200), ("£12 000 000", 12000000), ("1\u00a0200", 1200)])
def test_thousands_may_be_set_apart_by_spaces(typed: str, amount: int) -> None:
    assert read_number(typed) == amount


@pytest.mark.parametrize("typed", ["1 2", "12 34", "1 2000"])
def test_two_numbers_are_not_one(typed: str) -> None:
    with pytest.raises(Misunderstood):
        read_number(typed)


def test_a_text_has_its_limit() -> None:
    asked = question("text")
    assert understand(asked, "x" * LONGEST_TEXT) == "x" * LONGEST_TEXT
    with pytest.raises(Misunderstood, match="20,000"):
        understand(asked, "x" * (LONGEST_TEXT + 1))

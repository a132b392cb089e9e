"""What a person says, given its type by the question's kind; and back to the plain form kept in a plan.

In a plan every scalar is text. `understand` turns it into a value or raises `Misunderstood` with the reason.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import assert_never

from thinking_professionals.library.questions import Question


class DontKnow(enum.Enum):
    """ "I don't know": an answer, distinct from not asked and from none of these."""

    DONT_KNOW = "dont_know"

    def __repr__(self) -> str:
        return "DONT_KNOW"


DONT_KNOW = DontKnow.DONT_KNOW

Row = tuple[tuple[str, str], ...]
"""One row of a table: (column id, text) pairs in the question's column order."""

Answer = str | tuple[str, ...] | Decimal | date | tuple[Row, ...] | DontKnow
"""`one` and `text`: str; `many` and `list`: tuple of str; `number` and `money`: Decimal; `table`: tuple of rows."""

Answers = Mapping[str, Answer]

Raw = str | list[str] | list[dict[str, str]]
"""An answer as a plan holds it."""

_NUMBER = re.compile(r"-?\d{1,3}([, ]\d{3})+(\.\d+)?|-?\d+(\.\d+)?|-?\.\d+")
LONGEST_TEXT = 20_000
"""Characters in one answer: some ten pages, beyond which a summary is no summary."""
_LONGEST_NUMBER = 15
_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Every character of Unicode's classes Cc and Cs but the line feed."""


class Misunderstood(ValueError):
    """An answer that does not fit its question; the text says what would."""


def clean(text: str) -> str:
    """Text in NFC without control characters or half surrogates; line ends become `\\n`, tabs become spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def read_number(text: str) -> Decimal:
    """A number as people write it (`1,200`, `£12000.50`); raises Misunderstood."""
    stripped = text.strip().removeprefix("£").strip().replace("\u00a0", " ")
    if not _NUMBER.fullmatch(stripped) or not stripped.isascii():
        raise Misunderstood(f"“{text.strip()[:40]}” is not a number. Write digits, such as 1200 or 12.5.")
    if len(stripped) > _LONGEST_NUMBER:
        raise Misunderstood("That number is too long to be right.")
    return Decimal(re.sub("[, ]", "", stripped))


def read_date(text: str) -> date:
    """A date as `2026-11-21` or `21/11/2026`, day first; raises Misunderstood."""
    stripped = text.strip()
    try:
        if match := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", stripped, re.ASCII):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", stripped, re.ASCII):
            return date.fromisoformat(stripped)
    except ValueError:
        pass
    raise Misunderstood(f"“{stripped[:40]}” is not a date. Write it as 21/11/2026.")


def understand(question: Question, raw: object) -> Answer:
    """The answer that a plan's plain form stands for; raises Misunderstood when it does not fit the question."""
    if raw == DONT_KNOW.value and question.offers_dont_know:
        return DONT_KNOW
    match question.kind:
        case "one":
            return _option(question, raw)
        case "many":
            return _options(question, raw)
        case "number" | "money":
            return _amount(question, raw)
        case "date":
            return read_date(_scalar(raw, "a date"))
        case "text":
            return _words(raw)
        case "list":
            return tuple(_words(item) for item in _items(raw, "a list of texts"))
        case "table":
            return tuple(_row(question, item) for item in _items(raw, "a list of rows"))
        case _:
            assert_never(question.kind)


def plain(answer: Answer) -> Raw:
    """The plain form of an answer, as a plan keeps it. `understand` turns it back into the same value."""
    match answer:
        case DontKnow():
            return answer.value
        case str():
            return answer
        case Decimal():
            return format(answer, "f")
        case date():
            return answer.isoformat()
    rows = [dict(item) for item in answer if isinstance(item, tuple)]
    return rows or [item for item in answer if isinstance(item, str)]


def _scalar(raw: object, wanted: str) -> str:
    if not isinstance(raw, str):
        raise Misunderstood(f"It should be {wanted}.")
    return raw


def _words(raw: object) -> str:
    words = clean(_scalar(raw, "a text"))
    if len(words) > LONGEST_TEXT:
        raise Misunderstood(f"It is longer than {LONGEST_TEXT:,} characters. Say it more shortly.")
    return words


def _items(raw: object, wanted: str) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise Misunderstood(f"It should be {wanted}.")
    return list(raw)


def _option(question: Question, raw: object) -> str:
    chosen = _scalar(raw, "one of the options")
    if question.option(chosen) is None:
        raise Misunderstood(f"“{chosen[:40]}” is not one of its options.")
    return chosen


def _options(question: Question, raw: object) -> tuple[str, ...]:
    chosen = {_option(question, item) for item in _items(raw, "a list of options")}
    return tuple(option.id for option in question.options if option.id in chosen)


def _amount(question: Question, raw: object) -> Decimal:
    amount = read_number(_scalar(raw, "a number"))
    if question.whole and amount != amount.to_integral_value():
        raise Misunderstood("It should be a whole number.")
    if question.kind == "money" and amount != amount.quantize(Decimal("0.01")):
        raise Misunderstood("It should be in pounds and pence, such as 12000 or 12000.50.")
    if question.least is not None and amount < question.least:
        raise Misunderstood(f"It should be {question.least} or more.")
    if question.most is not None and amount > question.most:
        raise Misunderstood(f"It should be {question.most} or less.")
    return amount


def _row(question: Question, raw: object) -> Row:
    if not isinstance(raw, Mapping):
        raise Misunderstood("Each row should give a text for each column.")
    unknown = set(raw) - {column.id for column in question.columns}
    if unknown:
        raise Misunderstood(f"“{sorted(map(str, unknown))[0][:40]}” is not one of its columns.")
    return tuple((column.id, _words(raw.get(column.id, ""))) for column in question.columns)

"""A plan as YAML text in which every reader, of YAML 1.1 or 1.2, finds the same.

A text stays bare only where no reader could take it for anything else; numbers and dates stay bare only where every
reader takes them for the same number or date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

from thinking_professionals.answers import clean
from thinking_professionals.library.questions import AMOUNTS, Questionnaire
from thinking_professionals.plan.model import Plain, Plan, as_mapping

_BARE = re.compile(r"[^\W\d_][\w ().;%/&+’–…!-]*(?<! )")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf", "infinity"])
"""Bare words that one reader or another takes for a truth value, a number or nothing."""
_AMOUNT = re.compile(r"(?!-0(\.0*)?$)-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_LIKELY = re.compile(r"(?!-0$)-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
"""An amount where the kind is not known: one that a number is written back as, so `1.10` is not."""
_LONGEST_AMOUNT = 15
"""A longer number loses digits in readers that hold it as a binary fraction."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSEEN = re.compile("[\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that YAML does not allow as they are, takes for line ends, or nobody could see."""
_LONGEST_KEY = 900
"""YAML allows 1,024 characters before the colon; a longer key needs a question mark in front."""


def plan_text(plan: Plan, questionnaire: Questionnaire | None = None) -> str:
    """The text of a plan file.

    With the questions at hand, a text that looks like a number is quoted. Without, an answer that looks like a number
    or a date counts as one for other programs; for this application the two are the same.
    """
    lines: list[str] = []
    for key, value in as_mapping(plan).items():
        if key == "answers" and plan.answers:
            lines.append("answers:")
            for question, answer in plan.answers.items():
                lines += _entry(question, answer, "  ", _amounts_of(question, questionnaire))
        else:
            lines += _entry(key, value, "", _LIKELY if key in {"format", "saved", "rates", *plan.extra} else None)
    return "\n".join(lines) + "\n"


def _amounts_of(question: str, questionnaire: Questionnaire | None) -> re.Pattern[str] | None:
    known = questionnaire.by_id.get(question) if questionnaire else None
    if known is None:
        return _LIKELY
    return _AMOUNT if known.kind in AMOUNTS or known.kind == "date" else None


def _entry(key: str, value: Plain, indent: str, amount: re.Pattern[str] | None) -> list[str]:
    name = _scalar(key)
    head = f"{indent}{name}:" if len(name) < _LONGEST_KEY else f"{indent}? {name}\n{indent}:"
    if isinstance(value, str):
        return [f"{head} {_scalar(value, amount)}"]
    if isinstance(value, Mapping) and value:
        return [head] + [line for k, v in value.items() for line in _entry(k, v, f"{indent}  ", amount)]
    if value:
        return [head] + [f"{indent}  - {_inline(item)}" for item in value]
    return [f"{head} {_inline(value)}"]


def _inline(value: Plain) -> str:
    """On one line, in brackets and braces where it has parts."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_inline_key(k)}: {_inline(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(_inline(item) for item in value) + "]"


def _inline_key(key: str) -> str:
    name = _scalar(key)
    return name if len(name) < _LONGEST_KEY else f"? {name} "


def _scalar(text: str, amount: re.Pattern[str] | None = None) -> str:
    text = clean(text)
    if _BARE.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if amount and (_fits(amount, text) or _is_date(text)):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _fits(amount: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST_AMOUNT and amount.fullmatch(text) is not None


def _is_date(text: str) -> bool:
    try:
        return _DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False

"""A plan as a value, and its plain form: mappings, lists and texts, as a YAML or JSON file holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from thinking_professionals.answers import Misunderstood, clean, read_date

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
"""What a file holds. Every scalar is text; an answer gets its type from the kind of its question."""

FORMAT = 1
KEYS = ("format", "title", "branch", "answers", "notes", "rates", "edition", "saved")
_NOTHING = ("", "~", "null")


class PlanError(ValueError):
    """A plan that cannot be read or written; the text is one sentence or two: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a person has said so far. Everything else is worked out from it."""

    title: str = ""
    branch: str = ""
    """Id of the branch last looked at."""
    answers: Mapping[str, Plain] = field(default_factory=dict)
    """By question id, in plain form: what `answers.plain` gives and `answers.understand` takes."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Remarks on answers, by question id."""
    rates: Mapping[str, Plain] = field(default_factory=dict)
    """Figures the person put in place of ours."""
    edition: str = ""
    saved: date | None = None
    extra: Mapping[str, Plain] = field(default_factory=dict)
    """Top-level keys that mean nothing to us: kept, never used."""


def as_mapping(plan: Plan) -> dict[str, Plain]:
    """The plan in plain form, its keys in the order in which a file shows them."""
    return {
        "format": str(FORMAT),
        "title": plan.title,
        "branch": plan.branch,
        "answers": plan.answers,
        "notes": plan.notes,
        "rates": plan.rates,
        "edition": plan.edition,
        "saved": plan.saved.isoformat() if plan.saved else "",
        **{key: value for key, value in plan.extra.items() if key not in KEYS},
    }


def from_mapping(data: object) -> Plan:
    """The plan that a plain form stands for; raises PlanError. Texts come out in NFC without control characters."""
    tidy = _tidy(data)
    if not isinstance(tidy, dict):
        raise PlanError("it is not a plan. A plan begins with the line “format: 1”.")
    _check_format(tidy.get("format", ""))
    return Plan(
        title=_text(tidy, "title"),
        branch=_text(tidy, "branch"),
        answers=_mapping(tidy, "answers"),
        notes=_notes(tidy),
        rates=_mapping(tidy, "rates"),
        edition=_text(tidy, "edition"),
        saved=_saved(tidy),
        extra={key: value for key, value in tidy.items() if key not in KEYS},
    )


def _tidy(data: object) -> Plain:
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, Mapping):
        tidy = {clean(str(key)): _tidy(value) for key, value in data.items()}
        if len(tidy) < len(data):
            raise PlanError("two of its keys are the same. Remove one of them.")
        return tidy
    if isinstance(data, list | tuple):
        return [_tidy(item) for item in data]
    raise PlanError(f"it holds {str(data)[:40]}, which is not text. Put it in quotation marks.")


def _check_format(said: Plain) -> None:
    if said == str(FORMAT):
        return
    if isinstance(said, str) and re.fullmatch(r"[1-9][0-9]*", said):
        raise PlanError(f"it has format {said[:12]}, made by a newer version of this application. Open it with that.")
    raise PlanError("it does not say which format it has. If it is a plan, add the line “format: 1” at the top.")


def _text(data: Mapping[str, Plain], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise PlanError(f"“{key}” should be a text. Write it on one line after “{key}:”.")
    return value


def _mapping(data: Mapping[str, Plain], key: str) -> Mapping[str, Plain]:
    value = data.get(key, "")
    if value in _NOTHING:
        return {}
    if not isinstance(value, Mapping):
        raise PlanError(f"“{key}” should be a list of names and values, such as “units: 48”, one to a line.")
    return value


def _notes(data: Mapping[str, Plain]) -> dict[str, str]:
    notes = _mapping(data, "notes")
    return {question: _text(notes, question) for question in notes}


def _saved(data: Mapping[str, Plain]) -> date | None:
    said = _text(data, "saved")
    try:
        return None if said in _NOTHING else read_date(said)
    except Misunderstood:
        raise PlanError(f"“saved” is “{said[:40]}”, which is not a date. Write it as 2026-11-21.") from None

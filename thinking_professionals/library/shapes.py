"""The shape of plain data against the content classes: pydantic finds what does not fit, and we say it in our words.

Data is checked as JSON, strictly, so that a number is no text and `"5"` is no number. What fits is built without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from thinking_professionals.library.build import build
from thinking_professionals.library.digest import canonical
from thinking_professionals.library.faults import suggest
from thinking_professionals.library.hints import keys_at
from thinking_professionals.library.yaml_reader import Place


class Misfit(NamedTuple):
    place: Place
    what: str
    remedy: str


class Shaped(NamedTuple):
    """The value that fits, without the items `dropped`; None where too much is wrong for that."""

    value: Any
    misfits: list[Misfit]
    dropped: frozenset[Place] = frozenset()


def shape(hint: Any, data: Any) -> Shaped:
    """Plain data as a value of a type. What does not fit is named, and the rest is kept to be looked at further."""
    try:
        return Shaped(build(hint, data), [])
    except (TypeError, ValueError, ArithmeticError):
        return _explained(hint, data)


def _explained(hint: Any, data: Any) -> Shaped:
    misfits = validate(hint, data)[1]
    dropped = frozenset(_item(misfit.place) for misfit in misfits)
    if () in dropped:
        return Shaped(None, misfits)
    return Shaped(validate(hint, _without(data, dropped, ()))[0], misfits, dropped)


def validate(hint: Any, data: Any) -> tuple[Any, list[Misfit]]:
    """Plain data as pydantic reads it: a value, or everything that keeps it from being one."""
    from pydantic import ValidationError

    try:
        return _adapter(hint).validate_json(canonical(data), strict=True), []
    except ValidationError as error:
        return None, list(_misfits(hint, data, error.errors(include_url=False)))


@cache
def _adapter(hint: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(hint)


def _item(place: Place) -> Place:
    """The item of the outermost list that a place lies in; () where it lies in none."""
    at = next((i for i, step in enumerate(place) if isinstance(step, int)), None)
    return () if at is None else place[: at + 1]


def _without(data: Any, dropped: frozenset[Place], place: Place) -> Any:
    if isinstance(data, dict):
        return {key: _without(value, dropped, (*place, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [value for i, value in enumerate(data) if (*place, i) not in dropped]
    return data


def _misfits(hint: Any, data: Any, errors: list[Any]) -> Iterator[Misfit]:
    for error in errors:
        place = _untagged(error["loc"], data)
        if place is not None:
            yield Misfit(place, *_sentence(hint, data, place, error))


_TAG = re.compile(r"(tuple|function-plain)\[")


def _untagged(loc: Place, data: Any) -> Place | None:
    """The place without pydantic's names for alternatives; None for an alternative that was not meant."""
    place: list[str | int] = []
    for step in loc:
        if isinstance(step, str) and _TAG.match(step):
            if step.startswith("tuple") != isinstance(data, list | dict):
                return None
        else:
            place.append(step)
            data = _inside(data, step)
    return tuple(place)


def _inside(data: Any, step: str | int) -> Any:
    return data[step] if isinstance(step, int) else data.get(step)


_WANTED = {
    "int_type": ("should be a whole number", "write it in digits, without quotes"),
    "bool_type": ("should be true or false", "write one of them, without quotes"),
    "tuple_type": ("should be a list", "put each item on a line of its own with a dash"),
    "dataclass_type": ("should have keys of its own", "write it as lines of 'key: value'"),
}


def _sentence(hint: Any, data: Any, place: Place, error: Any) -> tuple[str, str]:
    key = str(place[-1]) if place else ""
    match error["type"]:
        case "missing":
            return f"{_named(data, place[:-1])} has no '{key}'", f"add a line '{key}: …'"
        case "unexpected_keyword_argument":
            return f"'{key}' is not a key of {_named(data, place[:-1])}", suggest(key, keys_at(hint, place[:-1]))
        case "literal_error":
            words = re.findall(r"'([^']*)'", error["ctx"]["expected"])
            return f"{_named(data, place)} cannot be '{error['input']}'", suggest(str(error["input"]), words)
        case "string_type":
            return _not_text(_named(data, place), error["input"])
        case "value_error":
            what, _, remedy = str(error["ctx"]["error"]).partition(" - ")
            return f"{_named(data, place)}: {what}", remedy
    what, remedy = _WANTED[error["type"]]
    return f"{_named(data, place)} {what}", remedy


def _not_text(subject: str, data: Any) -> tuple[str, str]:
    if data is None:
        return f"{subject} is null", "write a text, or remove the line"
    if isinstance(data, list | dict):
        return f"{subject} should be one text", "write it on one line, in quotes where it holds a colon"
    return f"{subject} should be a text, not the value {str(data).lower()}", "put it in quotes"


def _named(data: Any, place: Place) -> str:
    """A place in words, such as `'months.low' of 'its'`."""
    at, name = _owner(data, place)
    steps = ".".join(str(step + 1) if isinstance(step, int) else step for step in place[at:])
    return f"'{steps}' of {name}" if steps else name


def _owner(data: Any, place: Place) -> tuple[int, str]:
    """The innermost thing with an id around a place: how many steps lead to it, and its id in quotes."""
    found = 0, "this file"
    for at in range(len(place) + 1):
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            found = at, f"'{data['id']}'"
        data = _inside(data, place[at]) if at < len(place) else data
    return found

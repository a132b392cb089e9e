"""The types that the content classes declare, found by the way that leads to a value."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any


def fields_of(cls: Any) -> dict[str, Any]:
    """Every field of a content class with its type, in the order declared."""
    return _fields(cls)  # by way of Any, since the type checker takes a dataclass for unhashable


def required_texts(cls: Any) -> tuple[str, ...]:
    """The fields that must hold words: texts and lists of texts without a default."""
    return _required_texts(cls)


@cache
def _fields(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls, include_extras=True)


@cache
def _required_texts(cls: Any) -> tuple[str, ...]:
    required = (field.name for field in dataclasses.fields(cls) if field.default is dataclasses.MISSING)
    return tuple(name for name in required if _fields(cls)[name] in _TEXTS)


_TEXTS = (str, tuple[str, ...])


def keys_at(hint: Any, place: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that a mapping may have at a place inside a value of this type."""
    for step in place:
        hint = _inside(hint, step)
    return next(tuple(fields_of(member)) for member in _members(hint) if dataclasses.is_dataclass(member))


def _inside(hint: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return next(typing.get_args(member)[0] for member in _members(hint) if typing.get_origin(member) is tuple)
    return next(fields_of(member)[step] for member in _members(hint) if dataclasses.is_dataclass(member))


def _members(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a union; a type by itself is the only one."""
    return typing.get_args(hint) if is_union(hint) else (hint,)


def is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in {typing.Union, types.UnionType}

"""The types that the content classes declare, found by the way that leads to a value."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Literal

from thinking_professionals.library.condition import Test


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


def text_fields(cls: Any) -> tuple[str, ...]:
    """The fields of a content class that may hold texts, words from a closed set and ids included."""
    return _holding(cls, _is_text)


def content_fields(cls: Any) -> tuple[str, ...]:
    """The fields that may hold content values, or lists of them."""
    return _holding(cls, _is_content)


def condition_fields(cls: Any) -> tuple[str, ...]:
    return _holding(cls, _is_condition)


def _is_text(kind: Any) -> bool:
    return kind is str or typing.get_origin(kind) is Literal


def _is_content(kind: Any) -> bool:
    return hasattr(kind, "__pydantic_config__")


def _is_condition(kind: Any) -> bool:
    return kind is Test


@cache
def _holding(cls: Any, wanted: Callable[[Any], bool]) -> tuple[str, ...]:
    return tuple(name for name, hint in _fields(cls).items() if any(map(wanted, _kinds(hint))))


def _kinds(hint: Any) -> Iterator[Any]:
    """What a field may hold: the alternatives of a union, the items of a list, and types without their marks."""
    if is_union(hint):
        for member in typing.get_args(hint):
            yield from _kinds(member)
    elif typing.get_origin(hint) in {tuple, Annotated}:
        yield from _kinds(typing.get_args(hint)[0])
    else:
        yield hint


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

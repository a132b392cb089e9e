"""Content values from plain data by their declared types alone, without pydantic: the way a quick start takes.

It holds data to its types, so that a spoilt copy is noticed, but explains nothing: that is the checked load's part.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar

from thinking_professionals.library.condition import Parsed
from thinking_professionals.library.hints import fields_of, is_union

T = TypeVar("T")
Maker = Callable[[Any], Any]


def build(cls: type[T], data: object) -> T:
    """A value of a content class; raises TypeError, ValueError or ArithmeticError where the data does not fit."""
    return typing.cast(T, _maker(cls)(data))


def _maker(hint: Any) -> Maker:
    return _made(hint)  # by way of Any, since the type checker takes a dataclass for unhashable


@cache
def _made(hint: Any) -> Maker:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return next(mark.parse for mark in args if isinstance(mark, Parsed))
    if origin is tuple:
        return _tuple(_maker(args[0]))
    if origin is Literal:
        return _one_of(args)
    if is_union(hint):
        return _union(args)
    return _record(hint) if dataclasses.is_dataclass(hint) else _scalar(hint)


def _record(cls: Any) -> Maker:
    makers = {name: _maker(hint) for name, hint in fields_of(cls).items()}

    def make(data: Any) -> Any:
        if type(data) is not dict or not data.keys() <= makers.keys():
            raise TypeError(f"this is not a {cls.__name__}")
        return cls(**{name: makers[name](value) for name, value in data.items()})

    return make


def _tuple(item: Maker) -> Maker:
    def make(data: Any) -> Any:
        if type(data) is not list:
            raise TypeError("this is not a list")
        return tuple(map(item, data))

    return make


def _union(args: tuple[Any, ...]) -> Maker:
    """At most one alternative is a list and at most one is null, so the data's own shape says which is meant."""
    lists = next((_maker(arg) for arg in args if typing.get_origin(arg) is tuple), None)
    other = next(_maker(arg) for arg in args if arg is not NoneType and typing.get_origin(arg) is not tuple)

    def make(data: Any) -> Any:
        if data is None and NoneType in args:
            return None
        return lists(data) if lists is not None and type(data) is list else other(data)

    return make


def _one_of(words: tuple[Any, ...]) -> Maker:
    def make(data: Any) -> Any:
        if data not in words:
            raise ValueError(f"this is none of {words}")
        return data

    return make


def _scalar(wanted: Any) -> Maker:
    def make(data: Any) -> Any:
        if type(data) is not wanted:
            raise TypeError(f"this is not {wanted.__name__}")
        return data

    return make

"""A walk over everything that authors wrote, each thing with its spot in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thinking_professionals.library.condition import Condition, Test, tests_in
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.hints import content_fields, text_fields
from thinking_professionals.library.yaml_reader import Place


def walk(value: Any, spot: Spot) -> Iterator[tuple[Any, Spot]]:
    """Every content value inside a value, itself included, from the top down; conditions and texts are not entered."""
    if isinstance(value, tuple):
        for item, place in spot.each(value):
            yield from walk(item, place)
    elif hasattr(value, "__pydantic_config__"):
        yield value, spot
        for name in content_fields(type(value)):
            inner = getattr(value, name)
            if not isinstance(inner, str):
                yield from walk(inner, spot / name)


def texts(thing: Any) -> Iterator[tuple[str, Place]]:
    """Every text of one content value, with the way to it, which begins with the name of its field."""
    for name in text_fields(type(thing)):
        value = getattr(thing, name)
        if isinstance(value, str):
            yield value, (name,)
        elif isinstance(value, tuple):
            yield from ((item, (name, i)) for i, item in enumerate(value) if isinstance(item, str))


def placed_tests(condition: Condition, spot: Spot) -> Iterator[tuple[Test, Spot]]:
    """Every test of the condition that stands at a spot, with the spot of the question in it."""
    return zip(tests_in(condition), _tested(spot), strict=True)


def _tested(spot: Spot) -> Iterator[Spot]:
    for key, value in sorted(spot.plain.items()):
        if key == "not":
            yield from _tested(spot / key)
        elif key == "any":
            for i in range(len(value)):
                yield from _tested(spot / key / i)
        else:
            yield from (spot / key for _ in value)

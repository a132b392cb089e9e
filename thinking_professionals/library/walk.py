"""A walk over everything that authors wrote, each thing with its spot in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thinking_professionals.library.condition import Test, read_condition
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.hints import fields_of


def walk(value: Any, spot: Spot) -> Iterator[tuple[Any, Spot]]:
    """Every content value inside a value, itself included, from the top down; conditions and texts are not entered."""
    if isinstance(value, tuple):
        for item, place in spot.each(value):
            yield from walk(item, place)
    elif hasattr(value, "__pydantic_config__"):
        yield value, spot
        for name in fields_of(type(value)):
            yield from walk(getattr(value, name), spot / name)


def texts(thing: Any, spot: Spot) -> Iterator[tuple[str, str, Spot]]:
    """Every text of one content value, with the name of its field."""
    for name in fields_of(type(thing)):
        value = getattr(thing, name)
        if isinstance(value, str):
            yield name, value, spot / name
        elif isinstance(value, tuple):
            yield from ((name, item, spot / name / i) for i, item in enumerate(value) if isinstance(item, str))


def placed_tests(spot: Spot) -> Iterator[tuple[Test, Spot]]:
    """Every test of the condition that stands at a spot, with the spot of the question in it."""
    for key, value in spot.plain.items():
        if key == "not":
            yield from placed_tests(spot / key)
        elif key == "any":
            for i in range(len(value)):
                yield from placed_tests(spot / key / i)
        else:
            for op, wanted in value.items():
                test = read_condition({key: {op: wanted}})
                assert isinstance(test, Test)
                yield test, spot / key

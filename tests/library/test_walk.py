"""A walk looks only at fields that may hold what it is after, and misses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from tests.library.folder import FILES
from thinking_professionals.library.build import build
from thinking_professionals.library.condition import Condition
from thinking_professionals.library.findings import Part, Spot
from thinking_professionals.library.hints import condition_fields, fields_of
from thinking_professionals.library.layout import home_of, read_files
from thinking_professionals.library.walk import texts, walk
from thinking_professionals.library.yaml_reader import decode, read
from thinking_professionals.paths import ROOT

SHIPPED = read_files(ROOT)[0]
CONTENT = {**{f"small: {name}": (name, data.encode()) for name, data in FILES.items()}}
CONTENT |= {f"shipped: {name}": (name, data) for name, data in SHIPPED.items()}


def inside(value: Any) -> Iterator[Any]:
    """Everything in every field, content values and lists from the top down."""
    yield value
    if isinstance(value, tuple):
        yield from (found for item in value for found in inside(item))
    elif hasattr(value, "__pydantic_config__"):
        yield from (found for name in fields_of(type(value)) for found in inside(getattr(value, name)))


@pytest.mark.parametrize("title", CONTENT)
def test_every_content_value_text_and_condition_is_met(title: str) -> None:
    name, data = CONTENT[title]
    field, hint = home_of(name)
    document = read(decode(data, name), name, typed=True)
    value = build(hint, document.data)
    everything = list(inside(value))
    things = [thing for thing, _ in walk(value, Spot.top(Part(name, field, document, value), []))]

    assert things == [thing for thing in everything if hasattr(thing, "__pydantic_config__")]
    assert sorted(text for thing in things for text, _ in texts(thing)) == sorted(
        found for found in everything if isinstance(found, str)
    )
    held = [getattr(thing, name) for thing in things for name in condition_fields(type(thing))]
    assert [condition for condition in held if condition is not None] == [
        found for found in everything if isinstance(found, get_args(Condition))
    ]

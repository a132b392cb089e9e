"""Two readers of one shape: plain data is built quickly where it fits, and pydantic has the say on whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.library.folder import FILES
from thinking_professionals.library.build import build
from thinking_professionals.library.layout import home_of, read_files
from thinking_professionals.library.shapes import validate
from thinking_professionals.library.yaml_reader import decode, read
from thinking_professionals.paths import ROOT

REFUSED = "refused"
ODD: tuple[Any, ...] = (
    *(None, True, 1, 5.0, -1.5, "", "1", "is", "end", "Not an id", "dont_know", "2028-02-30"),
    *([], [None], [1], ["is"], {}, {"is": 1}, {"people": {"is": "team"}}),
)


def spoilt(data: Any) -> Iterator[Any]:
    """The data with something else in one of its places, for every place in it; and with a key more or less."""
    yield from ODD
    if isinstance(data, dict):
        yield {**data, "more": 1}
        for key, value in data.items():
            yield {other: data[other] for other in data if other != key}
            yield from ({**data, key: odd} for odd in spoilt(value))
    if isinstance(data, list):
        for i, value in enumerate(data):
            yield from ([*data[:i], odd, *data[i + 1 :]] for odd in spoilt(value))


def told(hint: Any, data: Any) -> str:
    """What pydantic makes of it; as text, in which 1, 1.0 and true are not the same."""
    value, misfits = validate(hint, data)
    return REFUSED if misfits else repr(value)


def built(hint: Any, data: Any) -> str:
    try:
        return repr(build(hint, data))
    except (TypeError, ValueError, ArithmeticError):
        return REFUSED


@pytest.mark.parametrize("name", FILES)
def test_whatever_is_put_in_any_place_both_refuse_it_or_make_the_same_of_it(name: str) -> None:
    _, hint = home_of(name)
    data = read(FILES[name], name, typed=True).data
    assert [odd for odd in spoilt(data) if built(hint, odd) != told(hint, odd)] == []


def test_both_make_the_same_of_the_shipped_content() -> None:
    for name, data in read_files(ROOT)[0].items():
        _, hint = home_of(name)
        document = read(decode(data, name), name, typed=True)
        assert built(hint, document.data) == told(hint, document.data) != REFUSED

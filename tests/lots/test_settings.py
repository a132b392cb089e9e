"""What a person wishes, made whole or refused."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from thinking_professionals.cli import allocate
from thinking_professionals.lots.fault import Clash, ListFault
from thinking_professionals.lots.settings import METHODS, TWO, Method, Settings, Wish, settle


def settled(units: int = 48, **wish: Any) -> Settings:
    return settle(Wish(**wish), units)


def test_two_even_groups_are_what_is_meant_where_nothing_is_said() -> None:
    assert settled(method="simple") == Settings(method="simple", arms=TWO, shares=(1, 1))


def test_so_many_of_so_many_are_shares() -> None:
    assert settled(method="simple", get=19).shares == (19, 29)


def test_shares_without_names_make_groups_with_numbers() -> None:
    assert settled(method="simple", ratio=(2, 1)).arms == TWO
    assert settled(method="simple", ratio=(2, 1, 1)).arms == ("Group 1", "Group 2", "Group 3")
    assert settled(method="simple", arms=("A ", " B", "C")).shares == (1, 1, 1)


def test_blocks_are_of_two_sizes_unless_others_are_given() -> None:
    assert settled(method="blocked").blocks == (4, 6) == settled(method="blocked", blocks=(6, 4, 6)).blocks
    assert settled(method="blocked", ratio=(4, 2)).blocks == (6, 9)


def test_steps_are_groups() -> None:
    assert settled(method="stepped", steps=3).arms == ("Step 1", "Step 2", "Step 3")


@pytest.mark.parametrize(
    "wish",
    [
        {"method": "stratified"},
        {"method": "pairs"},
        {"method": "stepped"},
        {"method": "stepped", "steps": 1},
        {"method": "stepped", "steps": 4, "get": 5},
        {"method": "stepped", "steps": 4, "ratio": (1, 1)},
        {"method": "stepped", "steps": 4, "arms": ("A", "B")},
        {"method": "simple", "steps": 4},
        {"method": "simple", "strata": ("Area",)},
        {"method": "simple", "pair_on": ("Calls",)},
        {"method": "simple", "blocks": (4,)},
        {"method": "simple", "get": 19, "ratio": (1, 1)},
        {"method": "simple", "get": 19, "arms": ("A", "B", "C")},
        {"method": "simple", "arms": ("A", "B"), "ratio": (1, 1, 1)},
        {"method": "simple", "arms": ("A", "a")},
        {"method": "simple", "arms": ("A", " ")},
        {"method": "simple", "arms": ("A", "x" * 101)},
    ],
)
def test_wishes_that_cannot_all_be_met_are_refused(wish: dict[str, Any]) -> None:
    with pytest.raises(Clash):
        settled(**wish)


def test_all_that_clashes_is_told_at_once() -> None:
    with pytest.raises(Clash) as refused:
        settled(method="stratified", steps=3, blocks=(4,), arms=("A", "A"))
    assert len(refused.value.sentences) == 4


@pytest.mark.parametrize(
    "wish", [{"get": 0}, {"get": 48}, {"get": 49}, {"ratio": (0, 1)}, {"arms": tuple("ABCDEFGHI" * 6)}]
)
def test_some_must_be_in_each_group(wish: dict[str, Any]) -> None:
    with pytest.raises(ListFault):
        settled(method="simple", **wish)


def test_the_command_knows_every_method() -> None:
    assert get_args(Method) == METHODS == allocate._METHODS

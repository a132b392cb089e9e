"""How lots are to be drawn, as a person says it, made whole: what is left out is filled in, what clashes is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from thinking_professionals.calculators.randomisation.allocate import checked_shares
from thinking_professionals.calculators.randomisation.refusal import CannotDraw
from thinking_professionals.lots.fault import Clash, ListFault
from thinking_professionals.lots.table import tidy

Method = Literal["simple", "blocked", "stratified", "pairs", "stepped"]
METHODS: tuple[Method, ...] = get_args(Method)
TWO = ("Gets it", "Does not get it")
"""What the groups are called where nothing else is said."""
LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person says; None or nothing where they leave it to us."""

    method: Method
    arms: Sequence[str] = ()
    ratio: Sequence[int] = ()
    get: int | None = None
    """How many are in the first of two groups."""
    steps: int | None = None
    blocks: Sequence[int] = ()
    strata: Sequence[str] = ()
    pair_on: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that decides a draw besides the list and the seed; `strata` and `pair_on` are headings."""

    method: Method
    arms: tuple[str, ...]
    shares: tuple[int, ...]
    blocks: tuple[int, ...] = ()
    strata: tuple[str, ...] = ()
    pair_on: tuple[str, ...] = ()


def settle(wish: Wish, units: int) -> Settings:
    """Raises Clash with all that clashes, and ListFault where the list does not allow it."""
    arms = _arms(wish)
    if clashes := [*_clashes(wish), *_wrong_arms(arms, wish.ratio)]:
        raise Clash(*clashes)
    if wish.get is not None and not 0 < wish.get < units:
        raise ListFault(f"{wish.get:,} cannot get it: there are {units:,} on the list, and some must be in each group.")
    shares = (wish.get, units - wish.get) if wish.get is not None else tuple(wish.ratio) or (1,) * len(arms)
    try:
        lowest = checked_shares(units, shares)
    except CannotDraw as fault:
        raise ListFault(str(fault)) from None
    return Settings(
        method=wish.method,
        arms=arms,
        shares=shares,
        blocks=_blocks(wish, sum(lowest)),
        strata=tuple(wish.strata),
        pair_on=tuple(wish.pair_on),
    )


def _clashes(wish: Wish) -> list[str]:
    stepped = wish.method == "stepped"
    wrong = {
        "Strata need a column to make them from: name one, such as the area or the size.": (
            wish.method == "stratified" and not wish.strata
        ),
        "Pairs need a column of numbers to pair by, such as last year’s count.": (
            wish.method == "pairs" and not wish.pair_on
        ),
        "A simple draw has no strata. Choose the stratified draw.": wish.method == "simple" and bool(wish.strata),
        "Only a draw in pairs has a column to pair by.": wish.method != "pairs" and bool(wish.pair_on),
        "Only a draw in blocks has block sizes.": wish.method != "blocked" and bool(wish.blocks),
        "An order of steps needs their number, 2 or more.": stepped and (wish.steps or 0) < 2,
        "Only an order of steps has steps.": not stepped and wish.steps is not None,
        "In an order of steps each step is a group of its own, as many as each other.": (
            stepped and bool(wish.arms or wish.ratio or wish.get is not None)
        ),
        "Say either how many get it or the shares, not both.": wish.get is not None and bool(wish.ratio),
        "How many get it can be said for two groups only. Give the shares instead.": (
            wish.get is not None and len(wish.arms or TWO) != 2
        ),
    }
    return [words for words, is_so in wrong.items() if is_so]


def _arms(wish: Wish) -> tuple[str, ...]:
    if wish.method == "stepped":
        return tuple(f"Step {number}" for number in range(1, min(wish.steps or 0, 1000) + 1))
    if wish.arms:
        return tuple(map(tidy, wish.arms))
    return TWO if len(wish.ratio) in {0, 2} else tuple(f"Group {at}" for at in range(1, len(wish.ratio) + 1))


def _wrong_arms(arms: Sequence[str], ratio: Sequence[int]) -> list[str]:
    faults = []
    if not all(arms):
        faults.append("A group has no name. Give each a name.")
    if len({arm.casefold() for arm in arms}) < len(arms):
        faults.append("Two groups have the same name. Give each a name of its own.")
    if any(len(arm) > LONGEST for arm in arms):
        faults.append(f"The name of a group may have up to {LONGEST} letters.")
    if ratio and len(ratio) != len(arms):
        faults.append(f"There are {len(arms)} groups and {len(ratio)} shares. Give a share for each group.")
    return faults


def _blocks(wish: Wish, round_: int) -> tuple[int, ...]:
    """Two sizes that hold each group by its share, where none are given: so the next cannot be guessed."""
    if wish.method != "blocked":
        return ()
    return tuple(sorted(set(wish.blocks))) or (2 * round_, 3 * round_)

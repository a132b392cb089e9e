"""The order in which groups are dealt: a round that holds each group by its share, spread as evenly as can be.

Whatever stretch of it is dealt to some units, their groups then differ from the shares by less than one unit, with two
groups or equal shares; with several unequal ones, seldom by more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import gcd


def in_lowest_terms(shares: Sequence[int]) -> tuple[int, ...]:
    common = gcd(*shares)
    return tuple(share // common for share in shares)


def a_round(shares: Sequence[int]) -> tuple[int, ...]:
    """The numbers of the groups, from 0, each as often as its share says.

    Each place goes to the group furthest behind its share, the first of those that are level: 2 and 1 make 0, 1, 0.
    """
    whole = sum(shares)
    lag = [0] * len(shares)
    dealt: list[int] = []
    for _ in range(whole):
        lag = [behind + share for behind, share in zip(lag, shares, strict=True)]
        furthest = lag.index(max(lag))
        lag[furthest] -= whole
        dealt.append(furthest)
    return tuple(dealt)


def fewest_and_most(units: int, shares: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """For each group, the fewest and the most of `units` that it can get, wherever the dealing begins."""
    lowest = in_lowest_terms(shares)
    rounds, rest = divmod(units, sum(lowest))
    if not rest:
        return tuple((rounds * share, rounds * share) for share in lowest)
    order = a_round(lowest)
    return tuple(
        (rounds * share + least, rounds * share + most)
        for share, (least, most) in zip(
            lowest, (_in_a_stretch(order, arm, rest) for arm in range(len(lowest))), strict=True
        )
    )


def _in_a_stretch(order: tuple[int, ...], group: int, length: int) -> tuple[int, int]:
    """How often a group stands in a stretch of that length, at least and at most, going round."""
    before = list(accumulate((place == group for place in (*order, *order)), initial=0))
    counts = [before[start + length] - before[start] for start in range(len(order))]
    return min(counts), max(counts)

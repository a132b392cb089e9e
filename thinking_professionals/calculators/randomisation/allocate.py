"""Who gets what, by lot: units are parted into sets, each set is shuffled, and all are dealt along one round of groups.

Strata, blocks, pairs and steps differ only in how the sets are made; the dealing never stops between them, so that what
is left over in one is made good by the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thinking_professionals.calculators.randomisation.pattern import a_round, in_lowest_terms
from thinking_professionals.calculators.randomisation.refusal import CannotDraw
from thinking_professionals.calculators.randomisation.stream import Stream

Unit = int
"""The place of a unit in the list, from 0."""

MOST_GROUPS = 200
FINEST = 2_000_000
"""Places in a round, times groups, that can still be laid out at once: enough for half a million among a million."""
LARGEST_SET = 24
"""Units in a matched set, and shares in a block, beyond which neither means anything."""
LARGEST_BLOCK = 1_000


@dataclass(frozen=True, slots=True)
class Allocation:
    """For each unit in the order of the list: the number of its group, from 0, and of its set, from 1.

    Sets are the blocks or pairs, numbered in the order in which they were made; 0 stands for a unit in none.
    """

    groups: tuple[int, ...]
    sets: tuple[int, ...]


def allocate(  # noqa: PLR0913 - each says something else of how lots are drawn
    *,
    units: int,
    shares: Sequence[int],
    seed: str,
    strata: Sequence[str] = (),
    blocks: Sequence[int] = (),
    pair_on: Sequence[Sequence[Decimal]] = (),
) -> Allocation:
    """Draw lots for `units` units among as many groups as there are `shares`.

    `strata` and `pair_on` hold an entry for each unit: what it is alike in, and the numbers to pair by, of which the
    first counts most and each further one decides among equals. `blocks` are sizes, one of which is drawn for each
    block. Raises CannotDraw. The order of drawing is: where in the round the dealing begins; the order of the strata;
    then, for each set, the size of its block where there are several, and the order of its units.
    """
    lowest = checked_shares(units, shares)
    order = a_round(lowest)
    parting = _Parting(Stream(seed), len(order), tuple(blocks), pair_on)
    _check_sets(parting)
    at = parting.stream.below(len(order))
    groups, sets = [0] * units, [0] * units
    for number, dealt in parting.sets(_strata(units, strata)):
        for unit in parting.stream.shuffled(dealt):
            groups[unit], sets[unit] = order[at], number
            at = (at + 1) % len(order)
    return Allocation(tuple(groups), tuple(sets))


def checked_shares(units: int, shares: Sequence[int]) -> tuple[int, ...]:
    """The shares in lowest terms; raises CannotDraw where so many units cannot be drawn by them."""
    if not 2 <= len(shares) <= MOST_GROUPS:
        raise CannotDraw(f"Lots are drawn between 2 and {MOST_GROUPS} groups, not {len(shares)}.")
    if min(shares) < 1:
        raise CannotDraw("Each group needs a share of at least 1. Leave out a group that no one is to be in.")
    if units < len(shares):
        raise CannotDraw(f"There are {units:,} on the list and {len(shares)} groups, so some group would have no one.")
    lowest = in_lowest_terms(shares)
    if sum(lowest) * len(lowest) > FINEST:
        raise CannotDraw("These shares are too fine to be met. Choose simpler ones, such as 1 and 2.")
    return lowest


@dataclass(frozen=True, slots=True)
class _Parting:
    """How the units of a stratum are parted into sets; `round` is how many of them hold each group by its share."""

    stream: Stream
    round: int
    blocks: tuple[int, ...]
    pair_on: Sequence[Sequence[Decimal]]

    def sets(self, strata: Sequence[Sequence[Unit]]) -> Iterator[tuple[int, Sequence[Unit]]]:
        """Each set with its number. A size is drawn just before its set is, so the caller shuffles each as it comes."""
        number = 0
        for stratum in self.stream.shuffled(strata):
            for dealt in self._parted(stratum):
                number += self._counts(dealt)
                yield (number if self._counts(dealt) else 0), dealt

    def _counts(self, dealt: Sequence[Unit]) -> bool:
        """Whether it is a set: any block is, and as many as make a full pair."""
        return bool(self.blocks) or (bool(self.pair_on) and len(dealt) == self.round)

    def _parted(self, stratum: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
        if self.pair_on:
            alike = sorted(stratum, key=lambda unit: tuple(self.pair_on[unit]))
            yield from (alike[first : first + self.round] for first in range(0, len(alike), self.round))
        elif self.blocks:
            yield from self._in_blocks(stratum)
        else:
            yield stratum

    def _in_blocks(self, stratum: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
        first = 0
        while first < len(stratum):
            size = self.blocks[self.stream.below(len(self.blocks))]
            yield stratum[first : first + size]
            first += size


def _check_sets(parting: _Parting) -> None:
    round_ = parting.round
    if (parting.pair_on or parting.blocks) and round_ > LARGEST_SET:
        raise CannotDraw(
            f"These shares are only met by every {round_:,} units together, too many for a pair or a block. "
            "Choose simpler shares, such as 1 and 1, or draw without pairs and blocks."
        )
    for size in parting.blocks:
        if size % round_ or not round_ <= size <= LARGEST_BLOCK:
            raise CannotDraw(
                f"A block of {size:,} cannot hold each group by its share: take multiples of {round_}, "
                f"such as {2 * round_} and {3 * round_}, up to {LARGEST_BLOCK:,}."
            )


def _strata(units: int, strata: Sequence[str]) -> list[list[Unit]]:
    """The units of each stratum, in the order of the list; strata in the order of their first unit."""
    if not strata:
        return [list(range(units))]
    found: dict[str, list[Unit]] = {}
    for unit, stratum in enumerate(strata):
        found.setdefault(stratum, []).append(unit)
    return list(found.values())

"""A draw: units, settings and a seed in, a group for each unit out. The same three always give the same."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from math import comb

from thinking_professionals.calculators.randomisation.allocate import Allocation, allocate
from thinking_professionals.calculators.randomisation.refusal import CannotDraw
from thinking_professionals.lots.fault import ListFault, some
from thinking_professionals.lots.settings import Settings
from thinking_professionals.lots.table import tidy
from thinking_professionals.lots.units import Units

LONGEST_SEED = 200


@dataclass(frozen=True)
class Draw:
    units: Units
    settings: Settings
    seed: str
    allocation: Allocation

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """What each unit gets, in the order of the list."""
        return tuple(self.settings.arms[group] for group in self.allocation.groups)

    @cached_property
    def counts(self) -> dict[str, int]:
        found = Counter(self.groups)
        return {arm: found[arm] for arm in self.settings.arms}

    @property
    def alone(self) -> tuple[str, ...]:
        """The units that found no partner, where lots were drawn in pairs."""
        if self.settings.method != "pairs":
            return ()
        return tuple(name for name, number in zip(self.units.names, self.allocation.sets, strict=True) if not number)

    @property
    def digest(self) -> str:
        return digest_of([(self.units.id_column, "Group"), *zip(self.units.names, self.groups, strict=True)])

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person should know of the list and of what came out."""
        return (*self.units.notes, *_notes(self))


def draw(units: Units, settings: Settings, seed: str) -> Draw:
    """Raises ListFault."""
    try:
        allocation = allocate(
            units=len(units.names),
            shares=settings.shares,
            seed=seed,
            strata=units.strata(settings.strata),
            blocks=settings.blocks,
            pair_on=tuple(zip(*(units.numbers[one] for one in settings.pair_on), strict=True)),
        )
    except CannotDraw as fault:
        raise ListFault(str(fault)) from None
    return Draw(units, settings, seed, allocation)


def make_seed() -> str:
    """A seed that nobody could have picked, from the machine's own source of secrets."""
    return secrets.token_hex(16)


def read_seed(text: str) -> str:
    """A person's seed in its one way of writing; raises ListFault."""
    seed = tidy(text)
    if not seed or len(seed) > LONGEST_SEED or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ListFault(f"A seed is a text of 1 to {LONGEST_SEED} letters or digits. Leave it out to have one made.")
    return seed


def list_digest(units: Units) -> str:
    """SHA-256 of what a draw takes from the list: the names and the columns used, in the order of the list."""
    rows = zip(units.names, *units.columns.values(), strict=True)
    return digest_of([(units.id_column, *units.columns), *rows])


def names_digest(units: Units) -> str:
    """SHA-256 of the names alone, whatever else is drawn by: the same list is known again by it."""
    return digest_of([(name,) for name in sorted(units.names)])


def digest_of(rows: Iterable[Sequence[str]]) -> str:
    """SHA-256 of the rows as text: a line feed after each, a tab between values, in UTF-8."""
    return sha256("".join("\t".join(row) + "\n" for row in rows).encode()).hexdigest()


UNLIKELY = 40
"""Ways to fall that a draw needs, or even the clearest result, at either end, comes by chance in more than 1 of 20."""


def _notes(drawn: Draw) -> list[str]:
    notes = []
    if drawn.alone:
        notes.append(
            f"No partner was left for {some([f'“{name}”' for name in drawn.alone])}. Lots were drawn for each by "
            "itself; leave them out where pairs are compared."
        )
    notes += _too_few(drawn) + _small_strata(drawn)
    if len(drawn.settings.blocks) == 1:
        notes.append("All blocks are of one size, so who knows the last few can guess the next. Give several sizes.")
    return notes


def _too_few(drawn: Draw) -> list[str]:
    """Where every way the lots can fall is counted, as an exact test does (Fisher, 1935)."""
    settings, sizes = drawn.settings, sorted(drawn.counts.values())
    if settings.method == "stepped":
        return []
    paired = settings.method == "pairs" and settings.shares == (1, 1)
    ways = 2 ** max(drawn.allocation.sets) if paired else comb(sizes[0] + sizes[1], sizes[0])
    return ["There are so few that even the clearest difference could be chance. Add to the list."] * (ways < UNLIKELY)


def _small_strata(drawn: Draw) -> list[str]:
    sizes = Counter(drawn.units.strata(drawn.settings.strata))
    small = sum(size < len(drawn.settings.arms) for size in sizes.values())
    if not small:
        return []
    return [
        f"{small:,} of {len(sizes):,} strata hold fewer than there are groups, so these cannot be even within them. "
        "They are made even with the others."
    ]

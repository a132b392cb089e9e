"""The ladder of what a choice deserves: from the top down, each rung within reach, the last for all that is left."""

from __future__ import annotations

from itertools import pairwise

from thinking_professionals.authoring.firing import in_turn
from thinking_professionals.authoring.regions import Space
from thinking_professionals.authoring.usage import Things
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.stakes import Stake

Rung = tuple[Stake, Spot]


def rung_faults(things: Things, space: Space) -> None:
    """Report rungs out of order, out of reach, or without what they need to be told apart."""
    rungs = [(thing, spot) for thing, spot in things if isinstance(thing, Stake)]
    in_turn(rungs, "this rung", space)
    for rung, spot in rungs[:-1]:
        if rung.when is None:
            spot.fault(f"'{rung.id}' has no 'when', so nothing below it is reached", "say when, or move it to the end")
    for rung, spot in rungs[-1:]:
        if rung.when is not None:
            (spot / "when").fault(f"'{rung.id}' is the last, so some choice may deserve nothing", "remove its 'when'")
    for above, below in pairwise(rungs):
        _lower(above, below)


def _lower(above: Rung, below: Rung) -> None:
    for name in ("level", "ceiling"):
        if getattr(below[0], name) >= getattr(above[0], name):
            what = f"the {name} of '{below[0].id}' is not below that of '{above[0].id}'"
            (below[1] / name).fault(what, "write the rungs from the highest to the lowest")

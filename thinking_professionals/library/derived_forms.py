"""What is wrong with a derived fact by itself: bands with gaps, inputs from nowhere, guesses that leave cases out."""

from __future__ import annotations

from typing import Any

from thinking_professionals.library.derived import Derivation, DerivedFact, Input
from thinking_professionals.library.findings import Spot, unique


def derived_form_faults(thing: Any, spot: Spot) -> None:
    """Report what is wrong with one derived fact, or with one of its inputs."""
    match thing:
        case Derivation():
            unique(thing.facts, spot / "facts")
            _roles(thing.inputs, spot / "inputs")
        case DerivedFact():
            _bands(thing, spot)
        case Input():
            _guesses(thing, spot)


def _bands(fact: DerivedFact, spot: Spot) -> None:
    lowest = [band.at_least for band in fact.bands]
    if len(lowest) < 2 or lowest[-1] is not None or None in lowest[:-1]:
        (spot / "bands").fault(f"the bands of '{fact.id}' leave gaps", "give each but the last an 'at_least'")
    elif lowest[:-1] != sorted(lowest[:-1], key=lambda at: at or 0, reverse=True):
        (spot / "bands").fault(f"the bands of '{fact.id}' are not in order", "put the highest first")
    if fact.mixed not in {band.id for band in fact.bands}:
        (spot / "mixed").fault(f"'{fact.id}' has no band '{fact.mixed}'", "name one of its bands")


def _roles(inputs: tuple[Input, ...], spot: Spot) -> None:
    seen: set[str] = set()
    for one, place in spot.each(inputs):
        if one.role in seen:
            (place / "role").fault(f"there are two inputs for '{one.role}'", "keep one of them")
        seen.add(one.role)


def _guesses(one: Input, spot: Spot) -> None:
    if not one.questions and not one.guesses:
        spot.fault(f"the input '{one.role}' comes from nowhere", "name a question, or write what to take")
    if one.always and (not one.guesses or one.guesses[-1].when is not None):
        (spot / "guesses").fault(f"the guesses of '{one.role}' leave cases out", "end them with one without a 'when'")
    for guess, place in (spot / "guesses").each(one.guesses):
        if one.better is None and guess.low != guess.high:
            place.fault(
                f"'{one.role}' does not say which way is better", "add 'better', or give one figure, not a range"
            )

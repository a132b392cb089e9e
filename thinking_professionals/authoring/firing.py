"""Conditions that can never hold on their own terms, whatever anybody answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from thinking_professionals.authoring.regions import Space
from thinking_professionals.library.condition import All, AnyOf, Condition, Not, Test
from thinking_professionals.library.designs import Design, Need, Rule
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.hints import fields_of
from thinking_professionals.library.questions import Questionnaire

_REMEDY = "its tests rule each other out; mend or remove them"


def conditions_of(thing: Any) -> Iterator[Condition]:
    """The conditions that one content value holds itself."""
    for name in fields_of(type(thing)):
        value = getattr(thing, name)
        if isinstance(value, Test | All | AnyOf | Not):
            yield value


def firing_faults(thing: Any, spot: Spot, space: Space) -> None:
    """Report a rule that cannot fire, a need that cannot be met, and a step that is never the first to hold."""
    match thing:
        case Rule():
            _alone(thing.when, spot / thing.kind, f"rule '{thing.id}' can never fire", space)
        case Need():
            _alone(thing.when, spot / "when", f"need '{thing.id}' can never be met", space)
        case Design():
            _in_turn(thing.level, spot / "level", f"this level of '{thing.id}'", space)
            for companion, place in (spot / "companions").each(thing.companions):
                if companion.when is not None:
                    _alone(companion.when, place / "when", f"'{companion.design}' is never its companion", space)
        case Questionnaire():
            _in_turn(thing.purposes, spot / "purposes", "this purpose", space)


def _alone(condition: Condition, spot: Spot, what: str, space: Space) -> None:
    if not space.possible([(condition, True)], space.answered([condition])):
        spot.fault(what, _REMEDY)


def _in_turn(steps: Sequence[Any], spot: Spot, what: str, space: Space) -> None:
    """The first step that holds counts, so a step is reached only where none before it holds."""
    earlier: list[Condition] = []
    for i, step in enumerate(steps):
        if step.when is not None:
            wishes = [(step.when, True), *((condition, False) for condition in earlier)]
            if not space.possible(wishes, space.answered([step.when, *earlier])):
                (spot / i / "when").fault(f"{what} is never reached", f"the steps before take everything, or {_REMEDY}")
            earlier.append(step.when)

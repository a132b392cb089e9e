"""Conditions that can never hold on their own terms, whatever anybody answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from thinking_professionals.authoring.regions import Space
from thinking_professionals.library.condition import AnyOf, Condition, Not, Test
from thinking_professionals.library.derived import Input
from thinking_professionals.library.designs import Design, Need, Rule
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.hints import condition_fields
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import Questionnaire

_REMEDY = "its tests rule each other out; mend or remove them"


def conditions_of(thing: Any) -> Iterator[Condition]:
    """The conditions that one content value holds itself."""
    held = (getattr(thing, name) for name in condition_fields(type(thing)))
    yield from (condition for condition in held if condition is not None)


def firing_faults(thing: Any, spot: Spot, space: Space) -> None:
    """Report a rule that cannot fire, a need that cannot be met, and a step that is never the first to hold."""
    match thing:
        case Rule():
            _alone(thing.when, spot / thing.kind, f"rule '{thing.id}' can never fire", space)
        case Need():
            _alone(thing.when, spot / "when", f"need '{thing.id}' can never be met", space)
        case Design():
            in_turn((spot / "level").each(thing.level), f"this level of '{thing.id}'", space)
            for companion, place in (spot / "companions").each(thing.companions):
                if companion.when is not None:
                    _alone(companion.when, place / "when", f"'{companion.design}' is never its companion", space)
        case Input():
            in_turn((spot / "guesses").each(thing.guesses), f"this guess of '{thing.role}'", space, known=False)
        case Questionnaire():
            in_turn((spot / "purposes").each(thing.purposes), "this purpose", space)
        case Lift():
            _alone(thing.when, spot / "when", f"'{thing.id}' can never be advised", space)
            _changes_something(thing, spot / "gives", space)


def _changes_something(lift: Lift, spot: Spot, space: Space) -> None:
    given = AnyOf(tuple(Not(Test(setting.question, "is", (setting.to,))) for setting in lift.gives))
    if not space.possible([(lift.when, True), (given, True)], space.answered([lift.when, given])):
        spot.fault(f"'{lift.id}' changes nothing", "give an answer that its 'when' leaves out")


def _alone(condition: Condition, spot: Spot, what: str, space: Space) -> None:
    if not space.possible([(condition, True)], space.answered([condition])):
        spot.fault(what, _REMEDY)


def in_turn(steps: Iterable[tuple[Any, Spot]], what: str, space: Space, *, known: bool = True) -> None:
    """Report each step that is never the first to hold: the first counts, so none before it may take everything.

    With `known` every answer counts as given, which is when the steps must do without one another.
    """
    earlier: list[Condition] = []
    for step, spot in steps:
        if step.when is not None:
            wishes = [(step.when, True), *((condition, False) for condition in earlier)]
            if not space.possible(wishes, space.answered([step.when, *earlier]) if known else {}):
                (spot / "when").fault(f"{what} is never reached", f"the steps before take everything, or {_REMEDY}")
            earlier.append(step.when)

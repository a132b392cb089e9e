"""The faults that one thing shows by itself: what is missing, too much, twice or out of order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from thinking_professionals.library.costs import Band, Costs
from thinking_professionals.library.derived import Guess
from thinking_professionals.library.derived_forms import derived_form_faults
from thinking_professionals.library.designs import Days, Design, Gate, LevelStep, Range, Rule
from thinking_professionals.library.findings import Spot, unique
from thinking_professionals.library.hints import fields_of, required_texts
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import AMOUNTS, CHOICES, Branch, Kind, Question, Questionnaire, Tells
from thinking_professionals.library.sourcing import Source
from thinking_professionals.library.stakes import Stake
from thinking_professionals.library.walk import texts

PLANNING_ASSUMPTION = "planning_assumption"
STRONGEST = 5
_TOLD_BY: Mapping[Tells, Kind] = {
    **{"scheme": "text", "outcome": "text", "harm": "text", "further": "list"},
    **{"starts": "date", "decided_by": "date", "budget": "money", "spend": "money"},
}


def form_faults(thing: Any, spot: Spot) -> None:
    """Report what is wrong with one content value, whatever else there is."""
    _words(thing, spot)
    _not_below_nothing(thing, spot)
    _sureness(thing, spot)
    derived_form_faults(thing, spot)
    match thing:
        case Questionnaire():
            unique(thing.branches, spot / "branches")
            unique(thing.purposes, spot / "purposes")
            unique(thing.pages, spot / "pages")
            unique(thing.questions, spot / "questions")
            _told_once(thing, spot / "questions")
        case Branch():
            _branch(thing, spot)
        case Question():
            _question(thing, spot)
        case Lift():
            _given_once(thing, spot / "gives")
        case Rule():
            _rule(thing, spot)
        case Gate():
            unique(thing.rules, spot / "rules")
        case Design():
            _design(thing, spot)
        case LevelStep() | Stake():
            _level(thing, spot)
        case Range() | Guess():
            _ordered(spot, low=thing.low, central=thing.central, high=thing.high)
        case Band():
            _ordered(spot, days_low=thing.days_low, days_high=thing.days_high)
            _ordered(spot, direct_low=thing.direct_low, direct_high=thing.direct_high)
        case Costs():
            _costs(thing, spot)
        case Source():
            _seen(thing, spot)


def _words(thing: Any, spot: Spot) -> None:
    required = required_texts(type(thing))
    for name in required:
        if not getattr(thing, name):
            (spot / name).fault(f"'{name}' is empty", "write its words")
    for text, place in texts(thing):
        if place[0] in required and text and not text.strip():
            spot.at(place).fault(f"'{place[0]}' is blank", "write its words")


def _sureness(thing: Any, spot: Spot) -> None:
    if not hasattr(thing, "sure"):
        return
    if thing.sure == "J" and thing.source != PLANNING_ASSUMPTION:
        (spot / "sure").fault(
            f"it is a planning assumption (J), but its source is '{thing.source}'",
            f"write source: {PLANNING_ASSUMPTION}, or say how sure the source is",
        )
    if thing.source == PLANNING_ASSUMPTION and thing.sure != "J":
        (spot / "sure").fault(f"its source is '{PLANNING_ASSUMPTION}', but it is marked {thing.sure}", "write sure: J")


def _branch(branch: Branch, spot: Spot) -> None:
    if branch.first is None and not branch.page:
        spot.fault(
            f"door '{branch.id}' leads nowhere", "add 'first' with a question, or a 'page' that says what is there"
        )
    for i, design in enumerate(branch.prefer):
        if design in branch.prefer[:i]:
            (spot / "prefer" / i).fault(f"'{design}' is in the list twice", "keep one of the two")


def _told_once(questionnaire: Questionnaire, spot: Spot) -> None:
    told: set[str] = set()
    for question, place in spot.each(questionnaire.questions):
        if question.tells in told:
            (place / "tells").fault(f"a second question tells '{question.tells}'", "let only one of them tell it")
        if question.tells is not None:
            told.add(question.tells)


def _level(step: LevelStep | Stake, spot: Spot) -> None:
    level = step.otherwise if isinstance(step, LevelStep) and step.level is None else step.level
    if level is not None and not 0 <= level <= STRONGEST:
        spot.fault(f"there is no level {level}", f"write 0 (says nothing of cause) to {STRONGEST} (strongest)")


def _question(question: Question, spot: Spot) -> None:
    for place, what, remedy in _out_of_kind(question, spot):
        place.fault(f"'{question.id}' is of kind '{question.kind}', {what}", remedy)
    unique(question.options, spot / "options")
    unique(question.columns, spot / "columns")
    if question.least is not None and question.most is not None and question.least > question.most:
        (spot / "least").fault(f"'least' of '{question.id}' is above its 'most'", "put the lower figure first")
    if not isinstance(question.next, str):
        _ladder(question.next, "go", question.id, spot / "next")


def _out_of_kind(question: Question, spot: Spot) -> Iterator[tuple[Spot, str, str]]:
    kind = question.kind
    if kind in CHOICES and len(question.options) < 2:
        yield spot / "options", "but has fewer than two options", "add options"
    if kind not in CHOICES and question.options:
        yield spot / "options", "which has no options", "remove them, or make it 'one' or 'many'"
    if kind == "table" and not question.columns:
        yield spot / "columns", "but has no columns", "add columns"
    if kind != "table" and question.columns:
        yield spot / "columns", "which has no columns", "remove them, or make it 'table'"
    for name in ("least", "most"):
        if kind not in AMOUNTS and getattr(question, name) is not None:
            yield spot / name, f"which has no '{name}'", "remove it, or make it 'number' or 'money'"
    if question.tells is not None and kind != _TOLD_BY[question.tells]:
        meant = _TOLD_BY[question.tells]
        yield spot / "tells", f"which cannot tell '{question.tells}'", f"make it '{meant}', or remove 'tells'"
    if kind != "number" and question.whole:
        yield spot / "whole", "which has no 'whole'", "remove it, or make it 'number'"
    for option, place in (spot / "options").each(question.options):
        if kind == "many" and option.next is not None:
            yield place / "next", f"so option '{option.id}' cannot have a 'next'", "route in the question's own 'next'"


def _ladder(steps: Sequence[Any], then: str, owner: str, spot: Spot) -> None:
    """An ordered list of `when` with what follows, closed by exactly one `otherwise`."""
    for i, step in enumerate(steps):
        shape = (step.when is not None, getattr(step, then) is not None, step.otherwise is not None)
        if shape not in {(True, True, False), (False, False, True)}:
            (spot / i).fault(
                f"this step of '{owner}' is incomplete", f"write 'when' with '{then}', or 'otherwise' alone"
            )
    defaults = [i for i, step in enumerate(steps) if step.otherwise is not None]
    if not defaults:
        spot.fault(f"the list of '{owner}' has no default", "end it with a line '- otherwise: …'")
    for i in defaults[1:]:
        (spot / i).fault(f"this is a second default of '{owner}'", "keep one 'otherwise', as the last line")
    if len(defaults) == 1 and defaults[0] != len(steps) - 1:
        (spot / defaults[0]).fault(f"the default of '{owner}' is not the last line", "move 'otherwise' to the end")


def _rule(rule: Rule, spot: Spot) -> None:
    kinds = [kind for kind in ("stop", "caution", "favour") if getattr(rule, kind) is not None]
    if len(kinds) != 1:
        spot.fault(
            f"rule '{rule.id}' has {' and '.join(kinds) or 'no condition'}", "give it one of stop, caution, favour"
        )
    if rule.serious and kinds != ["caution"]:
        (spot / "serious").fault(f"rule '{rule.id}' is serious, but is no caution", "remove 'serious'")
    if rule.unless and kinds != ["stop"]:
        (spot / "unless").fault(f"rule '{rule.id}' says 'unless', but is no stop", "remove 'unless'")
    if rule.made_for and kinds != ["favour"]:
        (spot / "made_for").fault(f"rule '{rule.id}' says 'made_for', but is no favour", "remove 'made_for'")


def _design(design: Design, spot: Spot) -> None:
    home = spot.part.name.rpartition("/")[2]
    if home != f"{design.id}.yaml":
        (spot / "id").fault(f"design '{design.id}' is in the file {home}", f"name the file {design.id}.yaml")
    unique(design.needs, spot / "needs")
    unique(design.rules, spot / "rules", taken=design.needs)
    _ladder(design.level, "level", design.id, spot / "level")
    if not 1 <= design.cost_band <= 9:
        (spot / "cost_band").fault(f"the cost band of '{design.id}' is {design.cost_band}", "write 1 (cheapest) to 9")


def _costs(costs: Costs, spot: Spot) -> None:
    unique(costs.rates, spot / "rates")
    unique(costs.time, spot / "time")
    unique(costs.hidden, spot / "hidden", taken=costs.time)
    roles, rates = set(fields_of(Days)), {rate.id for rate in costs.rates}
    for missing in sorted(roles - rates):
        (spot / "rates").fault(f"there is no rate for '{missing}'", "add it")
    for rate, place in (spot / "rates").each(costs.rates):
        if rate.id not in roles:
            (place / "id").fault(f"'{rate.id}' is not a role in a design's days", f"use {', '.join(sorted(roles))}")


def _ordered(spot: Spot, **figures: Any) -> None:
    if list(figures.values()) != sorted(figures.values()):
        spot.fault(f"{', '.join(figures)} are not in order", "write them from the lowest to the highest")


def _not_below_nothing(thing: Any, spot: Spot) -> None:
    """Pounds, days and months all begin at nothing; only a question may ask for less."""
    for name in fields_of(type(thing)):
        value = getattr(thing, name)
        if isinstance(value, Decimal) and value < 0 and not isinstance(thing, Question):
            (spot / name).fault(f"'{name}' is {value}, below nothing", "write 0 or more")


def _given_once(lift: Lift, spot: Spot) -> None:
    given: set[str] = set()
    for setting, place in spot.each(lift.gives):
        if setting.question in given:
            (place / "question").fault(f"'{lift.id}' gives '{setting.question}' two answers", "keep one of them")
        given.add(setting.question)


def _seen(source: Source, spot: Spot) -> None:
    try:
        date.fromisoformat(source.seen)
    except ValueError:
        (spot / "seen").fault(f"'{source.seen}' is not a date", "write it as 2026-11-21")

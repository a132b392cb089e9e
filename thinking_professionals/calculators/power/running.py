"""A calculator run on what a person gave: checked, set back for those who drop out, and told what it assumes.

Loss takes people away. Partial take-up and leaks shrink the effect. Several outcomes share the risk of a false alarm.
Each is applied on the way in and taken off again on the way out, so that a sample is the number to begin with and an
effect is what the scheme must do for those who get it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from thinking_professionals.calculators.power.form import (
    ALPHA,
    COMMON,
    ODDS,
    POWER,
    SCALES,
    SIDES,
    SQUARES,
    Amount,
    Calculator,
    Field,
)
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import whole

ATTRITION = Field(
    name="attrition",
    label="Share of people lost before the outcome is known",
    hint="Records lose 0.05 or less. Surveys a year later lose 0.25 to 0.5.",
    least=0,
    most=0.95,
    default=0,
)
TAKE_UP = Field(
    name="take_up",
    label="Share of those drawn to get it who do",
    least=0.01,
    most=1,
    default=1,
    hint="Often 0.9 or less.",
)
CONTAMINATION = Field(
    name="contamination", label="Share of the others who get it anyway", least=0, most=0.99, default=0
)
OUTCOMES = Field(name="outcomes", label="Main outcomes, each tested", kind="whole", least=1, most=1000, default=1)
ANY = (ATTRITION, TAKE_UP, CONTAMINATION, OUTCOMES)
BEYOND = "So few get it that even the largest change there could be would not be seen. Have more people, or reach more."
IDLE = "The chance to see a change must be above the risk of a false alarm, or it could be had without any study."
_SHRINKS = {SCALES: 1, SQUARES: 2}
_PEOPLE = ("n_per_arm", "n1", "n2", "n_total", "pairs")
_ALSO = ("m", "invited")
"""People who are named in `exact` alone."""


def run(calculator: Calculator, given: Mapping[str, Amount], method: str | None = None) -> PowerResult:
    """Work out what is left out of `given`; raises Refused, which names what stands in the way."""
    values = _read(calculator, given)
    calculator.check(values)
    chosen = _method(calculator, method)
    apart = _Apart.of(values)
    _refuse(calculator, values, apart)
    apart_from = {field.name for field in ANY}
    inner = {name: value for name, value in values.items() if name not in apart_from}
    result = calculator.work(**_set_back(calculator, inner, apart), method=chosen)
    return _put_back(calculator, result, apart)


def _method(calculator: Calculator, method: str | None) -> str:
    names = [each.name for each in calculator.methods]
    if method and method not in names:
        raise Refused(f"There is no method {method!r} here. The methods of {calculator.name} are {', '.join(names)}.")
    return method or names[0]


def _refuse(calculator: Calculator, values: Mapping[str, Amount], apart: _Apart) -> None:
    """Raises Refused where something common to all has no meaning here."""
    if _one(SIDES, values) == 1 and not calculator.one_sided:
        raise Refused("This test has no one-sided form. Leave the sides at 2.")
    if _one(POWER, values) <= _one(ALPHA, values):
        raise Refused(IDLE)
    if apart.reached < 1 and not any(field.dilutes for field in calculator.fields):
        raise Refused("Nothing is compared here, so who takes part makes no difference. Leave take-up and leaks out.")
    if apart.kept < 1 and not any(field.loses for field in calculator.fields):
        raise Refused("This is about figures, not people, so no one is lost. Leave the loss of people out.")


def _one(field: Field, values: Mapping[str, Amount]) -> float:
    amount = values.get(field.name, field.default)
    assert isinstance(amount, float | int)  # none that is asked for so is a list, or lacks a default
    return amount


def _read(calculator: Calculator, given: Mapping[str, Amount]) -> dict[str, Amount]:
    known = {field.name: field for field in (*calculator.fields, *COMMON, *ANY)}
    if strange := [name for name in given if name not in known]:
        raise Refused(f"There is no {strange[0]!r} here. What {calculator.name} asks for is {', '.join(known)}.")
    return {name: known[name].read(amount) for name, amount in given.items()}


@dataclass(frozen=True, slots=True)
class _Apart:
    """What sets the people who began apart from those who count, and the scheme from what reaches them."""

    kept: float
    reached: float
    outcomes: int

    @classmethod
    def of(cls, values: Mapping[str, Amount]) -> _Apart:
        reached = _one(TAKE_UP, values) - _one(CONTAMINATION, values)
        if reached <= 0:
            raise Refused(
                "As many of the others get it as of those drawn to get it, so nothing sets the two groups apart. "
                "Keep the groups apart, or compare whole teams or areas."
            )
        return cls(1 - _one(ATTRITION, values), reached, int(_one(OUTCOMES, values)))


def _set_back(calculator: Calculator, values: dict[str, Amount], apart: _Apart) -> dict[str, Amount]:
    fields = {field.name: field for field in calculator.fields}
    told = {name: _less(fields.get(name), value, values, apart) for name, value in values.items()}
    if apart.outcomes > 1:
        told["alpha"] = _one(ALPHA, told) / apart.outcomes
    return told


def _less(field: Field | None, value: Amount, values: Mapping[str, Amount], apart: _Apart) -> Amount:
    if field is None or isinstance(value, tuple):
        return value
    diluted = _diluted(field.dilutes, value, values, apart.reached)
    return diluted * apart.kept if field.loses else diluted


def _diluted(how: str, value: float, values: Mapping[str, Amount], reached: float) -> float:
    if how in _SHRINKS:
        return value * reached ** _SHRINKS[how]
    if how == ODDS:
        gap = reached * (value - 1) / (value + 1)
        return (1 + gap) / (1 - gap)
    towards = values.get(how)
    return value if towards is None or isinstance(towards, tuple) else towards + (value - towards) * reached


def _put_back(calculator: Calculator, result: PowerResult, apart: _Apart) -> PowerResult:
    exact = {k: v / apart.kept if k in (*_PEOPLE, *_ALSO) else v for k, v in result.exact.items()}
    people: dict[str, Any] = {k: whole(exact[k]) for k in _PEOPLE if k in exact}
    if "n_total" in people:
        people["n_total"] = _total(people, exact)
    shrunk = apart.reached ** (2 if any(field.dilutes == SQUARES for field in calculator.fields) else 1)
    sizes: dict[str, Any] = {k: v / shrunk for k in ("mdes", "floor") if (v := getattr(result, k)) is not None}
    whole_result = replace(result, exact=exact, assumptions=(*result.assumptions, *_said(apart)), **people, **sizes)
    return _possible(calculator, whole_result)


def _total(people: Mapping[str, int], exact: Mapping[str, float]) -> int:
    """Of whole groups, so that none falls short of what it needs."""
    if {"n1", "n2"} <= people.keys():
        return people["n1"] + people["n2"]
    groups = round(exact["n_total"] / exact["n_per_arm"]) if "n_per_arm" in people else 0
    return groups * people["n_per_arm"] if groups else people["n_total"]


def _possible(calculator: Calculator, result: PowerResult) -> PowerResult:
    """What could be detected is left out where it goes beyond all that there is."""
    if result.mdes is None or result.mdes <= min(calculator.largest, result.room * (1 + 1e-9)):
        return result
    if result.solved == "effect":
        raise Refused(BEYOND)
    return replace(result, mdes=None, warnings=(*result.warnings, BEYOND))


def _said(apart: _Apart) -> list[str]:
    said = []
    if apart.kept < 1:
        said.append(f"{1 - apart.kept:.3g} of people are lost before the outcome is known, as many in each group.")
    if apart.reached < 1:
        said.append(
            f"Everyone is counted where they were put, and what sets them apart reaches {apart.reached:.3g} of them. "
            "The change named is that in those who get it."
        )
    if apart.outcomes > 1:
        said.append(f"The risk of a false alarm is shared by {apart.outcomes} outcomes (Bonferroni).")
    return said

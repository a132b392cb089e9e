"""What a calculator of power found, in sentences: a short answer first, then what it rests on.

The command line and the window show the same words, so they are made here and not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from thinking_professionals.calculators.power.form import POWER, Amount, Calculator
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.report.compose.power_guesses import other_guesses


@dataclass(frozen=True, slots=True)
class PowerWords:
    """`answer` begins with the sentence that answers what was asked; the rest of it follows from that."""

    answer: tuple[str, ...]
    guesses: tuple[str, ...]
    """What would come out if the guesses it rests on were lower or higher."""
    method: str
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def power_words(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> PowerWords:
    """Sentences for a result that was worked out from `given`."""
    method = next(one for one in calculator.methods if one.name == result.method)
    return PowerWords(
        answer=tuple(_answer(calculator, given, result)),
        guesses=tuple(other_guesses(calculator, given, result.method, in_short)),
        method=f"{method.what[0].upper()}{method.what[1:]} ({method.source}).",
        assumptions=result.assumptions,
        warnings=result.warnings,
    )


def say_chance(share: float) -> str:
    """`80%`, or `82.5%`; never nought or a hundred, since nothing is certain."""
    if share >= 0.9995:
        return "more than 99.9%"
    return f"{100 * share:.3g}%" if share >= 0.0005 else "less than 0.1%"


def say_amount(amount: float) -> str:
    """To three digits, written out: `0.0224`, `1,570`."""
    return f"{Decimal(f'{amount:.3g}'):,f}"


def in_short(calculator: Calculator, result: PowerResult) -> str:
    """What was worked out, as part of a sentence."""
    if result.solved == "sample":
        return f"you need {say_size(calculator, result)}"
    if result.margin is not None:
        return f"you come within {say_amount(result.margin)}"
    if result.solved == "power":
        return f"the chance is {_chance(result)}"
    return f"the smallest change is {_change(result)}"


def say_size(calculator: Calculator, result: PowerResult) -> str:
    """`394 people in each group, 788 in all`; empty where the result counts nothing."""
    if result.clusters_total is not None:
        return _clusters(result)
    if result.pairs is not None:
        return f"{result.pairs:,} pairs"
    return _people(calculator.counted, result)


def _clusters(result: PowerResult) -> str:
    each, in_all = result.clusters_per_arm, result.clusters_total
    alone = each is None or each == in_all  # both sides are in each, or only one side has any
    said = f"{in_all:,} areas or teams" if alone else f"{each:,} areas or teams in each group, {in_all:,} in all"
    return said if result.n_total is None else f"{said} ({result.n_total:,} people)"


def _people(counted: str, result: PowerResult) -> str:
    each, first, second, in_all = result.n_per_arm, result.n1, result.n2, result.n_total
    total = f", {in_all:,} in all" if in_all is not None else ""
    if first is not None and second is not None and first != second:
        return f"{first:,} {counted} in the first group and {second:,} in the second{total}"
    if each is not None and each != in_all:
        return f"{each:,} {counted} in each group{total}"
    return f"{in_all:,} {counted}" if in_all is not None else ""


def _answer(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> Iterator[str]:
    wanted = _wanted(given)
    yield _first(calculator, wanted, result)
    if result.solved == "power" and result.mdes is not None:
        yield f"For a chance of {wanted} the change would have to be {_change(result)}."
    if result.floor:
        floor = say_amount(result.floor)
        yield f"However many people you add to the same areas or teams, no change below {floor} can be seen."
    if result.design_effect is not None and result.design_effect > 1:
        times = say_amount(result.design_effect)
        yield f"That takes {times} times as many people as it would if each were drawn alone."
    if result.mdes is not None:
        yield f"Changes are given as {calculator.effect}."


def _first(calculator: Calculator, wanted: str, result: PowerResult) -> str:
    size = say_size(calculator, result)
    begun = f"You need {size}" if result.solved == "sample" else f"With {size or 'that'},"
    if result.margin is not None:
        near = f"within {say_amount(result.margin)} of the truth either way."
        return f"{begun} to come {near}" if result.solved == "sample" else f"{begun} you come {near}"
    if result.solved == "power":
        return f"{begun} the chance to see that change, if it is there, is {_chance(result)}."
    if result.solved == "sample":
        return f"{begun}, for a chance of {wanted} to see a change of {_change(result)}, if it is there."
    return f"{begun} the smallest change that you could see with a chance of {wanted} is {_change(result)}."


def _chance(result: PowerResult) -> str:
    assert result.power is not None  # it is what was worked out
    return say_chance(result.power)


def _change(result: PowerResult) -> str:
    return "that size" if result.mdes is None else say_amount(result.mdes)


def _wanted(given: Mapping[str, Amount]) -> str:
    """The chance of seeing the change that was asked for, in words."""
    wanted = given.get(POWER.name, POWER.default)
    assert isinstance(wanted, float | int)  # the form takes no list there
    return say_chance(wanted)

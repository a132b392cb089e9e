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


def in_short(result: PowerResult) -> str:
    """What was worked out, as part of a sentence."""
    if result.solved == "sample":
        return f"you need {say_size(result)}"
    if result.margin is not None:
        return f"you come within {say_amount(result.margin)}"
    if result.solved == "power" or result.mdes is None:
        return f"the chance is {say_chance(result.power or 0)}"
    return f"the smallest change is {say_amount(result.mdes)}"


def say_size(result: PowerResult) -> str:
    """`394 people in each group, 788 in all`; empty where the result counts nothing."""
    return _clusters(result) if result.clusters_total is not None else _people(result)


def _clusters(result: PowerResult) -> str:
    each, in_all = result.clusters_per_arm, f"{result.clusters_total:,}"
    said = f"{in_all} areas or teams" if each is None else f"{each:,} areas or teams in each group, {in_all} in all"
    return said if result.n_total is None else f"{said} ({result.n_total:,} people)"


def _people(result: PowerResult) -> str:
    in_all = f", {result.n_total:,} in all" if result.n_total is not None else ""
    if result.pairs is not None:
        return f"{result.pairs:,} pairs"
    if result.n_per_arm is not None:
        return f"{result.n_per_arm:,} people in each group{in_all}"
    if result.n1 is not None and result.n2 is not None:
        return f"{result.n1:,} people in the first group and {result.n2:,} in the second{in_all}"
    return f"{result.n_total:,} people" if result.n_total is not None else ""


def _answer(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> Iterator[str]:
    wanted = _wanted(given)
    yield _first(wanted, result)
    if result.solved == "power" and result.mdes is not None:
        yield f"For a chance of {wanted} the change would have to be {say_amount(result.mdes)}."
    if result.floor is not None:
        floor = say_amount(result.floor)
        yield f"However many people you add to the same areas or teams, no change below {floor} can be seen."
    if result.design_effect is not None:
        yield (
            "People in the same area or team are alike, so each tells less than one who stands alone: "
            f"it takes {say_amount(result.design_effect)} times as many."
        )
    if result.mdes is not None:
        yield f"Changes are measured in {calculator.effect}."


def _first(wanted: str, result: PowerResult) -> str:
    needed = f"You need {say_size(result)}" if result.solved == "sample" else _with(result)
    if result.margin is not None:
        return f"{needed} to come within {say_amount(result.margin)} of the truth either way."
    if result.solved == "power" or result.mdes is None:
        return f"{needed} the chance to see that change, if it is there, is {say_chance(result.power or 0)}."
    change = say_amount(result.mdes)
    if result.solved == "sample":
        return f"{needed}, for a chance of {wanted} to see a change of {change}, if it is there."
    return f"{needed} the smallest change that you could see with a chance of {wanted} is {change}."


def _with(result: PowerResult) -> str:
    size = say_size(result)
    return f"With {size}," if size else "With that,"


def _wanted(given: Mapping[str, Amount]) -> str:
    """The chance of seeing the change that was asked for, in words."""
    wanted = given.get(POWER.name, POWER.default)
    assert isinstance(wanted, float | int)  # the form takes no list there
    return say_chance(wanted)

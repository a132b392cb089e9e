"""What the tests of every calculator share: inputs drawn at random, and what must be true of any answer.

`log_uniform` draws what two implementations are set beside each other on. `box` draws from all that a form accepts, its
ends and what people would never mean included, and `answer` holds whatever comes back to the promise: a figure, or a
reason.
"""

from __future__ import annotations

import math
import shlex
from collections.abc import Iterator
from typing import Any

import numpy as np

from thinking_professionals.calculators.power.form import COMMON, FINEST, Amount, Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import ANY, run

FAR = 1e9
"""Where an end that is open is cut off."""

COUNTS = {"n_per_arm", "n1", "n2", "n_total", "pairs", "clusters_per_arm", "clusters_total"}
SAMPLES = {
    "n": ("n_per_arm", "n1", "n_total"),
    "n1": ("n1",),
    "n_total": ("n_total",),
    "pairs": ("pairs",),
    "k": ("clusters_per_arm",),
    "k_total": ("clusters_total",),
}
"""Where the answer to a field that asks for a sample stands in `exact`."""


def log_uniform(rng: np.random.Generator, low: float, high: float) -> float:
    """As likely between 1 and 10 as between 10 and 100."""
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def by_statsmodels(test: Any, effect: float, n: float, alpha: float, sides: int, **more: float) -> float:
    """Power by one of its t or normal tests, which say NaN where the far tail is nothing: then of the near one."""
    power = test.power(effect, n, alpha, alternative="larger" if sides == 1 else "two-sided", **more)
    return float(test.power(effect, n, alpha / sides, alternative="larger", **more) if math.isnan(power) else power)


def example(calculator: Calculator) -> dict[str, Amount]:
    """The options of the example, read as the command line reads them; a method is left out."""
    words = shlex.split(calculator.example)
    given = {
        name.removeprefix("--").replace("-", "_"): text for name, text in zip(words[::2], words[1::2], strict=True)
    }
    kinds = {field.name: field.kind for field in fields(calculator)}
    return {name: _amount(kinds[name], text) for name, text in given.items() if name != "method"}


def _amount(kind: str, text: str) -> Amount:
    return tuple(float(part) for part in text.split(",")) if kind == "list" else float(text)


def fields(calculator: Calculator) -> tuple[Field, ...]:
    """All that can be given to it."""
    return (*calculator.fields, *COMMON, *ANY)


def box(calculator: Calculator, times: int, seed: int = 7) -> Iterator[tuple[dict[str, Amount], str]]:
    """What could be given, with a method: by turns what the example gives and some more, and any mix at all."""
    rng = np.random.default_rng(seed)
    asked = fields(calculator)
    for turn in range(times):
        names = set(example(calculator)) if turn % 2 else set()
        names |= set(rng.permuted([each.name for each in asked])[: int(rng.integers(6))])
        if rng.random() < 0.8:
            names = settled(calculator, names, rng)
        given = {each.name: draw(each, rng) for each in asked if each.name in names}
        yield given, calculator.methods[int(rng.integers(len(calculator.methods)))].name


def settled(calculator: Calculator, names: set[str], rng: np.random.Generator) -> set[str]:
    """The names without those that the form says contradict each other, and with those that they call for."""
    for ways in calculator.either:
        used = [set(way.split()) for way in ways if names & set(way.split())]
        kept = used[int(rng.integers(len(used)))] if used else set()
        names = names - set().union(*used) | (names & kept)
    for several in calculator.together:
        names = names | set(several) if names & set(several) else names
    return names


def draw(field: Field, rng: np.random.Generator) -> Amount:
    """Something that the field accepts."""
    if field.kind == "list":
        return tuple(_one(field, rng) for _ in range(int(rng.integers(1, 12))))
    return _one(field, rng)


def _one(field: Field, rng: np.random.Generator) -> float:
    low, high = max(field.least, -FAR), min(field.most, FAR)
    amount = min(high, max(low, _anywhere(low, high, rng)))
    if field.kind == "whole":
        amount = float(round(amount))
    if field.strict and amount in (low, high):
        step = 1 if field.kind == "whole" else FINEST
        amount += step if amount == low else -step
    field.read(amount)  # what is drawn outside the bounds would test nothing
    return amount


def _anywhere(low: float, high: float, rng: np.random.Generator) -> float:
    """Close to an end, at it, or anywhere between; where there is room, more often of the sizes that people mean."""
    way = rng.random()
    if way < 0.1:
        return low if way < 0.05 else high
    if high - low <= 1000:
        near = (high - low) * log_uniform(rng, 1e-9, 1)
        return low + near if way < 0.4 else high - near if way < 0.5 else rng.uniform(low, high)
    size = log_uniform(rng, 1e-9, high - low) if way < 0.3 else log_uniform(rng, 0.05, 2000)
    return max(low, 0.0) + size if low >= 0 or way < 0.75 else -size


def answer(calculator: Calculator, given: dict[str, Amount], method: str | None = None) -> PowerResult | None:
    """The answer, found to be sound, or nothing where it is refused with a reason; anything else fails."""
    try:
        result = run(calculator, given, method)
        sound(calculator, result)
    except Refused as why:
        assert_says_why(str(why))
        return None
    except Exception as fault:
        fault.add_note(f"{calculator.name} by {method} of {given}")
        raise
    return result


def assert_says_why(text: str) -> None:
    """A sentence that begins as one, ends as one, and holds nothing of the machine."""
    assert text[:1].isupper(), text
    assert text.endswith((".", "?")), text
    assert not {"None", "nan", "inf", "Error"} & set(text.replace(".", " ").split()), text


def sound(calculator: Calculator, result: PowerResult) -> None:
    """Fails unless every figure is one that could be: finite, not below zero, whole where it counts."""
    sizes = {name: getattr(result, name) for name in (*COUNTS, "power", "mdes", "margin", "floor", "design_effect")}
    for name, size in {**sizes, **{f"exact {name}": size for name, size in result.exact.items()}}.items():
        assert size is None or (math.isfinite(size) and size >= 0), f"{name} is {size}"
    assert result.power is None or result.power <= 1
    assert all(isinstance(sizes[name], int | None) for name in COUNTS)
    for name in result.exact.keys() & COUNTS:
        assert sizes[name] is None or sizes[name] >= result.exact[name] * (1 - 1e-8) - 1e-8, f"{name} is rounded down"
    assert result.name == calculator.name
    assert result.method in {method.name for method in calculator.methods}


def fed_back(
    calculator: Calculator, given: dict[str, Amount], method: str | None, result: PowerResult
) -> PowerResult | None:
    """What comes out when the sample that was worked out goes in; nothing where its form has no place for it."""
    for field in calculator.fields:
        sample = next((result.exact[name] for name in SAMPLES.get(field.name, ()) if name in result.exact), None)
        if field.role == "sample" and field.name not in given and sample is not None:
            size = math.ceil(sample - 1e-9 * sample) if field.kind == "whole" else sample
            return answer(calculator, {**given, field.name: size}, method)
    return None

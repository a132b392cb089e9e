"""What is promised of every calculator, whatever it is for."""

from __future__ import annotations

import inspect

import pytest

from tests.calculators.power.grid import COUNTS, answer, box, example, fed_back, fields
from tests.sizes import POWER_BOX
from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import Amount, Calculator

WATCHED = {"progress", "cancelled"}
"""What the window may give besides, to a calculator that takes a while."""
each = pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)


def test_no_two_have_the_same_name() -> None:
    assert len(BY_NAME) == len(CALCULATORS)


@each
def test_its_example_runs(calculator: Calculator) -> None:
    assert answer(calculator, example(calculator)) is not None


@each
def test_every_method_answers_its_example_or_says_why_not(calculator: Calculator) -> None:
    results = [answer(calculator, example(calculator), method.name) for method in calculator.methods]
    assert [result.method for result in results if result] == [
        method.name for method, result in zip(calculator.methods, results, strict=True) if result
    ]


@each
def test_its_form_asks_for_what_it_takes(calculator: Calculator) -> None:
    names = [field.name for field in calculator.fields]
    takes = inspect.signature(calculator.work).parameters
    assert len(set(names)) == len(names)
    assert {*names, "alpha", "sides", "power", "method"} == set(takes) - WATCHED


@each
def test_it_says_what_it_is_in_plain_words(calculator: Calculator) -> None:
    said = [calculator.title, calculator.about, calculator.effect, *(field.label for field in calculator.fields)]
    said += [text for method in calculator.methods for text in (method.what, method.source, method.reference)]
    assert all(text.strip() for text in said)


@each
def test_its_defaults_are_what_its_form_says(calculator: Calculator) -> None:
    takes = inspect.signature(calculator.work).parameters
    for field in fields(calculator):
        if field.default is not None and field.name in takes:
            assert takes[field.name].default == field.default


@each
def test_whatever_it_is_given_it_answers_soundly_or_says_why_not(calculator: Calculator) -> None:
    answers = [answer(calculator, given, method) for given, method in box(calculator, POWER_BOX)]
    assert len([result for result in answers if result]) > POWER_BOX / 20, "so that not everything is refused"


@each
def test_the_sample_that_it_works_out_gives_the_power_wanted(calculator: Calculator) -> None:
    for given, method in box(calculator, POWER_BOX, seed=8):
        result = answer(calculator, given, method)
        if result and result.solved == "sample" and (back := fed_back(calculator, given, method, result)):
            assert back.power is not None
            assert result.power is not None
            assert back.power >= result.power - 1e-6, f"{given} by {method}"


@each
@pytest.mark.parametrize(
    "worse", [{"attrition": 0.2}, {"take_up": 0.8}, {"contamination": 0.1}, {"outcomes": 3}, {"alpha": 0.01}], ids=str
)
def test_what_makes_it_harder_never_makes_it_easier(calculator: Calculator, worse: dict[str, Amount]) -> None:
    plain, harder = (answer(calculator, {**example(calculator), **more}) for more in ({}, worse))
    assert plain
    if harder and plain.power is not None:
        assert harder.power is not None
        assert harder.power <= plain.power + 1e-9
    for name in COUNTS & plain.exact.keys() & (harder.exact.keys() if harder else set()):
        assert harder.exact[name] >= plain.exact[name] * (1 - 1e-9)

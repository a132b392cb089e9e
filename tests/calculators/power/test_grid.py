"""What looks at every calculator sees a fault where one is planted."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tests.calculators.power.grid import answer, box, fed_back, fields, sound
from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.calculators.power.means import CALCULATOR, means
from thinking_professionals.calculators.power.result import PowerResult

GOOD = means(d=0.2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"power": 1.1},
        {"power": math.nan},
        {"mdes": -0.1},
        {"mdes": math.inf},
        {"n1": 3.5},
        {"n1": 3},
        {"exact": {"n1": -1.0}},
        {"exact": {"anything": math.nan}},
        {"name": "other"},
        {"method": "other"},
    ],
    ids=str,
)
def test_a_figure_that_could_not_be_is_seen(wrong: dict[str, object]) -> None:
    sound(CALCULATOR, GOOD)
    with pytest.raises(AssertionError):
        sound(CALCULATOR, replace(GOOD, **wrong))


def failing(fault: Exception) -> Calculator:
    """A calculator that always raises this."""

    def work(**_: object) -> PowerResult:
        raise fault

    return replace(CALCULATOR, work=work)


def test_what_is_no_refusal_is_seen_and_told_with_what_was_given() -> None:
    with pytest.raises(ZeroDivisionError) as seen:
        answer(failing(ZeroDivisionError()), {"d": 0.123})
    assert "0.123" in str(seen.value.__notes__)


def test_all_that_can_be_given_is_given_sooner_or_later_and_left_out_too() -> None:
    drawn = [set(given) for given, _ in box(CALCULATOR, 400)]
    for field in fields(CALCULATOR):
        assert any(field.name in names for names in drawn)
        assert any(field.name not in names for names in drawn)
    assert {method for _, method in box(CALCULATOR, 50)} == {method.name for method in CALCULATOR.methods}


def test_what_is_drawn_is_the_same_each_time() -> None:
    assert list(box(CALCULATOR, 20)) == list(box(CALCULATOR, 20))


def test_the_sample_goes_back_into_the_place_it_has_in_the_form() -> None:
    back = fed_back(CALCULATOR, {"d": 0.2}, "t", GOOD)
    assert back is not None
    assert (back.solved, back.power) == ("power", pytest.approx(0.8))

"""A test on one number works out what is left out, and says why where it cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.single import Single

SINGLE = Single(
    name="means",
    method="t",
    power=lambda effect, n: effect * n / (1 + effect * n),
    wanted=0.8,
    least=2,
    too_few="Too few people.",
    counts={"n_per_arm": 1, "n_total": 3},
    assumptions=(),
)


def test_the_sample_is_rounded_up_and_counted_in_every_group() -> None:
    result = SINGLE.answer(0.3, None)
    assert (result.solved, result.n_per_arm, result.n_total, result.power, result.mdes) == ("sample", 14, 42, 0.8, 0.3)
    assert result.exact["n_total"] == pytest.approx(40)


def test_the_effect_is_worked_out_from_the_number() -> None:
    result = SINGLE.answer(None, 8)
    assert (result.solved, result.power) == ("effect", 0.8)
    assert result.mdes == pytest.approx(0.5)


def test_power_is_worked_out_from_both_and_the_smallest_effect_beside_it() -> None:
    result = SINGLE.answer(-1, 8)
    assert (result.solved, result.power) == ("power", pytest.approx(8 / 9))
    assert result.mdes == pytest.approx(0.5)


def test_what_even_the_largest_effect_does_not_reach_is_left_out_beside_power_and_refused_alone() -> None:
    bounded = replace(SINGLE, largest=0.4)
    assert bounded.answer(0.1, 8).mdes is None
    with pytest.raises(Refused):
        bounded.answer(None, 8)


@pytest.mark.parametrize(("effect", "n"), [(None, None), (0, None), (0, 10), (0.3, 1.9), (None, 1)])
def test_nothing_to_go_by_is_refused(effect: float | None, n: float | None) -> None:
    with pytest.raises(Refused):
        SINGLE.answer(effect, n)


def test_what_rounding_takes_off_the_fewest_people_is_let_pass() -> None:
    assert SINGLE.answer(0.3, 2 / 0.7 * 0.7 * (1 - 1e-15)).n_per_arm == 2

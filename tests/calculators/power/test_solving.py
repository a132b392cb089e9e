"""What just reaches the power wanted is found, wherever it lies; what never does is refused."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import (
    MOST,
    smallest,
    smallest_whole,
    smallest_within,
    whole,
)


def rising(halfway: float, steep: float = 1) -> Callable[[float], float]:
    """From 0 to 1, at 0.5 where `halfway` says."""
    return lambda x: x**steep / (x**steep + halfway**steep)


def test_what_is_found_has_the_power_wanted_however_small_or_large_it_is() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        halfway, steep = log_uniform(rng, 1e-15, 1e9), log_uniform(rng, 0.5, 20)
        assert smallest(rising(halfway, steep), 0.5, 0.0, "Never.") == pytest.approx(halfway, rel=1e-9)


@pytest.mark.parametrize("jump", [2.5, 3, 117.3, 1234.5, 1e9])
def test_of_a_jump_in_power_the_far_side_is_found(jump: float) -> None:
    found = smallest(lambda x: float(x > jump), 0.8, 2.0, "Never.")
    assert found == pytest.approx(jump, rel=1e-9)
    assert found > jump


def test_where_the_least_is_enough_it_is_the_answer() -> None:
    assert smallest(rising(1), 0.8, 50.0, "Never.") == 50.0


@pytest.mark.parametrize("most", [10.0, MOST])
def test_what_never_reaches_it_is_refused_with_the_reason_given(most: float) -> None:
    with pytest.raises(Refused, match="More clusters"):
        smallest(lambda x: 0.7 * x / (1 + x), 0.8, 2.0, "More clusters would help.", most)


def test_what_is_reached_only_beyond_the_most_is_refused() -> None:
    power_at = rising(100)
    with pytest.raises(Refused):
        smallest(power_at, 0.5, 1.0, "Never.", 99.0)
    assert smallest(power_at, 0.5, 1.0, "Never.", 101.0) == pytest.approx(100)


@pytest.mark.parametrize(
    ("amount", "count"), [(393.406, 394), (64.0, 64), (64.0000000000001, 64), (64.00001, 65), (0.0, 0), (1e-3, 1)]
)
def test_half_a_person_is_a_person_more_but_rounding_error_is_not(amount: float, count: int) -> None:
    assert whole(amount) == count


def test_a_count_is_never_below_what_it_counts_nor_a_person_above_it() -> None:
    rng = np.random.default_rng(2)
    for _ in range(POWER_GRID):
        amount = log_uniform(rng, 1, MOST)
        assert amount * (1 - 1e-13) - 1e-8 <= whole(amount) < amount + 1
        assert whole(float(math.floor(amount))) == math.floor(amount)


def test_within_bounds_it_is_found_or_said_not_to_be_there() -> None:
    assert smallest_within(rising(3), 0.5, 10) == pytest.approx(3)
    assert smallest_within(rising(3), 0.5, 2) is None


def saw(numbers: np.ndarray) -> np.ndarray:
    """Rises with the number, and falls back at every seventh."""
    return numbers / (numbers + 50) - 0.04 * (numbers % 7 == 0)


@pytest.mark.parametrize("wanted", [0.3, 0.5, 0.6, 0.8, 0.95])
def test_of_a_saw_the_number_from_which_on_it_is_enough_is_found(wanted: float) -> None:
    numbers = np.arange(1, 100_000)
    last_short = int(numbers[saw(numbers) < wanted][-1])
    assert smallest_whole(saw, wanted, 1, "Never.", most=100_000, ahead=2_000) == last_short + 1


def test_of_a_saw_that_stays_below_it_is_refused() -> None:
    with pytest.raises(Refused):
        smallest_whole(saw, 0.999, 1, "Never.", most=1000, ahead=10)

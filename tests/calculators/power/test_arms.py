"""The numbers of two groups, however they are given."""

from __future__ import annotations

import pytest

from thinking_professionals.calculators.power.arms import sizes_given, told
from thinking_professionals.calculators.power.refusal import Refused


def test_the_second_group_follows_from_the_first_and_the_first_from_the_second() -> None:
    assert sizes_given(None, None, None, 2) is None
    assert sizes_given(100, None, None, 2) == (100, 200)
    assert sizes_given(None, 100, None, 2) == (100, 200)
    assert sizes_given(None, None, 100, 2) == (50, 100)
    assert sizes_given(None, 100, 30, 1) == (100, 30)
    assert sizes_given(None, 100, 30, 0.3) == (100, 30)


def test_numbers_that_say_another_ratio_are_refused() -> None:
    with pytest.raises(Refused):
        sizes_given(None, 100, 30, 2)


def test_counts_are_rounded_up_group_by_group() -> None:
    assert told((10.2, 20.2))["n_total"] == 11 + 21
    assert told((10.2, 20.2))["exact"] == {"n1": 10.2, "n2": 20.2, "n_total": 30.4}
    assert told((10.2, 10.2))["n_per_arm"] == 11

"""One group against a known figure, set beside statsmodels and studies done many times over."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower, TTestPower

from tests.calculators.power.grid import by_statsmodels, log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.one_mean import CALCULATOR, one_mean
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def theirs(method: str, d: float, n: float, alpha: float, sides: int) -> float:
    """By statsmodels, of which a ratio of 0 makes one group of two."""
    if method == "t":
        return by_statsmodels(TTestPower(), d, n, alpha, sides)
    return by_statsmodels(NormalIndPower(), d, n, alpha, sides, ratio=0)


@pytest.mark.parametrize("method", ["t", "normal"])
def test_power_sample_and_effect_are_those_of_statsmodels(method: str) -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        n, alpha, sides = log_uniform(rng, 3, 1e6), log_uniform(rng, 1e-5, 0.3), int(rng.integers(1, 3))
        d = log_uniform(rng, 0.01, 8) / math.sqrt(n)
        given: dict[str, Any] = {"alpha": alpha, "sides": sides, "method": method}
        assert one_mean(d=d, n=n, **given).power == pytest.approx(theirs(method, d, n, alpha, sides), rel=1e-6)
        effect = one_mean(n=n, power=0.7, **given).mdes
        assert theirs(method, effect, n, alpha, sides) == pytest.approx(0.7, rel=1e-6)
        size = one_mean(d=d, power=0.7, **given).exact["n_total"]
        assert size == 2 or theirs(method, d, size, alpha, sides) == pytest.approx(0.7, rel=1e-6)


def test_power_agrees_with_studies_done_many_times_over() -> None:
    rng, times = studies(1)
    found = stats.ttest_1samp(rng.normal(0.8, 1, (times, 9)), 0, axis=1).pvalue < 0.05
    assert_simulated(found, one_mean(d=0.8, n=9).power)


def test_the_sample_is_a_total() -> None:
    result = one_mean(d=0.5)
    assert (result.n_total, result.n_per_arm, result.pairs) == (34, None, None)


@pytest.mark.parametrize("given", [{}, {"d": 0}, {"d": 0.3, "n": 1}, {"n": 0}, {"d": 1e-12}], ids=str)
def test_what_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)

"""Shares of kinds, set beside statsmodels, the normal test and tables drawn many times over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from statsmodels.stats.power import GofChisquarePower

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.chi_squared import CALCULATOR, chi_squared
from thinking_professionals.calculators.power.one_mean import one_mean
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def test_power_sample_and_effect_are_those_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    theirs = GofChisquarePower()
    for _ in range(POWER_GRID):
        df, alpha = round(log_uniform(rng, 1, 200)), log_uniform(rng, 1e-5, 0.3)
        n = log_uniform(rng, 2 * (df + 1), 1e6)
        w = log_uniform(rng, 0.1, 8) / math.sqrt(n)
        ours = chi_squared(w=w, df=df, n=n, alpha=alpha).power
        assert ours == pytest.approx(theirs.power(w, n, alpha, df + 1), rel=1e-6)
        effect = chi_squared(df=df, n=n, alpha=alpha, power=0.7).mdes
        assert theirs.power(effect, n, alpha, df + 1) == pytest.approx(0.7, rel=1e-6)
        size = chi_squared(w=w, df=df, alpha=alpha, power=0.7).exact["n_total"]
        assert size == df + 1 or theirs.power(w, size, alpha, df + 1) == pytest.approx(0.7, rel=1e-6)


def test_one_degree_is_the_two_sided_normal_test() -> None:
    for w in (0.05, 0.3, 0.9):
        ours = chi_squared(w=w).exact["n_total"]
        assert ours == pytest.approx(one_mean(d=w, method="normal").exact["n_total"], rel=1e-9)


def test_power_is_near_that_of_counts_drawn_many_times_over() -> None:
    rng = np.random.default_rng(2)
    expected, true = np.array([0.25, 0.25, 0.25, 0.25]), np.array([0.28, 0.26, 0.25, 0.21])
    n, times = 1000, 20_000
    counts = rng.multinomial(n, true, times)
    statistic = np.sum((counts - n * expected) ** 2 / (n * expected), axis=1)
    w = math.sqrt(np.sum((true - expected) ** 2 / expected))
    assert np.mean(statistic > 7.814728) == pytest.approx(chi_squared(w=w, df=3, n=n).power, abs=0.015)


def test_few_people_for_each_kind_are_warned_of() -> None:
    assert chi_squared(w=0.5, df=9, n=49).warnings
    assert not chi_squared(w=0.5, df=9, n=50).warnings


@pytest.mark.parametrize(
    "given",
    [{}, {"w": 0}, {"w": -0.1}, {"w": 0.3, "df": 0}, {"w": 0.3, "df": 5, "n": 5}, {"w": 0.3, "sides": 1}],
    ids=str,
)
def test_what_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)

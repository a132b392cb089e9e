"""Pairs compared on a mean, set beside statsmodels and studies done many times over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import TTestPower

from tests.calculators.power.grid import by_statsmodels, log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.one_mean import one_mean
from thinking_professionals.calculators.power.paired_means import CALCULATOR, paired_means
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def test_power_is_that_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        pairs, alpha, correlation = log_uniform(rng, 3, 1e6), log_uniform(rng, 1e-5, 0.3), rng.uniform(-0.9, 0.99)
        sd, shift = log_uniform(rng, 1e-3, 1e3), log_uniform(rng, 0.01, 8)
        dz = shift / math.sqrt(pairs)
        difference = dz * sd * math.sqrt(2 - 2 * correlation)
        theirs = by_statsmodels(TTestPower(), dz, pairs, alpha, 2)
        given = {"sd": sd, "correlation": correlation, "pairs": pairs, "alpha": alpha}
        assert paired_means(dz=dz, pairs=pairs, alpha=alpha).power == pytest.approx(theirs, rel=1e-6)
        assert paired_means(difference=difference, **given).power == pytest.approx(theirs, rel=1e-6)


def test_power_agrees_with_studies_done_many_times_over() -> None:
    rng, times = studies(2)
    first, second = rng.multivariate_normal([10, 11], [[4, 2.4], [2.4, 4]], (times, 15)).transpose(2, 0, 1)
    found = stats.ttest_rel(first, second, axis=1).pvalue < 0.05
    assert_simulated(found, paired_means(difference=1, sd=2, correlation=0.6, pairs=15).power)


@pytest.mark.parametrize("method", ["t", "normal"])
def test_pairs_are_one_group_of_differences(method: str) -> None:
    assert paired_means(dz=0.3, method=method).exact["pairs"] == one_mean(d=0.3, method=method).exact["n_total"]


def test_the_smallest_change_is_in_own_units_where_the_spread_is_given() -> None:
    dz = paired_means(pairs=40).mdes
    assert paired_means(pairs=40, sd=10, correlation=0.5).mdes == pytest.approx(10 * dz)
    assert paired_means(difference=3, sd=10, correlation=0.5).mdes == 3


def test_pairs_that_are_more_alike_take_fewer() -> None:
    sizes = [paired_means(difference=2, sd=10, correlation=r).exact["pairs"] for r in (-0.5, 0, 0.5, 0.9)]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"dz": 0},
        {"dz": 0.3, "difference": 3, "sd": 10, "correlation": 0.5},
        {"dz": 0.3, "sd": 10, "correlation": 0.5},
        {"difference": 3},
        {"difference": 3, "sd": 10},
        {"difference": 3, "correlation": 0.5},
        {"difference": 3, "sd": 10, "correlation": 1},
        {"dz": 0.3, "pairs": 1},
    ],
    ids=str,
)
def test_what_contradicts_itself_or_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)

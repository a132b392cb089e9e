"""A correlation, set beside statsmodels, scipy and studies done many times over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import FTestPowerF2, normal_power

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.correlation import CALCULATOR, correlation
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


@pytest.mark.parametrize(("n", "r"), [(5, 0.8), (10, 0.6), (30, 0.4), (100, 0.25)])
def test_the_exact_method_agrees_with_studies_done_many_times_over(n: int, r: float) -> None:
    rng, times = studies(1)
    one, luck = rng.standard_normal((2, times, n))
    other = r * one + math.sqrt(1 - r**2) * luck
    found = stats.pearsonr(one, other, axis=1).pvalue < 0.05
    assert_simulated(found, correlation(r=r, n=n).power)


def test_the_t_method_agrees_with_studies_in_which_one_number_is_set_beforehand() -> None:
    rng, times = studies(2)
    one, r = np.linspace(-1, 1, 20), 0.5
    slope = r / math.sqrt(1 - r**2) / np.std(one)
    other = slope * one + rng.standard_normal((times, 20))
    found = stats.pearsonr(np.broadcast_to(one, other.shape), other, axis=1).pvalue < 0.05
    assert_simulated(found, correlation(r=r, n=20, method="t").power)


def test_the_t_method_is_that_of_statsmodels_for_one_predictor() -> None:
    rng = np.random.default_rng(3)
    for _ in range(POWER_GRID):
        n, alpha = log_uniform(rng, 5, 1e6), log_uniform(rng, 1e-5, 0.3)
        r = math.tanh(log_uniform(rng, 0.05, 6) / math.sqrt(n))
        theirs = FTestPowerF2().power(r**2 / (1 - r**2), 1, n - 2, alpha)
        assert correlation(r=r, n=n, alpha=alpha, method="t").power == pytest.approx(theirs, rel=1e-6)


def test_the_fisher_method_is_the_normal_test_of_fishers_z() -> None:
    rng = np.random.default_rng(4)
    for _ in range(POWER_GRID):
        n, alpha = log_uniform(rng, 5, 1e6), log_uniform(rng, 1e-5, 0.3)
        r = math.tanh(log_uniform(rng, 0.05, 6) / math.sqrt(n))
        theirs = normal_power(np.arctanh(r), n - 3, alpha)
        assert correlation(r=r, n=n, alpha=alpha, method="fisher").power == pytest.approx(theirs, rel=1e-6)


@pytest.mark.parametrize(("r", "people"), [(0.1, 782), (0.3, 84), (0.5, 29)])
def test_the_exact_method_gives_the_printed_numbers(r: float, people: int) -> None:
    assert correlation(r=r).n_total == people


@pytest.mark.parametrize("method", ["exact", "t", "fisher"])
def test_what_is_worked_out_has_the_power_wanted(method: str) -> None:
    for r in (0.003, 0.05, 0.3, 0.8):
        size = correlation(r=r, method=method).exact["n_total"]
        assert correlation(r=r, n=size, method=method).power == pytest.approx(0.8, rel=1e-9)
        assert correlation(n=size, method=method).mdes == pytest.approx(r, rel=1e-6)


@pytest.mark.parametrize("method", ["exact", "t", "fisher"])
def test_a_stronger_relation_and_more_people_never_lower_power(method: str) -> None:
    powers = [
        [correlation(r=r, n=n, method=method).power for r in (1e-6, 0.01, 0.1, 0.5, 0.9, 0.999)]
        for n in (4, 5, 10, 100, 1e4, 1e7)
    ]
    assert np.all(np.diff(powers, axis=0) >= -1e-9)
    assert np.all(np.diff(powers, axis=1) >= -1e-9)


def test_which_way_they_go_together_does_not_matter() -> None:
    assert correlation(r=-0.3).exact == correlation(r=0.3).exact


def test_a_smallest_correlation_beyond_one_is_not_named() -> None:
    given = {"n": 8, "take_up": 0.5}
    assert run(CALCULATOR, {"r": 0.5, **given}).mdes is None
    with pytest.raises(Refused):
        run(CALCULATOR, given)


@pytest.mark.parametrize("given", [{}, {"r": 0}, {"r": 1}, {"r": -1}, {"r": 0.5, "n": 3}, {"r": 2}], ids=str)
def test_what_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)

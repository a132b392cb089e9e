"""All predictors of a regression together, set beside statsmodels, the t test and regressions done many times over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import FTestPowerF2

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.correlation import correlation
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.regression import CALCULATOR, regression
from thinking_professionals.calculators.power.running import run


def theirs(f2: float, predictors: int, n: float, alpha: float) -> float:
    """By statsmodels."""
    return float(FTestPowerF2().power(f2, predictors, n - predictors - 1, alpha))


def test_power_sample_and_effect_are_those_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        predictors, alpha = round(log_uniform(rng, 1, 100)), log_uniform(rng, 1e-5, 0.3)
        n = predictors + log_uniform(rng, 3, 1e5)
        f2 = log_uniform(rng, 0.01, 60) / n
        given = {"predictors": predictors, "alpha": alpha}
        assert regression(f2=f2, n=n, **given).power == pytest.approx(theirs(f2, predictors, n, alpha), rel=1e-6)
        effect = regression(n=n, power=0.7, **given).mdes
        assert theirs(effect, predictors, n, alpha) == pytest.approx(0.7, rel=1e-6)
        size = regression(f2=f2, power=0.7, **given).exact["n_total"]
        assert size == predictors + 2 or theirs(f2, predictors, size, alpha) == pytest.approx(0.7, rel=1e-6)


def test_power_agrees_with_regressions_done_many_times_over() -> None:
    rng, times = studies(1)
    table = np.column_stack([np.ones(30), rng.standard_normal((30, 3))])
    told = table @ np.array([0, 0.4, 0.2, -0.3])
    told -= told.mean()
    outcomes = told + rng.standard_normal((times, 30))
    fitted = outcomes @ (table @ np.linalg.pinv(table)).T
    explained = np.sum((fitted - outcomes.mean(axis=1, keepdims=True)) ** 2, axis=1)
    ratio = explained / 3 / (np.sum((outcomes - fitted) ** 2, axis=1) / 26)
    assert_simulated(stats.f.sf(ratio, 3, 26) < 0.05, regression(f2=float(np.mean(told**2)), predictors=3, n=30).power)


def test_a_share_of_variance_says_the_same_as_f2() -> None:
    assert regression(r2=0.2, predictors=4).exact == pytest.approx(regression(f2=0.25, predictors=4).exact)


def test_one_predictor_is_a_correlation_with_what_is_set_beforehand() -> None:
    for r in (0.1, 0.3, 0.7):
        one, other = regression(r2=r**2), correlation(r=r, method="t")
        assert one.exact["n_total"] == pytest.approx(other.exact["n_total"], rel=1e-9)


def test_more_predictors_take_more_people() -> None:
    sizes = [regression(f2=0.15, predictors=p).n_total for p in (1, 2, 5, 20, 100)]
    assert sizes == sorted(set(sizes))


def test_take_up_shrinks_what_is_a_square_by_its_square() -> None:
    plain = run(CALCULATOR, {"f2": 0.15 * 0.49, "predictors": 2})
    diluted = run(CALCULATOR, {"f2": 0.15, "predictors": 2, "take_up": 0.7})
    assert diluted.exact == pytest.approx(plain.exact)
    assert diluted.mdes == pytest.approx(0.15)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"f2": 0.1, "r2": 0.1},
        {"f2": 0},
        {"r2": 1},
        {"f2": 0.1, "predictors": 0},
        {"f2": 0.1, "predictors": 2.5},
        {"f2": 0.1, "predictors": 10, "n": 11},
        {"f2": 0.1, "sides": 1},
    ],
    ids=str,
)
def test_what_contradicts_itself_or_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)


def test_the_fewest_people_leave_one_to_tell_from_chance() -> None:
    assert math.isfinite(regression(f2=0.1, predictors=10, n=12).power)

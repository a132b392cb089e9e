from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower, TTestPower

from tests.calculators.power.covariance import gls_error
from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.multisite import CALCULATOR, multisite
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def _cases(seed: int) -> list[dict[str, float]]:
    rng = np.random.default_rng(seed)
    return [
        {
            "d": log_uniform(rng, 0.02, 3),
            "icc": float(rng.choice([0, log_uniform(rng, 1e-3, 0.9)])),
            "effect_sd": float(rng.choice([0, log_uniform(rng, 0.01, 1)])),
            "r2": float(rng.choice([0, rng.uniform(0, 0.9)])),
            "m": log_uniform(rng, 2, 2000),
            "k": int(log_uniform(rng, 2, 200)),
        }
        for _ in range(POWER_GRID)
    ]


def _size(case: dict[str, float]) -> float:
    """The effect in standard deviations of what one site shows."""
    return case["d"] / math.sqrt(case["effect_sd"] ** 2 + 4 * (1 - case["icc"]) * (1 - case["r2"]) / case["m"])


def test_power_is_that_of_a_t_test_of_what_each_site_shows_in_another_implementation() -> None:
    for case in _cases(1):
        theirs = float(TTestPower().power(_size(case), case["k"], 0.05))
        if math.isnan(theirs):  # where the other tail is too small for it
            df = case["k"] - 1
            theirs = float(stats.nct.sf(stats.t.ppf(0.975, df), df, _size(case) * math.sqrt(case["k"])))
        assert multisite(**case).power == pytest.approx(theirs, rel=1e-6), case


def test_normal_power_is_that_of_another_implementation() -> None:
    for case in _cases(2):
        theirs = float(NormalIndPower(ddof=0).power(_size(case), case["k"], 0.05, ratio=0))
        assert multisite(**case, method="normal").power == pytest.approx(theirs, rel=1e-6), case


def test_in_these_sites_only_it_is_a_t_test_of_all_people() -> None:
    for case in _cases(3):
        people = case["m"] * case["k"]
        df, shift = people - case["k"] - 1, _size({**case, "effect_sd": 0}) * math.sqrt(case["k"])
        if df < 1:
            continue
        ours = multisite(**case, method="fixed", sides=1).power
        assert ours == pytest.approx(float(stats.nct.sf(stats.t.ppf(0.95, df), df, shift)), rel=1e-6), case


def test_the_error_is_that_of_generalised_least_squares_over_every_person() -> None:
    icc, effect_sd, m, k = 0.15, 0.3, 6, 4
    scheme = np.tile([0.0] * 3 + [1.0] * 3, k)
    same_site = np.kron(np.eye(k), np.ones((m, m)))
    covariance = same_site * (icc + effect_sd**2 * np.outer(scheme, scheme)) + (1 - icc) * np.eye(m * k)
    error = gls_error(np.column_stack([np.ones(m * k), scheme]), covariance)
    power = multisite(d=2.5 * error, icc=icc, effect_sd=effect_sd, m=m, k=k, method="normal").power
    theirs = stats.norm.sf(1.959963984540054 - 2.5) + stats.norm.cdf(-1.959963984540054 - 2.5)
    assert power == pytest.approx(float(theirs), rel=1e-6)


@pytest.mark.parametrize("method", ["t", "normal", "fixed"])
def test_more_of_anything_but_difference_between_sites_never_lowers_power(method: str) -> None:
    ways = {"d": (1, 1.1, 2), "m": (1, 1.1, 10), "k": (1, 2, 5), "effect_sd": (1, 0.9, 0.1)}
    for case in _cases(4)[::10]:
        for name, factors in ways.items():
            powers = [multisite(**{**case, name: case[name] * factor}, method=method).power for factor in factors]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, case, powers)


def test_only_what_differs_from_site_to_site_makes_a_floor() -> None:
    assert multisite(effect_sd=0, m=40, k=10).floor == 0
    assert multisite(effect_sd=0.2, m=40, k=10, method="fixed").floor == 0
    floor = multisite(effect_sd=0.2, m=40, k=10).floor
    assert floor is not None
    assert 0 < floor < (multisite(effect_sd=0.2, m=40, k=10).mdes or 0)


def test_people_and_sites_are_counted() -> None:
    result = multisite(d=0.3, m=40, effect_sd=0.1)
    assert result.clusters_total == result.clusters_per_arm
    assert result.n_total == 40 * (result.clusters_total or 0)
    assert result.n_per_arm == 20 * (result.clusters_total or 0)
    size = multisite(d=0.3, k=12, effect_sd=0.1)
    assert multisite(m=size.exact["n_total"] / 12, k=12, effect_sd=0.1).mdes == pytest.approx(0.3, rel=1e-6)


def test_few_sites_are_warned_of_unless_they_are_all_that_matters() -> None:
    assert multisite(d=0.3, m=40, k=5).warnings
    assert not multisite(d=0.3, m=40, k=30).warnings
    assert not multisite(d=0.3, m=40, k=5, method="fixed").warnings


def test_more_people_than_help_are_warned_of() -> None:
    assert multisite(d=0.3, m=4000, k=30, effect_sd=0.3).warnings


def test_people_lost_are_made_up_for_in_each_site() -> None:
    lost = run(CALCULATOR, {"d": 0.3, "m": 50, "attrition": 0.2})
    assert lost.clusters_total == multisite(d=0.3, m=40).clusters_total
    assert lost.n_total == 50 * (lost.clusters_total or 0)


@pytest.mark.parametrize(
    "given",
    [
        {"d": 0.3, "m": 40, "k": 1},
        {"d": 0.3, "m": 1, "k": 10},
        {"d": 0, "m": 40, "k": 10},
        {"d": 0.3},
        {"d": 0.3, "m": 40, "k": 10, "icc": 1},
        {"d": 0.1, "k": 5, "effect_sd": 0.5},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        multisite(**given)


def test_power_is_what_simulated_people_give() -> None:
    icc, effect_sd, m, k, d = 0.2, 0.25, 20, 8, 0.4
    rng = np.random.default_rng(10)
    people = _people(rng, icc=icc, effect_sd=effect_sd, m=m, k=k, d=d)
    shown = people[:, :, m // 2 :].mean(axis=2) - people[:, :, : m // 2].mean(axis=2)
    _assert_seen(
        stats.ttest_1samp(shown, 0, axis=1).pvalue, multisite(d=d, icc=icc, effect_sd=effect_sd, m=m, k=k).power
    )


def test_power_in_these_sites_is_what_simulated_people_give() -> None:
    icc, m, k, d = 0.2, 20, 3, 0.7
    rng = np.random.default_rng(8)
    people = _people(rng, icc=icc, effect_sd=0, m=m, k=k, d=d)
    sides = np.stack([people[:, :, : m // 2], people[:, :, m // 2 :]])
    shown = (sides[1].mean(axis=2) - sides[0].mean(axis=2)).mean(axis=1)
    centred = people - people.mean(axis=2, keepdims=True)
    centred = centred - np.repeat([-0.5, 0.5], m // 2) * shown[:, None, None]
    df = m * k - k - 1
    error = np.sqrt((centred**2).sum(axis=(1, 2)) / df * 4 / (m * k))
    _assert_seen(2 * stats.t.sf(np.abs(shown) / error, df), multisite(d=d, icc=icc, m=m, k=k, method="fixed").power)


def _people(rng: np.random.Generator, *, icc: float, effect_sd: float, m: int, k: int, d: float) -> np.ndarray:
    """In each site the first half without the scheme, the second with it."""
    sites = math.sqrt(icc) * rng.normal(size=(POWER_SIMULATED, k, 1))
    effects = d + effect_sd * rng.normal(size=(POWER_SIMULATED, k, 1))
    alone = math.sqrt(1 - icc) * rng.normal(size=(POWER_SIMULATED, k, m))
    return sites + effects * np.repeat([0.0, 1.0], m // 2) + alone


def _assert_seen(p_values: np.ndarray, power: float | None) -> None:
    assert power is not None
    error = math.sqrt(power * (1 - power) / POWER_SIMULATED)
    assert abs(float(np.mean(p_values < 0.05)) - power) < 3 * error

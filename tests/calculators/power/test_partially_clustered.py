from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from tests.calculators.power.covariance import alike, gls_error
from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.partially_clustered import partially_clustered
from thinking_professionals.calculators.power.refusal import Refused


def _cases(seed: int) -> list[dict[str, float]]:
    rng = np.random.default_rng(seed)
    return [
        {
            "d": log_uniform(rng, 0.02, 3),
            "icc": float(rng.choice([0, 1, log_uniform(rng, 1e-3, 0.9)], p=[0.1, 0.05, 0.85])),
            "m": log_uniform(rng, 1, 500),
            "k": int(log_uniform(rng, 2, 300)),
            "ratio": float(rng.choice([1, log_uniform(rng, 1, 5)])),
        }
        for _ in range(POWER_GRID)
    ]


def _parts(case: dict[str, float]) -> tuple[float, float, float]:
    """The variances of the two means, and the number alone."""
    alone = case["ratio"] * case["m"] * case["k"]
    return (1 + (case["m"] - 1) * case["icc"]) / (case["m"] * case["k"]), 1 / alone, alone


def test_power_is_that_of_welchs_test_by_another_implementation_of_the_noncentral_t() -> None:
    for case in _cases(1):
        grouped, single, alone = _parts(case)
        df = (grouped + single) ** 2 / (grouped**2 / (case["k"] - 1) + single**2 / (alone - 1))
        shift = case["d"] / math.sqrt(grouped + single)
        theirs = float(stats.nct.sf(stats.t.ppf(0.95, df), df, shift))
        assert partially_clustered(**case, sides=1).power == pytest.approx(theirs, rel=1e-6), case


def test_normal_power_is_that_of_the_printed_formula() -> None:
    for case in _cases(2):
        grouped, single, _ = _parts(case)
        shift = case["d"] / math.sqrt(grouped + single)
        theirs = stats.norm.sf(1.959963984540054 - shift) + stats.norm.cdf(-1.959963984540054 - shift)
        ours = partially_clustered(**case, method="normal").power
        assert ours == pytest.approx(float(theirs), rel=1e-6), case


def test_it_agrees_with_the_example_of_another_program() -> None:
    """clusterPower's `cpa.irgtt.normal`: 77.81084 alone beside 10 groups of 10."""
    result = partially_clustered(d=0.5, icc=0.1, m=10, k=10, ratio=0.7781084, method="normal")
    assert result.power == pytest.approx(0.8, abs=1e-5)
    assert (result.n1, result.n2, result.n_total) == (78, 100, 178)


def test_the_error_is_that_of_generalised_least_squares_over_every_person() -> None:
    icc, m, k = 0.15, 4, 5
    covariance = np.zeros((2 * m * k, 2 * m * k))
    covariance[: m * k, : m * k] = alike([m] * k, icc)
    covariance[m * k :, m * k :] = np.eye(m * k)
    sides = np.repeat([1.0, 0.0], m * k)
    error = gls_error(np.column_stack([np.ones_like(sides), sides]), covariance)
    power = partially_clustered(d=2.5 * error, icc=icc, m=m, k=k, method="normal").power
    theirs = stats.norm.sf(1.959963984540054 - 2.5) + stats.norm.cdf(-1.959963984540054 - 2.5)
    assert power == pytest.approx(float(theirs), rel=1e-6)


@pytest.mark.parametrize("method", ["t", "normal"])
def test_more_of_anything_but_likeness_never_lowers_power_from_seven_groups_up(method: str) -> None:
    ways = {"d": (1, 1.1, 2), "m": (1, 1.1, 10), "k": (1, 2, 5), "icc": (1, 0.9, 0.1)}
    for case in [one for one in _cases(3) if one["k"] >= 7][::8]:
        for name, factors in ways.items():
            given = [{**case, name: case[name] * factor} for factor in factors]
            powers = [partially_clustered(**one, method=method).power for one in given]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, case, powers)


def test_the_floor_is_never_above_what_can_be_seen_now() -> None:
    for case in _cases(4):
        result = partially_clustered(**case)
        assert result.floor is not None
        assert result.mdes is not None
        assert result.floor <= result.mdes, case


def test_the_size_of_group_worked_out_reaches_the_power_wanted() -> None:
    for d in (0.3, 0.5, 1, 4):
        result = partially_clustered(d=d, icc=0.1, k=30)
        m = result.exact["n2"] / 30
        assert (partially_clustered(d=d, icc=0.1, k=30, m=m).power or 0) >= 0.8 - 1e-9


def test_fewer_alone_than_in_groups_are_enough_where_there_is_one_for_each_group() -> None:
    assert partially_clustered(d=0.5, icc=0.1, m=10, k=20, ratio=0.1).n1 == 20
    with pytest.raises(Refused):
        partially_clustered(d=0.5, icc=0.1, m=9, k=20, ratio=0.1)


@pytest.mark.parametrize(
    "given",
    [
        {"d": 0.3, "m": 10, "k": 10},
        {"d": 0.3, "icc": 0.05, "m": 10, "k": 1},
        {"d": 0, "icc": 0.05, "m": 10, "k": 10},
        {"d": 0.3, "icc": 0.05},
        {"d": 0.2, "icc": 0.2, "k": 5},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        partially_clustered(**given)


def test_power_is_what_simulated_people_give() -> None:
    icc, m, k, d = 0.1, 8, 12, 0.45
    rng = np.random.default_rng(9)
    groups = d + math.sqrt(icc) * rng.normal(size=(POWER_SIMULATED, k, 1))
    means = (groups + math.sqrt(1 - icc) * rng.normal(size=(POWER_SIMULATED, k, m))).mean(axis=2)
    alone = rng.normal(size=(POWER_SIMULATED, m * k))
    found = float(np.mean(stats.ttest_ind(means, alone, axis=1, equal_var=False).pvalue < 0.05))
    power = partially_clustered(d=d, icc=icc, m=m, k=k).power
    assert power is not None
    assert abs(found - power) < 3 * math.sqrt(power * (1 - power) / POWER_SIMULATED)

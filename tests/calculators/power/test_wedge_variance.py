"""How exactly a stepped wedge measures its effect, beside generalised least squares written out in full."""

from __future__ import annotations

import timeit

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.stepped_wedge import Schedule, variance
from thinking_professionals.calculators.power.wedge_variance import sequences

Matrix = NDArray[np.float64]


def schedule(*clusters_per_step: int, periods: int, skip: int = 0) -> Schedule:
    rows = sequences(clusters_per_step, periods, skip)
    return tuple(row for row, count in rows.items() for _ in range(count))


def covariance(periods: int, m: float, icc: float, cac: float, iac: float) -> Matrix:
    """Of the averages of one cluster: itself, its periods, its people and what is left of them."""
    cluster, cell, person, rest = icc * cac, icc * (1 - cac), (1 - icc) * iac, (1 - icc) * (1 - iac)
    return np.full((periods, periods), cluster + person / m) + np.eye(periods) * (cell + rest / m)


def terms(wedge: Schedule) -> tuple[Matrix, list[list[int]]]:
    """The scheme and the periods of every cell observed, and which cells belong to each cluster."""
    rows, groups = [], []
    for sequence in wedge:
        seen = [period for period, cell in enumerate(sequence) if cell is not None]
        groups.append(list(range(len(rows), len(rows) + len(seen))))
        rows += [[sequence[period], *(period == other for other in range(len(sequence)))] for period in seen]
    x = np.array(rows, dtype=float)
    return x[:, [True, *x[:, 1:].any(axis=0)]], groups


def all_cells(wedge: Schedule, m: float, icc: float, cac: float, iac: float) -> Matrix:
    """The covariance of every cell observed with every other."""
    groups = terms(wedge)[1]
    v = np.zeros((sum(map(len, groups)),) * 2)
    for sequence, group in zip(wedge, groups, strict=True):
        seen = [period for period, cell in enumerate(sequence) if cell is not None]
        v[np.ix_(group, group)] = covariance(len(sequence), m, icc, cac, iac)[np.ix_(seen, seen)]
    return v


def by_least_squares(wedge: Schedule, m: float, icc: float, cac: float, iac: float) -> float:
    """The variance of the scheme's effect, by inverting everything."""
    x, v = terms(wedge)[0], all_cells(wedge, m, icc, cac, iac)
    return float(np.linalg.inv(x.T @ np.linalg.inv(v) @ x)[0, 0])


def a_wedge(rng: np.random.Generator, *, skip: bool) -> Schedule:
    steps = tuple(int(each) for each in rng.integers(0, 4, rng.integers(2, 7)))
    periods = len(steps) + int(rng.integers(0, 4))
    return schedule(1, *steps, 1, periods=max(3, periods), skip=int(rng.integers(1, 3)) if skip else 0)


@pytest.mark.parametrize("skip", [False, True], ids=["whole wedges", "wedges with cells left out"])
def test_it_agrees_with_least_squares_in_full(skip: bool) -> None:
    rng = np.random.default_rng(11)
    compared = 0
    for _ in range(POWER_GRID):
        wedge = a_wedge(rng, skip=skip)
        setting = (log_uniform(rng, 1, 1e4), log_uniform(rng, 1e-3, 0.5), rng.uniform(0, 1), rng.uniform(0, 0.95))
        try:
            found = variance(wedge, *setting)
        except Refused:
            assert np.linalg.matrix_rank(terms(wedge)[0]) < terms(wedge)[0].shape[1]
            continue
        assert found == pytest.approx(by_least_squares(wedge, *setting), rel=1e-6), f"{wedge} {setting}"
        compared += 1
    assert compared > POWER_GRID / 2


def test_cells_left_out_anywhere_are_reckoned_with() -> None:
    rng = np.random.default_rng(12)
    for _ in range(POWER_GRID):
        full = schedule(2, 1, 2, 1, periods=6)
        holes = rng.random((len(full), 6)) < 0.15
        wedge = tuple(
            tuple(None if gone else cell for cell, gone in zip(row, gaps, strict=True))
            for row, gaps in zip(full, holes, strict=True)
        )
        setting = (float(rng.uniform(5, 50)), 0.05, 0.8, 0.3)
        assert variance(wedge, *setting) == pytest.approx(by_least_squares(wedge, *setting), rel=1e-6)


def test_a_period_and_a_cluster_that_no_one_observed_change_nothing() -> None:
    wedge = schedule(1, 2, 1, periods=4)
    gaps = (*((*row, None) for row in wedge), (None,) * 5)
    assert variance(gaps, 20, 0.05, 0.8, 0.2) == pytest.approx(variance(wedge, 20, 0.05, 0.8, 0.2), rel=1e-9)


def test_simulated_wedges_scatter_as_the_variance_says() -> None:
    rng = np.random.default_rng(13)
    wedge, setting = schedule(2, 1, 2, periods=5, skip=1), (10.0, 0.1, 0.7, 0.4)
    (x, _), v = terms(wedge), all_cells(wedge, *setting)
    noise = np.linalg.cholesky(v) @ rng.standard_normal((len(v), POWER_SIMULATED))
    inverse = np.linalg.inv(v)
    effects = np.linalg.solve(x.T @ inverse @ x, x.T @ inverse @ (noise + 0.3 * x[:, :1]))[0]
    assert effects.mean() == pytest.approx(0.3, abs=3 * effects.std() / POWER_SIMULATED**0.5)
    assert effects.var() == pytest.approx(variance(wedge, *setting), rel=3 * (2 / POWER_SIMULATED) ** 0.5)


def test_simulated_people_in_a_wedge_scatter_as_the_variance_says() -> None:
    """From single people up, so that what a cell's average holds is not taken from the formula under test."""
    rng = np.random.default_rng(14)
    m, icc, cac, iac = 5, 0.2, 0.6, 0.5
    wedge, times = schedule(1, 2, 1, periods=4), POWER_SIMULATED
    shape = (times, len(wedge), 4, m)

    def luck(share: float, *size: int) -> Matrix:
        return share**0.5 * rng.standard_normal(size)

    people = luck(icc * cac, times, len(wedge), 1, 1) + luck(icc * (1 - cac), *shape[:3], 1)
    people = people + luck((1 - icc) * iac, times, len(wedge), 1, m) + luck((1 - icc) * (1 - iac), *shape)
    assert people.var() == pytest.approx(1, rel=0.05)
    x, inverse = terms(wedge)[0], np.linalg.inv(all_cells(wedge, m, icc, cac, iac))
    effects = np.linalg.solve(x.T @ inverse @ x, x.T @ inverse @ people.mean(axis=3).reshape(times, -1).T)[0]
    assert effects.var() == pytest.approx(variance(wedge, m, icc, cac, iac), rel=3 * (2 / times) ** 0.5)


def test_a_parallel_trial_without_and_with_a_baseline_is_a_wedge_too() -> None:
    """By hand: two groups of 4 clusters, of 1 / 20 and 0.05 each."""
    own, icc = 0.95 / 20, 0.05
    parallel: Schedule = ((0,),) * 4 + ((1,),) * 4
    assert variance(parallel, 20, icc) == pytest.approx(2 * (own + icc) / 4, rel=1e-9)
    before: Schedule = ((0, 0),) * 4 + ((0, 1),) * 4
    foretold = icc / (own + icc)
    assert variance(before, 20, icc) == pytest.approx(2 * (own + icc) * (1 - foretold**2) / 4, rel=1e-9)


@pytest.mark.parametrize(
    "wedge",
    [
        ((0, 1), (0, 1)),
        ((0, 0), (0, 0)),
        ((1, 1, 1),),
        ((None, 1), (0, None)),
        ((None, None),),
        ((0, None, 1), (0, None, 1)),
    ],
)
def test_where_nothing_can_be_compared_it_says_so(wedge: Schedule) -> None:
    with pytest.raises(Refused, match="compare"):
        variance(wedge, 20, 0.05)


def test_who_has_it_when() -> None:
    assert sequences((2, 0, 1), 4) == {(0, 1, 1, 1): 2, (0, 0, 0, 1): 1}
    assert sequences((1, 1), 4, skip=1) == {(0, None, 1, 1): 1, (0, 0, None, 1): 1}
    assert sequences((1, 1), 2) == {(0, 1): 1, (0, 0): 1}
    assert sequences((1, 1), 3, skip=9) == {(0, None, None): 1, (0, 0, None): 1}
    assert sequences((1, 1, 2), 2) == {(0, 1): 1, (0, 0): 3}


@pytest.mark.parametrize("skip", [0, 1])
def test_it_is_worked_out_in_under_a_millisecond(skip: int) -> None:
    wedge = schedule(2, 2, 2, 2, 2, periods=6, skip=skip)
    best = min(timeit.repeat(lambda: variance(wedge, 30, 0.05, 0.8, 0.2), number=10, repeat=20)) / 10
    assert best < 1e-3

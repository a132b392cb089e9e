"""Interrupted time series: power by simulation, beside a slower and separate one, and what is warned of."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import optimize, stats
from statsmodels.regression.linear_model import GLS, GLSAR

from tests.calculators.power.grid import answer, box
from tests.sizes import POWER_BOX, SOAK
from thinking_professionals.calculators.power.its import CALCULATOR, SERIES, its, simulate
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run

Matrix = NDArray[np.float64]
SLOWLY = 4000 if SOAK else 200
"""Series analysed one by one."""


def series(**given: Any) -> PowerResult:
    setting = {"pre": 24, "post": 24, "autocorrelation": 0.3, **given}
    return run(CALCULATOR, {name: value for name, value in setting.items() if value is not None})


def power(result: PowerResult) -> float:
    assert result.power is not None
    return result.power


def mdes(result: PowerResult) -> float:
    assert result.mdes is not None
    return result.mdes


def segments(pre: int, post: int) -> Matrix:
    time_ = np.arange(1, pre + post + 1)
    after = time_ > pre
    return np.column_stack([np.ones(pre + post), time_, after, np.where(after, time_ - pre - 1, 0)])


def correlations(points: int, r: float) -> Matrix:
    return r ** abs(np.subtract.outer(np.arange(points), np.arange(points)))


def by_restricted_likelihood(y: Matrix, x: Matrix, term: int) -> float:
    """The p-value for one term, from the restricted likelihood written out and maximised."""
    points, terms = x.shape

    def unlikely(r: float) -> float:
        sigma = correlations(points, r)
        root = np.linalg.cholesky(sigma)
        straight = np.linalg.solve(root, np.column_stack([x, y]))
        _, scatter, _, _ = np.linalg.lstsq(straight[:, :-1], straight[:, -1], rcond=None)
        told = np.linalg.slogdet(straight[:, :-1].T @ straight[:, :-1])[1]
        return float((points - terms) * np.log(scatter[0]) + 2 * np.log(np.diag(root)).sum() + told)

    grid = np.linspace(-0.97, 0.97, 15)
    start = grid[np.argmin([unlikely(r) for r in grid])]
    r = optimize.minimize_scalar(
        unlikely, bounds=(max(-0.98, start - 0.15), min(0.98, start + 0.15)), method="bounded"
    ).x
    return float(GLS(y, x, sigma=correlations(points, r)).fit().pvalues[term])


def slowly(pre: int, post: int, r: float, change: float, term: int = 2) -> Iterator[bool]:
    """Whether each of some series with that change is found to have one."""
    rng = np.random.default_rng(31)
    x = segments(pre, post)
    root = np.linalg.cholesky(correlations(pre + post, r))
    for _ in range(SLOWLY):
        y = 5 + 0.1 * x[:, 1] + change * x[:, term] + root @ rng.standard_normal(pre + post)
        yield by_restricted_likelihood(y, x, term) < 0.05


@pytest.mark.parametrize(
    ("pre", "post", "r", "change"),
    [(12, 12, 0.3, 2.0), (24, 24, 0.3, 1.5), (30, 12, 0.6, 0.0), (40, 20, -0.2, 0.6)],
)
def test_power_is_that_of_series_simulated_one_by_one(pre: int, post: int, r: float, change: float) -> None:
    share = float(np.mean(list(slowly(pre, post, r, change))))
    simulated = simulate(pre, post, r)
    doubt = (share * (1 - share) / SLOWLY + simulated.doubt(change) ** 2) ** 0.5
    assert simulated.power(change) == pytest.approx(share, abs=3 * doubt)


def test_power_to_see_a_change_of_slope_is_that_of_series_simulated_one_by_one() -> None:
    share = float(np.mean(list(slowly(20, 16, 0.2, 0.12, term=3))))
    result = series(pre=20, post=16, autocorrelation=0.2, slope_change=0.12)
    doubt = (share * (1 - share) / SLOWLY + result.exact["doubt"] ** 2) ** 0.5
    assert power(result) == pytest.approx(share, abs=3 * doubt)


def test_in_a_long_series_any_good_analysis_comes_to_the_same() -> None:
    """Feasible least squares, step by step, as statsmodels does it."""
    rng = np.random.default_rng(32)
    x, r, times = segments(150, 150), 0.4, SLOWLY
    root = np.linalg.cholesky(correlations(300, r))
    found = [
        GLSAR(0.9 * x[:, 2] + root @ rng.standard_normal(300), x, 1).iterative_fit(8).pvalues[2] < 0.05
        for _ in range(times)
    ]
    share = float(np.mean(found))
    simulated = simulate(150, 150, r)
    doubt = (share * (1 - share) / times + simulated.doubt(0.9) ** 2) ** 0.5
    assert simulated.power(0.9) == pytest.approx(share, abs=3 * doubt)


def test_without_autocorrelation_a_long_series_has_the_power_of_least_squares() -> None:
    """Exact, by the noncentral t: to estimate an autocorrelation that is not there costs next to nothing."""
    x = segments(150, 150)
    error = np.linalg.inv(x.T @ x)[2, 2] ** 0.5
    bar = stats.t.ppf(0.975, 296)
    exact = stats.nct.sf(bar, 296, 0.6 / error) + stats.nct.cdf(-bar, 296, 0.6 / error)
    assert simulate(150, 150, 0.0).power(0.6) == pytest.approx(exact, abs=0.02)


def test_false_alarms_in_a_long_series_are_as_frequent_as_they_should_be() -> None:
    result = series(pre=150, post=150, autocorrelation=0.2, level_change=1)
    assert result.exact["false_alarm"] == pytest.approx(0.05, abs=0.015)
    assert len(result.warnings) == 1


def test_false_alarms_in_a_short_series_are_warned_of() -> None:
    short, shortest = series(pre=12, post=12, level_change=2), series(pre=5, post=5, level_change=2)
    assert short.exact["false_alarm"] > 0.075
    assert len(short.warnings) == 2
    assert len(shortest.warnings) == 3


def test_false_alarms_that_are_raised_to_the_bar_are_as_frequent_as_they_should_be() -> None:
    for sides in (1, 2):
        simulated = simulate(8, 8, 0.4, sides=sides)
        assert simulated.power(0) > 0.08
        assert simulated.raised(0.05).power(0) == pytest.approx(0.05, abs=0.001)
        assert simulated.raised(0.05).power(2) < simulated.power(2)


def test_the_change_it_detects_is_detected_with_the_power_wanted() -> None:
    found = series()
    assert found.solved == "effect"
    assert found.power == 0.8
    assert power(series(level_change=mdes(found))) == pytest.approx(0.8, abs=1 / SERIES)
    assert mdes(series(level_change=1)) == mdes(found)


def test_a_rise_is_as_easily_seen_as_a_fall() -> None:
    assert power(series(level_change=1)) == power(series(level_change=-1))
    assert power(series(slope_change=0.1)) == power(series(slope_change=-0.1))


def test_more_points_a_larger_change_and_less_autocorrelation_help() -> None:
    changes = [power(series(level_change=change)) for change in (0.5, 1, 1.5, 2, 3)]
    assert changes == sorted(changes)
    lengths = [mdes(series(pre=n, post=n)) for n in (12, 18, 24, 36, 60, 120)]
    assert lengths == sorted(lengths, reverse=True)
    alike = [mdes(series(pre=60, post=60, autocorrelation=r)) for r in (-0.3, 0, 0.3, 0.6)]
    assert alike == sorted(alike)


def test_looking_one_way_sees_more() -> None:
    assert power(series(level_change=1, sides=1)) > power(series(level_change=1))


def test_partial_take_up_shrinks_the_change() -> None:
    assert power(series(level_change=2, take_up=0.5)) == power(series(level_change=1))


def test_the_same_seed_gives_the_same_and_another_a_little_different() -> None:
    assert series(seed=5, level_change=1) == series(seed=5, level_change=1)
    one, other = series(seed=5, level_change=1.5), series(seed=6, level_change=1.5)
    assert one.power != other.power
    assert power(one) == pytest.approx(power(other), abs=4 * (one.exact["doubt"] + other.exact["doubt"]))


def test_the_figures_of_a_seed_stay() -> None:
    """Counts of series, which rounding does not reach, so that they are the same everywhere."""
    assert power(series(pre=12, post=12, level_change=2)) * 2 * SERIES == 4530


def test_the_doubt_it_names_is_how_far_seeds_lie_apart() -> None:
    found = [series(pre=14, post=14, level_change=2, seed=seed) for seed in range(60)]
    assert np.std([power(each) for each in found]) == pytest.approx(found[0].exact["doubt"], rel=0.3)


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[float] = []
    its(pre=12, post=12, autocorrelation=0.2, progress=told.append, cancelled=lambda: False)
    assert told == sorted(told)
    assert told[-1] == 1
    seen = len(told)
    with pytest.raises(Refused, match="stopped"):
        its(pre=12, post=12, autocorrelation=0.2, progress=told.append, cancelled=lambda: len(told) > seen + 2)
    assert len(told) == seen + 3


@pytest.mark.parametrize("points", [24, 60, 300])
def test_it_is_done_in_under_two_seconds(points: int) -> None:
    start = time.perf_counter()
    series(pre=points, post=points, level_change=1)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"pre": 3, "post": 3}, "fewer than 4"),
        ({"post": 2}, "fewer than 4"),
        ({"pre": None}, "how many figures"),
        ({"post": None}, "how many figures"),
        ({"autocorrelation": None}, "autocorrelation"),
        ({"autocorrelation": 1}, "cannot be"),
        ({"level_change": 0}, "nothing"),
        ({"level_change": 1, "slope_change": 1}, "level"),
        ({"pre": 12.5}, "whole"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cause(given: dict[str, Any], cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        series(**given)


def test_whatever_it_is_given_it_answers_soundly_or_says_why_not() -> None:
    answered = [answer(CALCULATOR, given) for given, _ in box(CALCULATOR, POWER_BOX // 5, seed=34)]
    assert len([result for result in answered if result]) > POWER_BOX // 5 / 20

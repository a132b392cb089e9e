"""The distributions, set beside scipy.stats, statsmodels and integrals done the long way, far into their tails."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from scipy import integrate, special, stats
from statsmodels.stats import power as statsmodels_power

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.distributions import (
    power_chi2,
    power_f,
    power_r,
    power_t,
    power_z,
    t_quantile,
    t_share,
    z_quantile,
)

DF = [1, 1.5, 2, 3, 10, 1e3, 1e6, 1e9, 1e12]
FAR = [0, 1e-9, 0.1, 1, 3, 10, 37, 38, 40, 100, 1e3, 1e5, 1e6, 1e12, 1e18, 1e30]


def long_way(ncp: float, df: float, bar: float) -> float:
    """The share of a noncentral t above `bar`, above 0, averaged over the luck of the draw."""

    def given_luck(luck: float) -> float:
        low_enough = special.gammainc(df / 2, df / 2 * ((ncp + luck) / bar) ** 2)
        return float(math.exp(-(luck**2) / 2) / math.sqrt(2 * math.pi) * low_enough)

    width = bar / math.sqrt(2 * df)
    marks = [-9, *(bar - ncp + step * width for step in (-6, -2, 0, 2, 6)), *range(-6, 10)]
    ends = sorted({min(9, max(-9, -ncp, mark)) for mark in marks})
    return float(sum(integrate.quad(given_luck, *part, epsabs=1e-12)[0] for part in itertools.pairwise(ends)))


def test_quantiles_are_those_of_scipy() -> None:
    for share in (1e-15, 1e-6, 0.025, 0.5, 0.8, 1 - 1e-9):
        assert z_quantile(share) == pytest.approx(stats.norm.ppf(share), rel=1e-12)
        for df in DF:
            assert t_quantile(share, df) == pytest.approx(stats.t.ppf(share, df), rel=1e-9, abs=1e-12)
            assert t_share(t_quantile(share, df), df) == pytest.approx(share, rel=1e-9)


def test_z_power_is_that_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        shift, alpha = log_uniform(rng, 1e-3, 50), log_uniform(rng, 1e-9, 0.9)
        for sides, way in ((1, "larger"), (2, "two-sided")):
            theirs = statsmodels_power.normal_power(shift, 1, alpha, alternative=way)
            assert power_z(shift, alpha, sides) == pytest.approx(theirs, rel=1e-9)


@pytest.mark.parametrize("df", DF)
@pytest.mark.parametrize("sides", [1, 2])
def test_t_power_stays_within_bounds_and_never_falls_however_far_the_truth_is(df: float, sides: int) -> None:
    for alpha in (1e-14, 1e-9, 0.05, 0.5, 0.9, 1 - 1e-9):
        powers = [power_t(ncp, df, alpha, sides) for ncp in FAR]
        assert powers[0] == pytest.approx(alpha, rel=1e-6)
        assert powers[-1] == pytest.approx(1, abs=1e-9)
        assert all(0 <= one <= 1 for one in powers)
        assert all(later >= one - 1e-8 for one, later in itertools.pairwise(powers))


def test_t_power_is_the_integral_done_the_long_way() -> None:
    rng = np.random.default_rng(2)
    for _ in range(POWER_GRID):
        df, alpha, ncp = log_uniform(rng, 2, 1e5), log_uniform(rng, 1e-6, 0.4), log_uniform(rng, 0.01, 40)
        bar = -stats.t.ppf(alpha, df)
        assert power_t(ncp, df, alpha, 1) == pytest.approx(long_way(ncp, df, bar), abs=1e-8)


def test_t_power_counts_both_tails() -> None:
    upper = power_t(0.5, 5, 0.025, 1)
    assert power_t(0.5, 5, 0.05, 2) == pytest.approx(upper + power_t(-0.5, 5, 0.025, 1), rel=1e-12)


def test_t_power_knows_no_seam_where_the_shift_grows_vast() -> None:
    for df, alpha in ((1, 1e-4), (1.3, 1e-5), (2, 1e-8), (3, 1e-12)):
        below, above = (power_t(1e4 * (1 + step), df, alpha, 2) for step in (-1e-12, 1e-12))
        assert 1e-3 < below < 1 - 1e-6, "or there is nothing to see"
        assert above == pytest.approx(below, rel=1e-6)
        assert above == pytest.approx(long_way(1e4, df, -stats.t.ppf(alpha / 2, df)), rel=1e-6)


def exact_r(rho: float, n: float, bar: float) -> float:
    """The share of sample correlations beyond `bar` on either side, by Hotelling's density."""
    constant = math.log(n - 2) + special.gammaln(n - 1) - special.gammaln(n - 0.5) - math.log(2 * math.pi) / 2

    def density(r: float) -> float:
        logged = (
            (n - 1) / 2 * math.log1p(-(rho**2)) + (n - 4) / 2 * math.log1p(-(r**2)) - (n - 1.5) * math.log1p(-rho * r)
        )
        return float(math.exp(constant + logged) * special.hyp2f1(0.5, 0.5, n - 0.5, (1 + rho * r) / 2))

    marks = [math.tanh(math.atanh(rho) + step / math.sqrt(n - 3)) for step in (-8, -4, -2, -1, 0, 1, 2, 4, 8)]
    ends = sorted({bar, 1 - 1e-12, *(mark for mark in marks if bar < mark < 1 - 1e-12)})
    upper = sum(integrate.quad(density, *part, epsabs=1e-12)[0] for part in itertools.pairwise(ends))
    return float(upper + integrate.quad(density, -1 + 1e-12, -bar, epsabs=1e-12)[0])


def test_r_power_is_the_integral_of_the_exact_density() -> None:
    rng = np.random.default_rng(6)
    for _ in range(POWER_GRID):
        n, alpha = log_uniform(rng, 4, 3000), log_uniform(rng, 1e-4, 0.4)
        rho = math.tanh(min(3, rng.uniform(0, 6) / math.sqrt(n)))
        bar = -stats.t.ppf(alpha / 2, n - 2)
        theirs = exact_r(rho, n, bar / math.sqrt(n - 2 + bar**2))
        assert power_r(rho, n, alpha, 2) == pytest.approx(theirs, abs=2e-7)


def test_r_power_one_sided_counts_one_tail() -> None:
    assert power_r(0.3, 30, 0.05, 1) > power_r(0.3, 30, 0.05, 2) > power_r(0.3, 30, 0.025, 1)


@pytest.mark.parametrize("n", [3, 4, 10, 1e3, 1e6, 1e9, 1e12])
def test_r_power_stays_within_bounds_and_never_falls(n: float) -> None:
    powers = [power_r(r, n, 0.05, 2) for r in (0, 1e-12, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999999)]
    assert powers[0] == pytest.approx(0.05, rel=1e-6)
    assert all(0 <= one <= 1 for one in powers)
    assert all(later >= one - 1e-8 for one, later in itertools.pairwise(powers))


@pytest.mark.parametrize("df1", [1, 2, 20, 1e4, 1e9])
@pytest.mark.parametrize("df2", DF)
def test_f_power_stays_within_bounds_and_never_falls_however_far_the_truth_is(df1: float, df2: float) -> None:
    for alpha in (1e-9, 0.05, 0.9):
        powers = [power_f(size, df1, df2, alpha) for size in FAR]
        assert powers[0] == alpha
        assert powers[-1] == pytest.approx(1, abs=1e-9)
        assert all(0 <= one <= 1 for one in powers)
        assert all(later >= one - 1e-8 for one, later in itertools.pairwise(powers))


def test_f_power_is_that_of_scipy_stats() -> None:
    rng = np.random.default_rng(3)
    for _ in range(POWER_GRID):
        df1, df2 = round(log_uniform(rng, 1, 100)), log_uniform(rng, 1, 1e6)
        alpha, size = log_uniform(rng, 1e-6, 0.5), log_uniform(rng, 1e-3, 300)
        theirs = stats.ncf.sf(stats.f.isf(alpha, df1, df2), df1, df2, size)
        assert power_f(size, df1, df2, alpha) == pytest.approx(theirs, abs=1e-9)


def test_f_power_with_one_contrast_is_the_square_of_t() -> None:
    rng = np.random.default_rng(4)
    for _ in range(POWER_GRID):
        df, alpha, ncp = log_uniform(rng, 1, 1e6), log_uniform(rng, 1e-6, 0.5), log_uniform(rng, 1e-3, 1e4)
        assert power_f(ncp**2, 1, df, alpha) == pytest.approx(power_t(ncp, df, alpha, 2), abs=1e-8)


def test_f_power_knows_no_seam_where_the_noncentrality_grows_vast() -> None:
    for df1, df2, alpha in ((1, 2, 1e-6), (3, 1.2, 1e-4), (50, 2, 1e-6)):
        below, above = (power_f(1e6 * (1 + step), df1, df2, alpha) for step in (-1e-10, 1e-10))
        assert 1e-4 < below < 1 - 1e-9, "or there is nothing to see"
        assert above == pytest.approx(below, rel=1e-8)


def test_chi_squared_power_is_that_of_scipy_stats() -> None:
    rng = np.random.default_rng(5)
    for _ in range(POWER_GRID):
        df, alpha = log_uniform(rng, 1, 1e9), log_uniform(rng, 1e-9, 0.9)
        size = rng.uniform(0, 8) * math.sqrt(2 * df)
        theirs = stats.ncx2.sf(stats.chi2.isf(alpha, df), df, size)
        assert power_chi2(size, df, alpha) == pytest.approx(theirs, abs=1e-9)


def test_chi_squared_power_with_one_degree_is_the_square_of_z() -> None:
    for shift in (0, 1e-3, 1, 2.8, 10, 1e6, 1e12):
        assert power_chi2(shift**2, 1, 0.05) == pytest.approx(power_z(shift, 0.05, 2), abs=1e-12)

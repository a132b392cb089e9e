"""Two shares compared: print, statsmodels, every table gone through, and studies done many times over."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats
from statsmodels.stats.power import NormalIndPower, normal_power_het, normal_sample_size_one_tail
from statsmodels.stats.proportion import power_proportions_2indep, proportion_effectsize

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.proportions import CALCULATOR, EXACT_MOST, proportions
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run

METHODS = ["pooled", "unpooled", "arcsine", "corrected", "exact"]
QUICK = ["pooled", "unpooled", "arcsine", "corrected"]

PRINTED = [
    (0.20, 0.15, 903, 906, 1209),
    (0.20, 0.18, 6036, 6039, 8081),
    (0.40, 0.35, 1468, 1471, 1965),
    (0.40, 0.32, 562, 564, 752),
    (0.50, 0.45, 1562, 1565, 2091),
    (0.50, 0.40, 385, 388, 515),
    (0.10, 0.07, 1353, 1356, 1811),
]


@pytest.mark.parametrize(("p1", "p2", "simple", "pooled", "ninety"), PRINTED)
def test_the_figures_printed_come_out(p1: float, p2: float, simple: int, pooled: int, ninety: int) -> None:
    assert proportions(p1=p1, p2=p2, method="normal").n_per_arm == simple
    assert proportions(p1=p1, p2=p2, method="pooled").n_per_arm == pooled
    assert proportions(p1=p1, p2=p2, method="normal", power=0.9).n_per_arm == ninety


def test_the_figures_of_diamond_and_of_30_against_25_per_cent_come_out() -> None:
    assert proportions(p1=0.424, p2=0.35, method="normal").n_per_arm == 677
    assert proportions(p1=0.424, p2=0.35, method="normal", power=0.9).n_per_arm == 906
    assert proportions(p1=0.3, p2=0.25, method="unpooled").exact["n_per_arm"] == pytest.approx(1247.97, abs=0.005)
    assert proportions(p1=0.3, p2=0.25, method="arcsine").exact["n_per_arm"] == pytest.approx(1249.58, abs=0.005)


def drawn(seed: int, most: float = 1e6) -> Iterator[tuple[float, float, float, float, float, int]]:
    """Two shares, rare ones among them, with the numbers in both groups, alpha and sides."""
    rng = np.random.default_rng(seed)
    for turn in range(POWER_GRID):
        p1, p2 = (log_uniform(rng, 1e-4, 0.9999) if turn % 2 else rng.uniform(1e-3, 0.999) for _ in range(2))
        n1 = log_uniform(rng, 2, most)
        n2 = n1 if turn % 3 else log_uniform(rng, 2, most)
        yield p1, p2, n1, n2, log_uniform(rng, 1e-4, 0.3), int(rng.integers(1, 3))


def aside(p1: float, p2: float, sides: int) -> str:
    return "two-sided" if sides == 2 else "larger" if p1 > p2 else "smaller"


def test_pooled_power_is_that_of_statsmodels() -> None:
    for p1, p2, n1, n2, alpha, sides in drawn(1):
        theirs = power_proportions_2indep(
            p1 - p2, p2, n1, n2 / n1, alpha, alternative=aside(p1, p2, sides), return_results=False
        )
        ours = proportions(p1=p1, p2=p2, n1=n1, n2=n2, alpha=alpha, sides=sides, method="pooled")
        assert ours.power == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def test_unpooled_power_is_that_of_statsmodels() -> None:
    for p1, p2, n1, n2, alpha, sides in drawn(2):
        spread = math.sqrt(p1 * (1 - p1) + p2 * (1 - p2) * n1 / n2)
        theirs = normal_power_het(p1 - p2, n1, alpha, spread, spread, alternative=aside(p1, p2, sides))
        ours = proportions(p1=p1, p2=p2, n1=n1, n2=n2, alpha=alpha, sides=sides, method="unpooled")
        assert ours.power == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def test_arcsine_power_is_that_of_statsmodels_by_the_shares_and_by_h() -> None:
    for p1, p2, n1, n2, alpha, sides in drawn(3):
        h = proportion_effectsize(p1, p2)
        theirs = NormalIndPower().power(h, n1, alpha, n2 / n1, aside(p1, p2, sides))
        by_shares = proportions(p1=p1, p2=p2, n1=n1, n2=n2, alpha=alpha, sides=sides, method="arcsine")
        by_h = proportions(h=h, n1=n1, n2=n2, alpha=alpha, sides=sides)
        assert (by_shares.power, by_h.power) == pytest.approx((theirs, theirs), rel=1e-6, abs=1e-12)


def test_corrected_power_is_that_of_the_formula_for_numbers_turned_round() -> None:
    """Fleiss, Tytun and Ury 1980: the pooled number, and then the correction."""
    for p1, p2, _, _, alpha, _ in drawn(4):
        ratio, change = 1.5, abs(p1 - p2)
        both = (p1 + ratio * p2) / (1 + ratio)
        none, some = both * (1 - both) * (1 + 1 / ratio), p1 * (1 - p1) + p2 * (1 - p2) / ratio
        raw = normal_sample_size_one_tail(change, 0.8, alpha, math.sqrt(none), math.sqrt(some))
        more = raw / 4 * (1 + math.sqrt(1 + 2 * (1 + ratio) / (ratio * raw * change))) ** 2
        ours = proportions(p1=p1, p2=p2, ratio=ratio, alpha=alpha, sides=1, method="corrected")
        assert ours.exact["n1"] == pytest.approx(max(1, more), rel=1e-6)


def tables(n1: int, n2: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return np.arange(n1 + 1)[:, None], np.arange(n2 + 1)[None, :]


def test_the_power_of_fishers_test_is_that_of_all_tables_gone_through() -> None:
    for p1, p2, most1, most2, alpha, sides in drawn(5, most=60):
        n1, n2 = int(most1), int(most2)
        first, second = tables(n1, n2)
        above = stats.hypergeom.sf(first - 1, n1 + n2, n1, first + second)
        below = stats.hypergeom.cdf(first, n1 + n2, n1, first + second)
        tail = np.minimum(above, below) * 2 if sides == 2 else below if p2 > p1 else above
        chances = stats.binom.pmf(first, n1, p1) * stats.binom.pmf(second, n2, p2)
        ours = proportions(p1=p1, p2=p2, n1=n1, n2=n2, alpha=alpha, sides=sides, method="exact")
        assert ours.power == pytest.approx((chances * (tail <= alpha * (1 + 1e-9))).sum(), rel=1e-6, abs=1e-9)


def test_with_groups_of_one_size_fishers_test_is_the_one_that_analysts_run() -> None:
    p1, p2, n = 0.6, 0.15, 14
    first, second = tables(n, n)
    chances = stats.binom.pmf(first, n, p1) * stats.binom.pmf(second, n, p2)
    power = sum(
        chances[a, b]
        for a in range(n + 1)
        for b in range(n + 1)
        if stats.fisher_exact([[a, n - a], [b, n - b]]).pvalue <= 0.05
    )
    assert proportions(p1=p1, p2=p2, n=n, method="exact").power == pytest.approx(power, rel=1e-6)


@pytest.mark.parametrize(
    ("p1", "p2", "ratio", "power"),
    [(0.5, 0.2, 1, 0.8), (0.05, 0.0, 0.5, 0.8), (0.06, 0.23, 1, 0.5), (0.4, 0.0, 2, 0.9), (0.9, 0.7, 1.5, 0.9)],
)
def test_from_the_exact_number_on_power_never_falls_short_again(
    p1: float, p2: float, ratio: float, power: float
) -> None:
    found = proportions(p1=p1, p2=p2, ratio=ratio, power=power, method="exact").n1
    assert found
    reached = [
        (proportions(p1=p1, p2=p2, n1=n, n2=ratio * n, method="exact").power or 0) >= power
        for n in range(max(2, found - 1), 2 * found)
    ]
    assert not reached[0], "so that it is the smallest"
    assert all(reached[1:])


@pytest.mark.parametrize("method", METHODS)
def test_the_number_found_gives_the_power_wanted_and_one_fewer_does_not(method: str) -> None:
    n = proportions(p1=0.3, p2=0.15, method=method).n_per_arm
    assert n
    assert (proportions(p1=0.3, p2=0.15, n=n, method=method).power or 0) >= 0.8
    assert (proportions(p1=0.3, p2=0.15, n=n - 1, method=method).power or 1) < 0.8


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("p2", [0.2, 0.4])
def test_the_smallest_change_has_just_the_power_wanted(method: str, p2: float) -> None:
    result = proportions(p1=0.3, p2=p2, n=150, method=method)
    assert result.mdes
    back = proportions(p1=0.3, p2=0.3 + math.copysign(result.mdes, p2 - 0.3), n=150, method=method)
    assert back.power == pytest.approx(0.8, abs=1e-9)


@pytest.mark.parametrize("method", QUICK)
def test_more_people_or_a_larger_change_never_lower_power(method: str) -> None:
    for p1, p2, n1, n2, alpha, sides in drawn(6):
        now = proportions(p1=p1, p2=p2, n1=n1, n2=n2, alpha=alpha, sides=sides, method=method).power or 0
        more = proportions(p1=p1, p2=p2, n1=n1 * 1.1, n2=n2 * 1.1, alpha=alpha, sides=sides, method=method).power or 0
        further = p2 + 0.1 * ((1 if p2 > p1 else 0) - p2)
        larger = proportions(p1=p1, p2=further, n1=n1, n2=n2, alpha=alpha, sides=sides, method=method).power or 0
        assert more >= now - 1e-9
        assert larger >= now - 1e-9 or now < 0.35, "where a pooled bar rises faster than the change, power is small"


def test_unequal_groups_of_as_many_people_never_gain_where_shares_are_alike() -> None:
    totals = [proportions(p1=0.5, p2=0.45, ratio=ratio, method="unpooled").exact["n_total"] for ratio in (1, 1.5, 3, 9)]
    assert totals == sorted(totals)


@pytest.mark.parametrize(("method", "correction"), [("pooled", False), ("corrected", True)])
@pytest.mark.parametrize(("shares", "sizes"), [((0.3, 0.2), (300, 300)), ((0.5, 0.6), (500, 250))])
def test_studies_by_the_chi_squared_test_find_it_as_often(
    method: str, correction: bool, shares: tuple[float, float], sizes: tuple[int, int]
) -> None:
    rng, times = studies(11)
    (p1, p2), (n1, n2) = shares, sizes
    ones, twos = rng.binomial(n1, p1, times), rng.binomial(n2, p2, times)
    apart = np.abs(ones / n1 - twos / n2) - correction * (1 / n1 + 1 / n2) / 2
    both = (ones + twos) / (n1 + n2)
    statistic = np.maximum(0, apart) ** 2 / (both * (1 - both) * (1 / n1 + 1 / n2))
    power = proportions(p1=p1, p2=p2, n1=n1, n2=n2, method=method).power
    assert power
    assert_simulated(statistic > stats.chi2.isf(0.05, 1), power)


def test_studies_by_fishers_test_find_it_as_often() -> None:
    rng, times = studies(12)
    ones, twos = rng.binomial(40, 0.1, times), rng.binomial(40, 0.35, times)
    kept = {
        (a, b): stats.fisher_exact([[a, 40 - a], [b, 40 - b]]).pvalue <= 0.05
        for a, b in set(zip(ones.tolist(), twos.tolist(), strict=True))
    }
    power = proportions(p1=0.1, p2=0.35, n=40, method="exact").power
    assert power
    assert_simulated(np.array([kept[pair] for pair in zip(ones.tolist(), twos.tolist(), strict=True)]), power)


def test_a_change_is_looked_for_downwards_and_upwards_only_where_no_fall_could_be_seen() -> None:
    down, up = proportions(p1=0.3, n=400), proportions(p1=0.02, n=100)
    assert down.mdes
    assert up.mdes
    assert proportions(p1=0.3, p2=0.3 - down.mdes, n=400).power == pytest.approx(0.8)
    assert proportions(p1=0.02, p2=0.02 + up.mdes, n=100).power == pytest.approx(0.8)
    assert down.assumptions != up.assumptions
    assert not down.warnings
    assert up.warnings


def test_where_what_is_rare_is_the_trouble_a_warning_says_so() -> None:
    assert proportions(p1=0.01, p2=0.005, n=200).warnings, "two cases are expected, or one"
    assert proportions(p1=0.99, p2=0.995, n=200).warnings, "two are expected not to have it"
    assert proportions(p1=0.04, p2=0.03, n=1000).warnings, "forty cases, and power falls short"
    assert not proportions(p1=0.4, p2=0.39, n=1000).warnings, "power falls short, but not for lack of cases"
    assert not proportions(p1=0.04, p2=0.01, n=1000).warnings


def test_what_could_not_be_seen_that_way_is_left_out() -> None:
    result = proportions(p1=0.02, p2=0.01, n=60)
    assert result.mdes is None
    assert result.power
    assert result.warnings
    assert proportions(h=0.1, n=1).mdes is None


@pytest.mark.parametrize(
    "given",
    [
        {"p1": 0.3, "n": 3},
        {"p1": 0.3, "p2": 0.3},
        {"p1": 0.3},
        {"p2": 0.3, "n": 100},
        {"n": 100},
        {"p1": 0.3, "p2": 0.2, "n": 0.5},
        {"h": 0},
        {"h": 0.2, "method": "exact"},
        {"p1": 0.3, "p2": 0.2, "n": EXACT_MOST, "method": "exact"},
        {"p1": 0.3, "p2": 0.29, "method": "exact"},
        {"p1": 0.3, "p2": 0.2, "ratio": EXACT_MOST, "method": "exact"},
        {"p1": 0.3, "p2": 0.3 + 1e-10},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float | str]) -> None:
    with pytest.raises(Refused):
        proportions(**given)  # type: ignore[arg-type]


def test_h_alone_is_worked_out_by_arcsine_and_says_so() -> None:
    assert proportions(h=0.2).method == "arcsine"
    assert proportions(h=-0.2).exact["n1"] == pytest.approx(NormalIndPower().solve_power(0.2, None, 0.05, 0.8))


def test_people_lost_and_people_not_reached_are_made_up_for() -> None:
    plain, lost = run(CALCULATOR, {"p1": 0.3, "p2": 0.26}), run(CALCULATOR, {"p1": 0.3, "p2": 0.26, "attrition": 0.2})
    reached = run(CALCULATOR, {"p1": 0.3, "p2": 0.25, "take_up": 0.8})
    assert lost.exact["n1"] == pytest.approx(plain.exact["n1"] / 0.8)
    assert reached.exact["n1"] == pytest.approx(plain.exact["n1"])
    assert reached.mdes == pytest.approx(0.05)


def test_a_fall_below_nothing_is_not_offered_where_few_are_reached() -> None:
    assert run(CALCULATOR, {"p1": 0.1, "n": 200}).mdes
    with pytest.raises(Refused):
        run(CALCULATOR, {"p1": 0.1, "n": 200, "take_up": 0.5})
    assert run(CALCULATOR, {"p1": 0.1, "p2": 0.05, "n": 200, "take_up": 0.5}).mdes is None

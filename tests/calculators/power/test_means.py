"""Two groups compared on a mean, set beside statsmodels, figures from print and studies done many times over."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from tests.calculators.power.grid import by_statsmodels, log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.means import CALCULATOR, means
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run

PRINTED = {
    0.8: {0.1: 1570, 0.12: 1091, 0.15: 698, 0.2: 393, 0.24: 273, 0.25: 252, 0.3: 175, 0.4: 99, 0.5: 63, 0.8: 25},
    0.9: {0.1: 2102, 0.12: 1460, 0.15: 934, 0.2: 526, 0.24: 365, 0.25: 337, 0.3: 234, 0.4: 132, 0.5: 85, 0.8: 33},
}


@pytest.mark.parametrize(("power", "d"), [(power, d) for power, by_d in PRINTED.items() for d in by_d])
def test_the_normal_method_gives_the_printed_numbers(power: float, d: float) -> None:
    assert means(d=d, power=power, method="normal").n_per_arm == PRINTED[power][d]


def test_a_baseline_gives_the_printed_numbers() -> None:
    assert means(d=0.2, correlation=0.5, method="normal").n_per_arm == 295
    assert means(d=0.2, correlation=0.7, method="normal").n_per_arm in {201, 202}  # 200.1 and a part


@pytest.mark.parametrize(("d", "exact", "count"), [(0.2, 393.406, 394), (0.5, 63.766, 64)])
def test_the_t_test_gives_the_printed_numbers(d: float, exact: float, count: int) -> None:
    result = means(d=d)
    assert result.exact["n_per_arm"] == pytest.approx(exact, abs=0.0005)
    assert (result.n_per_arm, result.n_total, result.method) == (count, 2 * count, "t")


@pytest.mark.parametrize(
    ("people", "mdes"), [(100, 0.56), (200, 0.40), (400, 0.28), (600, 0.23), (1000, 0.18), (1600, 0.14), (3200, 0.10)]
)
def test_the_smallest_change_is_the_printed_one(people: int, mdes: float) -> None:
    assert means(n=people / 2, method="normal").mdes == pytest.approx(mdes, abs=0.0051)


def cases(seed: int) -> Any:
    """Effects, numbers in two groups, alpha and sides, where the other implementation keeps its digits."""
    rng = np.random.default_rng(seed)
    for _ in range(POWER_GRID):
        n1, ratio = log_uniform(rng, 3, 1e5), log_uniform(rng, 0.7, 10)
        shift = log_uniform(rng, 0.01, 8)
        d = shift / math.sqrt(n1 * ratio / (1 + ratio))
        yield d, n1, ratio, log_uniform(rng, 1e-5, 0.3), int(rng.integers(1, 3))


@pytest.mark.parametrize(("method", "theirs"), [("t", TTestIndPower()), ("normal", NormalIndPower())])
def test_power_is_that_of_statsmodels(method: str, theirs: Any) -> None:
    for d, n1, ratio, alpha, sides in cases(1):
        ours = means(d=d, n1=n1, ratio=ratio, alpha=alpha, sides=sides, method=method).power
        assert ours == pytest.approx(by_statsmodels(theirs, d, n1, alpha, sides, ratio=ratio), rel=1e-6)


@pytest.mark.parametrize(("method", "theirs"), [("t", TTestIndPower()), ("normal", NormalIndPower())])
def test_what_is_worked_out_has_the_power_wanted_by_statsmodels(method: str, theirs: Any) -> None:
    for d, n1, ratio, alpha, sides in itertools.islice(cases(2), POWER_GRID // 3):
        wanted = max(0.5, 2 * alpha)
        given = {"ratio": ratio, "alpha": alpha, "sides": sides, "power": wanted, "method": method}
        effect = means(n1=n1, **given).mdes
        assert by_statsmodels(theirs, effect, n1, alpha, sides, ratio=ratio) == pytest.approx(wanted, rel=1e-6)
        size = means(d=d, **given).exact["n1"]
        if size > 3 and size * ratio > 3:  # at the smallest, power is more than was wanted
            assert by_statsmodels(theirs, d, size, alpha, sides, ratio=ratio) == pytest.approx(wanted, rel=1e-6)


def test_own_units_and_standard_deviations_say_the_same() -> None:
    plain = means(d=0.25)
    for result in (means(difference=5, sd=20), means(mean1=50, mean2=45, sd=20), means(d=0.25, sd=20)):
        assert result.exact == pytest.approx(plain.exact)
        assert result.mdes == 5
    assert means(difference=5, sd1=20, sd2=20).exact == pytest.approx(plain.exact)
    assert means(n=50, sd=20).mdes == pytest.approx(20 * means(n=50).mdes)


@pytest.mark.parametrize("scale", [1e-9, 1e9])
def test_the_unit_does_not_matter(scale: float) -> None:
    assert means(n=50, sd=scale).mdes == pytest.approx(scale * means(n=50).mdes, rel=1e-9)
    assert means(n1=50, n2=80, sd1=scale, sd2=3 * scale).mdes == pytest.approx(
        scale * means(n1=50, n2=80, sd1=1, sd2=3).mdes, rel=1e-9
    )


def test_two_spreads_agree_with_studies_done_by_welch() -> None:
    for n1, n2, sd1, sd2, change in ((10, 25, 3, 1, 2.5), (40, 12, 1, 2, 1.6), (30, 30, 1, 4, 2)):
        rng, times = studies(3)
        one = rng.normal(0, sd1, (times, n1))
        two = rng.normal(change, sd2, (times, n2))
        found = stats.ttest_ind(one, two, axis=1, equal_var=False).pvalue < 0.05
        assert_simulated(found, means(difference=change, sd1=sd1, sd2=sd2, n1=n1, n2=n2).power)


def test_unequal_numbers_agree_with_studies_done_by_student() -> None:
    rng, times = studies(4)
    found = stats.ttest_ind(rng.normal(0, 1, (times, 8)), rng.normal(0.9, 1, (times, 40)), axis=1).pvalue < 0.05
    assert_simulated(found, means(d=0.9, n1=8, n2=40).power)


@pytest.mark.parametrize(
    ("n1", "n2", "change", "correlation"), [(6, 6, 1.2, 0.6), (20, 20, 0.7, 0.5), (8, 25, 0.8, 0.5)]
)
def test_a_baseline_agrees_with_studies_that_adjust_for_it(n1: int, n2: int, change: float, correlation: float) -> None:
    rng, times = studies(5)
    group = np.repeat([0.0, 1.0], [n1, n2])
    before = rng.standard_normal((times, n1 + n2))
    luck = math.sqrt(1 - correlation**2) * rng.standard_normal((times, n1 + n2))
    found = adjusted(group, before, correlation * before + luck + change * group) < 0.05
    assert_simulated(found, means(d=change, n1=n1, n2=n2, correlation=correlation).power)


def adjusted(group: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The p-values of the group in regressions on group and figures from before, a study in each row."""
    table = np.stack([np.ones_like(before), np.broadcast_to(group, before.shape), before], axis=2)
    inner = np.linalg.inv(np.einsum("sij,sik->sjk", table, table))
    fitted = np.einsum("sjk,sik,si->sj", inner, table, after)
    left = after - np.einsum("sij,sj->si", table, fitted)
    df = before.shape[1] - 3
    error = np.sqrt(np.sum(left**2, axis=1) / df * inner[:, 1, 1])
    return 2 * stats.t.sf(np.abs(fitted[:, 1] / error), df)


@pytest.mark.parametrize("method", ["t", "normal"])
def test_a_larger_change_more_people_or_a_better_baseline_never_lowers_power(method: str) -> None:
    rng = np.random.default_rng(6)
    for _ in range(POWER_GRID):
        n1, n2 = log_uniform(rng, 4, 1e4), log_uniform(rng, 4, 1e4)
        given = {
            "difference": log_uniform(rng, 1e-3, 5),
            "sd1": log_uniform(rng, 0.1, 10),
            "sd2": log_uniform(rng, 0.1, 10),
            "correlation": rng.uniform(0.01, 0.9),
            "alpha": log_uniform(rng, 1e-4, 0.2),
        }
        power = means(n1=n1, n2=n2, method=method, **given).power
        more = log_uniform(rng, 1, 3)
        assert means(n1=n1 * more, n2=n2 * more, method=method, **given).power >= power - 1e-12
        for name, larger in (("difference", given["difference"] * more), ("correlation", given["correlation"] * 1.1)):
            assert means(n1=n1, n2=n2, method=method, **{**given, name: larger}).power >= power - 1e-12


def test_which_way_the_change_goes_does_not_matter() -> None:
    assert means(d=-0.2).exact == means(d=0.2).exact
    assert means(d=-0.2, n=50).power == means(d=0.2, n=50).power


def test_covariates_cost_a_little_and_what_they_explain_repays_it() -> None:
    plain = means(d=0.5)
    assert plain.exact["n1"] < means(d=0.5, covariates=5).exact["n1"] < plain.exact["n1"] + 5
    assert means(d=0.5, covariates=5, r2=0.3).exact["n1"] < plain.exact["n1"]
    assert means(d=0.5, covariates=5, method="normal").exact == means(d=0.5, method="normal").exact


def test_unequal_groups_are_rounded_up_each_by_itself() -> None:
    result = means(d=0.3, ratio=2.5)
    assert result.n_per_arm is None
    assert result.exact["n2"] == pytest.approx(2.5 * result.exact["n1"])
    assert result.n_total == result.n1 + result.n2


def test_one_group_and_the_ratio_give_the_other() -> None:
    assert means(d=0.3, n2=100, ratio=2).n1 == 50
    assert means(d=0.3, n=50, ratio=2).n2 == 100


def test_with_sample_and_effect_given_both_power_and_the_smallest_change_come_out() -> None:
    result = means(d=0.2, n=100, power=0.9)
    assert result.solved == "power"
    assert means(d=result.mdes, n=100).power == pytest.approx(0.9)


def test_where_no_change_could_be_seen_power_is_still_told() -> None:
    given = {"n": 2, "alpha": 1e-13, "covariates": 1}
    assert means(d=1, **given).mdes is None
    with pytest.raises(Refused):
        means(**given)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"sd": 3},
        {"d": 0, "n": 10},
        {"mean1": 3, "mean2": 3, "sd": 1},
        {"difference": 5},
        {"mean1": 3, "mean2": 4, "n": 50},
        {"d": 0.2, "sd1": 1, "sd2": 2},
        {"d": 0.2, "n": 1},
        {"d": 0.2, "n": 2, "covariates": 2},
        {"d": 0.2, "n1": 50, "n2": 60, "ratio": 2},
        {"d": 1e-9, "alpha": 1e-9},
        {"d": 0.2, "difference": 5, "sd": 20},
        {"difference": 5, "mean1": 3, "mean2": 8, "sd": 20},
        {"mean1": 3, "sd": 20, "n": 50},
        {"d": 0.2, "n": 50, "n1": 50},
        {"d": 0.2, "n": 50, "n2": 50},
        {"difference": 5, "sd": 20, "sd1": 20, "sd2": 20},
        {"difference": 5, "sd1": 20},
        {"d": 0.2, "sd": 0},
        {"d": 0.2, "ratio": 0},
        {"d": 0.2, "correlation": 1},
        {"d": 0.2, "r2": 1},
        {"d": math.nan},
        {"d": math.inf},
        {"d": 0.2, "n": -5},
    ],
    ids=str,
)
def test_what_contradicts_itself_or_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)


def test_both_numbers_may_come_with_the_ratio_that_they_have() -> None:
    assert run(CALCULATOR, {"d": 0.2, "n1": 50, "n2": 100, "ratio": 2}).n_total == 150


def test_welch_with_many_covariates_and_few_people_is_still_answered() -> None:
    given = {"difference": 3, "sd1": 5, "sd2": 0.1, "n1": 3, "n2": 12, "covariates": 10}
    assert 0.05 < means(**given).power < 1

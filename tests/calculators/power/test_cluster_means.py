from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from tests.calculators.power.covariance import alike, contrast_error, gls_error
from tests.calculators.power.elsewhere import t_power
from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.cluster_means import CALCULATOR, cluster_means, standard_error
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


@pytest.mark.parametrize(("m", "clusters"), [(20, (24, 28, 39, 57)), (50, (12, 16, 28, 47)), (100, (8, 12, 24, 43))])
def test_it_finds_the_published_numbers_of_clusters(m: int, clusters: tuple[int, ...]) -> None:
    found = [cluster_means(d=0.2, icc=icc, m=m, method="normal") for icc in (0.01, 0.02, 0.05, 0.1)]
    assert tuple(result.clusters_per_arm for result in found) == clusters
    assert [result.n_per_arm for result in found] == [m * k for k in clusters]


@pytest.mark.parametrize(("icc", "least"), [(0.01, 3.9), (0.02, 7.8), (0.05, 19.6), (0.1, 39.2)])
def test_no_number_of_people_makes_up_for_too_few_clusters(icc: float, least: float) -> None:
    """k must be above n times the ICC (Hemming and others 2011)."""
    with pytest.raises(Refused) as refused:
        cluster_means(d=0.2, icc=icc, k=math.floor(least), method="normal")
    floor = cluster_means(icc=icc, m=20, k=math.floor(least), method="normal").floor
    assert floor is not None
    assert f"{floor:.3g}" in str(refused.value)
    assert f" {math.ceil(least)} on" in str(refused.value)
    assert "more people" not in str(refused.value).lower()
    enough = cluster_means(d=0.2, icc=icc, k=math.ceil(least), method="normal")
    assert enough.floor is not None
    assert enough.floor < 0.2


@pytest.mark.parametrize(
    ("m", "icc", "cv", "deff"),
    [
        (50, 0.02, 0, 1.98),
        (100, 0.05, 0, 5.95),
        (20, 0.05, 0, 1.95),
        (50, 0.05, 0, 3.45),
        (100, 0.01, 0, 1.99),
        (100, 0.05, 0.6, 7.75),
    ],
)
def test_its_design_effect_is_the_published_one(m: int, icc: float, cv: float, deff: float) -> None:
    result = cluster_means(icc=icc, m=m, cv=cv, k=10)
    assert result.design_effect == pytest.approx(deff, abs=1e-9)


@pytest.mark.parametrize(
    ("given", "mdes"),
    [
        ({"k": 5, "m": 100}, 0.493),
        ({"k": 10, "m": 100}, 0.323),
        ({"k": 16, "m": 200}, 0.240),
        ({"k1": 20, "k2": 30, "m": 40}, 0.224),
        ({"k1": 30, "k2": 20, "m": 40}, 0.224),
    ],
)
def test_the_smallest_detectable_change_is_the_published_one(given: dict[str, float], mdes: float) -> None:
    assert cluster_means(icc=0.05, method="t-sum", **given).mdes == pytest.approx(mdes, abs=5e-4)


@pytest.mark.parametrize(("k", "floor"), [(2, 1.199), (4, 0.530), (5, 0.452), (10, 0.296), (16, 0.229)])
def test_the_floor_is_the_published_one_whatever_the_size_of_clusters(k: int, floor: float) -> None:
    for m in (1, 20, 1e6):
        assert cluster_means(icc=0.05, k=k, m=m, method="t-sum").floor == pytest.approx(floor, abs=5e-4)


def test_it_agrees_with_the_examples_of_another_program() -> None:
    """clusterPower's `cpa.normal`, with a variance of 5 and a difference of 1."""
    assert cluster_means(difference=1, sd=math.sqrt(5), icc=0.1, m=10).clusters_per_arm == 16
    sixteen = cluster_means(difference=1, sd=math.sqrt(5), icc=0.1, m=10, k=16)
    assert sixteen.power == pytest.approx(0.801766, abs=2e-6)


def _cases(seed: int) -> list[dict[str, float]]:
    """Of all sorts, as a person or a tester would give them."""
    rng = np.random.default_rng(seed)
    return [
        {
            "d": log_uniform(rng, 0.01, 3),
            "icc": float(rng.choice([0, 1, log_uniform(rng, 1e-4, 1)], p=[0.05, 0.05, 0.9])),
            "m": log_uniform(rng, 1, 5000),
            "cv": float(rng.choice([0, rng.uniform(0, 2)])),
            "k1": int(log_uniform(rng, 2, 400)),
            "k2": int(log_uniform(rng, 2, 400)),
            "r2_individual": float(rng.choice([0, rng.uniform(0, 0.9)])),
            "r2_cluster": float(rng.choice([0, rng.uniform(0, 0.9)])),
            "alpha": float(rng.choice([0.001, 0.05, 0.2])),
            "sides": int(rng.integers(1, 3)),
        }
        for _ in range(POWER_GRID)
    ]


def _size(case: dict[str, float]) -> float:
    """The effect in standard deviations of cluster means: a t test is then all there is to it."""
    between = case["icc"] * (1 + case["cv"] ** 2) * (1 - case["r2_cluster"])
    return case["d"] / math.sqrt(between + (1 - case["icc"]) * (1 - case["r2_individual"]) / case["m"])


def test_power_is_that_of_a_t_test_of_cluster_means_in_another_implementation() -> None:
    for case in _cases(1):
        theirs = t_power(_size(case), case["k1"], case["k2"], case["alpha"], int(case["sides"]))
        assert cluster_means(**case).power == pytest.approx(theirs, rel=1e-6), case


def test_normal_power_is_that_of_another_implementation() -> None:
    for case in _cases(2):
        ours = cluster_means(**case, method="normal").power
        side = "two-sided" if case["sides"] == 2 else "larger"
        ratio = case["k2"] / case["k1"]
        theirs = NormalIndPower().power(_size(case), case["k1"], case["alpha"], ratio, alternative=side)
        assert ours == pytest.approx(float(theirs), rel=1e-6), case


def test_the_t_sum_is_the_formula_as_it_is_printed() -> None:
    for case in _cases(3):
        df = case["k1"] + case["k2"] - 2
        quantiles = stats.t.ppf(1 - case["alpha"] / case["sides"], df) + stats.t.ppf(0.8, df)
        error = case["d"] / _size(case) * math.sqrt(1 / case["k1"] + 1 / case["k2"])
        ours = cluster_means(**{**case, "d": None}, method="t-sum")
        assert ours.mdes == pytest.approx(quantiles * error, rel=1e-6), case
        given = cluster_means(**{**case, "d": quantiles * error}, method="t-sum")
        assert given.power == pytest.approx(0.8, abs=1e-6), case


@pytest.mark.parametrize("method", ["t", "normal", "t-sum"])
def test_what_is_worked_out_reaches_the_power_wanted_and_no_more(method: str) -> None:
    for case in _cases(4)[::3]:
        few = {name: case[name] for name in ("d", "icc", "m", "cv", "alpha", "sides")}
        try:
            k = cluster_means(**few, power=0.9, method=method).exact["clusters_per_arm"]
        except Refused:
            continue
        if k > 2:
            at = [standard_error(case["icc"], case["m"], case["cv"], n, n) for n in (k, 0.999 * k)]
            powers = [
                _power(case["d"] / error, {**case, "k1": n, "k2": n}, method)
                for error, n in zip(at, (k, 0.999 * k), strict=True)
            ]
            assert powers[0] == pytest.approx(0.9, abs=1e-6), case
            assert powers[1] < 0.9, case


def _power(shift: float, case: dict[str, float], method: str) -> float:
    tail, df = 1 - case["alpha"] / case["sides"], case["k1"] + case["k2"] - 2
    if method == "normal":
        bar = stats.norm.ppf(tail)
        return float(stats.norm.sf(bar - shift) + (stats.norm.cdf(-bar - shift) if case["sides"] == 2 else 0))
    bar = stats.t.ppf(tail, df)
    if method == "t-sum":
        return float(stats.t.cdf(shift - bar, df))
    other = float(stats.nct.sf(bar, df, -shift)) if case["sides"] == 2 else 0
    return float(stats.nct.sf(bar, df, shift)) + (0 if math.isnan(other) else other)


def test_the_size_of_cluster_worked_out_reaches_the_power_wanted() -> None:
    for case in _cases(5)[::3]:
        fixed = {**case, "m": None}
        try:
            n1 = cluster_means(**fixed).exact["n1"]
        except Refused:
            assert cluster_means(**{**case, "m": 1e7, "d": None}).mdes >= case["d"] * (1 - 1e-9), case
            continue
        m = n1 / case["k1"]
        power = cluster_means(**{**case, "m": m}).power
        assert power is not None
        assert power == pytest.approx(0.8, abs=1e-6) or (m == 1 and power > 0.8), case


@pytest.mark.parametrize("method", ["t", "normal"])
def test_more_of_anything_but_likeness_never_lowers_power(method: str) -> None:
    for case in _cases(6)[::10]:
        plain = {**case, "r2_individual": 0, "r2_cluster": 0}
        for name, factors in {
            "d": (1, 1.1, 2),
            "m": (1, 1.1, 10),
            "k1": (1, 2, 5),
            "k2": (1, 2, 5),
            "icc": (1, 0.9, 0.1),
            "cv": (1, 0.9, 0.1),
        }.items():
            powers = [cluster_means(**{**plain, name: plain[name] * factor}, method=method).power for factor in factors]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, plain, powers)


def test_the_error_is_that_of_all_people_with_sizes_that_differ() -> None:
    sizes = [5, 10, 30, 15, 20, 40]
    mean = np.mean(sizes)
    weights = np.concatenate([np.full(sum(sizes), 1 / sum(sizes)), np.full(sum(sizes), -1 / sum(sizes))])
    theirs = contrast_error(weights, alike(sizes * 2, 0.07))
    ours = standard_error(0.07, float(mean), float(np.std(sizes) / mean), 6, 6)
    assert ours == pytest.approx(theirs, rel=1e-9)


def test_the_error_is_that_of_generalised_least_squares_with_figures_from_before() -> None:
    """Facts about people explain 0.3 of the spread in clusters and facts about clusters 0.6 of that between them."""
    k1, k2, m, icc = 4, 6, 5, 0.2
    rng = np.random.default_rng(1)
    scheme = np.repeat([0.0] * k1 + [1.0] * k2, m)
    ones = np.ones_like(scheme)
    cluster = np.repeat(_unrelated(rng.normal(size=k1 + k2), np.repeat([0.0, 1.0], [k1, k2])), m)
    person = rng.normal(size=(k1 + k2, m))
    person = (person - person.mean(axis=1, keepdims=True)).ravel()
    covariance = np.kron(np.eye(k1 + k2), icc * 0.4 * np.ones((m, m)) + (1 - icc) * 0.7 * np.eye(m))
    theirs = gls_error(np.column_stack([ones, person, cluster, scheme]), covariance)
    ours = standard_error(icc, m, 0, k2, k1, r2_individual=0.3, r2_cluster=0.6)
    assert ours == pytest.approx(theirs, rel=1e-9)


def _unrelated(values: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """The groups drawn so well that they are alike on average."""
    return np.concatenate([values[groups == one] - values[groups == one].mean() for one in (0.0, 1.0)])


def test_the_error_has_a_floor_where_clusters_are_without_end() -> None:
    assert standard_error(0.05, math.inf, 0, 10, 10) == pytest.approx(math.sqrt(0.05 * 2 / 10))
    assert standard_error(0, math.inf, 0, 10, 10) == 0


@pytest.mark.parametrize(("k1", "k2", "d"), [(6, 6, 0.6), (5, 12, 0.6), (2, 2, 2.0)])
def test_power_is_what_simulated_people_give(k1: int, k2: int, d: float) -> None:
    icc, m = 0.1, 12
    rng = np.random.default_rng(3)
    scheme = np.repeat([0.0, d], [k1, k2])
    clusters = scheme + math.sqrt(icc) * rng.normal(size=(POWER_SIMULATED, k1 + k2))
    people = clusters[:, :, None] + math.sqrt(1 - icc) * rng.normal(size=(POWER_SIMULATED, k1 + k2, m))
    means = people.mean(axis=2)
    seen = float(np.mean(stats.ttest_ind(means[:, :k1], means[:, k1:], axis=1).pvalue < 0.05))
    power = cluster_means(d=d, icc=icc, m=m, k1=k1, k2=k2).power
    assert power is not None
    assert abs(seen - power) < 3 * math.sqrt(power * (1 - power) / POWER_SIMULATED)


def test_all_alike_in_a_cluster_leaves_one_figure_for_each() -> None:
    one, many = (cluster_means(d=1, icc=1, m=m, k=20).power for m in (1, 1000))
    assert one == many == pytest.approx(t_power(1, 20, 20), rel=1e-9)


def test_no_one_alike_leaves_people_as_they_are() -> None:
    result = cluster_means(d=0.5, icc=0, m=1)
    assert result.exact["clusters_per_arm"] == pytest.approx(
        TTestIndPower().solve_power(0.5, alpha=0.05, power=0.8), rel=1e-6
    )
    assert result.floor == 0


def test_clusters_in_all_are_parted_as_evenly_as_can_be() -> None:
    odd = cluster_means(d=0.5, icc=0.05, m=20, k_total=21)
    assert odd.clusters_total == 21
    assert odd.clusters_per_arm is None
    assert odd.power == cluster_means(d=0.5, icc=0.05, m=20, k1=10, k2=11).power
    assert cluster_means(d=0.5, icc=0.05, m=20, k_total=20).clusters_per_arm == 10


def test_one_side_may_be_told_apart_from_the_usual_number() -> None:
    told = cluster_means(d=0.5, icc=0.05, m=20, k=10, k2=12)
    assert told.power == cluster_means(d=0.5, icc=0.05, m=20, k1=10, k2=12).power


def test_the_change_may_be_in_its_own_units() -> None:
    own = cluster_means(difference=-3, sd=15, icc=0.05, m=50)
    assert own.exact == cluster_means(d=0.2, icc=0.05, m=50).exact
    assert own.mdes == pytest.approx(3)
    assert cluster_means(sd=15, icc=0.05, m=50, k=30).mdes == pytest.approx(
        15 * (cluster_means(icc=0.05, m=50, k=30).mdes or 0)
    )


@pytest.mark.parametrize(
    "given",
    [
        {"d": 0.2, "icc": 0.05, "m": 50, "k": 1},
        {"d": 0.2, "icc": 0.05, "m": 50, "k1": 1, "k2": 30},
        {"d": 0.2, "icc": 0.05, "m": 50, "k_total": 3},
        {"d": 0.2, "icc": 0.05, "m": 50, "k": 3, "covariates": 4},
        {"d": 0.2, "icc": 0.05, "m": 50, "k1": 3},
        {"d": 0.2, "icc": 0.05, "m": 50, "k2": 3},
        {"d": 0, "icc": 0.05, "m": 50, "k": 10},
        {"d": 0.2, "m": 50, "k": 10},
        {"difference": 3, "icc": 0.05, "m": 50},
        {"d": 0.2, "icc": 0.05},
        {"d": 0.2, "difference": 3, "sd": 15, "icc": 0.05, "m": 50},
        {"d": 0.2, "icc": 0.05, "m": 50, "k": 10, "k_total": 20},
        {"d": 0.2, "icc": 0.05, "m": 50, "k1": 10, "k_total": 20},
        {"d": 0.2, "icc": 0.05, "m": 50, "k": 10, "k1": 10, "k2": 20},
        {"icc": 0.05, "k": 10},
        {"icc": 0.05, "m": 50},
        {"icc": 0.05},
        {"d": 0.2, "icc": 0.05, "m": 0.5, "k": 10},
        {"d": 1e-7, "icc": 0.05, "m": 50},
        {"d": 1e-7, "icc": 0.05, "k": 50},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        cluster_means(**given)


def test_adjusting_for_facts_costs_degrees_of_freedom() -> None:
    plain, adjusted = (cluster_means(d=0.8, icc=0.05, m=20, k=4, covariates=n).power for n in (0, 5))
    assert plain is not None
    assert adjusted is not None
    assert adjusted < plain
    assert cluster_means(d=9, icc=0.05, m=50, covariates=4).clusters_per_arm == 4, "the fewest that leave one"


@pytest.mark.parametrize(("k", "times"), [(3, 2), (5, 2), (8, 1), (15, 1), (20, 0)])
def test_few_clusters_are_warned_of(k: int, times: int) -> None:
    assert len(cluster_means(d=0.2, icc=0.05, m=20, k=k).warnings) == times


def test_people_who_would_add_nothing_are_warned_of() -> None:
    assert len(cluster_means(d=0.2, icc=0.05, m=20, k=30).warnings) == 0
    assert len(cluster_means(d=0.2, icc=0.05, m=2000, k=30).warnings) == 1


def test_what_earlier_facts_explain_is_taken_for_granted_aloud() -> None:
    plain, explained = (cluster_means(d=0.2, icc=0.05, m=20, k=30, r2_cluster=share) for share in (0, 0.5))
    assert len(explained.assumptions) == len(plain.assumptions) + 1


def test_people_lost_are_made_up_for_in_each_cluster() -> None:
    whole, lost = (run(CALCULATOR, {"d": 0.3, "icc": 0.05, "m": 50, "attrition": share}) for share in (0, 0.2))
    assert lost.exact["clusters_per_arm"] == pytest.approx(
        cluster_means(d=0.3, icc=0.05, m=40).exact["clusters_per_arm"]
    )
    assert lost.clusters_per_arm is not None
    assert lost.n_per_arm == 50 * lost.clusters_per_arm
    assert whole.clusters_per_arm is not None
    assert lost.clusters_per_arm >= whole.clusters_per_arm

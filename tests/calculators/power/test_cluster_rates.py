from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower

from tests.calculators.power.elsewhere import t_power
from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.cluster_rates import CALCULATOR, cluster_rates
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def _cases(seed: int) -> list[dict[str, float]]:
    """With events for each cluster from seldom to very many, in any unit."""
    rng = np.random.default_rng(seed)
    cases = []
    for _ in range(POWER_GRID):
        rate = log_uniform(rng, 1e-4, 1e4)
        cases.append(
            {
                "rate1": rate,
                "rate2": rate * float(rng.choice([0, rng.uniform(0.1, 0.99), rng.uniform(1.01, 5)], p=[0.1, 0.6, 0.3])),
                "person_time": log_uniform(rng, 0.1, 1e4) / rate,
                "cv_between": float(rng.choice([0, log_uniform(rng, 0.01, 2)], p=[0.1, 0.9])),
                "k": int(log_uniform(rng, 2, 400)),
            }
        )
    return cases


def _size(case: dict[str, float]) -> float:
    """The difference in standard deviations of a cluster's rate, averaged over the two sides."""
    one, two, time, cv = case["rate1"], case["rate2"], case["person_time"], case["cv_between"]
    return abs(one - two) / math.sqrt(((one + two) / time + cv**2 * (one**2 + two**2)) / 2)


def test_power_is_that_of_a_t_test_of_cluster_rates_in_another_implementation() -> None:
    for case in _cases(1):
        theirs = t_power(_size(case), case["k"], case["k"])
        assert cluster_rates(**case).power == pytest.approx(theirs, rel=1e-6), case


@pytest.mark.parametrize(("method", "lost"), [("normal", 0), ("hayes-bennett", 1)])
def test_normal_power_is_that_of_another_implementation(method: str, lost: int) -> None:
    for case in _cases(2):
        theirs = float(NormalIndPower().power(_size(case), case["k"] - lost, 0.05))
        assert cluster_rates(**case, method=method).power == pytest.approx(theirs, rel=1e-6), case


def test_hayes_and_bennett_have_one_cluster_more_on_each_side() -> None:
    """Their formula, by hand; clusterPower's `cpa.count` gives 25 clusters as well."""
    z = stats.norm.ppf(0.975) + stats.norm.ppf(0.8)
    by_hand = 1 + z**2 * ((0.1 + 0.2) / 10 + 0.1**2 * (0.1**2 + 0.2**2)) / (0.1 - 0.2) ** 2
    result = cluster_rates(rate1=0.1, rate2=0.2, person_time=10, cv_between=0.1, method="hayes-bennett")
    assert result.exact["clusters_per_arm"] == pytest.approx(by_hand, rel=1e-5), "which counts one tail only"
    assert result.clusters_per_arm == 25
    assert result.n_per_arm == 250


@pytest.mark.parametrize("method", ["t", "normal", "hayes-bennett"])
def test_more_of_anything_but_difference_never_lowers_power(method: str) -> None:
    for case in _cases(3)[::10]:
        ways = {"person_time": (1, 1.1, 10), "k": (1, 2, 5), "cv_between": (1, 0.9, 0.1)}
        for name, factors in ways.items():
            given = [{**case, name: case[name] * factor} for factor in factors]
            powers = [cluster_rates(**one, method=method).power for one in given]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, case, powers)
        way = [case["rate1"] + (case["rate2"] - case["rate1"]) * share for share in (0.1, 0.5, 0.9, 1)]
        powers = [cluster_rates(**{**case, "rate2": rate}, method=method).power for rate in way]
        assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (case, powers)


def test_the_time_worked_out_reaches_the_power_wanted() -> None:
    reached = 0
    for case in _cases(4)[::3]:
        try:
            time = cluster_rates(**{**case, "person_time": None}).exact["n1"] / case["k"]
        except Refused:
            continue
        reached += 1
        power = cluster_rates(**{**case, "person_time": time}).power
        assert power is not None
        assert power == pytest.approx(0.8, abs=1e-6) or (power > 0.8 and time * case["rate1"] < 1.0001), case
    assert reached > POWER_GRID / 15


def test_the_unit_of_time_does_not_matter() -> None:
    years = cluster_rates(rate1=0.2, rate2=0.15, person_time=200, cv_between=0.25)
    days = cluster_rates(rate1=0.2 / 365, rate2=0.15 / 365, person_time=200 * 365, cv_between=0.25)
    assert days.exact["clusters_per_arm"] == pytest.approx(years.exact["clusters_per_arm"], rel=1e-9)
    assert days.design_effect == pytest.approx(years.design_effect)


def test_rates_that_hardly_differ_between_clusters_have_no_floor() -> None:
    alike, apart = (cluster_rates(rate1=0.2, person_time=200, cv_between=cv, k=20) for cv in (0, 0.3))
    assert alike.floor == 0
    assert alike.design_effect == 1
    assert apart.floor is not None
    assert apart.mdes is not None
    assert 0 < apart.floor < apart.mdes


def test_the_smallest_change_is_a_fall_or_a_rise_where_no_fall_could_be_seen() -> None:
    fall = cluster_rates(rate1=0.2, person_time=200, cv_between=0.25, k=20)
    assert fall.mdes is not None
    seen = cluster_rates(rate1=0.2, rate2=0.2 - fall.mdes, person_time=200, cv_between=0.25, k=20)
    assert seen.power == pytest.approx(0.8, abs=1e-6)
    rise = cluster_rates(rate1=0.001, person_time=200, cv_between=0.25, k=20)
    assert rise.mdes is not None
    assert rise.mdes > 0.001
    assert cluster_rates(rate1=0.001, rate2=0.0005, person_time=200, cv_between=0.25, k=20).mdes is None


def test_events_that_are_rare_are_warned_of() -> None:
    rare, usual = (
        cluster_rates(rate1=0.001, rate2=0.0001, person_time=time, cv_between=0.2, k=50) for time in (200, 2000)
    )
    assert len(rare.warnings) == len(usual.warnings) + 1


def test_time_lost_is_made_up_for() -> None:
    lost = run(CALCULATOR, {"rate1": 0.2, "rate2": 0.15, "person_time": 250, "cv_between": 0.25, "attrition": 0.2})
    kept = cluster_rates(rate1=0.2, rate2=0.15, person_time=200, cv_between=0.25)
    assert lost.clusters_per_arm == kept.clusters_per_arm is not None
    assert lost.n_per_arm == 250 * (kept.clusters_per_arm or 0)


@pytest.mark.parametrize(
    "given",
    [
        {"rate2": 0.1, "person_time": 200, "cv_between": 0.25},
        {"rate1": 0.2, "rate2": 0.1, "person_time": 200},
        {"rate1": 0.2, "rate2": 0.2, "person_time": 200, "cv_between": 0.25},
        {"rate1": 0.2, "person_time": 200, "cv_between": 0.25},
        {"rate1": 0.2, "rate2": 0.19, "cv_between": 0.25, "k": 10},
        {"rate1": 0.2, "rate2": 0.0, "cv_between": 5, "k": 3},
        {"rate1": 0.2, "person_time": 200, "cv_between": 5, "k": 3},
        {"rate1": 0.2, "rate2": 0.1, "person_time": 200, "cv_between": 0.25, "k": 1},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        cluster_rates(**given)


def test_power_is_what_simulated_events_give() -> None:
    """Rates of clusters drawn from a gamma distribution, and events from each as Poisson counts."""
    cv, time, k, rates = 0.25, 200, 20, (0.2, 0.16)
    rng = np.random.default_rng(5)
    true = [rng.gamma(1 / cv**2, rate * cv**2, size=(POWER_SIMULATED, k)) for rate in rates]
    seen = [rng.poisson(each * time) / time for each in true]
    found = float(np.mean(stats.ttest_ind(*seen, axis=1).pvalue < 0.05))
    power = cluster_rates(rate1=rates[0], rate2=rates[1], person_time=time, cv_between=cv, k=k).power
    assert power is not None
    assert abs(found - power) < 3 * math.sqrt(power * (1 - power) / POWER_SIMULATED)

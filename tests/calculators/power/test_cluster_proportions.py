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
from thinking_professionals.calculators.power.cluster_proportions import CALCULATOR, cluster_proportions
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def _cases(seed: int) -> list[dict[str, float]]:
    rng = np.random.default_rng(seed)
    return [
        {
            "p1": float(rng.choice([log_uniform(rng, 1e-3, 0.5), 1 - log_uniform(rng, 1e-3, 0.5)])),
            "p2": float(rng.choice([0, 1, log_uniform(rng, 1e-3, 1)], p=[0.05, 0.05, 0.9])),
            "icc": float(rng.choice([0, 1, log_uniform(rng, 1e-4, 1)], p=[0.05, 0.05, 0.9])),
            "m": log_uniform(rng, 1, 5000),
            "cv": float(rng.choice([0, rng.uniform(0, 2)])),
            "k": int(log_uniform(rng, 2, 400)),
        }
        for _ in range(POWER_GRID)
    ]


def _size(case: dict[str, float]) -> float:
    """The difference in standard deviations of a cluster's share, averaged over the two sides."""
    one, two, m, icc = case["p1"], case["p2"], case["m"], case["icc"]
    deff = 1 + (m * (1 + case["cv"] ** 2) - 1) * icc
    return abs(one - two) / math.sqrt((one * (1 - one) + two * (1 - two)) / 2 * deff / m)


def test_power_is_that_of_a_t_test_of_cluster_shares_in_another_implementation() -> None:
    for case in _cases(1):
        theirs = t_power(_size(case), case["k"], case["k"])
        ours = cluster_proportions(**case).power
        assert ours == pytest.approx(theirs, rel=1e-6), case


def test_normal_power_is_that_of_another_implementation() -> None:
    for case in _cases(2):
        theirs = float(NormalIndPower().power(_size(case), case["k"], 0.05))
        assert cluster_proportions(**case, method="normal").power == pytest.approx(theirs, rel=1e-6), case


def test_it_agrees_with_the_examples_of_another_program() -> None:
    """clusterPower's `crtpwr.2prop`, by the normal approximation."""
    assert cluster_proportions(p1=0.1, p2=0.2, icc=0.1, m=10, method="normal").clusters_per_arm == 38
    at = cluster_proportions(p1=0.1, p2=0.198922, icc=0.1, m=10, k=38, method="normal")
    assert at.power == pytest.approx(0.8, abs=1e-4)
    assert at.mdes == pytest.approx(0.098922, abs=2e-6)


def test_without_likeness_people_count_as_if_alone() -> None:
    """0.30 against 0.25 by the unpooled normal test takes 1247.97 on each side."""
    result = cluster_proportions(p1=0.3, p2=0.25, icc=0, m=1, method="normal")
    assert result.exact["clusters_per_arm"] == pytest.approx(1247.97, abs=0.01)


@pytest.mark.parametrize("method", ["t", "normal"])
def test_more_of_anything_but_likeness_never_lowers_power(method: str) -> None:
    for case in _cases(3)[::10]:
        for name, factors in {"m": (1, 1.1, 10), "k": (1, 2, 5), "icc": (1, 0.9, 0.1), "cv": (1, 0.9, 0.1)}.items():
            given = [{**case, name: case[name] * factor} for factor in factors]
            powers = [cluster_proportions(**one, method=method).power for one in given]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, case, powers)
        way = [case["p1"] + (case["p2"] - case["p1"]) * share for share in (0.1, 0.5, 0.9, 1)]
        powers = [cluster_proportions(**{**case, "p2": p2}, method=method).power for p2 in way]
        assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (case, powers)


@pytest.mark.parametrize(("p2", "rises"), [(0.1, False), (0.3, True), (None, False)])
def test_the_smallest_change_goes_the_way_it_is_meant_to_go(p2: float | None, rises: bool) -> None:
    result = cluster_proportions(p1=0.2, p2=p2, icc=0.03, m=60, k=25)
    assert result.mdes is not None
    seen = cluster_proportions(p1=0.2, p2=0.2 + result.mdes * (1 if rises else -1), icc=0.03, m=60, k=25)
    assert seen.power == pytest.approx(0.8, abs=1e-6)


def test_where_no_fall_could_be_seen_a_rise_is_named() -> None:
    result = cluster_proportions(p1=0.01, icc=0.05, m=20, k=10)
    assert result.mdes is not None
    assert result.mdes > 0.01
    fall = cluster_proportions(p1=0.01, p2=0.001, icc=0.05, m=20, k=10)
    assert fall.mdes is None
    assert fall.power is not None
    assert fall.power < 0.8
    assert result.assumptions != cluster_proportions(p1=0.3, icc=0.05, m=20, k=10).assumptions


def test_too_few_clusters_are_named_with_how_many_it_takes() -> None:
    given = {"p1": 0.4, "p2": 0.35, "icc": 0.05}
    with pytest.raises(Refused) as refused:
        cluster_proportions(**given, k=10)
    words = str(refused.value).replace(",", " ").split()
    needed = int(words[words.index("least") + 1])
    assert cluster_proportions(**given, k=needed).exact["n1"] > 0
    with pytest.raises(Refused):
        cluster_proportions(**given, k=needed - 1)


@pytest.mark.parametrize(
    "given",
    [
        {"p2": 0.2, "icc": 0.05, "m": 50, "k": 10},
        {"p1": 0.2, "p2": 0.2, "icc": 0.05, "m": 50},
        {"p1": 0.2, "p2": 0.1, "m": 50},
        {"p1": 0.2, "p2": 0.1, "icc": 0.05},
        {"p1": 0.2, "icc": 0.05, "m": 50},
        {"p1": 0.2, "p2": 0.1, "icc": 0.05, "m": 50, "k": 1},
        {"p1": 0.5, "icc": 1, "m": 50, "k": 2},
        {"p1": 0.01, "p2": 0.001, "icc": 0.5, "k": 2},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        cluster_proportions(**given)


def test_partial_take_up_draws_the_second_share_to_the_first() -> None:
    half = run(CALCULATOR, {"p1": 0.4, "p2": 0.3, "icc": 0.02, "m": 100, "take_up": 0.5})
    assert half.exact == cluster_proportions(p1=0.4, p2=0.35, icc=0.02, m=100).exact
    assert half.mdes == pytest.approx(0.1)


def test_power_is_what_simulated_people_give() -> None:
    """Shares of clusters drawn from a beta distribution, people from each: their likeness is then the ICC."""
    icc, m, k, shares = 0.03, 50, 20, (0.4, 0.32)
    rng = np.random.default_rng(4)
    seen = []
    for share in shares:
        spread = (1 - icc) / icc
        true = rng.beta(share * spread, (1 - share) * spread, size=(POWER_SIMULATED, k))
        seen.append(rng.binomial(m, true) / m)
    found = float(np.mean(stats.ttest_ind(*seen, axis=1).pvalue < 0.05))
    power = cluster_proportions(p1=shares[0], p2=shares[1], icc=icc, m=m, k=k).power
    assert power is not None
    assert abs(found - power) < 3 * math.sqrt(power * (1 - power) / POWER_SIMULATED)

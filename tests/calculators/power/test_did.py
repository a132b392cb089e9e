from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import NormalIndPower

from tests.calculators.power.covariance import Matrix, gls_error
from tests.calculators.power.elsewhere import t_power
from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.did import did
from thinking_professionals.calculators.power.refusal import Refused

ANALYSES = ("did", "ancova", "post")


def _cases(seed: int) -> list[dict[str, float]]:
    rng = np.random.default_rng(seed)
    return [
        {
            "d": log_uniform(rng, 0.02, 3),
            "icc": float(rng.choice([0, log_uniform(rng, 1e-3, 0.9)], p=[0.1, 0.9])),
            "m": log_uniform(rng, 1, 2000),
            "k1": int(log_uniform(rng, 3, 300)),
            "k2": int(log_uniform(rng, 3, 300)),
            "cac": float(rng.choice([0, 1, rng.uniform()], p=[0.1, 0.1, 0.8])),
            "correlation": float(rng.choice([0, rng.uniform(0, 0.95)])),
            "pre": int(rng.integers(1, 6)),
            "post": int(rng.integers(1, 6)),
        }
        for _ in range(POWER_GRID)
    ]


def _variance(case: dict[str, float], analysis: str) -> float:
    """Of one cluster's contribution, as Frison and Pocock (1992) and McKenzie (2012) print it."""
    once = case["icc"] + (1 - case["icc"]) / case["m"]
    r = (case["icc"] * case["cac"] + (1 - case["icc"]) * case["correlation"] / case["m"]) / once
    pre, post = case["pre"], case["post"]
    after = (1 + (post - 1) * r) / post
    return (
        once
        * {
            "post": after,
            "did": (1 - r) * (1 / pre + 1 / post),
            "ancova": after - pre * r**2 / (1 + (pre - 1) * r),
        }[analysis]
    )


@pytest.mark.parametrize("analysis", ANALYSES)
def test_normal_power_is_that_of_the_printed_formulas(analysis: str) -> None:
    for case in _cases(1):
        size = case["d"] / math.sqrt(_variance(case, analysis))
        theirs = NormalIndPower().power(size, case["k1"], 0.05, case["k2"] / case["k1"])
        assert did(**case, method=f"{analysis}-normal").power == pytest.approx(float(theirs), rel=1e-6), case


@pytest.mark.parametrize("analysis", ["did", "post"])
def test_power_is_that_of_a_t_test_of_clusters_in_another_implementation(analysis: str) -> None:
    for case in _cases(2):
        theirs = t_power(case["d"] / math.sqrt(_variance(case, analysis)), case["k1"], case["k2"])
        assert did(**case, method=analysis).power == pytest.approx(theirs, rel=1e-6), case


def test_allowing_for_the_past_costs_one_degree_of_freedom() -> None:
    for case in _cases(3):
        shift = case["d"] / math.sqrt(_variance(case, "ancova") * (1 / case["k1"] + 1 / case["k2"]))
        df = case["k1"] + case["k2"] - 3
        theirs = float(stats.nct.sf(stats.t.ppf(0.95, df), df, shift))
        assert did(**case, method="ancova", sides=1).power == pytest.approx(theirs, rel=1e-6), case


def _everyone(icc: float, cac: float, correlation: float, m: int, times: int) -> Matrix:
    """The covariance of all people of one cluster at all times, the same people asked each time."""
    same_time, same_person = np.eye(times), np.eye(m)
    cluster = icc * (cac + (1 - cac) * same_time)
    person = (1 - icc) * (correlation + (1 - correlation) * same_time)
    return np.kron(cluster, np.ones((m, m))) + np.kron(person, same_person)


@pytest.mark.parametrize(
    ("icc", "cac", "correlation"), [(0.1, 0.8, 0.6), (0.3, 0.4, 0.0), (0.0, 0.8, 0.5), (0.2, 1, 0)]
)
@pytest.mark.parametrize(("pre", "post"), [(1, 1), (2, 3)])
def test_the_error_is_that_of_generalised_least_squares_over_every_person(
    icc: float, cac: float, correlation: float, pre: int, post: int
) -> None:
    """Sides set apart from the first: differences in differences; sides alike before: what was before allowed for."""
    k1, k2, m = 3, 4, 5
    times = pre + post
    one = _everyone(icc, cac, correlation, m, times)
    covariance = np.kron(np.eye(k1 + k2), one)
    time = np.tile(np.repeat(np.arange(times), m), k1 + k2)
    side = np.repeat([0.0, 1.0], [k1 * m * times, k2 * m * times])
    after, scheme = time >= pre, side * (time >= pre)
    period = (time[:, None] == np.arange(times)).astype(float)
    theirs = {
        "did": gls_error(np.column_stack([period, side, scheme]), covariance),
        "ancova": gls_error(np.column_stack([period, scheme]), covariance),
        "post": gls_error(np.column_stack([period[after][:, pre:], scheme[after]]), covariance[np.ix_(after, after)]),
    }
    for analysis, error in theirs.items():
        given = {"icc": icc, "m": m, "k1": k1, "k2": k2, "cac": cac, "correlation": correlation}
        result = did(d=2.5 * error, **given, pre=pre, post=post, method=f"{analysis}-normal")
        power = stats.norm.sf(1.959963984540054 - 2.5) + stats.norm.cdf(-1.959963984540054 - 2.5)
        assert result.power == pytest.approx(float(power), rel=1e-6), analysis


def test_allowing_for_the_past_is_never_worse_but_for_its_degree_of_freedom() -> None:
    for case in _cases(4):
        ours = {analysis: did(**case, method=f"{analysis}-normal").power for analysis in ANALYSES}
        best = max(power for power in ours.values() if power is not None)
        assert ours["ancova"] == pytest.approx(best, rel=1e-9), case


def test_with_few_clusters_allowing_for_the_past_has_luck_of_its_own() -> None:
    given = {"d": 0.4, "icc": 0.1, "m": 20}
    few, many = ([did(**given, k=k, method=f"ancova{kind}").power or 0 for kind in ("", "-small")] for k in (6, 200))
    assert few[1] < few[0] - 0.01
    assert many[1] == pytest.approx(many[0], abs=1e-3)
    assert did(d=9, icc=0.1, m=20, method="ancova-small").clusters_per_arm == 3
    assert (did(**given, k1=2, k2=3, method="ancova-small").power or 0) > 0.05
    with pytest.raises(Refused):
        did(**given, k=2, method="ancova-small")


def test_figures_from_before_that_foretell_nothing_do_harm_to_differences() -> None:
    given = {"d": 0.3, "icc": 0.05, "m": 40, "k": 20, "cac": 0.2}
    assert (did(**given, method="did").power or 0) < (did(**given, method="post").power or 0)
    assert (did(**{**given, "cac": 0.9}, method="did").power or 0) > (did(**given, method="post").power or 0)


def test_after_alone_is_a_plain_trial_of_clusters() -> None:
    result = did(d=0.2, icc=0.05, m=50, method="post-normal")
    assert result.clusters_per_arm == 28
    assert result.design_effect == pytest.approx(3.45)


def test_it_agrees_with_the_example_of_another_program() -> None:
    """clusterPower's `cpa.did.normal`: 4.683358."""
    result = did(d=0.5, icc=0.05, m=100, cac=0.5, correlation=0.7)
    assert result.exact["clusters_per_arm"] == pytest.approx(4.683358, rel=1e-5)


def test_the_design_effect_is_that_of_clusters_times_what_the_past_leaves() -> None:
    """(1 + (m - 1) ICC)(1 - r squared), with r between cluster means (Teerenstra and others 2012)."""
    once, lasting = 0.05 + 0.95 / 50, 0.05 * 0.8 + 0.95 * 0.5 / 50
    result = did(d=0.2, icc=0.05, m=50, k=20, cac=0.8, correlation=0.5, method="ancova")
    assert result.design_effect == pytest.approx(3.45 * (1 - (lasting / once) ** 2))


@pytest.mark.parametrize(
    "method", ["did", "ancova", "post", "ancova-small", "did-normal", "ancova-normal", "post-normal"]
)
def test_more_of_anything_that_helps_never_lowers_power(method: str) -> None:
    helps = ["d", "m", "k1", "k2", "post"] + (["pre"] if "post" not in method else [])
    for case in _cases(5)[::20]:
        for name in helps:
            powers = [did(**{**case, name: case[name] * factor}, method=method).power for factor in (1, 2, 5)]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (name, case, powers)
        if "post" not in method and case["pre"] == case["post"] == 1:
            powers = [did(**{**case, "cac": cac}, method=method).power for cac in (0, 0.3, 0.6, 0.9)]
            assert all(more >= less - 1e-9 for less, more in pairwise(powers)), (case, powers)


def test_a_change_that_does_not_last_has_a_floor() -> None:
    result = did(icc=0.05, m=50, k=10, cac=0.8, method="did-normal")
    z = 1.959963984540054 + 0.8416212335729143
    assert result.floor == pytest.approx(z * math.sqrt(0.05 * 0.2 * 2 * 2 / 10), rel=1e-4)
    assert did(icc=0.05, m=50, k=10, cac=1).floor == 0
    for analysis in ANALYSES:
        assert did(icc=0, m=50, k=10, method=analysis).floor == 0


@pytest.mark.parametrize(
    "given",
    [
        {"d": 0.2, "m": 50, "k": 10},
        {"d": 0.2, "icc": 0.05, "m": 50, "k": 1},
        {"d": 0, "icc": 0.05, "m": 50, "k": 10},
        {"d": 0.2, "icc": 0.05},
        {"d": 0.2, "icc": 1, "cac": 1, "m": 50, "k": 10},
        {"d": 0.2, "icc": 0.5, "cac": 1, "correlation": 1, "m": 50, "k": 10},
        {"d": 0.05, "icc": 0.05, "cac": 0.5, "k": 5},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        did(**given)


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize(("cac", "correlation"), [(0.8, 0.6), (0.5, 0.0)])
def test_power_is_what_simulated_people_give(analysis: str, cac: float, correlation: float) -> None:
    _assert_simulated(analysis, 50, 0.2, cac, correlation)


@pytest.mark.parametrize(("k", "d"), [(6, 0.6), (10, 0.45)])
def test_power_with_few_clusters_is_what_simulated_people_give(k: int, d: float) -> None:
    _assert_simulated("ancova-small", k, d, 0.8, 0.6)


def _assert_simulated(method: str, k: int, d: float, cac: float, correlation: float) -> None:
    icc, m = 0.1, 8
    analysis = method.partition("-")[0]
    rng = np.random.default_rng(6)
    seen = 0
    for _ in range(0, POWER_SIMULATED, 500):
        before, after = _two_times(rng, (500, 2 * k, m), icc, cac, correlation)
        after = after.mean(axis=2)
        after[:, k:] += d
        seen += int(np.sum(_p_values(analysis, before.mean(axis=2), after, k) < 0.05))
    power = did(d=d, icc=icc, m=m, k=k, cac=cac, correlation=correlation, method=method).power
    assert power is not None
    assert abs(seen / POWER_SIMULATED - power) < 3 * math.sqrt(power * (1 - power) / POWER_SIMULATED)


def _two_times(
    rng: np.random.Generator, shape: tuple[int, int, int], icc: float, cac: float, correlation: float
) -> tuple[Matrix, Matrix]:
    """People in clusters, before and after."""

    def pair(size: tuple[int, ...], together: float) -> tuple[Matrix, Matrix]:
        lasting = math.sqrt(together) * rng.normal(size=size)
        return tuple(lasting + math.sqrt(1 - together) * rng.normal(size=size) for _ in range(2))  # type: ignore[return-value]

    clusters, people = pair((*shape[:2], 1), cac), pair(shape, correlation)
    before, after = (math.sqrt(icc) * u + math.sqrt(1 - icc) * e for u, e in zip(clusters, people, strict=True))
    return before, after


def _p_values(analysis: str, before: Matrix, after: Matrix, k: int) -> Matrix:
    if analysis == "ancova":
        return np.array([_allowing(x, y, k) for x, y in zip(before, after, strict=True)])
    compared = after - before if analysis == "did" else after
    return stats.ttest_ind(compared[:, :k], compared[:, k:], axis=1).pvalue


def _allowing(before: Matrix, after: Matrix, k: int) -> float:
    """Least squares of what came after on the side and on what was before."""
    model = np.column_stack([np.ones(2 * k), before, np.repeat([0.0, 1.0], k)])
    inverse = np.linalg.inv(model.T @ model)
    estimate = inverse @ model.T @ after
    left = after - model @ estimate
    error = math.sqrt(left @ left / (2 * k - 3) * inverse[2, 2])
    return float(2 * stats.t.sf(abs(estimate[2]) / error, 2 * k - 3))

"""Two rates compared: statsmodels, and studies of counts that fall unevenly, done many times over."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.rates import power_poisson_ratio_2indep

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.log_ratio import LogRatio
from thinking_professionals.calculators.power.rates import CALCULATOR, rates
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def drawn(seed: int) -> Iterator[dict[str, float]]:
    rng = np.random.default_rng(seed)
    for _ in range(POWER_GRID):
        yield {
            "rate1": log_uniform(rng, 1e-4, 100),
            "rate2": log_uniform(rng, 1e-4, 100),
            "n1": log_uniform(rng, 1, 1e5),
            "n2": log_uniform(rng, 1, 1e5),
            "exposure": log_uniform(rng, 0.1, 10),
            "dispersion": log_uniform(rng, 0.5, 20),
            "alpha": log_uniform(rng, 1e-4, 0.3),
            "sides": int(rng.integers(1, 3)),
        }


def power_of(given: dict[str, float]) -> float:
    power = rates(**given).power  # type: ignore[arg-type]
    assert power is not None
    return power


def test_power_is_that_of_statsmodels_as_far_as_the_formula_holds() -> None:
    compared = 0
    for given in drawn(1):
        watched = given["n2"] / given["n1"]
        deepest = LogRatio(watched, given["dispersion"], given["alpha"], 2).deepest
        if math.log(given["rate1"] / given["rate2"]) > deepest:
            continue
        aside = "two-sided" if given["sides"] == 2 else "larger" if given["rate1"] > given["rate2"] else "smaller"
        theirs = power_poisson_ratio_2indep(
            given["rate1"],
            given["rate2"],
            given["n1"],
            value=1,
            nobs_ratio=watched,
            exposure=given["exposure"],
            alpha=given["alpha"],
            dispersion=given["dispersion"],
            alternative=aside,
            method_var="alt",
            return_results=False,
        )
        assert power_of(given) == pytest.approx(float(theirs), rel=1e-6, abs=1e-12)
        compared += 1
    assert compared > POWER_GRID / 2


def test_a_larger_change_or_more_people_never_lower_power() -> None:
    for given in drawn(2):
        now = power_of(given)
        further = 1.3 if given["rate2"] > given["rate1"] else 0.7
        assert power_of({**given, "rate2": given["rate2"] * further}) >= now - 1e-12
        assert power_of({**given, "n1": given["n1"] * 1.1, "n2": given["n2"] * 1.1}) >= now - 1e-12
        assert power_of({**given, "dispersion": given["dispersion"] * 1.1}) <= now + 1e-12


def test_the_fall_at_which_the_formula_turns_back_is_where_its_power_is_greatest() -> None:
    for watched in (0.1, 1, 30):
        deepest = LogRatio(watched, 1, 0.05, 2).deepest
        seen = [fall / math.sqrt(1 + math.exp(fall) / watched) for fall in (deepest * 0.99, deepest, deepest * 1.01)]
        assert max(seen) == seen[1]


@pytest.mark.parametrize(("dispersion", "rate2"), [(1, 7.5), (3, 7.2), (3, 8.9)])
def test_studies_of_people_whose_counts_fall_unevenly_find_it_as_often(dispersion: float, rate2: float) -> None:
    """Negative binomial counts, of variance `dispersion` times the mean, the dispersion found out from the counts.

    With a few hundred events the formula is a point too low; here are thousands.
    """
    rng, times = studies(3)
    n, both = 500, (8, rate2)

    def counted(rate: float) -> np.ndarray:
        if dispersion == 1:
            return rng.poisson(rate, (times, n))
        return rng.negative_binomial(rate / (dispersion - 1), 1 / dispersion, (times, n))

    groups = [counted(rate) for rate in both]
    sums = [group.sum(axis=1) for group in groups]
    pearson = sum(((group - s[:, None] / n) ** 2).sum(axis=1) * n / s for group, s in zip(groups, sums, strict=True))
    spread = pearson / (2 * n - 2)
    statistic = np.log(sums[1] / sums[0]) / np.sqrt(spread * (1 / sums[0] + 1 / sums[1]))
    power = rates(rate1=both[0], rate2=rate2, n1=n, dispersion=dispersion).power
    assert power
    assert_simulated(np.abs(statistic) > stats.norm.isf(0.025), power)


def test_time_watched_is_people_times_the_time_of_each() -> None:
    by_people = rates(rate1=0.4, rate2=0.3, n1=800, exposure=0.5)
    by_time = rates(rate1=0.4, rate2=0.3, person_time=400)
    assert by_people.power == by_time.power
    assert rates(rate1=0.4, rate2=0.3, person_time=400, exposure=0.5).n1 == 800
    assert rates(rate1=0.4, rate2=0.3, exposure=0.5).exact["n1"] == pytest.approx(
        2 * rates(rate1=0.4, rate2=0.3).exact["n1"]
    )
    assert by_people.assumptions != by_time.assumptions


@pytest.mark.parametrize("rate2", [0.3, 0.6])
def test_the_smallest_change_has_just_the_power_wanted(rate2: float) -> None:
    change = rates(rate1=0.4, rate2=rate2, n1=300, n2=600, dispersion=2).mdes
    assert change
    back = 0.4 * (1 + change if rate2 > 0.4 else 1 - change)
    assert rates(rate1=0.4, rate2=back, n1=300, n2=600, dispersion=2).power == pytest.approx(0.8)


def test_a_smallest_change_left_to_find_is_a_fall() -> None:
    assert rates(rate1=0.4, n1=500).mdes == pytest.approx(rates(rate1=0.4, rate2=0.3, n1=500).mdes)


def test_where_too_few_events_are_expected_a_warning_says_so() -> None:
    assert rates(rate1=0.01, rate2=0.02, n1=100).warnings
    assert rates(rate1=0.1, rate2=0.08, n1=500).warnings
    assert not rates(rate1=1, rate2=0.98, n1=500).warnings
    assert rates(rate1=0.01, rate2=0.005, n1=100).mdes is None


@pytest.mark.parametrize(
    "given",
    [
        {"rate2": 0.3, "n1": 100},
        {"rate1": 0.3},
        {"rate1": 0.3, "rate2": 0.3},
        {"rate1": 0.01, "n1": 100},
        {"rate1": 0.3, "rate2": 0.3 * (1 + 1e-9)},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        rates(**given)  # type: ignore[arg-type]


def test_people_lost_and_people_not_reached_are_made_up_for() -> None:
    plain = rates(rate1=0.4, rate2=0.3)
    lost = run(CALCULATOR, {"rate1": 0.4, "rate2": 0.3, "attrition": 0.2})
    reached = run(CALCULATOR, {"rate1": 0.4, "rate2": 0.275, "take_up": 0.8})
    assert lost.exact["n1"] == pytest.approx(plain.exact["n1"] / 0.8)
    assert reached.exact["n1"] == pytest.approx(plain.exact["n1"])
    assert reached.mdes == pytest.approx(0.125 / 0.4)
    with pytest.raises(Refused):
        run(CALCULATOR, {"rate1": 0.4, "n1": 100, "take_up": 0.4})

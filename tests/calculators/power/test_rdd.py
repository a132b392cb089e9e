"""A cut-off on a score: as much is known as from a trial with a part of the people."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from tests.calculators.power.grid import answer, box, log_uniform
from tests.sizes import POWER_BOX, POWER_GRID
from thinking_professionals.calculators.power.rdd import CALCULATOR, rdd
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


@pytest.mark.parametrize("method", ["t", "normal"])
def test_power_is_that_of_a_smaller_trial(method: str) -> None:
    rng = np.random.default_rng(51)
    theirs = TTestIndPower() if method == "t" else NormalIndPower()
    for _ in range(POWER_GRID):
        n, effect, share = log_uniform(rng, 100, 1e5), rng.uniform(2.75, 4), rng.uniform(0.2, 1)
        d = log_uniform(rng, 0.05, 5) * 2 * (effect / (n * share)) ** 0.5
        ours = rdd(d=d, n_total=n, bandwidth_share=share, design_effect=effect, method=method).power
        assert ours == pytest.approx(theirs.power(d, n * share / effect / 2, 0.05), rel=1e-6)


@pytest.mark.parametrize("design_effect", [2.75, 4])
def test_it_takes_as_many_times_the_people_of_a_trial(design_effect: float) -> None:
    trial = 2 * TTestIndPower().solve_power(0.2, None, 0.05, 0.8)
    result = rdd(d=0.2, design_effect=design_effect)
    assert result.exact["n_total"] == pytest.approx(design_effect * trial, rel=1e-6)
    assert result.design_effect == design_effect


def test_the_more_cautious_design_effect_is_the_usual_one() -> None:
    assert rdd(d=0.2) == rdd(d=0.2, design_effect=4)


def test_a_simulated_cut_off_on_an_even_score_has_that_design_effect() -> None:
    """The variance of the jump, with a straight line on the score, beside that of a trial of as many people."""
    rng = np.random.default_rng(52)
    score = rng.uniform(-1, 1, 200_000)
    x = np.column_stack([np.ones_like(score), score, score > 0])
    assert np.linalg.inv(x.T @ x)[2, 2] * len(score) / 4 == pytest.approx(4, rel=0.02)
    score = rng.standard_normal(200_000)
    x = np.column_stack([np.ones_like(score), score, score > 0])
    assert np.linalg.inv(x.T @ x)[2, 2] * len(score) / 4 == pytest.approx(2.75, rel=0.02)


def test_a_narrow_band_takes_more_people_in_all_and_uses_as_many() -> None:
    wide, narrow = rdd(d=0.2), rdd(d=0.2, bandwidth_share=0.25)
    assert narrow.exact["n_total"] == pytest.approx(4 * wide.exact["n_total"])
    assert narrow.exact["used"] == pytest.approx(wide.exact["used"])


def test_the_change_it_detects_is_detected_with_the_power_wanted() -> None:
    found = rdd(n_total=2000, bandwidth_share=0.5).mdes
    assert found is not None
    assert rdd(d=found, n_total=2000, bandwidth_share=0.5).power == pytest.approx(0.8)


def test_it_advises_a_statistician() -> None:
    assert "statistician" in rdd(d=0.2).warnings[0]


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({}, "Give the change or the numbers"),
        ({"d": 0}, "no change"),
        ({"d": 0.2, "n_total": 15}, "at least 16"),
        ({"d": 0.2, "n_total": 100, "bandwidth_share": 0.1}, "at least 160"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cause(given: dict[str, float], cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        run(CALCULATOR, given)


def test_whatever_it_is_given_it_answers_soundly_or_says_why_not() -> None:
    answered = [answer(CALCULATOR, given, method) for given, method in box(CALCULATOR, POWER_BOX, seed=53)]
    assert len([result for result in answered if result]) > POWER_BOX / 20

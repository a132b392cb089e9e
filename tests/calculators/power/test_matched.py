"""People matched with others: two separate groups of unequal size."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from tests.calculators.power.grid import answer, box, log_uniform
from tests.sizes import POWER_BOX, POWER_GRID
from thinking_professionals.calculators.power.matched import CALCULATOR, matched
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


@pytest.mark.parametrize("method", ["t", "normal"])
def test_power_agrees_with_statsmodels(method: str) -> None:
    rng = np.random.default_rng(41)
    theirs = TTestIndPower() if method == "t" else NormalIndPower()
    for _ in range(POWER_GRID):
        n1, k = float(rng.integers(2, 5000)), int(rng.integers(1, 11))
        d = log_uniform(rng, 0.05, 5) * (1 / n1 + 1 / (k * n1)) ** 0.5
        alpha = log_uniform(rng, 0.001, 0.2)
        ours = matched(d=d, n1=n1, controls=k, alpha=alpha, method=method).power
        assert ours == pytest.approx(theirs.power(d, n1, alpha, ratio=k), rel=1e-6), (d, n1, k, alpha)


def test_people_needed_agree_with_statsmodels() -> None:
    rng = np.random.default_rng(42)
    for _ in range(POWER_GRID):
        d, k = log_uniform(rng, 0.05, 0.8), int(rng.integers(1, 6))
        ours = matched(d=d, controls=k).exact["n1"]
        assert ours == pytest.approx(TTestIndPower().solve_power(d, None, 0.05, 0.8, k), rel=1e-6), (d, k)


@pytest.mark.parametrize(("n1", "k"), [(100, 1), (100, 2), (50, 4), (300, 3)])
def test_what_could_be_detected_is_by_the_usual_formula(n1: int, k: int) -> None:
    found = matched(n1=n1, controls=k, method="normal").mdes
    assert found == pytest.approx(2.80 * math.sqrt(1 / n1 + 1 / (k * n1)), rel=0.002)


def test_each_person_has_as_many_matches_as_were_asked_for() -> None:
    result = matched(d=0.2, controls=3)
    assert result.n1 is not None
    assert result.n2 is not None
    assert result.n2 == math.ceil(3 * result.exact["n1"])
    assert result.n_total == result.n1 + result.n2
    assert result.name == "matched"


def test_more_matches_help_less_and_less() -> None:
    needed = [matched(d=0.2, controls=k).exact["n1"] for k in range(1, 8)]
    saved = [before - after for before, after in pairwise(needed)]
    assert needed == sorted(needed, reverse=True)
    assert saved == sorted(saved, reverse=True)


def test_those_who_find_no_match_are_made_up_for() -> None:
    full, lossy = run(CALCULATOR, {"d": 0.2}), run(CALCULATOR, {"d": 0.2, "attrition": 0.2})
    assert lossy.exact["n1"] == pytest.approx(full.exact["n1"] / 0.8)


def test_it_warns_of_what_is_not_on_record() -> None:
    assert matched(d=0.2).warnings


@pytest.mark.parametrize(
    ("given", "cause"),
    [({}, "Give the change or the numbers"), ({"d": 0}, "no change"), ({"d": 0.2, "n1": 1}, "too few")],
)
def test_what_cannot_be_is_refused_with_its_cause(given: dict[str, float], cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        run(CALCULATOR, given)


def test_whatever_it_is_given_it_answers_soundly_or_says_why_not() -> None:
    answered = [answer(CALCULATOR, given, method) for given, method in box(CALCULATOR, POWER_BOX, seed=43)]
    assert len([result for result in answered if result]) > POWER_BOX / 20

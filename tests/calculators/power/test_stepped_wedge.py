"""Stepped wedges: published figures, what is worked out from what, and what is refused."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from tests.calculators.power.grid import answer, box, log_uniform
from tests.sizes import POWER_BOX, POWER_GRID
from thinking_professionals.calculators.power.form import Amount
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.calculators.power.stepped_wedge import CALCULATOR


def wedge(steps: int = 4, each: float = 3, **given: Amount | None) -> PowerResult:
    """Of `steps` steps with as many clusters `each`; what is given as None is left out."""
    setting: dict[str, Amount | None] = {"clusters_per_step": (each,) * steps, "m": 20, "icc": 0.05, **given}
    return run(CALCULATOR, {name: value for name, value in setting.items() if value is not None})


def power(result: PowerResult) -> float:
    assert result.power is not None
    return result.power


def mdes(result: PowerResult) -> float:
    assert result.mdes is not None
    return result.mdes


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"steps": 4, "each": 3, "m": 50, "icc": 0.02, "p0": 0.40, "p1": 0.32}, 0.758),
        ({"steps": 4, "each": 2, "m": 100, "icc": 0.05, "p0": 0.40, "p1": 0.32}, 0.850),
        ({"steps": 5, "each": 2, "m": 50, "icc": 0.01, "p0": 0.50, "p1": 0.45}, 0.385),
        ({"steps": 3, "each": 4, "m": 100, "icc": 0.02, "p0": 0.30, "p1": 0.25}, 0.568),
    ],
)
def test_known_shares(setting: dict[str, Any], expected: float) -> None:
    assert power(wedge(**setting)) == pytest.approx(expected, abs=0.0005)


def test_a_known_variance_of_a_share() -> None:
    assert wedge(m=50, icc=0.02, p0=0.4, p1=0.32).exact["variance"] == pytest.approx(0.000905, abs=5e-7)


@pytest.mark.parametrize(
    ("setting", "variance", "expected"),
    [
        ({"steps": 4, "each": 3, "m": 20, "icc": 0.05, "d": 0.20}, 0.00954, 0.535),
        ({"steps": 5, "each": 2, "m": 30, "icc": 0.02, "d": 0.20}, 0.00607, 0.728),
        ({"steps": 3, "each": 4, "m": 50, "icc": 0.05, "d": 0.15}, 0.00542, 0.531),
    ],
)
def test_known_scores(setting: dict[str, Any], variance: float, expected: float) -> None:
    result = wedge(**setting)
    assert result.exact["variance"] == pytest.approx(variance, abs=5e-6)
    assert power(result) == pytest.approx(expected, abs=0.0005)


def test_it_counts_clusters_and_people() -> None:
    result = wedge(d=0.2)
    assert (result.clusters_total, result.n_total) == (12, 12 * 5 * 20)
    assert wedge(d=0.2, skip=1).n_total == (12 * 5 - 12) * 20
    assert wedge(d=0.2, iac=0.5).n_total == 12 * 20


def test_the_change_it_detects_is_detected_with_the_power_wanted() -> None:
    rng = np.random.default_rng(21)
    for _ in range(POWER_GRID):
        setting = {"m": log_uniform(rng, 5, 500), "icc": log_uniform(rng, 0.001, 0.3), "cac": rng.uniform(0.3, 1)}
        setting |= {"iac": rng.uniform(0, 0.9), "power": rng.uniform(0.5, 0.95)}
        steps, each, skip = (int(high) for high in rng.integers([3, 1, 0], [7, 5, 2]))
        found = wedge(steps, each, skip=skip, **setting)
        assert found.solved == "effect"
        assert power(wedge(steps, each, skip=skip, d=mdes(found), **setting)) == pytest.approx(
            setting["power"], abs=1e-9
        )


@pytest.mark.parametrize("p0", [0.05, 0.3, 0.5, 0.7, 0.95])
@pytest.mark.parametrize("way", [1, -1])
def test_a_share_that_rises_or_falls_by_what_is_detected_is_detected(p0: float, way: int) -> None:
    hint = p0 + way * 0.01
    found = mdes(wedge(each=20, m=100, p0=p0, p1=hint))
    result = wedge(each=20, m=100, p0=p0, p1=p0 + way * found)
    assert power(result) == pytest.approx(0.8, abs=1e-9)
    assert mdes(result) == pytest.approx(found)


@pytest.mark.parametrize("p0", [0.1, 0.8])
def test_without_the_other_share_the_change_is_sought_where_it_is_harder_to_see(p0: float) -> None:
    found = mdes(wedge(each=20, m=100, p0=p0))
    either = [mdes(wedge(each=20, m=100, p0=p0, p1=p0 + way)) for way in (0.01, -0.01)]
    assert found == pytest.approx(max(either))


def test_the_clusters_it_works_out_are_just_enough() -> None:
    for periods in (3, 5, 8):
        found = wedge(clusters_per_step=None, periods=periods, d=0.25, cac=0.9)
        assert found.solved == "sample"
        assert found.clusters_total is not None
        each = found.clusters_total // (periods - 1)
        assert power(wedge(periods - 1, each, d=0.25, cac=0.9)) >= 0.8
        assert power(wedge(periods - 1, each - 1, d=0.25, cac=0.9)) < 0.8


def test_the_people_it_works_out_are_just_enough() -> None:
    found = wedge(m=None, d=0.25)
    needed = found.exact["m"]
    assert power(wedge(m=needed, d=0.25)) == pytest.approx(0.8, abs=1e-9)
    assert found.n_total == math.ceil(needed) * 60
    assert mdes(found) == 0.25


def test_the_same_pattern_grown_as_it_says_reaches_the_power_wanted() -> None:
    weak = run(CALCULATOR, {"clusters_per_step": (10, 20, 10), "m": 5, "icc": 0.05, "d": 0.12})
    assert power(weak) < 0.8
    grown = tuple(math.ceil(weak.exact["scale"] * each) for each in (10, 20, 10))
    assert power(run(CALCULATOR, {"clusters_per_step": grown, "m": 5, "icc": 0.05, "d": 0.12})) >= 0.8
    assert any(str(grown[1]) in warning for warning in weak.warnings)


def test_no_number_of_clusters_is_named_where_it_would_be_absurd() -> None:
    assert len(wedge(d=0.0001).warnings) == len(wedge(d=2).warnings)
    assert "scale" not in wedge(d=1e-11).exact


def test_a_spread_between_clusters_says_the_same_as_the_icc() -> None:
    assert power(wedge(d=0.2, icc=None, tau=0.05**0.5)) == pytest.approx(power(wedge(d=0.2)))
    spread = 0.36 * 0.64
    assert power(wedge(p0=0.4, p1=0.32, icc=None, tau=(0.05 * spread) ** 0.5)) == pytest.approx(
        power(wedge(p0=0.4, p1=0.32))
    )


def test_clusters_that_move_by_themselves_cost_power_and_leave_a_floor() -> None:
    still, moving = wedge(d=0.2), wedge(d=0.2, cac=0.8)
    assert power(moving) < power(still)
    assert still.floor is None
    assert moving.floor is not None
    assert moving.floor == pytest.approx(mdes(wedge(cac=0.8, m=1e9)), rel=1e-4)
    assert moving.floor < mdes(moving)
    assert wedge(d=0.2, cac=0.8, icc=0).floor is None


def test_no_floor_is_named_where_a_share_cannot_go_so_far() -> None:
    result = wedge(2, 1, p0=0.02, p1=0.01, cac=0.1, icc=0.5, m=1e6)
    assert result.floor is None
    assert result.mdes is None
    assert power(result) < 0.8


def test_what_helps_helps() -> None:
    rng = np.random.default_rng(22)
    for _ in range(POWER_GRID):
        steps, each = (int(high) for high in rng.integers([3, 1], [6, 6]))
        skip, d, m = int(rng.integers(0, 2)), log_uniform(rng, 0.02, 1), log_uniform(rng, 2, 500)
        rest = {"icc": log_uniform(rng, 0.001, 0.5), "cac": rng.uniform(0, 1), "iac": rng.uniform(0, 0.9)}
        base = power(wedge(steps, each, d=d, m=m, skip=skip, **rest))
        better = [
            wedge(steps, each, d=d * 1.2, m=m, skip=skip, **rest),
            wedge(steps, each, d=d, m=m * 1.2, skip=skip, **rest),
            wedge(steps, each + 1, d=d, m=m, skip=skip, **rest),
            wedge(steps, each, d=d, m=m, skip=skip, periods=steps + 2, **rest),
            wedge(steps, each, d=d, m=m, skip=0, **rest),
        ]
        assert all(power(result) >= base - 1e-12 for result in better)


def test_clusters_that_never_start_while_it_lasts_serve_for_comparison() -> None:
    result = wedge(2, 6, periods=2, d=0.3)
    never = wedge(clusters_per_step=(6, 0, 6), periods=2, d=0.3)
    assert power(result) == pytest.approx(power(never))
    assert any(note.startswith("6 of the clusters") for note in result.assumptions)


def test_people_lost_are_made_up_for() -> None:
    full, lossy = wedge(d=0.2), wedge(d=0.2, m=25, attrition=0.2)
    assert power(lossy) == pytest.approx(power(full))
    assert lossy.n_total == 1500
    whole, short = wedge(m=None, d=0.25), wedge(m=None, d=0.25, attrition=0.2)
    assert short.exact["n_total"] == pytest.approx(whole.exact["n_total"] / 0.8)
    assert short.exact["m"] == pytest.approx(whole.exact["m"] / 0.8)


def test_a_share_cannot_fall_by_more_than_there_is() -> None:
    assert wedge(p0=0.1, p1=0.05, take_up=0.1).mdes is None
    with pytest.raises(Refused, match="largest"):
        wedge(p0=0.1, take_up=0.1)


def test_it_says_what_should_give_pause() -> None:
    few, many = wedge(d=0.2), wedge(4, 8, d=0.2, cac=0.8, m=100)
    assert "statistician" in few.warnings[0]
    assert "statistician" in many.warnings[0]
    assert len(few.warnings) > len(many.warnings)
    assert few.method == "normal"


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"clusters_per_step": (12,), "d": 0.2}, "compare"),
        ({"clusters_per_step": (0, 0), "d": 0.2}, "No cluster"),
        ({"clusters_per_step": (2.5, 3), "d": 0.2}, "whole"),
        ({"clusters_per_step": (1,) * 31, "d": 0.2}, "steps"),
        ({"clusters_per_step": None, "d": 0.2}, "periods"),
        ({"clusters_per_step": None, "periods": 2, "d": 0.2}, "compare"),
        ({"clusters_per_step": None, "m": None, "d": 0.2}, "two of these three"),
        ({"m": None}, "two of these three"),
        ({"d": 0}, "no change"),
        ({"p0": 0.4, "p1": 0.4}, "no change"),
        ({"d": 0.2, "p0": 0.4}, "not both"),
        ({"p1": 0.4}, "without the scheme"),
        ({"d": 0.2, "icc": None}, "ICC"),
        ({"d": 0.2, "tau": 0.1}, "not both"),
        ({"d": 0.2, "icc": None, "tau": 1}, "spread"),
        ({"p0": 0.4, "p1": 0.3, "icc": None, "tau": 0.48}, "spread"),
        ({"m": None, "d": 0.1, "cac": 0.5, "icc": 0.3}, "clusters"),
        ({"p0": 0.01, "clusters_per_step": (1, 1), "m": 2}, "No change"),
        ({"clusters_per_step": None, "periods": 5, "d": 1e-11}, "clusters"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cause(given: dict[str, Any], cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        wedge(**given)


def test_whatever_it_is_given_it_answers_soundly_or_says_why_not() -> None:
    rng = np.random.default_rng(23)
    answered = 0
    for given, _ in box(CALCULATOR, POWER_BOX, seed=24):
        if "clusters_per_step" in given:
            given["clusters_per_step"] = tuple(float(each) for each in rng.integers(0, 5, rng.integers(1, 8)))
        answered += answer(CALCULATOR, given) is not None
    assert answered > POWER_BOX / 20

"""Surveys: the margin of error, the answers it takes, and how many to invite."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.proportion import proportion_confint, samplesize_confint_proportion
from statsmodels.stats.weightstats import DescrStatsW

from tests.calculators.power.grid import answer, box, log_uniform
from tests.sizes import POWER_BOX, POWER_GRID, POWER_SIMULATED
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.calculators.power.survey import CALCULATOR, RESPONSE_BY_MODE


def survey(**given: Any) -> PowerResult:
    return run(CALCULATOR, given)


def margin(result: PowerResult) -> float:
    assert result.margin is not None
    return result.margin


@pytest.mark.parametrize(("n", "points"), [(100, 9.8), (400, 4.9), (1000, 3.1), (12_800, 0.9)])
def test_known_margins(n: int, points: float) -> None:
    assert round(100 * margin(survey(n=n)), 1) == points


def test_the_answers_needed_agree_with_statsmodels() -> None:
    rng = np.random.default_rng(61)
    for _ in range(POWER_GRID):
        p, half, risk = rng.uniform(0.05, 0.95), log_uniform(rng, 0.002, 0.2), rng.uniform(0.001, 0.3)
        ours = survey(p=p, margin=half, confidence=1 - risk).exact["n_total"]
        assert ours == pytest.approx(max(2, samplesize_confint_proportion(p, half, risk)), rel=1e-6)


def test_the_margin_agrees_with_statsmodels() -> None:
    rng = np.random.default_rng(62)
    for _ in range(POWER_GRID):
        n, risk = int(rng.integers(200, 20_000)), rng.uniform(0.01, 0.3)
        count = int(rng.integers(0.3 * n, 0.7 * n))
        low, high = proportion_confint(count, n, risk)
        assert margin(survey(p=count / n, n=n, alpha=risk)) == pytest.approx((high - low) / 2, rel=1e-6)


def test_the_margin_of_an_average_agrees_with_statsmodels() -> None:
    scores = np.random.default_rng(63).normal(50, 12, 400)
    low, high = DescrStatsW(scores).zconfint_mean()
    assert margin(survey(sd=scores.std(ddof=1), n=400)) == pytest.approx((high - low) / 2, rel=1e-6)


@pytest.mark.parametrize(
    ("population", "answers"),
    [(500, 218), (1000, 278), (2000, 323), (5000, 357), (10_000, 370), (100_000, 383), (10**9, 385)],
)
def test_the_answers_needed_of_a_small_population_are_those_of_published_tables(population: int, answers: int) -> None:
    """For a margin of 5 points (Krejcie and Morgan 1970 gives one more or less here and there, by rounding)."""
    by_hand = 1.959964**2 * 0.25 * population / (0.05**2 * (population - 1) + 1.959964**2 * 0.25)
    found = survey(margin=0.05, population=population)
    assert found.exact["n_total"] == pytest.approx(by_hand, rel=1e-6)
    assert found.n_total == answers


def test_samples_drawn_from_a_small_population_scatter_as_the_margin_says() -> None:
    rng = np.random.default_rng(64)
    shares = rng.hypergeometric(120, 280, 150, POWER_SIMULATED) / 150
    expected = margin(survey(p=0.3, n=150, population=400)) / norm.ppf(0.975)
    assert shares.std() == pytest.approx(expected, rel=3 / (2 * POWER_SIMULATED) ** 0.5)


def test_clusters_sampled_scatter_as_the_design_effect_says() -> None:
    rng = np.random.default_rng(65)
    icc, m, clusters = 0.1, 10, 30
    levels = rng.normal(0, icc**0.5, (POWER_SIMULATED, clusters))
    means = (levels + rng.normal(0, ((1 - icc) / m) ** 0.5, levels.shape)).mean(axis=1)
    found = survey(sd=1, n=m * clusters, icc=icc, m=m)
    assert found.design_effect == pytest.approx(1.9)
    assert means.std() == pytest.approx(margin(found) / norm.ppf(0.975), rel=3 / (2 * POWER_SIMULATED) ** 0.5)


@pytest.mark.parametrize(
    ("m", "icc", "cv", "expected"),
    [(20, 0.05, 0, 1.95), (50, 0.05, 0, 3.45), (100, 0.01, 0, 1.99), (100, 0.05, 0.6, 7.75)],
)
def test_known_design_effects(m: int, icc: float, cv: float, expected: float) -> None:
    found = survey(margin=0.03, m=m, icc=icc, cv=cv)
    assert found.design_effect == pytest.approx(expected)
    assert found.exact["n_total"] == pytest.approx(expected * survey(margin=0.03).exact["n_total"])
    assert found.clusters_total == math.ceil(found.exact["n_total"] / m)
    assert margin(survey(n=1000, deff=expected)) == pytest.approx(margin(survey(n=1000, m=m, icc=icc, cv=cv)))


def test_the_answers_it_works_out_give_the_margin_wanted() -> None:
    rng = np.random.default_rng(66)
    for _ in range(POWER_GRID):
        setting = {"p": rng.uniform(0.01, 0.99), "population": int(log_uniform(rng, 20, 1e8))}
        setting |= {"deff": rng.uniform(0.5, 5), "confidence": rng.uniform(0.5, 0.999)}
        wanted = log_uniform(rng, 1e-4, 0.2)
        found = survey(margin=wanted, **setting)
        assert found.solved == "sample"
        if found.exact["n_total"] > 2:
            assert margin(survey(n=found.exact["n_total"], **setting)) == pytest.approx(wanted, rel=1e-6)


def test_more_answers_never_widen_the_margin() -> None:
    margins = [margin(survey(n=n, population=500)) for n in range(5, 501, 5)]
    assert margins == sorted(margins, reverse=True)
    assert margins[-1] == 0


def test_half_is_the_most_cautious_share_and_the_usual_one() -> None:
    needed = [survey(margin=0.03, p=p).exact["n_total"] for p in (0.1, 0.3, 0.5, 0.7, 0.9)]
    assert max(needed) == needed[2] == survey(margin=0.03).exact["n_total"]


def test_how_many_to_invite_follows_from_who_answers() -> None:
    assert survey(margin=0.05, response=0.25).exact["invited"] == 4 * 385
    assert survey(n=385, response=0.25).exact["invited"] == 4 * 385
    assert survey(margin=0.05, response=0.25, attrition=0.2).exact["invited"] == 4 * 385 / 0.8
    assert "invited" not in survey(n=385).exact
    assert any("1,540" in note for note in survey(n=385, response=0.25).assumptions)


def test_every_way_of_asking_has_its_range_and_source() -> None:
    assert len({each.mode for each in RESPONSE_BY_MODE}) == len(RESPONSE_BY_MODE)
    for each in RESPONSE_BY_MODE:
        assert 0 < each.low < each.high < 1
        assert each.source
        assert each.label


def test_the_ranges_are_those_of_the_facts() -> None:
    ranges = {each.mode: (each.low, each.high) for each in RESPONSE_BY_MODE}
    assert ranges["face-to-face"] == (0.42, 0.64)
    assert ranges["telephone-victims"] == (0.15, 0.30)
    assert ranges["push-to-web"] == (0.10, 0.20)
    assert ranges["staff"] == (0.67, 0.97)


def test_several_outcomes_share_the_risk() -> None:
    assert survey(margin=0.05, outcomes=5).exact["n_total"] == survey(margin=0.05, alpha=0.01).exact["n_total"]
    assert survey(margin=0.05, alpha=0.1, confidence=0.9) == survey(margin=0.05, alpha=0.1)


def test_it_warns_where_the_margin_is_not_to_be_relied_on() -> None:
    usual = survey(n=400)
    assert len(survey(n=100, p=0.02).warnings) > len(usual.warnings)
    assert len(survey(margin=0.001, population=300).warnings) > len(usual.warnings)
    assert len(survey(n=5, sd=1).warnings) == len(usual.warnings)
    assert usual.power is None


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({}, "Give the margin"),
        ({"margin": 0.05, "n": 400}, "not both"),
        ({"margin": 0}, "cannot be"),
        ({"margin": 1}, "says nothing"),
        ({"margin": 1e-10}, "large enough"),
        ({"n": 501, "population": 500}, "only 500"),
        ({"n": 100, "population": 500, "response": 0.1}, "only 50 answer"),
        ({"margin": 0.05, "population": 1000, "response": 0.2}, "margin of 0.062"),
        ({"margin": 0.05, "population": 2, "response": 0.2}, "invited"),
        ({"margin": 0.05, "p": 0.5, "sd": 1}, "not both"),
        ({"margin": 0.05, "confidence": 0.9, "alpha": 0.01}, "not both"),
        ({"margin": 0.05, "confidence": 0.9, "outcomes": 2}, "leave the confidence out"),
        ({"margin": 0.05, "icc": 0.1}, "both"),
        ({"margin": 0.05, "m": 10}, "both"),
        ({"margin": 0.05, "icc": 0.1, "m": 10, "deff": 2}, "design effect"),
        ({"margin": 0.05, "sides": 1}, "sides"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cause(given: dict[str, float], cause: str) -> None:
    with pytest.raises(Refused, match=cause):
        survey(**given)


def test_whatever_it_is_given_it_answers_soundly_or_says_why_not() -> None:
    answered = [answer(CALCULATOR, given) for given, _ in box(CALCULATOR, POWER_BOX, seed=67)]
    assert len([result for result in answered if result]) > POWER_BOX / 50

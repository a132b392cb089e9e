"""Loss, take-up, leaks and several outcomes go in and come out again by the same way, whatever is worked out."""

from __future__ import annotations

import pytest

from thinking_professionals.calculators.power import (
    anova,
    correlation,
    its,
    means,
    one_mean,
    paired_means,
    paired_proportions,
    proportions,
    regression,
    survey,
)
from thinking_professionals.calculators.power.form import Amount, Calculator
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run

HARSH: dict[str, Amount] = {"attrition": 0.3, "take_up": 0.8, "contamination": 0.1, "outcomes": 3}
ROUND_TRIPS = [
    (means.CALCULATOR, "d", "n", {"sides": 1}),
    (means.CALCULATOR, "difference", "n1", {"sd1": 3, "sd2": 5, "ratio": 2, "correlation": 0.6}),
    (one_mean.CALCULATOR, "d", "n", {"power": 0.95}),
    (anova.CALCULATOR, "f", "n", {"groups": 4, "alpha": 0.01}),
    (regression.CALCULATOR, "f2", "n", {"predictors": 4}),
    (correlation.CALCULATOR, "r", "n", {}),
    (paired_means.CALCULATOR, "dz", "pairs", {}),
]
each = pytest.mark.parametrize(("calculator", "effect", "sample", "rest"), ROUND_TRIPS)


def of(result: object, sample: str) -> float:
    """The unrounded number of the answer by the name of its field."""
    exact = result.exact  # type: ignore[attr-defined]
    return float(next(exact[name] for name in (sample, "n_per_arm", "n_total") if name in exact))


@each
def test_the_sample_fed_back_gives_the_power_wanted(
    calculator: Calculator, effect: str, sample: str, rest: dict[str, Amount]
) -> None:
    given = {effect: 0.3, **rest, **HARSH}
    result = run(calculator, given)
    back = run(calculator, {**given, sample: of(result, sample)})
    assert back.power == pytest.approx(result.power, rel=1e-9)
    assert (result.mdes, back.mdes) == (pytest.approx(0.3), pytest.approx(0.3, rel=1e-6))


@each
def test_the_effect_fed_back_gives_the_power_wanted_and_the_sample(
    calculator: Calculator, effect: str, sample: str, rest: dict[str, Amount]
) -> None:
    given = {sample: 200, **rest, **HARSH}
    result = run(calculator, given)
    assert result.solved == "effect"
    assert run(calculator, {**given, effect: result.mdes}).power == pytest.approx(result.power, rel=1e-9)
    again = run(calculator, {**rest, **HARSH, effect: result.mdes})
    assert of(again, sample) == pytest.approx(200, rel=1e-6)


@each
def test_each_of_them_takes_more_people(
    calculator: Calculator, effect: str, sample: str, rest: dict[str, Amount]
) -> None:
    plain = of(run(calculator, {effect: 0.3, **rest}), sample)
    for name, amount in HARSH.items():
        result = run(calculator, {effect: 0.3, **rest, name: amount})
        assert of(result, sample) > plain
        assert len(result.assumptions) > len(run(calculator, {effect: 0.3, **rest}).assumptions)


def test_loss_takes_people_away_and_nothing_else() -> None:
    assert run(means.CALCULATOR, {"d": 0.2, "attrition": 0.2}).exact["n1"] == pytest.approx(393.406 / 0.8, abs=0.001)


def test_take_up_and_leaks_shrink_the_change() -> None:
    diluted = run(means.CALCULATOR, {"d": 0.2, "take_up": 0.9, "contamination": 0.1}, "normal")
    plain = run(means.CALCULATOR, {"d": 0.2}, "normal")
    assert diluted.exact["n1"] == pytest.approx(plain.exact["n1"] / 0.64)
    assert diluted.mdes == pytest.approx(0.2)


def test_an_average_moves_towards_the_one_without_the_scheme() -> None:
    by_means = run(means.CALCULATOR, {"mean1": 50, "mean2": 44, "sd": 20, "take_up": 0.7})
    assert by_means.exact == pytest.approx(run(means.CALCULATOR, {"difference": 4.2, "sd": 20}).exact)


def test_a_share_moves_towards_the_one_without_the_scheme() -> None:
    by_shares = run(proportions.CALCULATOR, {"p1": 0.3, "p2": 0.2, "take_up": 0.8}, "unpooled")
    assert by_shares.exact == pytest.approx(run(proportions.CALCULATOR, {"p1": 0.3, "p2": 0.22}, "unpooled").exact)


def test_odds_move_towards_even_ones() -> None:
    def pairs(odds: float, **more: float) -> float:
        return run(paired_proportions.CALCULATOR, {"discordant": 0.4, "odds_ratio": odds, **more}).exact["pairs"]

    share_up = 0.5 + 0.8 * (3 / 4 - 0.5)  # of the pairs that differ, odds of 3 are three in four
    assert pairs(3, take_up=0.8) == pytest.approx(pairs(share_up / (1 - share_up)))


def test_several_outcomes_share_the_risk_of_a_false_alarm() -> None:
    shared = run(means.CALCULATOR, {"d": 0.2, "outcomes": 5})
    assert shared.exact == run(means.CALCULATOR, {"d": 0.2, "alpha": 0.01}).exact
    assert run(means.CALCULATOR, {"d": 0.2, "alpha": 0.1, "outcomes": 10}).exact == pytest.approx(
        run(means.CALCULATOR, {"d": 0.2, "alpha": 0.01}).exact
    )


def test_groups_are_whole_and_add_up_to_the_total() -> None:
    result = run(means.CALCULATOR, {"d": 0.3, "ratio": 1.7, **HARSH})
    assert result.n_total == result.n1 + result.n2
    assert result.n1 - 1 < result.exact["n1"] <= result.n1


def test_nothing_is_said_of_what_is_not_there() -> None:
    neutral: dict[str, Amount] = {"attrition": 0, "take_up": 1, "contamination": 0, "outcomes": 1}
    assert run(means.CALCULATOR, {"d": 0.2, **neutral}) == run(means.CALCULATOR, {"d": 0.2})


def test_the_fewest_people_that_a_test_takes_may_be_what_is_left_after_loss() -> None:
    for attrition in (0.1, 0.3, 0.7):
        result = run(means.CALCULATOR, {"d": 40, "attrition": attrition})
        assert run(means.CALCULATOR, {"d": 40, "attrition": attrition, "n": result.exact["n_per_arm"]}).power > 0.8


def test_the_method_is_the_first_where_none_is_named() -> None:
    assert run(means.CALCULATOR, {"d": 0.2}).method == run(means.CALCULATOR, {"d": 0.2}, "t").method == "t"


def test_one_change_too_large_to_be_is_left_out_where_power_is_asked_for_and_refused_alone() -> None:
    few: dict[str, Amount] = {"n": 8, "take_up": 0.4}
    assert run(correlation.CALCULATOR, {"r": 0.5, **few}).mdes is None
    assert run(correlation.CALCULATOR, {"r": 0.5, **few}).warnings
    with pytest.raises(Refused):
        run(correlation.CALCULATOR, few)


@pytest.mark.parametrize(
    ("calculator", "given", "method"),
    [
        (means.CALCULATOR, {"d": 0.2, "icc": 0.05}, None),
        (means.CALCULATOR, {"d": 0.2}, "exact"),
        (means.CALCULATOR, {"d": 0.2, "take_up": 0.5, "contamination": 0.5}, None),
        (means.CALCULATOR, {"d": 0.2, "take_up": 0.4, "contamination": 0.5}, None),
        (means.CALCULATOR, {"d": 0.2, "take_up": 0}, None),
        (means.CALCULATOR, {"d": 0.2, "attrition": 1}, None),
        (means.CALCULATOR, {"d": 0.2, "outcomes": 1.5}, None),
        (means.CALCULATOR, {"d": 0.2, "outcomes": 0}, None),
        (means.CALCULATOR, {"d": 0.2, "alpha": 0}, None),
        (means.CALCULATOR, {"d": 0.2, "sides": 3}, None),
        (means.CALCULATOR, {"d": 0.2, "power": 1}, None),
        (means.CALCULATOR, {"d": 0.2, "power": 0.05}, None),
        (means.CALCULATOR, {"d": 0.2, "alpha": 0.9}, None),
        (means.CALCULATOR, {"d": 0.2, "difference": 3, "sd": 15}, None),
        (means.CALCULATOR, {"d": 0.2, "n": (50, 60)}, None),
        (anova.CALCULATOR, {"f": 0.2, "groups": 3, "sides": 1}, None),
        (survey.CALCULATOR, {"p": 0.5, "n": 400, "take_up": 0.8}, None),
        (its.CALCULATOR, {"pre": 24, "post": 24, "level_change": 1, "attrition": 0.2}, None),
    ],
)
def test_what_makes_no_sense_is_refused(calculator: Calculator, given: dict[str, Amount], method: str | None) -> None:
    with pytest.raises(Refused):
        run(calculator, given, method)

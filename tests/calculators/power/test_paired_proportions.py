"""Pairs compared on a share: all that could come out gone through, Connor's formula, and studies done many times."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from scipy import stats

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.paired_proportions import CALCULATOR, EXACT_MOST, paired_proportions
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run
from thinking_professionals.calculators.power.solving import MOST

METHODS = ["exact", "normal"]


def drawn(seed: int, most: float) -> Iterator[tuple[float, float, float, float, int]]:
    """The shares that change each way, the number of pairs, alpha and sides."""
    rng = np.random.default_rng(seed)
    for turn in range(POWER_GRID):
        differ = log_uniform(rng, 1e-4, 1) if turn % 2 else rng.uniform(0.01, 1)
        up = differ * rng.uniform(0, 1)
        yield up, differ - up, log_uniform(rng, 1, most), log_uniform(rng, 1e-4, 0.3), int(rng.integers(1, 3))


def test_exact_power_is_that_of_all_pairs_and_changes_gone_through() -> None:
    for up, down, most, alpha, sides in drawn(1, 120):
        pairs = int(most)
        differ, ups = np.arange(pairs + 1)[:, None], np.arange(pairs + 1)[None, :]
        tail = stats.binom.sf(np.maximum(ups, differ - ups) - 1, differ, 0.5) * sides
        if sides == 1:
            tail = np.where(ups >= differ / 2, tail, 1) if up > down else np.where(ups <= differ / 2, tail, 1)
        chances = stats.binom.pmf(differ, pairs, up + down) * stats.binom.pmf(ups, differ, up / (up + down))
        theirs = (chances * (tail <= alpha * (1 + 1e-9)) * (ups <= differ)).sum()
        ours = paired_proportions(up=up, down=down, pairs=pairs, alpha=alpha, sides=sides)
        assert ours.method == "exact"
        assert ours.power == pytest.approx(theirs, rel=1e-6, abs=1e-9)


def test_the_normal_number_is_connors() -> None:
    for up, down, _, alpha, _ in drawn(2, 2):
        differ, change = up + down, abs(up - down)
        bar, wanted = stats.norm.isf(alpha), stats.norm.ppf(0.9)
        pairs = ((bar * math.sqrt(differ) + wanted * math.sqrt(differ - change**2)) / change) ** 2
        if pairs > MOST:
            continue
        ours = paired_proportions(up=up, down=down, alpha=alpha, sides=1, power=0.9, method="normal")
        assert ours.exact["pairs"] == pytest.approx(max(1, pairs), rel=1e-6)


@pytest.mark.parametrize(("method", "down", "pairs"), [("exact", 0.1, 250), ("normal", 0.15, 1500)])
def test_studies_by_mcnemars_test_find_it_as_often(method: str, down: float, pairs: int) -> None:
    """The normal method is a point too low with few pairs, and right with many."""
    rng, times = studies(3)
    up = 0.2
    changes = rng.multinomial(pairs, [up, down, 1 - up - down], times)
    ups, downs = changes[:, 0], changes[:, 1]
    exact = stats.binom.sf(np.maximum(ups, downs) - 1, ups + downs, 0.5) * 2 <= 0.05
    normal = (ups - downs) ** 2 / (ups + downs) > stats.chi2.isf(0.05, 1)
    power = paired_proportions(up=up, down=down, pairs=pairs, method=method).power
    assert power
    assert_simulated(exact if method == "exact" else normal, power)


@pytest.mark.parametrize(("discordant", "odds", "power"), [(0.3, 2, 0.8), (1, 1.5, 0.8), (1, 3, 0.95), (0.05, 5, 0.5)])
def test_from_the_exact_number_on_power_never_falls_short_again(discordant: float, odds: float, power: float) -> None:
    found = paired_proportions(discordant=discordant, odds_ratio=odds, power=power).pairs
    assert found
    reached = [
        (paired_proportions(discordant=discordant, odds_ratio=odds, pairs=pairs).power or 0) >= power
        for pairs in range(found - 1, found + 300)
    ]
    assert not reached[0], "so that it is the smallest"
    assert all(reached[1:])


def test_shares_each_way_and_an_odds_ratio_say_the_same() -> None:
    by_shares, by_odds = paired_proportions(up=0.2, down=0.1), paired_proportions(discordant=0.3, odds_ratio=2)
    assert by_shares.pairs == by_odds.pairs == paired_proportions(discordant=0.3, odds_ratio=0.5).pairs
    assert by_shares.mdes == pytest.approx(0.1)
    assert paired_proportions(discordant=0.3, odds_ratio=0).mdes == pytest.approx(0.3), "all change one way"


@pytest.mark.parametrize("method", METHODS)
def test_the_smallest_change_has_just_the_power_wanted(method: str) -> None:
    change = paired_proportions(discordant=0.3, pairs=200, method=method).mdes
    assert change
    back = paired_proportions(up=(0.3 + change) / 2, down=(0.3 - change) / 2, pairs=200, method=method)
    assert back.power == pytest.approx(0.8, abs=1e-9)
    assert back.mdes == pytest.approx(change)


@pytest.mark.parametrize("method", METHODS)
def test_a_larger_change_never_lowers_power(method: str) -> None:
    for up, down, pairs, alpha, sides in drawn(4, EXACT_MOST):
        differ, more, less = up + down, max(up, down), min(up, down)
        now = paired_proportions(up=up, down=down, pairs=pairs, alpha=alpha, sides=sides, method=method).power or 0
        wider = paired_proportions(
            up=more + less / 3, down=differ - more - less / 3, pairs=pairs, alpha=alpha, sides=sides, method=method
        )
        assert (wider.power or 0) >= now - 1e-9 or now < 0.35


def test_more_pairs_never_lower_power_by_the_normal_method() -> None:
    for up, down, pairs, alpha, sides in drawn(5, 1e6):
        few, many = (
            paired_proportions(up=up, down=down, pairs=n, alpha=alpha, sides=sides, method="normal").power or 0
            for n in (pairs, 1.1 * pairs)
        )
        assert many >= few - 1e-9


def test_where_few_pairs_differ_a_warning_says_so() -> None:
    assert paired_proportions(up=0.01, down=0.002, pairs=200).warnings
    assert paired_proportions(up=0.03, down=0.02, pairs=1000).warnings
    assert not paired_proportions(up=0.3, down=0.1, pairs=100).warnings
    assert paired_proportions(up=0.01, down=0.002, pairs=100).mdes is None


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "given",
    [
        {"pairs": 100},
        {"discordant": 0, "pairs": 100},
        {"discordant": 0.3},
        {"discordant": 0.3, "odds_ratio": 1},
        {"up": 0.2, "down": 0.2},
        {"up": 0, "down": 0, "pairs": 10},
        {"up": 0.8, "down": 0.4},
        {"discordant": 0.1, "pairs": 30},
        {"discordant": 0.3, "odds_ratio": 2, "pairs": 0.5},
        {"discordant": 1e-9, "odds_ratio": 1 + 1e-9},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float], method: str) -> None:
    with pytest.raises(Refused):
        paired_proportions(**given, method=method)  # type: ignore[arg-type]


def test_more_pairs_than_can_be_gone_through_are_refused_and_left_to_the_normal_method() -> None:
    given = {"discordant": 0.3, "odds_ratio": 1.05}
    with pytest.raises(Refused):
        paired_proportions(**given)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        paired_proportions(**given, pairs=EXACT_MOST + 1)  # type: ignore[arg-type]
    assert (paired_proportions(**given, method="normal").pairs or 0) > EXACT_MOST  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [{"discordant": 0.3, "odds_ratio": 3}, {"up": 0.225, "down": 0.075}])
def test_those_not_reached_shrink_the_difference_and_no_more(given: dict[str, float]) -> None:
    full = run(CALCULATOR, given)
    partly = run(CALCULATOR, {**given, "take_up": 0.8}, "normal")
    assert full.mdes == pytest.approx(0.15)
    assert partly.mdes == pytest.approx(0.15)
    assert (partly.pairs or 0) > (full.pairs or 0)


def test_pairs_lost_are_made_up_for() -> None:
    plain = paired_proportions(discordant=0.3, odds_ratio=2)
    lost = run(CALCULATOR, {"discordant": 0.3, "odds_ratio": 2, "attrition": 0.2})
    assert lost.exact["pairs"] == pytest.approx(plain.exact["pairs"] / 0.8)

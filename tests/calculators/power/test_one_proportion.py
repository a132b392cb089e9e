"""One share against a known one: every count gone through, statsmodels, and a power that rises like a saw."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import normal_power_het

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.one_proportion import CALCULATOR, EXACT_MOST, one_proportion
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def drawn(seed: int, most: float) -> Iterator[tuple[float, float, float, float, int]]:
    """The known share and the true one, the number of people, alpha and sides."""
    rng = np.random.default_rng(seed)
    for turn in range(POWER_GRID):
        p0, p1 = (log_uniform(rng, 1e-4, 0.9999) if turn % 2 else rng.uniform(1e-3, 0.999) for _ in range(2))
        yield p0, p1, log_uniform(rng, 1, most), log_uniform(rng, 1e-6, 0.3), int(rng.integers(1, 3))


def test_exact_power_is_that_of_all_counts_gone_through() -> None:
    for p0, p1, most, alpha, sides in drawn(1, 5000):
        n = int(most)
        counts = np.arange(n + 1)
        above, below = stats.binom.sf(counts - 1, n, p0), stats.binom.cdf(counts, n, p0)
        tail = np.minimum(above, below) * 2 if sides == 2 else above if p1 > p0 else below
        theirs = stats.binom.pmf(counts, n, p1)[tail <= alpha].sum()
        ours = one_proportion(p0=p0, p1=p1, n=n, alpha=alpha, sides=sides)
        assert ours.method == "exact"
        assert ours.power == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def test_normal_power_is_that_of_statsmodels() -> None:
    for p0, p1, n, alpha, sides in drawn(2, 1e6):
        aside = "two-sided" if sides == 2 else "larger" if p1 > p0 else "smaller"
        none, some = ((p * (1 - p)) ** 0.5 for p in (p0, p1))
        theirs = normal_power_het(p1 - p0, n, alpha, none, some, alternative=aside)
        ours = one_proportion(p0=p0, p1=p1, n=n, alpha=alpha, sides=sides, method="normal")
        assert ours.power == pytest.approx(theirs, rel=1e-6, abs=1e-12)


def test_from_the_exact_number_on_power_never_falls_short_again() -> None:
    rng = np.random.default_rng(3)
    for turn in range(40):
        p0 = log_uniform(rng, 0.002, 0.5) if turn % 2 else 1 - log_uniform(rng, 0.002, 0.5)
        p1 = float(np.clip(p0 + rng.choice([-1, 1]) * log_uniform(rng, 0.02, 0.4), 0, 1))
        power, sides = float(rng.choice([0.5, 0.8, 0.95])), int(rng.integers(1, 3))
        found = one_proportion(p0=p0, p1=p1, power=power, sides=sides).n_total
        assert found
        ns = np.arange(max(1, found - 1), 3 * found + 1000)
        highest, lowest = stats.binom.ppf(0.05 / sides, ns, p0), stats.binom.isf(0.05 / sides, ns, p0)
        fall = stats.binom.cdf(highest - (stats.binom.cdf(highest, ns, p0) > 0.05 / sides), ns, p1)
        rise = stats.binom.sf(lowest, ns, p1)
        powers = fall + rise if sides == 2 else rise if p1 > p0 else fall
        assert found == 1 or powers[0] < power
        assert (powers[1 if found > 1 else 0 :] >= power).all()


@pytest.mark.parametrize("method", ["exact", "normal"])
@pytest.mark.parametrize("p1", [0.2, 0.45])
def test_the_smallest_change_has_just_the_power_wanted(method: str, p1: float) -> None:
    change = one_proportion(p0=0.3, p1=p1, n=150, method=method).mdes
    assert change
    back = one_proportion(p0=0.3, p1=0.3 + (change if p1 > 0.3 else -change), n=150, method=method)
    assert back.power == pytest.approx(0.8, abs=1e-9)


@pytest.mark.parametrize("method", ["exact", "normal"])
def test_a_larger_change_never_lowers_power_nor_do_more_people_by_the_normal_method(method: str) -> None:
    for p0, p1, n, alpha, sides in drawn(4, 1e5):
        now = one_proportion(p0=p0, p1=p1, n=n, alpha=alpha, sides=sides, method=method).power or 0
        further = p1 + 0.1 * ((1 if p1 > p0 else 0) - p1)
        assert now < 0.35 or (
            (one_proportion(p0=p0, p1=further, n=n, alpha=alpha, sides=sides, method=method).power or 0) >= now - 1e-9
        )
        more = one_proportion(p0=p0, p1=p1, n=1.1 * n, alpha=alpha, sides=sides, method="normal").power or 0
        assert more >= (one_proportion(p0=p0, p1=p1, n=n, alpha=alpha, sides=sides, method="normal").power or 0) - 1e-9


def test_the_exact_test_is_never_laxer_than_it_says() -> None:
    for p0, _, n, alpha, sides in drawn(5, 1e5):
        barely = p0 * (1 + 1e-9)
        assert (one_proportion(p0=p0, p1=barely, n=n, alpha=alpha, sides=sides).power or 0) <= alpha * (1 + 1e-3)


def test_where_no_fall_could_be_seen_a_rise_is_named_and_why() -> None:
    rare = one_proportion(p0=0.01, n=50)
    assert rare.mdes
    assert rare.warnings
    assert one_proportion(p0=0.01, p1=0.01 + rare.mdes, n=50).power == pytest.approx(0.8)
    assert one_proportion(p0=0.01, p1=0.001, n=50).mdes is None
    assert not one_proportion(p0=0.3, n=200).warnings
    assert one_proportion(p0=0.99, p1=0.98, n=100).warnings


@pytest.mark.parametrize(
    "given",
    [
        {"p1": 0.3, "n": 10},
        {"p0": 0.3},
        {"p0": 0.3, "p1": 0.3},
        {"p0": 0.3, "n": 1},
        {"p0": 0.3, "n": 0.5},
        {"p0": 0.5, "p1": 0.501},
    ],
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        one_proportion(**given)  # type: ignore[arg-type]


def test_beyond_the_exact_method_the_normal_one_answers() -> None:
    normal = one_proportion(p0=0.5, p1=0.501, method="normal").n_total
    assert normal
    assert normal > EXACT_MOST


def test_a_share_of_none_or_all_is_seen_for_certain_once_it_is_past_the_bar() -> None:
    assert one_proportion(p0=0.5, p1=0, n=20, method="normal").power == 1
    assert one_proportion(p0=0.5, p1=1, n=2, method="normal").power == 0
    assert one_proportion(p0=0.5, p1=0, n=20).power == 1


def test_where_the_bar_is_just_met_the_number_found_is_enough() -> None:
    found = one_proportion(p0=0.7, p1=1, alpha=1e-12, power=0.2, method="normal").exact["n_total"]
    assert one_proportion(p0=0.7, p1=1, alpha=1e-12, n=found, method="normal").power == 1
    assert one_proportion(p0=0.7, p1=1, alpha=1e-12, n=0.999 * found, method="normal").power == 0


def test_people_lost_are_made_up_for() -> None:
    plain = one_proportion(p0=0.3, p1=0.2)
    lost = run(CALCULATOR, {"p0": 0.3, "p1": 0.2, "attrition": 0.2})
    assert lost.exact["n_total"] == pytest.approx(plain.exact["n_total"] / 0.8)
    with pytest.raises(Refused):
        run(CALCULATOR, {"p0": 0.05, "n": 100, "take_up": 0.5})

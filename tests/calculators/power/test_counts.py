"""Two counts of events compared: print, statsmodels, and studies done many times over."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.rates import power_poisson_ratio_2indep

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.counts import CALCULATOR, counts
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run

PRINTED = {
    0.05: 6124,
    0.081: 2298,
    0.10: 1493,
    0.15: 647,
    0.16: 566,
    0.20: 355,
    0.25: 222,
    0.30: 150,
    0.50: 50,
}


@pytest.mark.parametrize("fall", PRINTED)
def test_the_figures_printed_come_out(fall: float) -> None:
    assert counts(fall=fall, method="normal").n1 == PRINTED[fall]


def test_dispersion_multiplies_the_events_needed() -> None:
    assert counts(fall=0.2, dispersion=3).exact["n1"] == pytest.approx(3 * counts(fall=0.2).exact["n1"])


def test_power_and_events_are_those_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        first, fall, dispersion = log_uniform(rng, 1, 1e6), rng.uniform(0.001, 0.88), log_uniform(rng, 0.5, 20)
        alpha, sides = log_uniform(rng, 1e-4, 0.3), int(rng.integers(1, 3))

        def theirs(
            events: float,
            fall: float = fall,
            dispersion: float = dispersion,
            alpha: float = alpha,
            aside: str = "two-sided" if sides == 2 else "larger",
        ) -> float:
            return float(
                power_poisson_ratio_2indep(
                    1,
                    1 - fall,
                    events,
                    value=1,
                    alpha=alpha,
                    dispersion=dispersion,
                    alternative=aside,
                    method_var="alt",
                    return_results=False,
                )
            )

        ours = counts(events=first, fall=fall, dispersion=dispersion, alpha=alpha, sides=sides)
        assert ours.power == pytest.approx(theirs(first), rel=1e-6, abs=1e-12)
        needed = counts(fall=fall, dispersion=dispersion, alpha=alpha, sides=sides).exact["n1"]
        assert theirs(needed) == pytest.approx(0.8, rel=1e-6)


@pytest.mark.parametrize("dispersion", [1, 4])
def test_studies_of_places_whose_counts_fall_unevenly_find_it_as_often(dispersion: float) -> None:
    rng, times = studies(2)
    expected = (600 * dispersion, 500 * dispersion)
    if dispersion == 1:
        seen = [rng.poisson(events, times) for events in expected]
    else:
        seen = [rng.negative_binomial(events / (dispersion - 1), 1 / dispersion, times) for events in expected]
    statistic = np.log(seen[1] / seen[0]) / np.sqrt(dispersion * (1 / seen[0] + 1 / seen[1]))
    power = counts(events1=expected[0], events2=expected[1], dispersion=dispersion).power
    assert power
    assert_simulated(np.abs(statistic) > stats.norm.isf(0.025), power)


def test_a_fall_and_the_events_that_are_left_say_the_same() -> None:
    assert counts(events=400, fall=0.25).power == counts(events1=400, events2=300).power
    assert counts(events1=400, fall=0.25).n2 == 300


def test_a_rise_is_measured_as_one() -> None:
    change = counts(events1=100, events2=150).mdes
    assert change
    assert counts(events1=100, events2=100 * (1 + change)).power == pytest.approx(0.8)


def test_the_smallest_fall_has_just_the_power_wanted() -> None:
    change = counts(events=400, dispersion=2).mdes
    assert change
    assert counts(events=400, fall=change, dispersion=2).power == pytest.approx(0.8)


def test_a_fall_to_nothing_is_seen_at_least_as_well_as_any_other() -> None:
    powers = [counts(events=18, fall=fall).power for fall in (0.5, 0.8, 0.9, 0.95, 1)]
    assert powers == sorted(powers, key=float)  # type: ignore[arg-type]


def test_where_too_few_events_are_expected_a_warning_says_so() -> None:
    assert counts(events=8, fall=0.5).warnings
    assert counts(events=90, fall=0.1).warnings
    assert counts(events=8, fall=0.5).mdes is None
    assert not counts(events=1000, fall=0.02).warnings


@pytest.mark.parametrize(
    "given", [{}, {"events": 100, "fall": 0}, {"events2": 50}, {"events": 10}, {"events1": 10, "events2": 10}]
)
def test_what_cannot_be_worked_out_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        counts(**given)  # type: ignore[arg-type]


def test_events_lost_and_places_not_reached_are_made_up_for() -> None:
    plain, lost = counts(fall=0.2), run(CALCULATOR, {"fall": 0.2, "attrition": 0.1})
    reached = run(CALCULATOR, {"fall": 0.25, "take_up": 0.8})
    assert lost.exact["n1"] == pytest.approx(plain.exact["n1"] / 0.9)
    assert reached.exact["n1"] == pytest.approx(plain.exact["n1"])
    by_fall = run(CALCULATOR, {"events": 400, "fall": 0.25, "take_up": 0.8, "attrition": 0.1})
    by_events = run(CALCULATOR, {"events1": 400, "events2": 300, "take_up": 0.8, "attrition": 0.1})
    assert by_fall.power == pytest.approx(by_events.power)
    assert by_fall.n1 == by_events.n1 == 400
    with pytest.raises(Refused):
        run(CALCULATOR, {"events": 40, "take_up": 0.5})

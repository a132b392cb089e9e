"""The outer cost band against figures worked out by hand."""

from __future__ import annotations

from thinking_professionals.assessment.cost import estimate


def test_the_band_runs_from_low_days_at_low_rates_to_high_days_at_high_rates(library):
    cost = estimate(library.costs, library.design_by_id["trial"])
    # Director: 0.65 x 800, 1 x 1,000, 1.7 x 1,500. Researcher: 6.5 x 400, 10 x 550, 17 x 750.
    # Direct costs: half, one and twice 1,000.
    assert [(line.low, line.central, line.high) for line in cost.lines] == [
        (520, 1000, 2550),
        (2600, 5500, 12750),
        (500, 1000, 2000),
    ]
    assert (cost.total.low, cost.total.central, cost.total.high) == (3620, 7500, 17300)


def test_in_house_takes_the_same_days_at_the_in_house_rate(library):
    cost = estimate(library.costs, library.design_by_id["trial"])
    # 11 days: 7.15 x 200 + 500, 11 x 270 + 1,000, 18.7 x 350 + 2,000.
    assert (cost.in_house.low, cost.in_house.central, cost.in_house.high) == (1930, 3970, 8545)


def test_the_total_is_the_sum_of_the_lines_shown(library):
    for design in library.designs:
        cost = estimate(library.costs, design)
        assert cost.total.central == sum(line.central for line in cost.lines)
        assert cost.total.low <= cost.total.central <= cost.total.high

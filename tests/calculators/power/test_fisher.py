"""The bars of Fisher's test are scipy's hypergeometric ones, in the far tail and in lopsided groups too."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.fisher import FisherTest, powers_fisher


def test_the_bar_is_the_smallest_count_that_chance_alone_reaches_with_at_most_the_risk() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID // 5):
        n, m, risk = int(log_uniform(rng, 1, 1500)), int(log_uniform(rng, 1, 500)), log_uniform(rng, 1e-12, 0.9)
        totals = np.arange(n + m + 1)
        bars = FisherTest.of((n, m), risk, 1).first
        assert (stats.hypergeom.sf(bars - 1, n + m, n, totals) <= risk * (1 + 1e-6)).all()
        assert (stats.hypergeom.sf(bars - 2, n + m, n, totals) > risk * (1 - 1e-6)).all()


def test_many_sizes_at_once_are_each_as_if_alone() -> None:
    sizes = [(30, 30), (31, 20), (200, 7)]
    together = powers_fisher((0.3, 0.6), sizes, 0.05, 2)
    assert together == pytest.approx([FisherTest.of(each, 0.05, 2).power((0.3, 0.6)) for each in sizes], abs=1e-9)


def test_the_true_risk_is_never_above_the_one_named() -> None:
    rng = np.random.default_rng(2)
    for _ in range(POWER_GRID // 5):
        sizes, alpha = (int(log_uniform(rng, 1, 300)), int(log_uniform(rng, 1, 300))), log_uniform(rng, 1e-4, 0.5)
        test = FisherTest.of(sizes, alpha, 2)
        assert all(test.power((share, share)) <= alpha * (1 + 1e-6) for share in (0.01, 0.1, 0.5, 0.9))

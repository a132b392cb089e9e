"""The bars of the exact binomial test are scipy's, and the counts left out are out of the question."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from tests.calculators.power.grid import log_uniform
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.binomial import bar, likely


def test_the_bar_is_the_smallest_count_that_chance_alone_reaches_with_at_most_the_risk() -> None:
    rng = np.random.default_rng(1)
    for turn in range(POWER_GRID):
        n, risk = int(log_uniform(rng, 1, 1e6)), log_uniform(rng, 1e-9, 0.9)
        share = log_uniform(rng, 1e-6, 0.999) if turn % 2 else rng.uniform(0.001, 0.999)
        assert bar(np.array([n]), share, risk)[0] == stats.binom.isf(risk, n, share) + 1, (n, share, risk)


def test_a_tail_of_just_the_risk_is_within_it() -> None:
    assert bar(np.array([3, 4]), 0.5, 0.5**4).tolist() == [4, 4]


def test_what_is_likely_is_nearly_all_there_is_each_with_its_chance() -> None:
    for n, share in [(1, 0.3), (40, 0.0), (40, 1.0), (1000, 0.5), (1000, 0.001), (10_000, 0.3)]:
        counts, chances = likely(share, n)
        assert chances == pytest.approx(stats.binom.pmf(counts, n, share), rel=1e-9)
        assert chances.sum() == pytest.approx(1, abs=1e-9)

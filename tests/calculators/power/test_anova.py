"""Several groups compared on a mean, set beside statsmodels, the t test and studies done many times over."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.power import FTestAnovaPower

from tests.calculators.power.grid import log_uniform
from tests.calculators.power.simulated import assert_simulated, studies
from tests.sizes import POWER_GRID
from thinking_professionals.calculators.power.anova import CALCULATOR, anova
from thinking_professionals.calculators.power.means import means
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import run


def test_power_sample_and_effect_are_those_of_statsmodels() -> None:
    rng = np.random.default_rng(1)
    for _ in range(POWER_GRID):
        groups, n, alpha = round(log_uniform(rng, 2, 60)), log_uniform(rng, 3, 1e4), log_uniform(rng, 1e-5, 0.3)
        f = log_uniform(rng, 0.1, 8) / math.sqrt(n * groups)
        theirs = FTestAnovaPower().power(f, n * groups, alpha, groups)
        assert anova(f=f, groups=groups, n=n, alpha=alpha).power == pytest.approx(theirs, rel=1e-6)
        effect = anova(groups=groups, n=n, alpha=alpha, power=0.7).mdes
        assert FTestAnovaPower().power(effect, n * groups, alpha, groups) == pytest.approx(0.7, rel=1e-6)
        size = anova(f=f, groups=groups, alpha=alpha, power=0.7).exact["n_total"]
        assert size == 2 * groups or FTestAnovaPower().power(f, size, alpha, groups) == pytest.approx(0.7, rel=1e-6)


def test_power_agrees_with_studies_done_many_times_over() -> None:
    rng, times = studies(1)
    averages = (0.0, 0.3, 0.9)
    found = stats.f_oneway(*(rng.normal(mean, 1, (12, times)) for mean in averages)).pvalue < 0.05
    assert_simulated(found, anova(f=float(np.std(averages)), groups=3, n=12).power)


def test_two_groups_are_the_two_sided_t_test() -> None:
    for d in (0.2, 0.5, 1.5):
        assert anova(f=d / 2, groups=2).exact["n_per_arm"] == pytest.approx(means(d=d).exact["n_per_arm"], rel=1e-9)


def test_every_group_is_whole_also_after_loss() -> None:
    for attrition in (0, 0.15):
        result = run(CALCULATOR, {"f": 0.25, "groups": 5, "attrition": attrition})
        assert result.n_total == 5 * result.n_per_arm


def test_a_larger_effect_and_more_people_never_lower_power() -> None:
    for groups in (2, 3, 10, 100):
        powers = [[anova(f=f, groups=groups, n=n).power for f in (0.01, 0.1, 0.3, 3)] for n in (2, 3, 10, 1e3, 1e9)]
        assert np.all(np.diff(powers, axis=0) >= -1e-12)
        assert np.all(np.diff(powers, axis=1) >= -1e-12)


@pytest.mark.parametrize(
    "given", [{}, {"f": 0.25}, {"groups": 3}, {"f": 0.2, "groups": 3, "n": 1}, {"f": 0, "groups": 3}], ids=str
)
def test_what_is_missing_or_cannot_be_is_refused(given: dict[str, float]) -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, given)


def test_one_sided_has_no_meaning_here() -> None:
    with pytest.raises(Refused):
        run(CALCULATOR, {"f": 0.25, "groups": 3, "sides": 1})

"""Every calculator, by the name it has on the command line."""

from __future__ import annotations

from thinking_professionals.calculators.power import (
    anova,
    chi_squared,
    cluster_means,
    cluster_proportions,
    cluster_rates,
    correlation,
    counts,
    did,
    its,
    matched,
    means,
    multisite,
    one_mean,
    one_proportion,
    paired_means,
    paired_proportions,
    partially_clustered,
    proportions,
    rates,
    rdd,
    regression,
    stepped_wedge,
    survey,
)
from thinking_professionals.calculators.power.form import Calculator

CALCULATORS: tuple[Calculator, ...] = (
    means.CALCULATOR,
    one_mean.CALCULATOR,
    paired_means.CALCULATOR,
    anova.CALCULATOR,
    proportions.CALCULATOR,
    one_proportion.CALCULATOR,
    paired_proportions.CALCULATOR,
    rates.CALCULATOR,
    counts.CALCULATOR,
    cluster_means.CALCULATOR,
    cluster_proportions.CALCULATOR,
    cluster_rates.CALCULATOR,
    stepped_wedge.CALCULATOR,
    did.CALCULATOR,
    its.CALCULATOR,
    rdd.CALCULATOR,
    matched.CALCULATOR,
    survey.CALCULATOR,
    regression.CALCULATOR,
    chi_squared.CALCULATOR,
    correlation.CALCULATOR,
    multisite.CALCULATOR,
    partially_clustered.CALCULATOR,
)
BY_NAME = {calculator.name: calculator for calculator in CALCULATORS}

"""People drawn within each of several sites, such as courts or stations, so that each site has both sides in it.

What sets sites apart then does no harm. What remains is the luck of the draw in each, and that the scheme may do more
in one site than in another (Raudenbush and Liu 2000; Bloom 2006).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.cluster_answer import Asked
from thinking_professionals.calculators.power.cluster_form import D, changed, methods, number
from thinking_professionals.calculators.power.clusters import LARGEST, Clusters, Design, Test, Trial
from thinking_professionals.calculators.power.form import Calculator, Field, Method
from thinking_professionals.calculators.power.result import PowerResult

HALVES = "In each site, half of the people are drawn to get the scheme."
SITES_DIFFER = "What the scheme does may differ from site to site, and the answer is meant for other sites too."
THESE_SITES = "The answer is meant for these sites only."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sites(Design):
    icc: float
    effect_sd: float
    """0 where only these sites matter."""
    r2: float
    fixed: bool

    @property
    def sides(self) -> int:
        return 1

    @property
    def few_matter(self) -> bool:
        return not self.fixed

    @property
    def least(self) -> float:
        return 2

    @property
    def step(self) -> float:
        return 2

    def standard_error(self, effect: float, m: float, clusters: Clusters) -> float:
        return math.sqrt((self.effect_sd**2 + 4 * (1 - self.icc) * (1 - self.r2) / m) / clusters[0])

    def design_effect(self, effect: float, m: float) -> float:
        return 1 - self.icc + self.effect_sd**2 * m / 4

    def df(self, m: float, clusters: Clusters) -> float:
        return (m - 1) * clusters[0] - 1 if self.fixed else clusters[0] - 1

    def people(self, m: float, clusters: Clusters) -> tuple[float, float]:
        return m * clusters[0] / 2, m * clusters[0] / 2


def multisite(
    *,
    d: float | None = None,
    icc: float = 0,
    effect_sd: float = 0,
    r2: float = 0,
    m: float | None = None,
    k: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Sites, people in each (both sides together), power or smallest difference; raises Refused.

    `d`, `mdes` and `effect_sd`, the standard deviation of the effect over sites, are in standard deviations over all
    people. `clusters_per_arm` counts sites, each of which holds both arms. Source: Raudenbush and Liu 2000.
    """
    fixed = method == "fixed"
    design = _Sites(icc=icc, effect_sd=0 if fixed else effect_sd, r2=r2, fixed=fixed)
    trial = Trial(design, Test(method, alpha, sides, power))
    said = (HALVES, THESE_SITES if fixed else SITES_DIFFER)
    return Asked("multisite", method, trial, said).answer(changed(d), m, None if k is None else (k,))


CALCULATOR = Calculator(
    name="multisite",
    title="People drawn within several sites",
    about="For an outcome that is a number for each person, where lots are drawn in each of several sites.",
    effect="standard deviations",
    fields=(
        D,
        Field(
            name="icc",
            label="Share of the spread that lies between sites (ICC)",
            hint="It helps here, since each site is compared with itself. Leave it out if it is not known.",
            least=0,
            most=1,
            default=0,
        ),
        Field(
            name="effect_sd",
            label="How much the change differs from site to site, in standard deviations",
            hint="0.1 where the change is 0.2 on average: it then lies between 0 and 0.4 in nearly all sites.",
            least=0,
            most=100,
            default=0,
        ),
        Field(
            name="r2",
            label="Share of the spread within sites that earlier facts explain",
            hint="For figures from before: their correlation, squared.",
            least=0,
            most=0.999,
            default=0,
        ),
        Field(
            name="m",
            label="People in each site, both sides together",
            role="sample",
            least=2,
            most=LARGEST,
            loses=True,
        ),
        number("k", "Sites"),
    ),
    methods=(
        *methods("Raudenbush and Liu 2000; Bloom 2006", "generalised least squares; simulation"),
        Method(
            name="fixed",
            what="t test over all people, for these sites only",
            source="Bloom 2006",
            reference="simulation",
        ),
    ),
    work=multisite,
    example="--d 0.3 --m 40 --effect-sd 0.1",
)

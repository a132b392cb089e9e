"""A stepped wedge: clusters start one after another, in an order drawn by lot, until all have it.

Power is by the normal distribution, from the exact variance of `wedge_variance`. A wedge is worked out from how many
clusters start at each step; for twice the clusters in the same pattern the variance is half.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from thinking_professionals.calculators.power.distributions import power_z
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.solving import MOST, smallest, whole
from thinking_professionals.calculators.power.wedge_variance import (
    Complete,
    Incomplete,
    Schedule,
    Sequence,
    designed,
    parts,
    sequences,
    variance,
)

__all__ = ["CALCULATOR", "Schedule", "stepped_wedge", "variance"]

MOST_STEPS = 30
FEW_CLUSTERS = 20
MANY = 1000
"""Times the clusters: beyond this, to name the number would be no help."""

UNDECIDED = (
    "Give two of these three, and the third is worked out: how many clusters start at each step, "
    "how many people are counted in each cluster and period, and the change to look for."
)
NO_STEPS = "Give the number of periods, or how many clusters start at each step. Without them there is no wedge."
NO_ALIKE = (
    "Say how alike people in the same cluster are: give the ICC, or the spread between clusters. "
    "Work it out from your own past figures, or try 0.05."
)
TWICE_ALIKE = "Give either the ICC or the spread between clusters, not both."
NO_CHANGE = "The two are the same, so there is no change to look for. Give the smallest change that would matter."
TWO_SCALES = "Give the change either in standard deviations or as two shares, not both."
NO_BASE = "Give the share without the scheme as well."
NOT_WHOLE = "Clusters come whole. Give a whole number for each step, such as 3,3,3,3."
NO_CLUSTERS = "No cluster starts at any step. Give the number for each step, such as 3,3,3,3."
TOO_MANY_STEPS = f"More than {MOST_STEPS} steps cannot be worked out here. Let more clusters start at each."
NEVER_CHANGE = "No change is large enough to be seen so surely. Add clusters or steps, or accept less power."
NEVER_CLUSTERS = "No number of clusters reaches that power. Look for a bigger change, or accept less power."
NEVER_PEOPLE = (
    "However many people are counted, so few clusters do not reach that power. "
    "Add clusters or steps, or look for a bigger change."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What is measured: a score in standard deviations, or the share to which something happens."""

    p0: float | None
    """The share without the scheme; None for a score."""
    rises: bool
    icc: float | None
    tau: float | None
    cac: float
    iac: float

    @property
    def most(self) -> float:
        """The largest change there could be."""
        if self.p0 is None:
            return math.inf
        return 1 - self.p0 if self.rises else self.p0

    @property
    def levels_off(self) -> bool:
        """Whether clusters move by themselves, so that more people in them help only so far."""
        return self.cac < 1 and bool(self.icc or self.tau)

    def variance(self, change: float, design: Complete | Incomplete, m: float) -> float:
        spread = self._spread(change)
        return spread * design.variance(*parts(m, self._icc(spread), self.cac, self.iac))

    def _spread(self, change: float) -> float:
        """The variance between all people, halfway between without and with the scheme."""
        if self.p0 is None:
            return 1.0
        halfway = self.p0 + (change if self.rises else -change) / 2
        return halfway * (1 - halfway)

    def _icc(self, spread: float) -> float:
        icc = self.icc if self.tau is None else self.tau**2 / spread
        assert icc is not None  # one of the two is given
        if icc >= 1:
            most = math.sqrt(spread)
            raise Refused(
                f"Clusters cannot differ by more than people do. Give a spread between them below {most:.3g}."
            )
        return icc


@dataclass(frozen=True, kw_only=True)
class _Wedge:
    """A wedge as it is given, and what can be worked out from it."""

    outcome: _Outcome
    steps: tuple[int, ...]
    periods: int
    skip: int
    alpha: float
    sides: int
    wanted: float

    @cached_property
    def rows(self) -> dict[Sequence, int]:
        return sequences(self.steps, self.periods, self.skip)

    @cached_property
    def design(self) -> Complete | Incomplete:
        return designed(self.rows)

    def as_it_is(self, change: float, m: float) -> PowerResult:
        power, mdes = self._power(change, m), _if_any(lambda: self._detectable(m))
        scale = _if_any(lambda: self._scale(change, m))
        told = {} if scale is None else {"scale": scale}
        return self._answer("power", change, m, power=power, mdes=mdes, told=told)

    def detectable(self, m: float) -> PowerResult:
        mdes = self._detectable(m)
        return self._answer("effect", mdes, m, power=self.wanted, mdes=mdes, told={})

    def people(self, change: float) -> PowerResult:
        m = smallest(lambda x: self._power(change, x), self.wanted, 1.0, NEVER_PEOPLE, 1e9)
        told = {"m": m, "n_total": whole(m) * self._groups()}
        return self._answer("sample", change, m, power=self.wanted, mdes=change, told=told)

    def clusters(self, change: float, m: float) -> PowerResult:
        scale = self._scale(change, m)
        told = {"clusters_total": scale * sum(self.steps)}
        return self._times(scale)._answer("sample", change, m, power=self.wanted, mdes=change, told=told)

    def _times(self, scale: float) -> _Wedge:
        """As many times the clusters, in the same pattern."""
        return replace(self, steps=tuple(clusters and max(1, whole(scale * clusters)) for clusters in self.steps))

    def _power(self, change: float, m: float) -> float:
        return power_z(self._shift(change, m), self.alpha, self.sides)

    def _shift(self, change: float, m: float) -> float:
        return change / math.sqrt(self.outcome.variance(change, self.design, m))

    def _detectable(self, m: float) -> float:
        most = min(self.outcome.most, MOST)
        return smallest(lambda x: self._power(x, m), self.wanted, 0.0, NEVER_CHANGE, most)

    def _scale(self, change: float, m: float) -> float:
        """How many times the clusters are needed."""
        shift = self._shift(change, m)

        def power_at(times: float) -> float:
            return power_z(shift * math.sqrt(times), self.alpha, self.sides)

        return smallest(power_at, self.wanted, 1e-9, NEVER_CLUSTERS)

    def _floor(self) -> float | None:
        return _if_any(lambda: self._detectable(math.inf)) if self.outcome.levels_off else None

    def _groups(self) -> int:
        """How many times `m` people are found: once for each cluster where they stay, else once for each cell."""
        if self.outcome.iac:
            return sum(self.steps)
        return sum(count * (len(row) - row.count(None)) for row, count in self.rows.items())

    def _answer(
        self,
        solved: Solved,
        change: float,
        m: float,
        *,
        power: float,
        mdes: float | None,
        told: Mapping[str, float],
    ) -> PowerResult:
        clusters, spread = sum(self.steps), self.outcome.variance(change, self.design, m)
        exact = {"clusters_total": clusters, "n_total": m * self._groups(), "variance": spread, **told}
        return PowerResult(
            name="stepped-wedge",
            method="normal",
            solved=solved,
            clusters_total=clusters,
            n_total=whole(exact["n_total"]),
            power=power,
            mdes=mdes,
            floor=self._floor(),
            room=self.outcome.most,
            exact=exact,
            assumptions=(*self._assumed(), *_for_people(told)),
            warnings=(*self._warned(), *self._grown(told)),
        )

    def _assumed(self) -> list[str]:
        said = [
            f"Clusters start in an order drawn by lot, {_listed(self.steps)} at each step, and are followed for "
            f"{self.periods} periods.",
            "What else changes over time changes alike in all clusters.",
            "The same people are counted each time." if self.outcome.iac else "Other people are counted each time.",
            "The chance is worked out by the normal distribution, from the exact variance.",
        ]
        if never := sum(self.steps[self.periods - 1 :]):
            said.append(f"{never} of the clusters never get it while the study lasts.")
        if self.skip:
            lost = "the first period" if self.skip == 1 else f"the first {self.skip} periods"
            said.append(f"Nothing is counted in {lost} after a cluster starts.")
        return said

    def _warned(self) -> list[str]:
        said = ["Ask a statistician before you decide on a stepped wedge: much turns on how clusters move over time."]
        if self.outcome.cac == 1:
            said.append(
                "This takes it that each cluster stays as it is, but for what changes in all of them. Most do not "
                "quite, and that costs power: try 0.8 for how alike a cluster stays."
            )
        if sum(self.steps) < FEW_CLUSTERS:
            said.append(f"With fewer than {FEW_CLUSTERS} clusters the normal distribution promises a little too much.")
        return said

    def _grown(self, told: Mapping[str, float]) -> list[str]:
        scale = told.get("scale", 0)
        if scale <= 1 or scale > MANY:
            return []
        needed = _listed(self._times(scale).steps)
        return [f"That is less than the chance you want. In the same pattern {needed} clusters would reach it."]


def _if_any(work: Callable[[], float]) -> float | None:
    """Nothing where there is none, such as no change that could be seen."""
    try:
        return work()
    except Refused:
        return None


def _listed(steps: tuple[int, ...]) -> str:
    return ", ".join(f"{clusters:,}" for clusters in steps)


def _for_people(told: Mapping[str, float]) -> list[str]:
    if "m" not in told:
        return []
    return [f"That is {whole(told['m']):,} people whose outcome is known in each cluster and period."]


def stepped_wedge(
    *,
    clusters_per_step: tuple[float, ...] | None = None,
    periods: float | None = None,
    skip: float = 0,
    m: float | None = None,
    d: float | None = None,
    p0: float | None = None,
    p1: float | None = None,
    icc: float | None = None,
    tau: float | None = None,
    cac: float = 1,
    iac: float = 0,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "normal",
) -> PowerResult:
    """Clusters, people in each cluster and period, power or smallest change; raises Refused.

    `d`, `tau` and `mdes` are in standard deviations of all people, or in shares where `p0` is given. Where
    `clusters_per_step` is left out, as many start at each of `periods` less 1 steps. `exact` also holds the `variance`
    of the effect; `m` where it is worked out; and `scale`, how many times the clusters the power wanted would take.
    Source: Hussey and Hughes 2007; Hooper and others 2016.
    """
    change = _change(d, p0, p1)
    if (icc is None) == (tau is None):
        raise Refused(NO_ALIKE if icc is None else TWICE_ALIKE)
    if [clusters_per_step, m, change].count(None) > 1:
        raise Refused(UNDECIDED)
    rises = p0 is not None and (p0 < p1 if p1 is not None else p0 < 0.5)
    steps = _steps(clusters_per_step, periods)
    wedge = _Wedge(
        outcome=_Outcome(p0=p0, rises=rises, icc=icc, tau=tau, cac=cac, iac=iac),
        steps=steps,
        periods=int(periods or len(steps) + 1),
        skip=int(skip),
        alpha=alpha,
        sides=sides,
        wanted=power,
    )
    if m is None:
        assert change is not None  # refused above
        return wedge.people(change)
    if change is None:
        return wedge.detectable(m)
    return wedge.clusters(change, m) if clusters_per_step is None else wedge.as_it_is(change, m)


def _change(d: float | None, p0: float | None, p1: float | None) -> float | None:
    if d is not None and (p0 is not None or p1 is not None):
        raise Refused(TWO_SCALES)
    if p0 is None and p1 is not None:
        raise Refused(NO_BASE)
    change = p1 - p0 if p0 is not None and p1 is not None else d
    if change == 0:
        raise Refused(NO_CHANGE)
    return None if change is None else abs(change)


def _steps(clusters_per_step: tuple[float, ...] | None, periods: float | None) -> tuple[int, ...]:
    """Where none are given, one at each, to be multiplied."""
    if clusters_per_step is None:
        if periods is None:
            raise Refused(NO_STEPS)
        return (1,) * (int(periods) - 1)
    if any(clusters != int(clusters) for clusters in clusters_per_step):
        raise Refused(NOT_WHOLE)
    if not any(clusters_per_step):
        raise Refused(NO_CLUSTERS)
    if len(clusters_per_step) > MOST_STEPS:
        raise Refused(TOO_MANY_STEPS)
    return tuple(int(clusters) for clusters in clusters_per_step)


CALCULATOR = Calculator(
    name="stepped-wedge",
    title="Everyone gets it, one cluster after another",
    about="For teams or places that all get it in the end, where lots decide which start early and which late, and the "
    "outcome is counted in all of them in each period.",
    effect="standard deviations, or a share where you give the share without the scheme",
    fields=(
        Field(
            name="clusters_per_step",
            label="Teams or places that start at each step",
            hint="One figure for each step, such as 3,3,3,3. Leave it out to work it out from the periods.",
            kind="list",
            role="sample",
            least=0,
            most=1e6,
        ),
        Field(
            name="periods",
            label="Periods in which the outcome is counted",
            hint="One more than the steps, unless you count for longer at the end.",
            kind="whole",
            least=2,
            most=MOST_STEPS + 1,
        ),
        Field(
            name="skip",
            label="Periods left out after a start, while it settles in",
            kind="whole",
            least=0,
            most=MOST_STEPS,
            default=0,
        ),
        Field(name="m", label="People counted in each cluster and period", role="sample", least=1, loses=True),
        Field(
            name="d",
            label="Change to look for, in standard deviations",
            hint="0.2 is small. Most schemes in policing bring about less than 0.3.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(name="p0", label="Share without the scheme", hint="0.4 for 40%.", least=0, most=1, strict=True),
        Field(name="p1", label="Share with the scheme", role="effect", least=0, most=1, strict=True, dilutes="p0"),
        Field(
            name="icc",
            label="How alike people in the same cluster are (ICC)",
            hint="0 is not at all, 1 entirely. 0.05 is usual.",
            least=0,
            most=0.99,
        ),
        Field(
            name="tau",
            label="Spread between clusters, if you know that instead",
            hint="The standard deviation of their averages, in the unit of the change.",
            least=0,
        ),
        Field(
            name="cac",
            label="How alike a cluster stays from one period to another",
            hint="1 is wholly alike. 0.8 is more usual.",
            least=0,
            most=1,
            default=1,
        ),
        Field(
            name="iac",
            label="The same for people, where the same ones are counted each time",
            hint="0 where they are other people each time.",
            least=0,
            most=0.99,
            default=0,
        ),
    ),
    methods=(
        Method(
            name="normal",
            what="normal distribution, from the exact variance (generalised least squares where cells are left out)",
            source="Hussey and Hughes 2007; Hooper and others 2016",
            reference="generalised least squares in numpy; simulated wedges",
        ),
    ),
    work=stepped_wedge,
    example="--periods 5 --m 50 --p0 0.4 --p1 0.32 --icc 0.02",
)

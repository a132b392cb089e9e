"""One series of figures before and after a start: would a change stand out from how the series moves by itself?

No formula is safe, so series in which nothing happens are simulated and analysed: segmented regression, with the
autocorrelation estimated by restricted maximum likelihood, which does best of the usual ways (Turner and others 2021).
A change moves its own estimate and nothing else, so that the same draws serve every size of change.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thinking_professionals.calculators.power.distributions import t_quantile
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import smallest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

SERIES, BATCH = 4000, 100
"""How many are simulated, and how many at a time: few enough that the products are not spread over threads, which would
wait for each other."""
CANDIDATES, STEEPEST = 50, 0.98
"""Autocorrelations tried in the analysis, and the strongest."""
TERMS = 4
"""Of segmented regression: where the series begins, its slope, and the change in either."""
LEVEL, SLOPE = 2, 3
"""Where those changes stand among the terms."""
FEWEST, SAFE = 4, 12
"""Points on a side below which nothing can be told, and below which little can."""
FAR_OUT = 1.5
"""Times the risk that is accepted: beyond this, false alarms are not held where they should be."""

NO_SERIES = "Say how many figures there are before the start and how many after, such as 24 and 12 months."
TOO_SHORT = (
    f"With fewer than {FEWEST} figures on a side, a change cannot be told from how the series moves by itself. "
    f"Use shorter periods or go further back, to at least {SAFE} on each side."
)
NO_AUTOCORRELATION = (
    "Say how alike neighbouring figures are: the autocorrelation, 0 where each month is new luck. "
    "Work it out from your own past figures; if you cannot, try 0.3."
)
NO_CHANGE = "A change of nothing cannot be looked for. Give the smallest change that would matter."
TWO_CHANGES = "Give the change either in level or in slope, not both: each has its own answer."
NEVER = "No change is large enough to be seen so surely. Take in more figures, or accept less power."
STOPPED = "This was stopped before it was done."


@dataclass(frozen=True, slots=True)
class _Analysis:
    """Segmented regression of one length of series, made ready for each autocorrelation that might be estimated."""

    candidates: Numbers
    projections: Numbers
    """By candidate, term and point: a series times this is where it lies along what the terms tell."""
    penalties: Numbers
    """By candidate: what the restricted likelihood takes off besides the scatter."""
    rows: Numbers
    """By candidate and term: turns a projection into the estimate of the change."""

    @classmethod
    def of(cls, pre: int, post: int, term: int) -> _Analysis:
        import numpy as np

        candidates = np.linspace(-STEEPEST, STEEPEST, CANDIDATES)
        r, fresh = candidates[:, None, None], np.sqrt(1 - candidates**2)[:, None]
        terms = _terms(pre, post)
        white = np.concatenate([fresh[:, :, None] * terms[:1], terms[1:] - r * terms[:-1]], axis=1)
        bases, triangles = np.linalg.qr(white)
        projections = np.concatenate([fresh[:, :, None] * bases[:, :1], bases[:, 1:]], axis=1)
        projections[:, :-1] -= r * bases[:, 1:]
        sizes = np.log(np.abs(np.diagonal(triangles, axis1=1, axis2=2))).sum(axis=1)
        penalties = sizes - np.log(fresh[:, 0])
        return cls(candidates, projections.transpose(0, 2, 1), penalties, np.linalg.inv(triangles)[:, term])

    def estimates(self, series: Numbers) -> tuple[Numbers, Numbers]:
        """The change and its standard error, for each column of `series`."""
        import numpy as np

        points, many = series.shape
        found = self.projections @ series
        scatter = self._scatter(series) - (found**2).sum(axis=1)
        likelihood = -(points - TERMS) / 2 * np.log(scatter) - self.penalties[:, None]
        best = likelihood.argmax(axis=0)
        rows, each = self.rows[best], np.arange(many)
        change = np.einsum("st,st->s", rows, found[best, :, each])
        return change, np.sqrt(scatter[best, each] / (points - TERMS) * (rows**2).sum(axis=1))

    def _scatter(self, series: Numbers) -> Numbers:
        """By candidate and series: the sum of squares, once what each point takes from the one before is gone."""
        r = self.candidates[:, None]
        steps: Numbers = (series[1:] * series[:-1]).sum(axis=0)
        inner: Numbers = (series[1:-1] ** 2).sum(axis=0)
        total: Numbers = (series**2).sum(axis=0)
        return total - 2 * r * steps + r**2 * inner


def _terms(pre: int, post: int) -> Numbers:
    import numpy as np

    time = np.arange(pre + post, dtype=float)
    after = (time >= pre).astype(float)
    return np.column_stack([np.ones_like(time), time - time.mean(), after, after * (time - pre)])


@dataclass(frozen=True, slots=True)
class Simulated:
    """What the analysis made of series in which nothing happened: the change it saw, and what would have counted."""

    changes: Numbers
    bars: Numbers
    sides: int

    def power(self, change: float) -> float:
        """The share in which a change of that size would be seen; by 0, the share of false alarms."""
        return float(self._seen(change).mean())

    def doubt(self, change: float) -> float:
        """The Monte Carlo standard error of that."""
        return float(self._seen(change).std()) / math.sqrt(len(self.bars))

    def raised(self, alpha: float) -> Simulated:
        """The bar raised (or lowered) until false alarms are as frequent as they should be."""
        import numpy as np

        times = np.quantile(abs(self.changes) / self.bars, max(0.0, 1 - alpha * 2 / self.sides))
        return Simulated(self.changes, self.bars * times, self.sides)

    def _seen(self, change: float) -> Numbers:
        """Each series serves twice, as it is and upside down, since luck falls either way alike."""
        up, down = self.changes + change, change - self.changes
        if self.sides == 2:
            up, down = abs(up), abs(down)
        return ((up > self.bars) * 0.5 + (down > self.bars) * 0.5).astype(float)


def simulate(
    pre: int,
    post: int,
    autocorrelation: float,
    *,
    term: int = LEVEL,
    seed: int = 1,
    alpha: float = 0.05,
    sides: int = 2,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulated:
    """Series of `pre` and `post` points with a spread of 1, analysed; raises Refused where it is cancelled.

    `progress` is told the share that is done; `cancelled` is asked before each part. The same seed gives the same.
    """
    import numpy as np

    analysis = _Analysis.of(pre, post, term)
    draw = np.random.Generator(np.random.PCG64(seed))
    parts = []
    for done in range(0, SERIES, BATCH):
        if cancelled and cancelled():
            raise Refused(STOPPED)
        parts.append(analysis.estimates(_series(draw.standard_normal((pre + post, BATCH)), autocorrelation)))
        if progress:
            progress((done + BATCH) / SERIES)
    changes, errors = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Simulated(changes, errors * -t_quantile(alpha / sides, pre + post - TERMS), sides)


def _series(luck: Numbers, autocorrelation: float) -> Numbers:
    """Made in place from independent luck: each point takes its share from the one before. The spread stays 1."""
    fresh = math.sqrt(1 - autocorrelation**2)
    for point in range(1, len(luck)):
        luck[point] = autocorrelation * luck[point - 1] + fresh * luck[point]
    return luck


def its(
    *,
    pre: float | None = None,
    post: float | None = None,
    autocorrelation: float | None = None,
    level_change: float | None = None,
    slope_change: float | None = None,
    seed: float = 1,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "reml",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PowerResult:
    """Power, or the smallest change of level, of an interrupted time series of one place; raises Refused.

    Changes are in standard deviations of the series about its own trend; `slope_change` is that for each point.
    `exact` also holds `false_alarm`, how often the analysis sees a change where there is none, and `doubt`, the Monte
    Carlo standard error of the power. `progress` and `cancelled` are those of `simulate`. Source: Turner and others
    2021.
    """
    change = _change(level_change, slope_change)
    if pre is None or post is None:
        raise Refused(NO_SERIES)
    if min(pre, post) < FEWEST:
        raise Refused(TOO_SHORT)
    if autocorrelation is None:
        raise Refused(NO_AUTOCORRELATION)
    simulated = simulate(
        int(pre),
        int(post),
        autocorrelation,
        term=LEVEL if slope_change is None else SLOPE,
        seed=int(seed),
        alpha=alpha,
        sides=sides,
        progress=progress,
        cancelled=cancelled,
    )
    mdes = smallest(simulated.power, power, 0.0, NEVER)
    sought = mdes if change is None else change
    return PowerResult(
        name="its",
        method=method,
        solved="effect" if change is None else "power",
        power=power if change is None else simulated.power(change),
        mdes=mdes,
        exact={"false_alarm": simulated.power(0.0), "doubt": simulated.doubt(sought)},
        assumptions=_assumed(simulated, sought, autocorrelation),
        warnings=_warned(simulated, sought, min(pre, post), alpha),
    )


def _change(level: float | None, slope: float | None) -> float | None:
    if level is not None and slope is not None:
        raise Refused(TWO_CHANGES)
    change = level if slope is None else slope
    if change == 0:
        raise Refused(NO_CHANGE)
    return None if change is None else abs(change)


def _assumed(simulated: Simulated, change: float, autocorrelation: float) -> tuple[str, ...]:
    return (
        f"Each figure is like the one before by {autocorrelation:g}, about a straight trend that would have gone on.",
        "Changes are measured by how much the figures usually stray from that trend (their standard deviation there).",
        "Figures are made of enough events to be steady: rare events say less than this.",
        f"{SERIES:,} series were simulated. By the luck of those the chance may be out by "
        f"{2 * simulated.doubt(change):.1%}.",
        f"Where nothing happens, the analysis sees a change in {simulated.power(0.0):.1%} of series.",
    )


def _warned(simulated: Simulated, change: float, shorter: float, alpha: float) -> tuple[str, ...]:
    said = [
        "Ask a statistician before you decide on this: seasons and other events of the time can look like a change."
    ]
    if shorter < SAFE:
        said.append(
            f"Fewer than {SAFE} figures on a side are too few to rely on. Take in {SAFE} before and {SAFE} after."
        )
    false = simulated.power(0.0)
    luck = 3 * math.sqrt(alpha * (1 - alpha) / SERIES)
    if not alpha / FAR_OUT - luck <= false <= alpha * FAR_OUT + luck:
        fair = simulated.raised(alpha).power(change)
        said.append(
            f"In so short a series false alarms are not held at {alpha:.1%}: there are {false:.1%}. "
            f"Were they held there, the chance to see the change would be {fair:.0%}."
        )
    return tuple(said)


_CHANGE_HINT = "In standard deviations of the figures about their own trend. 1 is as far as they usually stray."

CALCULATOR = Calculator(
    name="its",
    title="One place, before and after",
    about="For a row of figures from one place, such as crimes each month, before and after something starts.",
    effect="standard deviations of the figures about their own trend",
    fields=(
        Field(
            name="pre",
            label="Figures before the start",
            hint="At least 12; 24 where there are seasons.",
            kind="whole",
            least=1,
            most=300,
        ),
        Field(name="post", label="Figures after the start", hint="At least 12.", kind="whole", least=1, most=300),
        Field(
            name="autocorrelation",
            label="How alike neighbouring figures are",
            hint="0 where each is new luck. Work it out from past figures; if you cannot, try 0.3.",
            least=-0.9,
            most=0.95,
        ),
        Field(
            name="level_change",
            label="Change in level to look for",
            hint=_CHANGE_HINT,
            role="effect",
            dilutes=SCALES,
        ),
        Field(
            name="slope_change",
            label="Change in slope to look for, for each figure",
            hint="Instead of a change in level.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(
            name="seed",
            label="Where the simulation starts",
            hint="Any whole number. The same gives the same answer.",
            kind="whole",
            least=0,
            most=2**32,
            default=1,
        ),
    ),
    methods=(
        Method(
            name="reml",
            what="simulated series, segmented regression with AR(1) errors by restricted maximum likelihood",
            source="Turner, Forbes, Karahalios, Taljaard and McKenzie 2021",
            reference="statsmodels GLS with the likelihood maximised by scipy, series by series",
        ),
    ),
    work=its,
    example="--pre 24 --post 24 --autocorrelation 0.3 --level-change 1",
)

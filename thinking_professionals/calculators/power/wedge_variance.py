"""How exactly a stepped wedge measures its effect: who has it when, and the variance that follows.

The average outcome of a cluster in a period has a part that the cluster keeps through all periods and a part of that
period's own. With every cell observed the variance has a closed form (Hussey and Hughes 2007; Hooper and others 2016);
where cells are left out it is that of generalised least squares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thinking_professionals.calculators.power.refusal import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Sequence = tuple[int | None, ...]
"""One cluster, period by period: 0 before it starts, 1 after, None where it is not observed."""
Schedule = tuple[Sequence, ...]

NOTHING_TO_COMPARE = (
    "At no time do some clusters have it while others do not, so there is nothing to compare. "
    "Let the clusters start at two times or more, and observe them before and after."
)


@dataclass(frozen=True, slots=True)
class Complete:
    """Every cell is observed: the sums over who has it when, of which the closed form is made."""

    clusters: int
    periods: int
    cells: int
    """Cells that have it: U in Hussey and Hughes."""
    by_period: int
    """Squares of how many have it in each period: W."""
    by_cluster: int
    """Squares of for how long each cluster has it: V."""

    @classmethod
    def of(cls, rows: Mapping[Sequence, int]) -> Complete:
        periods = len(next(iter(rows)))
        having = [sum(count * (row[period] or 0) for row, count in rows.items()) for period in range(periods)]
        squares = sum(count * sum(cell or 0 for cell in row) ** 2 for row, count in rows.items())
        return cls(sum(rows.values()), periods, sum(having), sum(each * each for each in having), squares)

    @property
    def compares(self) -> bool:
        return self.clusters * self.cells > self.by_period

    def variance(self, own: float, kept: float) -> float:
        i, t, u, w, v = self.clusters, self.periods, self.cells, self.by_period, self.by_cluster
        told = (i * u - w) * own + (u * u + i * t * u - t * w - i * v) * kept
        return i * own * (own + t * kept) / told


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Some cells are not observed: generalised least squares over those that are.

    Its columns are the periods that are observed at all and, last, the scheme. What tells of them is apart: how cells
    differ within clusters, which is as exact as the cells are, and how clusters differ, which is less.
    """

    clusters: int
    cells: NDArray[np.float64]
    """Observed in each sequence."""
    within: NDArray[np.float64]
    between: NDArray[np.float64]
    """By sequence and column."""

    @classmethod
    def of(cls, rows: Mapping[Sequence, int]) -> Incomplete:
        import numpy as np

        seen = np.array([[cell is not None for cell in row] for row in rows], dtype=float)
        has = np.array([[cell or 0 for cell in row] for row in rows], dtype=float)
        periods = np.eye(seen.shape[1])[:, seen.any(axis=0)]
        columns = np.concatenate([seen[:, :, None] * periods, has[:, :, None]], axis=2)
        weights = np.sqrt(list(rows.values()))[:, None]
        cells = np.maximum(seen.sum(axis=1), 1)
        means = columns.sum(axis=1) / cells[:, None]
        apart = (columns - seen[:, :, None] * means[:, None, :]) * weights[:, :, None]
        within = np.linalg.qr(apart.reshape(-1, apart.shape[2])).R
        return cls(sum(rows.values()), cells, within, means * np.sqrt(cells)[:, None] * weights)

    @property
    def compares(self) -> bool:
        return self._told(1.0, 0.0) > 1e-9 * self.clusters

    def variance(self, own: float, kept: float) -> float:
        return own / self._told(own, kept)

    def _told(self, own: float, kept: float) -> float:
        """What the scheme's column holds that those of the periods do not."""
        import numpy as np

        less = np.sqrt(own / (own + self.cells * kept))[:, None]
        triangle = np.linalg.qr(np.concatenate([self.within, self.between * less])).R
        return float(triangle[-1, -1]) ** 2


def designed(rows: Mapping[Sequence, int]) -> Complete | Incomplete:
    """From sequences and how many clusters follow each; raises Refused where nothing can be compared."""
    complete = all(cell is not None for row in rows for cell in row)
    design = Complete.of(rows) if complete else Incomplete.of(rows)
    if not design.compares:
        raise Refused(NOTHING_TO_COMPARE)
    return design


def variance(schedule: Schedule, m: float, icc: float, cac: float = 1, iac: float = 0) -> float:
    """Of the effect, in squared standard deviations of the outcome; raises Refused where nothing can be compared.

    `schedule` has a row for each cluster, all of one length; `m` people are counted in each cell. `cac` is how much of
    what sets a cluster apart it keeps from one period to another, and `iac` the same for a person who is counted each
    time (0 where they are other people each time). `icc` is below 1. Source: Hussey and Hughes 2007 where `cac` is 1
    and `iac` 0; Hooper and others 2016.
    """
    return designed(Counter(schedule)).variance(*parts(m, icc, cac, iac))


def parts(m: float, icc: float, cac: float, iac: float) -> tuple[float, float]:
    """The variance of a cell's average that is the cell's own, and that which its cluster keeps."""
    return icc * (1 - cac) + (1 - icc) * (1 - iac) / m, icc * cac + (1 - icc) * iac / m


def sequences(clusters_per_step: tuple[int, ...], periods: int, skip: int = 0) -> dict[Sequence, int]:
    """Who has it when, with the number of clusters; the first `skip` periods after each start are not observed."""
    rows: Counter[Sequence] = Counter()
    for step, clusters in enumerate(clusters_per_step, 1):
        after = max(0, periods - step)
        lost = min(skip, after)
        rows[(0,) * (periods - after) + (None,) * lost + (1,) * (after - lost)] += clusters
    return {row: count for row, count in rows.items() if count}

"""A trial of clusters worked out for whichever of change, clusters and people is left out, and told with its limits."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from thinking_professionals.calculators.power.arms import told
from thinking_professionals.calculators.power.clusters import NO_FLOOR, Clusters, Design, Trial
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.shares import DOWN, UP
from thinking_professionals.calculators.power.solving import whole

UNDECIDED = (
    "Two of these must be known: the change to look for, the number of clusters, and how large each is. "
    "The third can be worked out from them."
)
ONE_CLUSTER = (
    "One cluster on a side cannot be told from the scheme: all else that is special about it would look like its "
    "doing. Have at least 2 on each side, and better 10."
)
TOO_MANY_FACTS = "There are too few clusters to adjust for so many facts. Use fewer facts, or more clusters."
TOO_SMALL = "There are too few people in each cluster. Have larger clusters, or lose fewer people."
TOO_SURE = "With these figures nothing is left to luck, which cannot be. Give a lower ICC or correlation."
TOO_SELDOM = f"{NO_FLOOR}. Have more clusters, or larger ones, or count something that happens more often."

APART = "Whole clusters are compared, and none affects another."
GUESSED = "The ICC is a guess until earlier figures have been read: try a lower and a higher one."
USUAL = (APART, GUESSED)

FEW = (
    (4, "Fewer than 4 clusters{side} are too few for any test to be trusted."),
    (
        10,
        "With fewer than 10 clusters{side}, use an exact test, which goes through the ways the lots could have fallen.",
    ),
    (20, "With fewer than 20 clusters{side}, use a test that corrects for few clusters."),
)
PAIRS_FROM = 6
NO_PAIRS = f"With fewer than {PAIRS_FROM} clusters on a side, do not draw lots within pairs of them."
NEAR = 1.05
NEAR_FLOOR = "More people in these clusters would add next to nothing. More clusters would."


@dataclass(frozen=True, slots=True)
class Asked:
    """A trial, by the name and method that the answer bears, with what it takes for granted."""

    name: str
    method: str
    trial: Trial
    assumptions: tuple[str, ...] = USUAL
    warnings: tuple[str, ...] = ()

    def answer(self, effect: float | None, m: float | None, clusters: Clusters | None) -> PowerResult:
        """Whichever is left out, worked out; `effect` is in the unit of the design. Raises Refused."""
        self._refuse(m, clusters)
        if effect is not None and m is not None and clusters is not None:
            return self._power(effect, m, clusters)
        if effect is not None and m is not None:
            return self._clusters(effect, m)
        if effect is not None and clusters is not None:
            return self._told("sample", effect, self.trial.size(effect, clusters), clusters)
        if m is not None and clusters is not None:
            return self._effect(m, clusters)
        raise Refused(UNDECIDED)

    def _refuse(self, m: float | None, clusters: Clusters | None) -> None:
        design = self.trial.design
        if m is not None and m < design.least:
            raise Refused(TOO_SMALL)
        if clusters is not None and min(clusters) < 2:
            raise Refused(ONE_CLUSTER)
        if clusters is not None and sum(clusters) < design.fewest * design.sides:
            raise Refused(TOO_MANY_FACTS)
        if not design.standard_error(0.0, m or design.step, clusters or (design.fewest,) * design.sides):
            raise Refused(TOO_SURE)

    def _power(self, effect: float, m: float, clusters: Clusters) -> PowerResult:
        return replace(self._told("power", effect, m, clusters), power=self.trial.power(effect, m, clusters))

    def _effect(self, m: float, clusters: Clusters) -> PowerResult:
        detectable = self.trial.detectable(m, clusters)
        if detectable is None:
            raise Refused(TOO_SELDOM)
        return self._told("effect", detectable, m, clusters)

    def _clusters(self, effect: float, m: float) -> PowerResult:
        k, sides = self.trial.clusters(effect, m), self.trial.design.sides
        result = self._told("sample", effect, m, (float(whole(k)),) * sides)
        return replace(result, exact={**result.exact, "clusters_per_arm": k, "clusters_total": sides * k})

    def _told(self, solved: Solved, effect: float, m: float, clusters: Clusters) -> PowerResult:
        design, alike = self.trial.design, min(clusters) == max(clusters)
        seen = self.trial.detectable(m, clusters)
        return PowerResult(
            name=self.name,
            method=self.method,
            solved=solved,
            clusters_per_arm=whole(clusters[0]) if alike else None,
            clusters_total=whole(sum(clusters)),
            power=self.trial.test.wanted,
            mdes=seen if solved == "power" else effect,
            floor=self.trial.floor(seen, clusters),
            design_effect=design.design_effect(effect, m),
            assumptions=self.assumptions,
            warnings=(*self.warnings, *_limits(design, m, clusters)),
            **told(design.people(m, clusters)),
        )


def _limits(design: Design, m: float, clusters: Clusters) -> tuple[str, ...]:
    now, floor = (design.standard_error(0.0, size, clusters) for size in (m, math.inf))
    return (*_few(design, min(clusters)), *((NEAR_FLOOR,) if now < NEAR * floor else ()))


def _few(design: Design, fewest: float) -> list[str]:
    if not design.few_matter:
        return []
    if design.sides == 1:
        return [text.format(side="") for below, text in FEW if fewest < below][:1]
    pairs = [NO_PAIRS] if fewest < PAIRS_FROM else []
    return [text.format(side=" on a side") for below, text in FEW if fewest < below][:1] + pairs


def fall_or_rise(asked: Callable[..., PowerResult]) -> PowerResult:
    """Of a fall, which most schemes aim at, or of a rise where no fall could be seen; raises Refused."""
    try:
        return asked(False, DOWN)
    except Refused:
        return asked(True, UP)

"""What every calculator answers: one shape, with nothing where something does not apply."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Solved = Literal["sample", "power", "effect"]


@dataclass(frozen=True, kw_only=True, slots=True)
class PowerResult:
    """Counts are whole and rounded up; `exact` holds the unrounded values by the same names.

    `mdes` is the smallest effect that would be detected with the power wanted, in the unit that the calculator names;
    where the sample was left out, it is the effect given. `floor` is what it comes to however many people are added to
    the same clusters.
    """

    name: str
    method: str
    solved: Solved
    """What was left out, and so worked out."""
    n_per_arm: int | None = None
    n1: int | None = None
    n2: int | None = None
    n_total: int | None = None
    pairs: int | None = None
    clusters_per_arm: int | None = None
    clusters_total: int | None = None
    power: float | None = None
    mdes: float | None = None
    margin: float | None = None
    floor: float | None = None
    design_effect: float | None = None
    room: float = math.inf
    """What the effect cannot go beyond here, such as a fall beyond all that there is."""
    exact: Mapping[str, float] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

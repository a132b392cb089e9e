"""The numbers in two groups: read from what was given, and told in the answer."""

from __future__ import annotations

import math
from typing import Any

from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import whole

OTHER_RATIO = "The numbers in the two groups say another ratio than the one given. Leave the ratio out."
Sizes = tuple[float, float]


def sizes_given(n: float | None, n1: float | None, n2: float | None, ratio: float) -> Sizes | None:
    """Of the first and the second group, of which `ratio` is n2/n1; None where no number was given.

    Raises Refused where the numbers say another ratio.
    """
    if n1 is not None and n2 is not None and ratio != 1 and not math.isclose(ratio, n2 / n1):
        raise Refused(OTHER_RATIO)
    first = n1 if n1 is not None else n
    if first is None:
        return None if n2 is None else (n2 / ratio, n2)
    return first, n2 if n2 is not None else ratio * first


def told(sizes: Sizes) -> dict[str, Any]:
    """The counts of a PowerResult, rounded up, and `exact` with what they were."""
    n1, n2 = sizes
    exact = {"n1": n1, "n2": n2, "n_total": n1 + n2} | ({"n_per_arm": n1} if n1 == n2 else {})
    counts = {name: whole(amount) for name, amount in exact.items()}
    return counts | {"n_total": counts["n1"] + counts["n2"], "exact": exact}

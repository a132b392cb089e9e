"""Power by doing the study many times over: the share that find something, and how far luck alone may take it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tests.sizes import POWER_SIMULATED


def assert_simulated(found: Any, power: float) -> None:
    """Fails unless the share of studies (an array of booleans) is `power` within three Monte-Carlo standard errors."""
    share = float(np.mean(found))
    error = math.sqrt(power * (1 - power) / len(found))
    assert abs(share - power) < 3 * error, f"{share:.4f} of {len(found)} studies, where power says {power:.4f}"


def studies(seed: int) -> tuple[np.random.Generator, int]:
    """A source of luck, and how many studies to do with it."""
    return np.random.default_rng(seed), POWER_SIMULATED

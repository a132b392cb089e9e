"""How much the random and repeated tests do: enough to notice in `make test`, all that is asked for in `make soak`."""

from __future__ import annotations

import os

SOAK = os.environ.get("TP_SIZES") == "soak"

RANDOM_PLANS = 5_000 if SOAK else 150
"""Random walks through the shipped questions, each checked at every step."""

RANDOM_TEXTS = 2_000 if SOAK else 60
"""Random texts, files and tables given to readers and writers."""

POWER_GRID = 5_000 if SOAK else 300
"""Inputs on which a calculator of power is set beside an independent implementation, for each method both have."""

POWER_BOX = 5_000 if SOAK else 150
"""Inputs from the whole box that a calculator accepts, each to be answered or refused with a reason."""

POWER_SIMULATED = 20_000 if SOAK else 4_000
"""Studies simulated for each design whose power is checked that way."""

LOTS_DRAWN = 20_000 if SOAK else 1_500
"""Draws of lots, each from another seed and of another kind, checked for what must hold of every one."""

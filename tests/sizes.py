"""How much the random and repeated tests do: enough to notice in `make test`, all that is asked for in `make soak`."""

from __future__ import annotations

import os

SOAK = os.environ.get("TP_SIZES") == "soak"

RANDOM_PLANS = 5_000 if SOAK else 150
"""Random walks through the shipped questions, each checked at every step."""

RANDOM_TEXTS = 2_000 if SOAK else 60
"""Random texts, files and tables given to readers and writers."""

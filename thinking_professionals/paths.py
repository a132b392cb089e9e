"""Where the product's own files stand, and where the person's own do."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"

ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
"""Holds `questions.yaml`, `content/` and `resources/`: inside an installed package, else the checkout."""

RESOURCES = ROOT / "resources"

HOME_VARIABLE = "THINKING_PROFESSIONALS_HOME"


def data_folder() -> Path:
    """The person's own data folder (drafts, logs, the cache); it may not exist yet. The variable puts it elsewhere."""
    if chosen := os.environ.get(HOME_VARIABLE):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("thinking-professionals", appauthor=False)

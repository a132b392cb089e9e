"""Imports what power needs while the person reads the home page, so that the first figure is there at once.

It takes a third of a second to a second, beside the window. A window that is closed meanwhile does not wait for it.
"""

from __future__ import annotations

import contextlib
import threading
from importlib import import_module

from PySide6.QtCore import QTimer

LATER = 400
"""Milliseconds after which the home page is there, and the pages behind it are built."""
HEAVY = ("scipy.special", "scipy.optimize")


def warm_up_later() -> None:
    """Begin when the window has been painted; nothing happens where it is closed before."""
    QTimer.singleShot(LATER, warm_up)


def warm_up() -> threading.Thread:
    """Begin now. The thread ends with the program, wherever it has got to."""
    thread = threading.Thread(target=_import, name="warming", daemon=True)
    thread.start()
    return thread


def _import() -> None:
    """Quiet where it fails: whoever needs the module will say so."""
    with contextlib.suppress(Exception):
        for name in HEAVY:
            import_module(name)

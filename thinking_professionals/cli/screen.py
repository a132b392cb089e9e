"""Whether there is a screen. Qt is asked in a child process, since it ends the whole program where a screen is dead."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a start that need not ask does without
    import subprocess

_ASK_QT = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
_SCREENLESS = {"offscreen", "minimal"}
_LONGEST = 20
"""Seconds; a screen that takes longer to answer is of no use."""


class Trial:
    """Begun when it is made; goes on in the background until the answer is wanted."""

    def __init__(self) -> None:
        self._found = not _must_ask() or (_is_frozen() and _may_have_screen())
        self._child = _begin() if not self._found and _may_have_screen() else None

    def found_screen(self) -> bool:
        """Waits for the answer where it is not there yet."""
        if self._child is not None:
            self._found, self._child = _succeeds(self._child), None
        return self._found


def _must_ask() -> bool:
    """Only a Unix desktop can be without a screen.

    Asking starts a second Python beside ours, which a start can feel: not where Qt is told to draw nowhere.
    """
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return False
    return sys.platform not in {"win32", "darwin"}


def _is_frozen() -> bool:
    """A frozen program has no Python to ask with, and so believes a screen that is named."""
    return getattr(sys, "frozen", False)


def _may_have_screen() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _begin() -> subprocess.Popen[bytes]:
    import subprocess

    nothing = subprocess.DEVNULL
    command = [sys.executable, "-c", _ASK_QT]
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603 - all of it is ours


def _succeeds(child: subprocess.Popen[bytes]) -> bool:
    import subprocess

    try:
        return child.wait(_LONGEST) == 0
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return False

"""Whether the display that the environment names is there, asked by opening a connection to it.

Qt itself cannot be asked: it needs system libraries to answer at all, and aborts when the display is dead.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path


def answers() -> bool:
    """Whether a Wayland or X display accepts a connection."""
    return any(_connects(family, address) for family, address in _addresses())


def _addresses() -> Iterator[tuple[socket.AddressFamily, str | tuple[str, int]]]:
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland:
        yield socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), wayland))
    host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
    screen = number.partition(".")[0]
    if colon and screen.isdigit():
        if host in ("", "unix"):
            yield socket.AF_UNIX, f"\0/tmp/.X11-unix/X{screen}"
            yield socket.AF_UNIX, f"/tmp/.X11-unix/X{screen}"
        else:
            yield socket.AF_INET, (host, 6000 + int(screen))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True

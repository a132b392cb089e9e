"""A person at a screen of their own: an empty home, a session bus, a window manager, and a hand on what is shown."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.bridge import Bridge, bridge, screen


def pytest_configure() -> None:
    """Ended from outside, as by a time limit, end like Ctrl+C: screens and buses are then taken down too."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def env(home: Path) -> Iterator[dict[str, str]]:
    with screen(home) as env:
        yield env


@pytest.fixture
def hand(env: dict[str, str]) -> Iterator[Bridge]:
    with bridge(env) as hand:
        yield hand

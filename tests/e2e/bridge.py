"""A virtual screen with a session bus and a window manager, and a hand on whatever application is shown there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

DRIVER = Path(__file__).with_name("driver.py")
XVFB = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
BUS = ("dbus-daemon", "--session", "--nofork", "--print-address")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Bridge:
    """What the person's assistive technology would do.

    Controls are found by accessible identifier, role or name, and `within` another by its identifier.
    """

    driver: subprocess.Popen[str]

    def press(self, identifier: str = "", **by: str) -> None:
        self._ask("press", identifier=identifier, **by)

    def write(self, text: str, identifier: str = "", **by: str) -> None:
        self._ask("write", text=text, identifier=identifier, **by)

    def focus(self, identifier: str) -> None:
        self._ask("focus", identifier=identifier)

    def type(self, text: str) -> None:
        """Key presses that go to whatever has the focus."""
        self._ask("type", text=text)

    def see(self, identifier: str = "", **by: str) -> dict[str, Any]:
        """The control once it shows: `id`, `role`, `name`, `checked`, `focused`, `text`."""
        seen: dict[str, Any] = self._ask("see", identifier=identifier, **by)
        return seen

    def all(self, within: str = "") -> list[dict[str, Any]]:
        """Everything that shows now, or all of it that belongs to one control."""
        seen: list[dict[str, Any]] = self._ask("all", within=within)
        return seen

    def gone(self) -> None:
        self._ask("gone")

    def until(self, get: Callable[[], T]) -> T:
        """What `get` returns once that is something; what is only on its way is asked for again."""
        last = time.monotonic() + PATIENCE
        while not (got := get()):
            assert time.monotonic() < last, f"still {got!r} after {PATIENCE} seconds"
            time.sleep(0.02)
        return got

    def _ask(self, do: str, **what: str) -> Any:
        assert self.driver.stdin
        assert self.driver.stdout
        given = {key: value for key, value in what.items() if value}
        self.driver.stdin.write(json.dumps({"do": do, **given}) + "\n")
        self.driver.stdin.flush()
        told = json.loads(self.driver.stdout.readline())
        assert "error" not in told, told["error"]
        return told["ok"]


@contextmanager
def running(command: Sequence[str | Path], env: Mapping[str, str], **more: Any) -> Iterator[subprocess.Popen[str]]:
    """A program in a process group of its own, all of which is ended at the end."""
    process = subprocess.Popen(command, env=env, text=True, encoding="utf-8", start_new_session=True, **more)
    try:
        yield process
    finally:
        end(process, signal.SIGTERM)
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


def end(process: subprocess.Popen[str], how: signal.Signals) -> None:
    """Send a signal to the program and its children, and wait for the program; kill what does not listen."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def screen(home: Path) -> Iterator[dict[str, str]]:
    """The environment of a person at a screen of their own, whose files are under `home`."""
    env = bare_environment(home)
    with running(XVFB, env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as x:
        assert x.stdout
        env |= {"DISPLAY": ":" + x.stdout.readline().strip(), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with running(BUS, env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
            assert bus.stdout
            env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            with running(["openbox"], env, stderr=subprocess.DEVNULL):
                yield env


@contextmanager
def bridge(env: Mapping[str, str]) -> Iterator[Bridge]:
    with running([SYSTEM_PYTHON, "-W", "ignore", DRIVER], env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as driver:
        yield Bridge(driver)


def bare_environment(home: Path) -> dict[str, str]:
    """What a fresh log-in has: no display, and every file of the person's under `home`."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if key == "PATH" or key.startswith("PIP_")}
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8"}

"""Sees to the system libraries and programs that pip cannot bring, for `make run`, `test`, `app` and `e2e`.

What is there is found by looking, so nothing is installed twice. What is missing is installed where we may (root, with
apt); otherwise one line says what to type and the exit status is 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from display import answers as screen_answers

OFFSCREEN_PACKAGES = ["libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3", "libglib2.0-0"]
OFFSCREEN_FILES = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqoffscreen.so")

SCREEN_PACKAGES = [
    *OFFSCREEN_PACKAGES,
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libwayland-client0",
    "libwayland-cursor0",
]
SCREEN_FILES = (*OFFSCREEN_FILES, "Qt/plugins/platforms/libqxcb.so", "Qt/plugins/platforms/libqwayland.so")

BUILDERS = dict.fromkeys(("objcopy", "objdump", "strip"), "binutils")
PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus", "pdftotext": "poppler-utils"}
BRIDGE_PACKAGES = ["at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]
BRIDGE_TRIAL = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def wanted_for_run() -> list[str]:
    """Packages missing for a window; none where there is no screen, since that path needs no Qt."""
    return _unless_loadable(SCREEN_FILES, SCREEN_PACKAGES) if screen_answers() else []


def wanted_for_test() -> list[str]:
    """Packages missing for Qt without a screen."""
    return _unless_loadable(OFFSCREEN_FILES, OFFSCREEN_PACKAGES)


def wanted_for_app() -> list[str]:
    """Packages missing for a frozen folder, which takes the libraries of a window along."""
    return _unless_loadable(SCREEN_FILES, SCREEN_PACKAGES) + _unless_found(BUILDERS)


def wanted_for_e2e() -> list[str]:
    """Packages missing for a window on a virtual screen, driven through the accessibility bridge."""
    libraries = _unless_loadable(SCREEN_FILES, SCREEN_PACKAGES)
    return libraries + _unless_found(PROGRAMS) + ([] if _bridge_works() else BRIDGE_PACKAGES)


WANTED: dict[str, Callable[[], list[str]]] = {
    "run": wanted_for_run,
    "test": wanted_for_test,
    "app": wanted_for_app,
    "e2e": wanted_for_e2e,
}


def _unless_found(programs: Mapping[str, str]) -> list[str]:
    return sorted({package for program, package in programs.items() if not shutil.which(program)})


def _unless_loadable(files: tuple[str, ...], packages: list[str]) -> list[str]:
    return packages if any(_missing_libraries(_pyside() / name) for name in files) else []


def _pyside() -> Path:
    spec = find_spec("PySide6")
    assert spec is not None, "PySide6 is installed in .venv before this runs"
    assert spec.origin is not None
    return Path(spec.origin).parent


def _missing_libraries(file: Path) -> list[str]:
    """Shared libraries that the system does not have, as the loader itself reports them."""
    told = subprocess.run(["ldd", file], capture_output=True, text=True, encoding="utf-8", check=True)
    return [line.split()[0] for line in told.stdout.splitlines() if line.endswith("not found")]


def _bridge_works() -> bool:
    """Whether the system's own Python, the only one the bridge's bindings come for, can load them."""
    launcher = any(Path(place, "at-spi-bus-launcher").exists() for place in ("/usr/libexec", "/usr/lib/at-spi2-core"))
    python = Path("/usr/bin/python3")
    if not (launcher and python.exists()):
        return False
    return subprocess.run([python, "-c", BRIDGE_TRIAL], capture_output=True, check=False).returncode == 0


def install(packages: list[str]) -> int:
    """Installs with apt where we may. Returns the exit status: 0 when nothing is missing any more."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print("System libraries are missing. Run: sudo", " ".join(command), file=sys.stderr)
        return 1
    print("Installing system libraries:", *packages)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command, "-qq"]):
        told = subprocess.run(step, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if told.returncode:
            print(told.stdout.decode(errors="replace"), " ".join(step), "failed.", file=sys.stderr)
            return 1
    return 0


def main(purpose: str) -> int:
    """See to what `run`, `test`, `app` or `e2e` needs, and look again afterwards."""
    missing = WANTED[purpose]()
    if not missing:
        return 0
    failed = install(missing)
    left = [] if failed else WANTED[purpose]()
    if left:
        print("Still missing after installing, look at: ldd on PySide6's platform plug-ins.", *left, file=sys.stderr)
    return 1 if failed or left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

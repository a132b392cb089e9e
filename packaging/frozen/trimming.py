"""What stays out of the frozen folder: whatever the application never uses, though a build would take it along."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

OUR_OWN = "thinking-professionals"
FACES = {"FiraGO_Regular", "FiraGO_Bold"}

PLUGINS = re.compile(
    r"""
    /(egldeviceintegrations | generic | wayland-[a-z-]+)/
    | /imageformats/(?!(lib)?qsvg)
    | /platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|wayland.*)\.
    | /platformthemes/(lib)?qgtk                                            # brings all of GTK
    | /platforminputcontexts/(lib)?qtvirtualkeyboard                        # brings all of Qt Quick
    """,
    re.VERBOSE,
)
"""Plug-ins of Qt. X11 serves a Wayland desktop as well; PNG needs no plug-in."""

MODULES = (
    "PIL.AvifImagePlugin",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._avif",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_hashlib",  # OpenSSL: Python's own digests serve, and we open no connection
    "_ssl",
    "readline",  # under the GPL
    "scipy.cluster",
    "scipy.integrate",
    "scipy.interpolate",
    "scipy.io",
    "scipy.ndimage",
    "scipy.signal",
    "scipy.sparse.csgraph",
    "scipy.special.cython_special",
    "scipy.stats",
    "ssl",
    "tkinter",
)
"""Never asked for by us, nor by scipy.special and scipy.optimize. These do import the rest of scipy, and numpy.testing,
numpy.f2py and unittest, which must therefore stay.
"""


def wanted_plugin(source: str) -> bool:
    return not PLUGINS.search(Path(source).as_posix())


def wanted_data(inside: str) -> bool:
    """Qt's own translations are for languages we do not speak yet."""
    return not Path(inside).as_posix().startswith("PySide6/Qt/translations/")


def smaller(source: str, workshop: Path) -> str:
    """Python's own library without the names only a debugger reads; nothing else bears being stripped."""
    if sys.platform != "linux" or not Path(source).name.startswith("libpython"):
        return source
    made = workshop / Path(source).name
    subprocess.run(["strip", "--strip-unneeded", "-o", made, source], check=True)
    return str(made)


def left_out() -> list[str]:
    """Every module to leave out, whatever else happens to be installed beside us."""
    return [*MODULES, *_other_faces(), *_modules_of_strangers()]


def _modules_of_strangers() -> Iterator[str]:
    """Top-level modules of packages that the application does not depend on, such as its tests' tools."""
    ours = _needed_by(OUR_OWN)
    for module, owners in metadata.packages_distributions().items():
        if not ours & {_canonical(owner) for owner in owners}:
            yield module


def _needed_by(name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The package of that name and all that it needs; extras such as `dev` are not needed."""
    found = seen | {_canonical(name)}
    for needed in _requirements(name):
        if needed not in found:
            found = _needed_by(needed, found)
    return found


def _requirements(name: str) -> Iterable[str]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # for another system or another Python
        return ()
    return (_canonical(re.split(r"[^\w.-]", line)[0]) for line in lines if "extra ==" not in line)


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _other_faces() -> Iterator[str]:
    import pymupdf_fonts

    for file in Path(pymupdf_fonts.__file__).parent.glob("*_*.py"):
        if file.stem not in FACES and not file.stem.startswith("__"):
            yield f"pymupdf_fonts.{file.stem}"

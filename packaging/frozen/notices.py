"""The licences of everything in a frozen folder, gathered beside the programs from where each part was taken."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

from owners import debian_package, packages_of, system_libraries

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
DEBIAN = Path("/usr/share")
COMMON = re.compile(r"/usr/share/common-licenses/([\w.-]*\w)")
"""Debian's copyright files name the longer licences in place of repeating them."""


def write_notices(folder: Path, sources: Sequence[str]) -> list[str]:
    """Fill `folder/licences`; returns the libraries whose licence could not be found on this machine."""
    licences = folder / "licences"
    shutil.copytree(HERE / "licences", licences, dirs_exist_ok=True)
    shutil.copy(ROOT / "LICENSE", licences / "Thinking Professionals.txt")
    shutil.copy(_pythons_own(), licences / "Python.txt")
    for package in packages_of(sources):
        _copy_those_of(package, licences / "packages" / package.name)
    return _copy_those_of_system(system_libraries(sources), licences / "system")


def _pythons_own() -> Path:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return next(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file())


def _copy_those_of(package: metadata.Distribution, target: Path) -> None:
    """The licence files, and what the package says of itself, which is all that some have."""
    target.mkdir(parents=True, exist_ok=True)
    for file in package.files or ():
        if file.parts[0].endswith(".dist-info") and (file.name == "METADATA" or LICENCE.search(file.as_posix())):
            place = target / "-".join(file.parts[1:])
            shutil.copy(str(package.locate_file(file)), place.with_suffix(place.suffix or ".txt"))


def _copy_those_of_system(libraries: Iterable[str], target: Path) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    owners = {library: debian_package(library) for library in libraries}
    for name in sorted(filter(None, owners.values())):
        _copy_copyright(DEBIAN / "doc" / name / "copyright", target / f"{name}.txt")
    return [library for library, name in owners.items() if not (target / f"{name}.txt").is_file()]


def _copy_copyright(source: Path, target: Path) -> None:
    if not source.is_file():
        return
    shutil.copy(source, target)
    for name in COMMON.findall(source.read_text(encoding="utf-8", errors="replace")):
        if (text := DEBIAN / "common-licenses" / name).is_file():
            shutil.copy(text, target.with_name(f"{name}.txt"))

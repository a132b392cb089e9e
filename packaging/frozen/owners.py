"""Whose the files of a frozen folder are: which installed packages, and which libraries of the system."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path


def packages_of(sources: Iterable[str]) -> list[metadata.Distribution]:
    """The installed packages that these files belong to, by name; a file that two bring is the first one's."""
    left = {Path(source).resolve() for source in sources}
    found = []
    for package in sorted(metadata.distributions(), key=lambda one: one.name.lower()):
        if brought := left & set(_files_of(package)):
            found.append(package)
            left -= brought
    return found


def _files_of(package: metadata.Distribution) -> Iterator[Path]:
    for file in package.files or ():
        yield Path(str(package.locate_file(file))).resolve()


def system_libraries(sources: Iterable[str]) -> list[str]:
    """The files that come with neither Python nor a package, which only Linux has; as the build found them."""
    if sys.platform != "linux":
        return []
    known = [Path(sys.prefix), Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix, "lib", "python")]
    return sorted({source for source in sources if _is_library(source) and not _is_in(source, known)})


def _is_library(source: str) -> bool:
    name = Path(source).name
    return ".so" in name and not name.startswith("libpython")


def _is_in(source: str, folders: Iterable[Path]) -> bool:
    return any(Path(source).is_relative_to(folder) for folder in folders)


def debian_package(library: str) -> str:
    """The name of the package that brought the library; empty where no package manager of Debian's knows it."""
    spellings = {library, str(Path(library).resolve())}
    spellings |= {spelling.removeprefix("/usr") for spelling in spellings}
    try:
        told = subprocess.run(
            ["dpkg-query", "--search", *sorted(spellings)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        return ""
    return told.stdout.split(":")[0].split(",")[0]

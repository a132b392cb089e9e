"""The log of a fault that is ours: it holds versions and the traceback, and can be read by its owner alone."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path

from thinking_professionals import __version__
from thinking_professionals.files import CannotWrite, write_file


def write_log(record: str, folder: Path) -> Path | None:
    """Write a record into a folder, made if need be; None where none can be written."""
    path = folder / f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    try:
        make_private(folder)
        write_file(path, record.encode(errors="backslashreplace"))
    except (OSError, CannotWrite):
        return None
    return path


def make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def record_of(fault: BaseException) -> str:
    """What we need to know of it."""
    import platform  # only now: it is slow to come

    lines = [
        f"Thinking Professionals {__version__}",
        f"Python {sys.version}",
        platform.platform(),
        f"Libraries: {_libraries()}",
        f"Command: {Path(sys.argv[0]).name} {' '.join(sys.argv[1:])}",
        "",
        *traceback.format_exception(fault),
    ]
    return "\n".join(lines)


def _libraries() -> str:
    wanted = ("PySide6-Essentials", "pydantic", "PyYAML", "Jinja2", "reportlab", "python-docx")
    return ", ".join(f"{name} {_version(name)}" for name in wanted)


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not found"

"""What is left behind when the fault is ours: a log that holds versions and traceback, and one sentence."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

from thinking_professionals import __version__
from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.paths import data_folder


def log_bug(fault: BaseException) -> str:
    """Write the log; returns the sentence for the person."""
    name = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.log"
    path = data_folder() / "logs" / name
    sorry = f"Something went wrong that is our fault, not yours ({type(fault).__name__})."
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(path, _record(fault).encode(errors="backslashreplace"))
    except (OSError, CannotWrite):
        return f"{sorry} No log could be written to “{path.parent}”."
    return f"{sorry} Please send us the log “{path}”."


def _record(fault: BaseException) -> str:
    lines = [
        f"Thinking Professionals {__version__}",
        f"Python {sys.version}",
        f"{platform.platform()}",
        f"Libraries: {_libraries()}",
        f"Command: {Path(sys.argv[0]).name} {' '.join(sys.argv[1:])}",
        "",
        *traceback.format_exception(fault),
    ]
    return "\n".join(lines)


def _libraries() -> str:
    from importlib import metadata

    wanted = ("PySide6-Essentials", "pydantic", "PyYAML", "Jinja2", "reportlab", "python-docx")
    found = {dist.name: dist.version for dist in metadata.distributions() if dist.name in wanted}
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))

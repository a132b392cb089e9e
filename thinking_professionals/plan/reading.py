"""A file into a plan, or one clear sentence why not. Nothing in a file is run, and no file is too big or too deep."""

from __future__ import annotations

import stat
from pathlib import Path

from thinking_professionals.library.yaml_reader import YamlFault, read
from thinking_professionals.plan.model import Plan, PlanError, from_mapping

_MOST_BYTES = 5_000_000


def read_plan(path: Path) -> Plan:
    """The plan in a file; raises PlanError. The file is left as it is."""
    try:
        return from_mapping(_tree(_words(path), path.name))
    except PlanError as fault:
        raise PlanError(f"“{path}” could not be opened: {fault}") from None


def _words(path: Path) -> str:
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("it is not text in UTF-8. If it is a plan, save it again as UTF-8.") from None
    except FileNotFoundError:
        raise PlanError("there is no such file. Check its name and folder.") from None
    except PermissionError:
        raise PlanError("you may not read it. Ask its owner for the right to.") from None
    except OSError as fault:
        raise PlanError(f"the machine says “{fault.strerror}”. Copy it to another place and try again.") from None
    if not text.strip():
        raise PlanError("it is empty. Choose another file, or start a new plan.")
    return text


def _bytes(path: Path) -> bytes:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise PlanError("it is a folder. Choose a file in it.")
    if not stat.S_ISREG(about.st_mode):
        raise PlanError("it is not a file. Choose a plan.")
    if about.st_size > _MOST_BYTES:
        raise PlanError(f"it is too big for a plan, over {_MOST_BYTES // 1_000_000} MB. Choose another file.")
    return path.read_bytes()


def _tree(text: str, name: str) -> object:
    try:
        return read(text, name, typed=False)
    except YamlFault as fault:
        raise PlanError(f"line {fault.line}: {fault.message}") from None

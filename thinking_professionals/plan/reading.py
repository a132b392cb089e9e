"""A file into a plan, or one clear sentence why not. Nothing in a file is run, and no file is too big or too deep."""

from __future__ import annotations

import stat
from pathlib import Path

from thinking_professionals.library.yaml_reader import YamlFault, read_file
from thinking_professionals.plan.model import Plan, PlanError, from_mapping


def read_plan(path: Path) -> Plan:
    """The plan in a file; raises PlanError. The file is left as it is."""
    try:
        return from_mapping(_data(path))
    except PlanError as fault:
        raise PlanError(f"“{path}” could not be opened: {fault}") from None


def _data(path: Path) -> object:
    try:
        _check_kind(path.stat().st_mode)
        return read_file(path, path.name, typed=False).data
    except YamlFault as fault:
        raise PlanError(f"at line {fault.line} {fault.message}.") from None
    except FileNotFoundError:
        raise PlanError("there is no such file. Check its name and folder.") from None
    except PermissionError:
        raise PlanError("you may not read it. Ask its owner to let you.") from None
    except OSError as fault:
        raise PlanError(f"the machine says “{fault.strerror}”. Copy it to another place and try again.") from None


def _check_kind(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise PlanError("it is a folder. Choose a file in it.")
    if not stat.S_ISREG(mode):  # a pipe or a device may never end
        raise PlanError("it is not a file. Choose a plan.")

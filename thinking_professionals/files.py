"""Writing a file so that it is never half-written: a neighbour is filled first, then takes the file's place.

New files are readable by their owner only; a file that is already there keeps its rights.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

_PAUSES = (0.05, 0.1, 0.2, 0.4)
"""Seconds between tries while another program holds the file, as virus scanners and sync clients do on Windows."""

_REMEDIES = {
    errno.ENOSPC: "there is no room left on the disk. Free some space, then try again.",
    errno.EDQUOT: "your share of the disk is full. Free some space, then try again.",
    errno.EEXIST: "there is something of that name already, and it must not be written over. Choose another name.",
    errno.EISDIR: "it is a folder. Give a file name as well.",
    errno.ENOENT: "its folder does not exist. Choose another folder, or make this one first.",
    errno.ENOTDIR: "its folder does not exist. Choose another folder, or make this one first.",
    errno.EROFS: "the disk is read-only. Choose another place.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
    errno.ELOOP: "it is a link that leads back to itself. Choose another name.",
}
_HELD = "it or its folder is read-only, or another program holds it open. Close it there, or choose another place."


class CannotWrite(Exception):
    """A file that could not be written; the text says why and what to do. What stood there before is untouched."""

    def __init__(self, path: Path, fault: OSError) -> None:
        held = isinstance(fault, PermissionError) and fault.errno != errno.EROFS
        other = f"the machine says “{fault.strerror}”. Choose another place."
        remedy = _HELD if held else _REMEDIES.get(fault.errno or 0, other)
        super().__init__(f"“{path}” was not written: {remedy}")


def write_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` at `path`, following links; raises CannotWrite.

    `durable` waits until the disk holds it. Without, a power cut may cost this write, a crash of the program cannot.
    """
    try:
        target = Path(os.path.realpath(path))
        before = _standing(target)
        if before is None or stat.S_ISREG(before.st_mode):
            _replace(target, data, before, durable)
        else:
            target.write_bytes(data)  # a device or a pipe cannot be replaced; a folder refuses
    except OSError as fault:
        raise CannotWrite(path, fault) from fault


def write_new_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` where nothing is there yet, not even a link; raises CannotWrite where something is.

    The name is taken first, by an empty file, so that of two who want it only one gets it.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _replace(path, data, None, durable=True)
        except BaseException:
            path.unlink()
            raise
    except OSError as fault:
        raise CannotWrite(path, fault) from fault


def _standing(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, before: os.stat_result | None, durable: bool) -> None:
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    neighbour = target.with_name(f".{os.urandom(6).hex()}.tmp")
    try:
        _fill(neighbour, data, durable)
        if before is not None:
            _give_rights(neighbour, before)
        _swap(neighbour, target)
    except BaseException:
        with suppress(OSError):
            neighbour.unlink()
        raise
    if durable:
        _settle(target.parent)


def _fill(neighbour: Path, data: bytes, durable: bool) -> None:
    with open(neighbour, "xb", opener=_private) as file:
        file.write(data)
        if durable:
            file.flush()
            os.fsync(file.fileno())


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _give_rights(neighbour: Path, before: os.stat_result) -> None:
    with suppress(OSError, AttributeError):  # only the owner of all may give files away, and Windows has no chown
        os.chown(neighbour, before.st_uid, before.st_gid)
    neighbour.chmod(stat.S_IMODE(before.st_mode))


def _swap(neighbour: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            neighbour.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    neighbour.replace(target)


def _settle(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folders, and some file systems flush none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Checked content kept as JSON, so that a start with known content needs neither pydantic nor a YAML parser.

A copy that is missing, spoilt or not ours is ignored, and a folder that takes none is no error.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from thinking_professionals import __version__
from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.library.build import build
from thinking_professionals.library.digest import canonical, digest_of
from thinking_professionals.library.library import Library

_KEPT = 3
_LARGEST = 20_000_000
_PREFIX, _SUFFIX = "content-", ".copy"


def key_of(files: Mapping[str, bytes]) -> str:
    """What a copy is known by: SHA-256 over this version of the package and every file's name and bytes."""
    hashed = hashlib.sha256(__version__.encode())
    for name, data in sorted(files.items()):
        hashed.update(f"\0{name}\0{len(data)}\0".encode(errors="surrogateescape"))  # a name may be no UTF-8
        hashed.update(data)
    return hashed.hexdigest()


def recall(folder: Path, key: str) -> Library | None:
    """The library kept under a key, or None."""
    try:
        with _path(folder, key).open("rb") as file:
            head, _, data = file.read(_LARGEST).partition(b"\n")
        digest = hashlib.sha256(data).hexdigest()
        return build(Library, {**json.loads(data), "digest": digest}) if head == _head(key, digest) else None
    except (OSError, ValueError, TypeError, ArithmeticError, RecursionError):
        return None


def keep(folder: Path, key: str, data: Mapping[str, Any]) -> None:
    """Keep the plain data of a library under a key, beside the few newest others, where the folder can be written."""
    with suppress(OSError, CannotWrite):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(_path(folder, key), _head(key, digest_of(data)) + b"\n" + canonical(data), durable=False)
        newest = sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in newest[_KEPT:]:
            old.unlink()


def _head(key: str, digest: str) -> bytes:
    """The first line of a copy; below it is the canonical JSON, so that its own bytes have the digest."""
    return f"{key} {digest}".encode()


def _path(folder: Path, key: str) -> Path:
    return folder / f"{_PREFIX}{key}{_SUFFIX}"

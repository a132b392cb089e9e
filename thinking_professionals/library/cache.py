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
_PREFIX = "content-"


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
            copy = json.loads(file.read(_LARGEST))
        if copy["key"] != key or copy["digest"] != digest_of(copy["data"]):
            return None
        return build(Library, {**copy["data"], "digest": copy["digest"]})
    except (OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
        return None


def keep(folder: Path, key: str, data: Mapping[str, Any]) -> None:
    """Keep the plain data of a library under a key, beside the few newest others, where the folder can be written."""
    with suppress(OSError, CannotWrite):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy = {"key": key, "digest": digest_of(data), "data": data}
        write_file(_path(folder, key), canonical(copy), durable=False)
        newest = sorted(folder.glob(f"{_PREFIX}*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in newest[_KEPT:]:
            old.unlink()


def _path(folder: Path, key: str) -> Path:
    return folder / f"{_PREFIX}{key}.json"

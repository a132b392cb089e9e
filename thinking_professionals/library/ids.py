"""Ids that authors give to things: short lower-case words joined by underscores, safe in files, JSON and file names."""

from __future__ import annotations

import re
from typing import Annotated

from thinking_professionals.library.condition import Parsed

END = "end"
_PORTS = frozenset(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
DEVICES = _PORTS | {"con", "prn", "aux", "nul"}
"""Windows makes no file of these names, whatever its ending."""
RESERVED = frozenset({"dont_know", END, "any", "not", "otherwise"}) | DEVICES
_SLUG = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST = 40


def read_slug(data: object) -> str:
    """An id as written; raises ValueError where it is not one."""
    if not isinstance(data, str) or not _SLUG.fullmatch(data) or len(data) > _LONGEST:
        raise ValueError(f"{data!r} is not an id - use lower-case words joined by _, such as too_few_clusters")
    if data in RESERVED:
        raise ValueError(f"'{data}' is a reserved word - choose another id")
    return data


def read_target(data: object) -> str:
    """Where a route goes next: a question id, or `end`."""
    return END if data == END else read_slug(data)


Slug = Annotated[str, Parsed(read_slug)]
Target = Annotated[str, Parsed(read_target)]

"""Canonical JSON and the digest over it: the same content has the same digest whatever its comments and line ends."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical(data: Any) -> bytes:
    """Plain data as JSON with sorted keys and no spaces, in UTF-8. Decimals count by value: 1.50 is 1.5."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(data: Any) -> str:
    """SHA-256, in hexadecimal, over the canonical JSON."""
    return hashlib.sha256(canonical(data)).hexdigest()

"""Values that a spreadsheet would take for a formula, written so that it does not, and read back as they were.

A list is opened in Excel sooner or later, where a name such as =1+1 would be worked out, or something fetched by it.
"""

from __future__ import annotations

import re

_RISKY = re.compile("'*[=+\\-@|%\uff0b\uff0d\uff1d\uff20]")
_NUMBER = re.compile(r"[-+]\d+([.,]\d+)*", re.ASCII)


def safe(text: str) -> str:
    """With an apostrophe in front where it begins as a formula does; a plain number is none."""
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def unsafe(text: str) -> str:
    """The value that `safe` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text

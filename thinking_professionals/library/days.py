"""Days that authors write, as ISO dates."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from thinking_professionals.library.condition import Parsed


def read_day(data: object) -> date:
    """A day such as `2028-05-21`; raises ValueError where it is not one."""
    if isinstance(data, date):
        return data
    try:
        return date.fromisoformat(str(data))
    except ValueError:
        raise ValueError(f"{data!r} is not a date - write it as 2028-05-21") from None


Day = Annotated[date, Parsed(read_day)]

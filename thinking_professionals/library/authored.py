"""The one way to declare something that authors write: a frozen dataclass in which nothing extra is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def authored(cls: type[T]) -> type[T]:
    """A frozen, keyword-only dataclass; pydantic reads the setting from the class, so it need not be imported here."""
    made = dataclass(frozen=True, kw_only=True)(cls)
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made

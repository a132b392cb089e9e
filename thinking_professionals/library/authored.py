"""The one way to declare something that authors write: a frozen dataclass in which nothing extra is allowed.

`dataclass` by itself compiles six methods for each class, which is felt when the window opens; these are written once.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Authored:
    """Frozen and keyword-only; pydantic reads its setting from the class, so it need not be imported here."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - an annotation here would be taken for a field
    _names = dict[str, Any]().keys()
    _required = frozenset[str]()

    def __init_subclass__(cls) -> None:
        made: Any = dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        cls._names = {field.name: field for field in fields(made)}.keys()
        cls._required = frozenset(field.name for field in fields(made) if field.default is MISSING)

    def __init__(self, **given: Any) -> None:
        if not self._required <= given.keys() <= self._names:
            raise TypeError(f"a {type(self).__name__} cannot be made of {', '.join(given) or 'nothing'}")
        vars(self).update(given)  # what is not given stays with the class, which holds the defaults

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, Authored) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[object, ...]:
        return (type(self), *(getattr(self, name) for name in self._names))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({said})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"'{name}' cannot be set")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"'{name}' cannot be removed")

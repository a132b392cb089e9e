"""Faults collected on a walk through content. A spot is a place in a file; its line is worked out only for a fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from thinking_professionals.library.faults import ContentError
from thinking_professionals.library.yaml_reader import Document, Place

T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """One file as read. `value` is what it holds, without the `dropped` items whose shape is wrong; None: no use."""

    name: str
    field: str
    document: Document
    value: Any
    dropped: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Spot:
    """A place in a part. `spot / key` and `spot / index` go one step down, whether or not there is anything."""

    part: Part
    findings: list[ContentError]
    path: Place = ()
    plain: Any = field(default=None)

    @classmethod
    def top(cls, part: Part, findings: list[ContentError]) -> Spot:
        return cls(part, findings, (), part.document.data)

    def __truediv__(self, step: str | int) -> Spot:
        plain = self.plain
        there = step in plain if isinstance(plain, dict) else isinstance(plain, list) and step in range(len(plain))
        return Spot(self.part, self.findings, (*self.path, step), plain[step] if there else None)

    def at(self, place: Place) -> Spot:
        spot = self
        for step in place:
            spot /= step
        return spot

    def each(self, values: tuple[T, ...]) -> Iterator[tuple[T, Spot]]:
        """The values of a list with their spots, past the items that were dropped from it."""
        kept = (i for i in range(len(self.plain or ())) if (*self.path, i) not in self.part.dropped)
        return zip(values, (self / i for i in kept), strict=True)

    def fault(self, what: str, remedy: str) -> None:
        self.findings.append(ContentError(self.part.name, self.part.document.line(self.path), what, remedy))


def unique(things: Sequence[Any], spot: Spot, taken: Sequence[Any] = ()) -> None:
    """Report each id that is there already, in the list or among those taken."""
    seen = {thing.id for thing in taken}
    for thing, place in spot.each(tuple(things)):
        if thing.id in seen:
            (place / "id").fault(f"the id '{thing.id}' is there twice", "give one of the two another id")
        seen.add(thing.id)

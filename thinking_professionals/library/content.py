"""The content as its files hold it, checked: every part that can be used, and every fault of every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from thinking_professionals.library.digest import digest_of
from thinking_professionals.library.faults import ContentError
from thinking_professionals.library.findings import Part, Spot, unique
from thinking_professionals.library.forms import form_faults
from thinking_professionals.library.layout import home_of
from thinking_professionals.library.library import Library
from thinking_professionals.library.references import Known, known_in, reference_faults
from thinking_professionals.library.shapes import shape
from thinking_professionals.library.walk import walk
from thinking_professionals.library.yaml_reader import YamlFault, decode, read


@dataclass(frozen=True)
class Content:
    """The parts, every content value in them with its spot, and what was found wrong; spots add to the findings."""

    parts: tuple[Part, ...]
    things: tuple[tuple[Any, Spot], ...]
    findings: list[ContentError]

    @property
    def faults(self) -> tuple[ContentError, ...]:
        return tuple(sorted(set(self.findings)))

    @property
    def plain(self) -> dict[str, Any]:
        """The plain data of a whole library; only for content without faults."""
        return {**self._singles(lambda part: part.document.data), "designs": [d.document.data for d in self._designs]}

    def library(self) -> Library:
        """The content as one value; only for content without faults."""
        designs = tuple(part.value for part in self._designs)
        return Library(**self._singles(lambda part: part.value), designs=designs, digest=digest_of(self.plain))

    @property
    def _designs(self) -> list[Part]:
        return [part for part in self.parts if part.field == "designs"]

    def _singles(self, what: Any) -> dict[str, Any]:
        return {part.field: what(part) for part in self.parts if part.field != "designs"}


def read_content(files: Mapping[str, bytes], missing: Iterable[ContentError] = ()) -> Content:
    """The content in the bytes of its files; `missing` are the faults of the set of files itself."""
    findings = list(missing)
    parts = tuple(part for name, data in files.items() if (part := _part(name, data, findings)) is not None)
    tops = [Spot.top(part, findings) for part in parts if part.value is not None]
    things = tuple(found for top in tops for found in walk(top.part.value, top))
    _look_through(tops, things, _known(files, parts))
    return Content(parts, things, findings)


def _part(name: str, data: bytes, findings: list[ContentError]) -> Part | None:
    field, hint = home_of(name)
    try:
        document = read(decode(data, name), name, typed=True)
    except YamlFault as fault:
        findings.append(ContentError(name, fault.line, fault.what, fault.remedy))
        return None
    value, misfits, dropped = shape(hint, document.data)
    for place, what, remedy in misfits:
        findings.append(ContentError(name, document.line(place), what, remedy))
    return Part(name, field, document, value, dropped)


def _known(files: Mapping[str, bytes], parts: tuple[Part, ...]) -> Known:
    readable = {part.name for part in parts}
    broken = frozenset(home_of(name)[0] for name in files if name not in readable)
    return known_in(parts, broken)


def _look_through(tops: Iterable[Spot], things: Iterable[tuple[Any, Spot]], known: Known) -> None:
    for top in tops:
        if isinstance(top.part.value, tuple):
            unique(top.part.value, top)
    for thing, spot in things:
        form_faults(thing, spot)
        reference_faults(thing, spot, known)

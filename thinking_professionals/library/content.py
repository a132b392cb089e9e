"""The content as its files hold it, checked: every part that can be used, and every fault of every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from thinking_professionals.library.digest import digest_of
from thinking_professionals.library.faults import ContentError
from thinking_professionals.library.findings import Part, Spot
from thinking_professionals.library.forms import form_faults, unique
from thinking_professionals.library.layout import home_of
from thinking_professionals.library.library import Library
from thinking_professionals.library.references import Known, known_in, reference_faults
from thinking_professionals.library.shapes import shape
from thinking_professionals.library.walk import walk
from thinking_professionals.library.yaml_reader import YamlFault, decode, read


@dataclass(frozen=True)
class Content:
    parts: tuple[Part, ...]
    faults: tuple[ContentError, ...]

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
    faults = list(missing)
    parts = tuple(part for name, data in files.items() if (part := _part(name, data, faults)) is not None)
    _look_through(parts, _known(files, parts), faults)
    return Content(parts, tuple(sorted(set(faults))))


def _part(name: str, data: bytes, faults: list[ContentError]) -> Part | None:
    field, hint = home_of(name)
    try:
        document = read(decode(data, name), name, typed=True)
    except YamlFault as fault:
        faults.append(ContentError(name, fault.line, fault.what, fault.remedy))
        return None
    value, misfits, dropped = shape(hint, document.data)
    for place, what, remedy in misfits:
        faults.append(ContentError(name, document.line(place), what, remedy))
    return Part(name, field, document, value, dropped)


def _known(files: Mapping[str, bytes], parts: tuple[Part, ...]) -> Known:
    readable = {part.name for part in parts}
    broken = frozenset(home_of(name)[0] for name in files if name not in readable)
    return known_in(parts, broken)


def _look_through(parts: tuple[Part, ...], known: Known, faults: list[ContentError]) -> None:
    for part in parts:
        if part.value is not None:
            top = Spot.top(part, faults)
            if isinstance(part.value, tuple):
                unique(part.value, top)
            for thing, spot in walk(part.value, top):
                form_faults(thing, spot)
                reference_faults(thing, spot, known)

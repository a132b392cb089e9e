"""YAML, narrowed to mappings, sequences and scalars: no tags, no anchors, no repeated keys, no surprises of type.

Data is built straight from the parser's events, so a hostile file is refused at the first thing that is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

LARGEST = 5_000_000
"""Bytes of a file, or characters of a text."""
DEEPEST = 50

Place = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a document to a place in it."""

_NUMBER = re.compile(r"-?(?=[\d.]{1,16}$)(0|[1-9]\d*)(\.\d+)?", re.ASCII)
"""Short enough that a float holds every digit."""
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Spelled out, since its opposite, the set of what may stand there, takes ten times as long to compile."""
_BEGINS_A_NUMBER = frozenset("-.0123456789")


class YamlFault(ValueError):
    """Why a text cannot be read, at its line (1 is the first): `what` is wrong and the `remedy`."""

    def __init__(self, name: str, line: int, what: str, remedy: str) -> None:
        self.name, self.line, self.what, self.remedy = name, line, what, remedy
        self.message = f"{what} - {remedy}"
        super().__init__(f"{name}:{line}: {self.message}")


class Document:
    """What a text holds, as dicts, lists and scalars. Lines are worked out only when somebody asks for one."""

    def __init__(self, data: Any, text: str) -> None:
        self.data = data
        self._text = text

    def line(self, path: Place) -> int:
        """The line of the deepest part of the path that is there."""
        node: Any = self._root
        line: int = node.start_mark.line
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line + 1

    @cached_property
    def _root(self) -> Any:
        import yaml

        return yaml.compose(self._text, _loader())


def read_file(path: Path, name: str, *, typed: bool) -> Document:
    """Like `read`, from a file; a file too large is refused unread. Raises OSError as well as YamlFault."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    return read(decode(data, name), name, typed=typed)


def decode(data: bytes, name: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark; raises YamlFault."""
    if len(data) > LARGEST:
        raise _too_large(name)
    if b"\0" in data:
        raise YamlFault(name, data[: data.index(b"\0")].count(b"\n") + 1, *_NOT_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlFault(name, data[: error.start].count(b"\n") + 1, *_NOT_TEXT) from None


def read(text: str, name: str, *, typed: bool) -> Document:
    """A text as data; raises YamlFault, whose sentence begins with `name` and the line.

    With `typed`, unquoted numbers, `true`, `false`, `null` and `~` get their type. Everything else is text; without
    `typed`, every scalar is.
    """
    import yaml

    if len(text) > LARGEST:
        raise _too_large(name)
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise YamlFault(name, line, f"the character U+{ord(found[0]):04X} cannot stand in YAML", "remove it")
    try:
        return Document(_Builder(text, name, typed).document(), text)
    except yaml.MarkedYAMLError as error:
        raise _bad_yaml(error, text, name) from None


_NOT_TEXT = ("this is not a text file", "save it as plain text in UTF-8")
_BROKEN = "check the indent, quotes and brackets here and just above"
_ENDS = re.compile("end of stream|stream end")


def _too_large(name: str) -> YamlFault:
    return YamlFault(name, 1, f"the file is larger than {LARGEST // 1_000_000} MB", "check that it is the right file")


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _bad_yaml(error: Any, text: str, name: str) -> YamlFault:
    lines = text.splitlines()
    at, began = error.problem_mark, error.context_mark
    if began and (at.line >= len(lines) or _ENDS.search(error.problem)):
        return YamlFault(name, min(began.line + 1, len(lines)), "what begins here is never closed", _BROKEN)
    line = min(at.line + 1, len(lines))
    if re.match(r"\s*\t", lines[line - 1]):
        return YamlFault(name, line, "the line is indented with a tab", "use spaces")
    return YamlFault(name, line, f"this is not YAML: {error.problem}", _BROKEN)


def _child(node: Any, step: str | int) -> tuple[int, Any] | None:
    """The line and node one step down: a key's own line in a mapping, an item's in a sequence."""
    if isinstance(node.value, str):
        return None
    if node.id == "sequence":
        return (node.value[step].start_mark.line, node.value[step]) if step in range(len(node.value)) else None
    return next(((key.start_mark.line, value) for key, value in node.value if key.value == step), None)


class _Builder:
    """Data from a parser's events. Thousands go by for the content, so each is looked at as little as will do."""

    def __init__(self, text: str, name: str, typed: bool) -> None:
        import yaml

        self._next = _loader()(text).get_event
        self._kinds = yaml
        self._name = name
        self._scalar = _typed if typed else _text

    def _empty(self) -> YamlFault:
        return YamlFault(self._name, 1, "the file is empty", "write its content or remove it")

    def document(self) -> Any:
        self._next()  # the start of the stream
        if type(self._next()) is self._kinds.StreamEndEvent:
            raise self._empty()
        data = self._value(self._next(), 0)
        if data == "":
            raise self._empty()
        self._next()  # the end of the document
        event = self._next()
        if type(event) is not self._kinds.StreamEndEvent:
            raise self._fault(event, "a second document begins here", "keep one document in a file, without a --- line")
        return data

    def _value(self, event: Any, depth: int) -> Any:
        if event.anchor is not None or event.tag is not None or depth > DEEPEST:
            raise self._refused(event)
        kind = type(event)
        if kind is self._kinds.ScalarEvent:
            return self._scalar(event)
        return self._sequence(depth) if kind is self._kinds.SequenceStartEvent else self._mapping(depth)

    def _refused(self, event: Any) -> YamlFault:
        if event.anchor is not None:
            sign = "*" if type(event) is self._kinds.AliasEvent else "&"
            return self._fault(
                event, f"'{sign}{event.anchor[:60]}' is a YAML reference", "write it out, or put it in quotes"
            )
        if event.tag is not None:
            return self._fault(event, f"'{event.tag[:60]}' is a YAML tag", "remove it, or put the text in quotes")
        return self._fault(event, f"the content is nested more than {DEEPEST} deep", "make it flatter")

    def _sequence(self, depth: int) -> list[Any]:
        end = self._kinds.SequenceEndEvent
        items: list[Any] = []
        while type(event := self._next()) is not end:
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        end = self._kinds.MappingEndEvent
        mapping: dict[str, Any] = {}
        while type(event := self._next()) is not end:
            key = self._key(event, mapping)
            mapping[key] = self._value(self._next(), depth + 1)
        return mapping

    def _key(self, event: Any, mapping: Mapping[str, Any]) -> str:
        if event.anchor is not None or event.tag is not None:
            raise self._refused(event)
        key = self._scalar(event) if type(event) is self._kinds.ScalarEvent else None
        if not isinstance(key, str):
            raise self._fault(event, "a key here is not text", "put it in quotes")
        if key == "<<" and not event.style:
            raise self._fault(event, "'<<' is a YAML merge key", "write the keys out")
        if key in mapping:
            raise self._fault(event, f"the key '{key[:60]}' is there twice", "keep one of the two")
        return key

    def _fault(self, event: Any, what: str, remedy: str) -> YamlFault:
        return YamlFault(self._name, event.start_mark.line + 1, what, remedy)


def _text(event: Any) -> str:
    return str(event.value)


def _typed(event: Any) -> object:
    text = event.value
    if event.style:
        return text
    if text[:1] in _BEGINS_A_NUMBER and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return _WORDS.get(text, text)

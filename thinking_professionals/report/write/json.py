"""The report for machines: its blocks and runs as JSON, each with its `kind`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any

from thinking_professionals.report import document, drawing
from thinking_professionals.report.document import Report
from thinking_professionals.report.write.words import clean

_KINDS: Mapping[type, str] = MappingProxyType(
    {
        document.Plain: "plain",
        document.Strong: "strong",
        document.Term: "term",
        document.Link: "link",
        document.Said: "said",
        document.Heading: "heading",
        document.Paragraph: "paragraph",
        document.Bullets: "bullets",
        document.Table: "table",
        document.KeyFacts: "key_facts",
        document.Callout: "callout",
        document.Figure: "figure",
        drawing.Line: "line",
        drawing.Box: "box",
        drawing.Dot: "dot",
        drawing.Label: "label",
        drawing.Path: "path",
    }
)


def write_json(report: Report) -> str:
    """The report as JSON, two spaces deep. The plan file's text stays out: it is a file of its own."""
    return json.dumps({"format": 1} | _fields(report, leave_out="plan"), ensure_ascii=False, indent=2) + "\n"


def _fields(value: Any, leave_out: str = "") -> dict[str, Any]:
    kind = {"kind": _KINDS[type(value)]} if type(value) in _KINDS else {}
    return kind | {part.name: _plain(getattr(value, part.name)) for part in fields(value) if part.name != leave_out}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return clean(value) if isinstance(value, str) else value

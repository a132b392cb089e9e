"""The colours of a report on paper, as hexadecimal red, green and blue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from thinking_professionals.report.document import Tone
from thinking_professionals.report.drawing import Ink

Shape = Literal["dot", "triangle", "square", "diamond"]


@dataclass(frozen=True, slots=True)
class ToneColours:
    """How a callout looks: its edge and label, its ground, and the shape beside its label."""

    edge: str
    ground: str
    shape: Shape | None


INKS: Mapping[Ink, str] = MappingProxyType(
    {"ink": "#1B1F24", "quiet": "#565D66", "accent": "#0B5C6B", "rule": "#D5D2C8", "wash": "#D6E7EA"}
)

TONES: Mapping[Tone, ToneColours] = MappingProxyType(
    {
        "plain": ToneColours("#0B5C6B", "#F6F5F1", None),
        "go": ToneColours("#1D6B3A", "#E8F5EC", "dot"),
        "caution": ToneColours("#7A4F00", "#FFF4DC", "triangle"),
        "stop": ToneColours("#9B1C1C", "#FDECEC", "square"),
        "unknown": ToneColours("#565D66", "#F6F5F1", "diamond"),
    }
)

"""A drawing as frozen marks in points, origin at the top left: every writer paints the same one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ink = Literal["ink", "quiet", "accent", "rule", "wash"]
"""Roles, not colours: each writer has its theme's colour for each."""


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = "ink"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    ink: Ink = "accent"


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    ink: Ink = "accent"


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    """The baseline."""
    text: str
    size: float = 9.0
    ink: Ink = "ink"
    anchor: Literal["start", "middle", "end"] = "start"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A line from point to point; broken into dashes where what it stands for is a bound and not a figure."""

    points: tuple[tuple[float, float], ...]
    ink: Ink = "accent"
    width: float = 1.5
    dashed: bool = False


DASH = (4.0, 3.0)
"""How long a dash is, and the gap after it."""

Mark = Line | Box | Dot | Label | Path


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    marks: tuple[Mark, ...]

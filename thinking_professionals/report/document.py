"""A report before it has a format: sections of blocks, whose text is runs.

The composer makes it, every writer (screen, PDF, HTML, Markdown, Word, JSON) takes it. What a person typed is only ever
a `Said` run: writers show it as text, never as markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from thinking_professionals.report.drawing import Drawing

Tone = Literal["plain", "go", "caution", "stop", "unknown"]


@dataclass(frozen=True, slots=True)
class Plain:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word with a glossary entry; `meaning` travels along so that writers need no library."""

    text: str
    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Link:
    """Leads to a question of the plan. On paper it is only its text."""

    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Said:
    """A person's own words."""

    text: str


Run = Plain | Strong | Term | Link | Said
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; 3 is the level under a section's own title."""

    text: Runs
    level: Literal[3, 4] = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Runs
    role: Literal["body", "lead", "quiet"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numeric: tuple[int, ...] = ()
    """Columns to set flush right."""
    widths: tuple[float, ...] = ()
    """Shares of the text width, one a column, adding to 1; empty means equal."""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: Runs
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed note. `label` is the word that carries the tone for those who do not see colour."""

    tone: Tone
    label: str
    title: Runs
    text: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    caption: str
    drawing: Drawing
    description: str
    table: Table
    """The same figures for those who cannot see the drawing."""


Block = Heading | Paragraph | Bullets | Table | KeyFacts | Callout | Figure


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    title: Runs
    subtitle: str
    edition: str
    digest: str
    as_of: str
    """The date printed, such as "21 November 2026"."""
    sections: tuple[Section, ...]
    plan: str = field(default="", compare=False)
    """The plan file's text, which the PDF carries along as an attachment."""

"""The blocks of a report as widgets: the screen's own writer. Each takes its block and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.buttons import Folding
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.grid import TableGrid
from thinking_professionals.qt.parts.painted import Painted
from thinking_professionals.qt.parts.rich import LeadRich, Passage, QuietRich, Rich, TitleRich, text_of
from thinking_professionals.qt.parts.roles import Role, give_role, name
from thinking_professionals.qt.parts.sheet import column, em
from thinking_professionals.qt.parts.words import Minor, Quiet, Subheading, Value, Word, Words
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Runs,
    Table,
)

Asked = Callable[[str], None]
FACT = 13
"""Ems that a key fact needs at least."""
KINDS: dict[str, type[Rich]] = {"body": Rich, "lead": LeadRich, "quiet": QuietRich}


def block_widget(block: Block, asked: Asked) -> QWidget:
    """The widget for a block; `asked` hears the id of a question that a link leads to."""
    match block:
        case Heading():
            return (Subheading if block.level == 3 else Minor)(text_of(block.text))
        case Paragraph():
            return _passage(block.text, asked, KINDS[block.role])
        case Bullets():
            return _bullets(block, asked)
        case Table():
            return _table(block, asked)
        case KeyFacts():
            return _key_facts(block)
        case Callout():
            return _callout(block, asked)
        case Figure():
            return _figure(block, asked)


class Box(QFrame):
    """A boxed note. A screen reader finds it as a group."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if tone:
            self.setProperty("tone", tone)
        give_role(self, Role.Grouping)


def _passage(runs: Runs, asked: Asked, kind: type[Rich] = Rich) -> Passage:
    made = Passage(runs, kind)
    made.asked.connect(asked)
    return made


def _bullets(block: Bullets, asked: Asked) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(4, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, item in enumerate(block.items):
        mark = Words(f"{row + 1}." if block.ordered else "•")
        mark.setWordWrap(False)
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(_passage(item, asked), row, 1)
    return holder


def _table(block: Table, asked: Asked) -> QWidget:
    holder, lines = column(6)
    if block.caption:
        lines.addWidget(Minor(block.caption))
    table = TableGrid(block)
    table.asked.connect(asked)
    lines.addWidget(table)
    return holder


def _key_facts(block: KeyFacts) -> QWidget:
    flow = Flow(gap=12, even=True)
    for fact in block.facts:
        flow.add(_fact(fact))
    return flow


def _fact(fact: Fact) -> QWidget:
    box = Box()
    name(box, fact.label)
    box.setMinimumWidth(FACT * em(box))
    lines = QVBoxLayout(box)
    lines.setContentsMargins(16, 12, 16, 12)
    lines.setSpacing(2)
    lines.addWidget(Quiet(fact.label))
    lines.addWidget(Value(text_of(fact.value)))
    if fact.note:
        lines.addWidget(Quiet(fact.note))
    lines.addStretch(1)
    return box


def _callout(block: Callout, asked: Asked) -> QWidget:
    box = Box(block.tone)
    name(box, f"{block.label}: {text_of(block.title)}" if block.title else block.label)
    lines = QVBoxLayout(box)
    lines.setContentsMargins(16, 12, 16, 14)
    lines.setSpacing(6)
    lines.addWidget(Word(block.label, block.tone))
    if block.title:
        lines.addWidget(_passage(block.title, asked, TitleRich))
    for text in block.text:
        lines.addWidget(_passage(text, asked))
    return box


def _figure(block: Figure, asked: Asked) -> QWidget:
    holder, lines = column(6)
    lines.addWidget(Minor(block.caption))
    lines.addWidget(Painted(block.drawing, block.caption, block.description))
    lines.addWidget(Quiet(block.description))
    table = _table(block.table, asked)
    row = QHBoxLayout()
    row.addWidget(Folding(holder.tr("The same figures as a table"), table))
    row.addStretch(1)
    lines.addLayout(row)
    lines.addWidget(table)
    return holder

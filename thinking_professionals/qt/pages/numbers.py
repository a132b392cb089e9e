"""What can be worked out: the calculators, grouped by what is counted, for people who know no names of tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.qt.parts.buttons import CardButton
from thinking_professionals.qt.parts.contents import SectionLink
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.sheet import Sheet, column
from thinking_professionals.qt.parts.words import Heading, Lead, Subheading, Title


@dataclass(frozen=True, slots=True)
class Counted:
    """A group of calculators, by what is counted; `names` are theirs, the one most often needed first."""

    id: str
    title: str
    names: tuple[str, ...]


GROUPS = (
    Counted(
        "score",
        "A score or an average",
        ("means", "paired-means", "one-mean", "anova", "multisite", "partially-clustered", "matched", "rdd"),
    ),
    Counted(
        "share",
        "A share: it happens to a person or it does not",
        ("proportions", "paired-proportions", "one-proportion", "chi-squared"),
    ),
    Counted("count", "A count of events", ("rates", "counts")),
    Counted(
        "places",
        "Whole teams or places",
        ("cluster-means", "cluster-proportions", "cluster-rates", "stepped-wedge"),
    ),
    Counted("time", "Change over time", ("did", "its")),
    Counted("survey", "A survey", ("survey",)),
    Counted("together", "What goes with what", ("correlation", "regression")),
)


def grouped(calculators: Sequence[Calculator]) -> list[tuple[Counted, list[Calculator]]]:
    """Each group that has any, in order, with its calculators; what no group names comes last."""
    by_name = {calculator.name: calculator for calculator in calculators}
    groups = [(group, [by_name.pop(name) for name in group.names if name in by_name]) for group in GROUPS]
    groups.append((Counted("others", "Other studies", tuple(by_name)), list(by_name.values())))
    return [(group, some) for group, some in groups if some]


class NumbersPage(Sheet):
    chosen = Signal(str)
    """A calculator, by its name."""

    def __init__(self, calculators: Sequence[Calculator], parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._headings: dict[str, Heading] = {}
        self._title = Title(self.tr("Work out numbers"))
        self._links = Flow(gap=0)
        told = self.tr(
            "How many people, teams or places you need, or how small a change you could see. What is it you count?"
        )
        for part in (self._title, Lead(told), self._links):
            self.lines.addWidget(part)
        for group, some in grouped(calculators):
            self._add(group, some)
        self.lines.addStretch(1)

    def start(self) -> QWidget | None:
        return self._title

    def _add(self, group: Counted, calculators: Sequence[Calculator]) -> None:
        link = SectionLink(group.id, group.title)
        link.clicked.connect(self._go)
        self._links.add(link)
        heading = self._headings[group.id] = Subheading(group.title)
        holder, lines = column(8, self.column)
        self.lines.addSpacing(12)
        self.lines.addWidget(heading)
        self.lines.addWidget(holder)
        for calculator in calculators:
            card = CardButton(calculator.title, calculator.about, f"numbers.{calculator.name}")
            card.setProperty("name", calculator.name)
            card.clicked.connect(self._choose)
            lines.addWidget(card)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("name"))

    def _go(self) -> None:
        link = self.sender()
        if isinstance(link, SectionLink):
            self.to(self._headings[link.section])
            self._headings[link.section].setFocus()

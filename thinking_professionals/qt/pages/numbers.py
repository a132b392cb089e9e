"""What can be worked out: the calculators, grouped by what is counted, for people who know no names of tests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.qt.parts.buttons import CardButton
from thinking_professionals.qt.parts.sheet import Sheet, column
from thinking_professionals.qt.parts.words import Lead, Subheading, Title

GROUPS = (
    (
        "A score or an average",
        ("means", "paired-means", "one-mean", "anova", "multisite", "partially-clustered", "matched", "rdd"),
    ),
    (
        "A share: it happens to a person or it does not",
        ("proportions", "paired-proportions", "one-proportion", "chi-squared"),
    ),
    ("A count of events", ("rates", "counts")),
    ("Whole teams or places", ("cluster-means", "cluster-proportions", "cluster-rates", "stepped-wedge")),
    ("Change over time", ("did", "its")),
    ("A survey", ("survey",)),
    ("What goes with what", ("correlation", "regression")),
)
OTHERS = "Other studies"


def grouped(calculators: Sequence[Calculator]) -> list[tuple[str, list[Calculator]]]:
    """Each group that has any, in order, with its calculators; what no group names comes last."""
    by_name = {calculator.name: calculator for calculator in calculators}
    groups = [(title, [by_name.pop(name) for name in names if name in by_name]) for title, names in GROUPS]
    return [(title, some) for title, some in (*groups, (OTHERS, list(by_name.values()))) if some]


class NumbersPage(Sheet):
    chosen = Signal(str)
    """A calculator, by its name."""

    def __init__(self, calculators: Sequence[Calculator], parent: QWidget | None = None) -> None:
        super().__init__(42, parent)
        self._title = Title(self.tr("Work out numbers"))
        self.lines.addWidget(self._title)
        told = self.tr(
            "How many people, teams or places you need, or how small a change you could see. What is it you count?"
        )
        self.lines.addWidget(Lead(told))
        for title, some in grouped(calculators):
            self._add(title, some)
        self.lines.addStretch(1)

    def start(self) -> QWidget | None:
        return self._title

    def _add(self, title: str, calculators: Sequence[Calculator]) -> None:
        self.lines.addSpacing(12)
        self.lines.addWidget(Subheading(title))
        holder, lines = column(8, self.column)
        self.lines.addWidget(holder)
        for calculator in calculators:
            card = CardButton(calculator.title, calculator.about, f"numbers.{calculator.name}")
            card.setProperty("name", calculator.name)
            card.clicked.connect(self._choose)
            lines.addWidget(card)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("name"))

"""How lots are to be drawn, in plain words: the way, the column it goes by, how many, and the names of the groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thinking_professionals.lots.settings import Method
from thinking_professionals.qt.lots import Offered, Wanted
from thinking_professionals.qt.parts.labelled import Labelled
from thinking_professionals.qt.parts.radios import Option, Radios
from thinking_professionals.qt.parts.words import Subheading, Words

WAYS: tuple[tuple[Method, str, str], ...] = (
    ("simple", "All together", "Each has the same chance, whoever they are. Good for long lists."),
    (
        "stratified",
        "By area or kind",
        "Lots are drawn within each area, size or kind by itself, so that each has its share in both groups.",
    ),
    (
        "pairs",
        "In pairs",
        "The two most alike are a pair, and lots decide which of them gets it. Good for short lists.",
    ),
    (
        "blocked",
        "As they come",
        "For people who come one after another: a list of numbered places, in which the groups stay even all the time.",
    ),
    ("stepped", "Who starts when", "All get it in the end. Lots decide in which step each of them starts."),
)
"""Each way of drawing in plain words; the short names are for the terminal and the record."""


class LotsForm(QWidget):
    wanted = Signal(object)
    """What is chosen and typed now: a Wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Wanted | None = None
        self._advice = Words()
        self._advice.setAccessibleIdentifier("lots.advice")
        self._ways = Radios(self.tr("How lots are drawn"), "lots.way")
        self._sort = ByColumn(
            self.tr("The column that says the area or kind"),
            "lots.sort",
            self.tr("No column of this list parts it into a few kinds."),
        )
        self._measure = ByColumn(
            self.tr("The column of numbers by which they are alike"),
            "lots.measure",
            self.tr("No column of this list holds a number for each."),
        )
        self._steps = Labelled(self.tr("How many steps"), "lots.steps", self.tr("The groups start one after another."))
        self._get = Labelled(self.tr("How many are in the first group"), "lots.get", self.tr("Half, if left empty."))
        self._first = Labelled(self.tr("What the first group is called"), "lots.first", ems=20)
        self._second = Labelled(self.tr("What the second group is called"), "lots.second", ems=20)
        self._lay_out()
        self._connect()

    def present(self, offered: Offered, wanted: Wanted) -> None:
        self._wanted = wanted
        advice = offered.advice
        label = next(label for method, label, _ in WAYS if method == advice.method)
        self._advice.say(self.tr("For this list: {way}. {because}").format(way=label.lower(), because=advice.because))
        self._ways.put([Option(*way) for way in WAYS], wanted.method)
        self._sort.put(offered.sorts, wanted.sort)
        self._measure.put(offered.measures, wanted.measure)
        self._show_what_counts(wanted.method)
        self._get.put(wanted.get)
        self._steps.put(wanted.steps)
        self._first.put(wanted.first)
        self._second.put(wanted.second)

    def _show_what_counts(self, method: Method) -> None:
        self._sort.setVisible(method == "stratified")
        self._measure.setVisible(method == "pairs")
        self._steps.setVisible(method == "stepped")
        self._get.setVisible(method in {"simple", "stratified"})
        self._first.setVisible(method != "stepped")
        self._second.setVisible(method != "stepped")

    def _connect(self) -> None:
        self._ways.picked.connect(self._way)
        self._sort.picked.connect(self._sorted)
        self._measure.picked.connect(self._measured)
        for field in (self._get, self._steps, self._first, self._second):
            field.edited.connect(self._edited)

    def _way(self, method: str) -> None:
        self._wish(method=method)

    def _sorted(self, heading: str) -> None:
        self._wish(sort=heading)

    def _measured(self, heading: str) -> None:
        self._wish(measure=heading)

    def _edited(self) -> None:
        first, second = self._first.text(), self._second.text()
        self._wish(get=self._get.text(), steps=self._steps.text(), first=first, second=second)

    def _wish(self, **changes: str) -> None:
        if self._wanted is not None:
            self.wanted.emit(replace(self._wanted, **changes))  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(Subheading(self.tr("How lots are drawn")))
        for part in (self._advice, self._ways, self._sort, self._measure, self._steps, self._get):
            lines.addWidget(part)
        lines.addWidget(self._first)
        lines.addWidget(self._second)


class ByColumn(QWidget):
    """The columns of a list to choose one from, or that there is none."""

    picked = Signal(str)
    """A heading."""

    def __init__(self, title: str, identifier: str, missing: str) -> None:
        super().__init__()
        self._title = title
        self._missing = self.tr("{missing} Add one to your list, or draw in another way.").format(missing=missing)
        self._words = Words(title)
        self._columns = Radios(title, identifier, bare=True)
        self._columns.picked.connect(self.picked)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(self._words)
        lines.addWidget(self._columns)

    def put(self, headings: Sequence[str], chosen: str) -> None:
        self._words.say(self._title if headings else self._missing)
        self._columns.put([Option(heading, heading) for heading in headings], chosen)
        self._columns.setVisible(bool(headings))

"""The list that lots are drawn from, how, and what came of it: what changes on the page for drawing lots.

Lots are drawn and written in one step, so that nobody sees a draw and throws it away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thinking_professionals.calculators.randomisation.pattern import fewest_and_most
from thinking_professionals.files import CannotWrite
from thinking_professionals.lots.advice import Advice, advise, measures, sorts
from thinking_professionals.lots.draw import Draw, draw, make_seed
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.headings import naming_heading
from thinking_professionals.lots.preparing import find_units
from thinking_professionals.lots.reading import Source, read_list
from thinking_professionals.lots.settings import TWO, Method, Settings, Wish, settle
from thinking_professionals.lots.units import Units
from thinking_professionals.lots.writing import Written, write_draw

MOST_OFFERED = 12
"""Columns offered to choose from."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is chosen and typed on the page; numbers as they were typed."""

    naming: str
    method: Method
    sort: str = ""
    measure: str = ""
    get: str = ""
    steps: str = ""
    first: str = TWO[0]
    second: str = TWO[1]


@dataclass(frozen=True, slots=True)
class Offered:
    """What a list offers: its headings, those that sort it and those that measure, and what suits it."""

    headings: tuple[str, ...]
    sorts: tuple[str, ...]
    measures: tuple[str, ...]
    advice: Advice


@dataclass(frozen=True, slots=True)
class Prepared:
    units: Units
    settings: Settings

    def counts(self) -> tuple[tuple[str, int, int], ...]:
        """For each group its name, and the fewest and the most that it can get."""
        found = fewest_and_most(len(self.units.names), self.settings.shares)
        return tuple((arm, *bounds) for arm, bounds in zip(self.settings.arms, found, strict=True))


@dataclass(frozen=True, slots=True)
class Done:
    drawn: Draw
    written: Written


class LotDrawing(QObject):
    changed = Signal()
    told = Signal(str, bool)
    """Something to say, and whether it is a failure."""

    def __init__(self, parent: QObject, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._now = now
        self.source: Source | None = None
        self.offered: Offered | None = None
        self.wanted: Wanted | None = None
        self.prepared: Prepared | None = None
        self.list_faults: tuple[str, ...] = ()
        """What is wrong with the list."""
        self.faults: tuple[str, ...] = ()
        """What is wrong with what is wanted, where the list is right."""
        self.done: Done | None = None
        self._units: tuple[tuple[str, Wish], Units] | None = None

    def read(self, path: Path) -> None:
        """Another list in place of the one before, which stays where this one cannot be read."""
        try:
            source = read_list(path)
        except ListFault as fault:
            self.told.emit(str(fault), True)
            return
        self.source, self.done, self._units = source, None, None
        self._offer(naming_heading(source.table))
        self._prepare()

    def want(self, wanted: Wanted) -> None:
        if self.wanted is None or self.done is not None:
            return
        if wanted.naming != self.wanted.naming:
            self._offer(wanted.naming)
        else:
            self.wanted = wanted
        self._prepare()

    def draw(self, path: Path) -> None:
        """Once, with a seed from the machine, into a new file with a record beside it."""
        if self.source is None or self.prepared is None or self.done is not None:
            return
        try:
            drawn = draw(self.prepared.units, self.prepared.settings, make_seed())
            written = write_draw(self.source, drawn, path, self._now().astimezone(), own_seed=False)
        except (ListFault, CannotWrite) as fault:
            self.told.emit(str(fault), True)
            return
        self.done = Done(drawn, written)
        self.changed.emit()

    def _offer(self, naming: str) -> None:
        """What the list offers when its units are named by a column, and what suits it, chosen for a start."""
        assert self.source is not None
        table = self.source.table
        advice = advise(table, naming)
        kinds = tuple(islice(sorts(table, naming), MOST_OFFERED)), tuple(islice(measures(table, naming), MOST_OFFERED))
        self.offered = Offered(table.headings[:MOST_OFFERED], *kinds, advice)
        sort, measure = (kind[0] if kind else "" for kind in kinds)
        self.wanted = Wanted(naming, advice.method, sort, measure)

    def _prepare(self) -> None:
        self.prepared, self.list_faults, self.faults = None, (), ()
        assert self.wanted is not None
        try:
            units = self._found(_columns(self.wanted))
        except ListFault as fault:
            self.list_faults = fault.sentences
        else:
            self._settle(self.wanted, units)
        self.changed.emit()

    def _settle(self, wanted: Wanted, units: Units) -> None:
        try:
            self.prepared = Prepared(units, settle(_wish(wanted), len(units.names)))
        except ListFault as fault:
            self.faults = fault.sentences

    def _found(self, columns: Wish) -> Units:
        """The units, found again only where other columns are used. Raises ListFault."""
        assert self.source is not None
        assert self.wanted is not None
        key = (self.wanted.naming, columns)
        if self._units is None or self._units[0] != key:
            self._units = None
            self._units = key, find_units(self.source.table, columns, self.wanted.naming)[0]
        return self._units[1]


def _columns(wanted: Wanted) -> Wish:
    """The way of drawing and the columns it goes by."""
    return Wish(
        method=wanted.method,
        strata=(wanted.sort,) if wanted.method == "stratified" and wanted.sort else (),
        pair_on=(wanted.measure,) if wanted.method == "pairs" and wanted.measure else (),
    )


def _wish(wanted: Wanted) -> Wish:
    """Raises ListFault where a number is none."""
    stepped = wanted.method == "stepped"
    counted = wanted.method in {"simple", "stratified"}
    return replace(
        _columns(wanted),
        arms=() if stepped else (wanted.first, wanted.second),
        get=_number(wanted.get) if counted else None,
        steps=(_number(wanted.steps) or 0) if stepped else None,
    )


def _number(text: str) -> int | None:
    """A count as it was typed, None where nothing was. Raises ListFault."""
    typed = text.replace(",", "").replace(" ", "")
    if not typed:
        return None
    if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
        raise ListFault(f"“{text.strip()}” is not a whole number. Write one such as 12.")
    return int(typed)

"""Works out what a calculator is asked, off the thread that paints: the answer first, then the picture beside it."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.qt.slow_work import Hooks, SlowWork

STOPPED = "This was stopped before it was done."

if TYPE_CHECKING:
    from thinking_professionals.qt.entries.power_form import Given
    from thinking_professionals.report.compose.power_answer import PowerAnswer
    from thinking_professionals.report.document import Figure


class Reckoner(QObject):
    answered = Signal(object)
    """A PowerAnswer."""
    pictured = Signal(object)
    """The Figure that goes with it, where there is one."""
    refused = Signal(str)
    """Why it cannot be worked out, and what to do."""
    progressed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = SlowWork(self)
        self._work.progressed.connect(self.progressed)
        self._work.done.connect(self._found)
        self._work.failed.connect(self._failed)

    def ask(self, given: Given) -> None:
        """In place of what was asked before."""
        self._work.start(partial(_answer, given))

    def stop(self) -> None:
        self._work.stop()

    def _found(self, found: object) -> None:
        if isinstance(found, _Found):
            self.answered.emit(found.answer)
            self._work.start(found.picture)
        elif found is not None:
            self.pictured.emit(found)

    def _failed(self, fault: Exception) -> None:
        """What the calculator refuses is an answer; anything else is a fault of ours, told as any other."""
        if not isinstance(fault, Refused):
            self.refused.emit(self.tr("This could not be worked out, since something went wrong in this application."))
            raise fault
        self.refused.emit(str(fault))


@dataclass(frozen=True, slots=True)
class _Found:
    given: Given
    result: PowerResult
    answer: PowerAnswer

    def picture(self, hooks: Hooks) -> Figure | None:
        from thinking_professionals.report.compose.power_picture import power_picture

        return next(power_picture(_hooked(self.given.calculator, hooks), self.given.amounts, self.result), None)


def _answer(given: Given, hooks: Hooks) -> _Found:
    from thinking_professionals.report.compose.power_answer import power_answer

    result = run(_hooked(given.calculator, hooks), given.amounts, given.method)
    return _Found(given, result, power_answer(given.calculator, given.amounts, result))


def _hooked(calculator: Calculator, hooks: Hooks) -> Calculator:
    """The calculator, telling how far it is, where it can, and doing nothing more once it is not wanted."""
    tells = "progress" in inspect.signature(calculator.work).parameters
    told = {"progress": hooks.progress, "cancelled": hooks.cancelled} if tells else {}

    def work(**given: Any) -> PowerResult:
        if hooks.cancelled():
            raise Refused(STOPPED)
        return calculator.work(**given, **told)

    return replace(calculator, work=work)

"""Takes a picture of every main page, light and dark, for the README: `make docs-screens` writes docs/screens/*.png."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.qt.app import make_app, make_window
from thinking_professionals.qt.pages.calculator import CalculatorPage
from thinking_professionals.qt.parts.painted import Painted
from thinking_professionals.qt.places import Ask, Check, Door, Home, Numbers, Place, Result
from thinking_professionals.qt.theme import Appearance
from thinking_professionals.qt.window import Window

OUT = ROOT / "docs" / "screens"
EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
PAGES: dict[str, Place] = {
    "home": Home(),
    "question": Ask("who_decides"),
    "checklist": Ask("scheme_cost"),
    "check": Check(),
    "result": Result(),
    "door": Door("value"),
    "numbers": Numbers(),
    "calculator": Numbers("cluster-means"),
}

LONGEST = 20_000
"""Milliseconds to wait for the picture beside an answer."""


def main() -> int:
    """A page that breaks would be photographed as the one before it: then the exit status is 1."""
    faults: list[BaseException] = []

    def note(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        faults.append(fault)
        sys.__excepthook__(kind, fault, trace)

    sys.excepthook = note
    OUT.mkdir(parents=True, exist_ok=True)
    application = make_app(sys.argv[:1])
    for appearance in ("light", "dark"):
        with tempfile.TemporaryDirectory() as folder:
            photograph(application, Path(folder), appearance)
    return 1 if faults else 0


def photograph(application: QApplication, folder: Path, appearance: Appearance) -> None:
    """Every page of the example plan, in one appearance."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("appearance", appearance)
    window = make_window(application, load(ROOT), folder, date.today, store)
    window.resize(1180, 860)
    window.show()
    window.session.open_plan(EXAMPLE)
    for name, place in PAGES.items():
        visit(application, window, place)
        window.grab().save(str(OUT / f"{name}-{appearance}.png"))
    window.close()


def visit(application: QApplication, window: Window, place: Place) -> None:
    if isinstance(place, Door):
        window.session.enter(place.branch)
    else:
        window.session.go(place)
    application.processEvents()
    if isinstance(place, Numbers) and place.calculator:
        work_out(window.calculator_page)


def work_out(page: CalculatorPage) -> None:
    """Fill in the example, and wait for its answer and the picture that comes with it."""
    page.try_example()
    for _ in range(LONGEST // 20):
        QTest.qWait(20)
        if page.findChild(Painted) is not None:
            break
    QTest.qWait(100)  # all takes its place


if __name__ == "__main__":
    sys.exit(main())

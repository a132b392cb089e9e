"""Building the application, and running it: two functions, so that tests can build without running."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from thinking_professionals import __version__
from thinking_professionals.drafts import Drafts
from thinking_professionals.library.library import Library
from thinking_professionals.paths import ROOT, data_folder
from thinking_professionals.plan import Plan, understand_plan
from thinking_professionals.qt.crash import Crash, log_hard_crashes
from thinking_professionals.qt.dress import Dresser
from thinking_professionals.qt.session import Engine, Session
from thinking_professionals.qt.settings import Settings
from thinking_professionals.qt.warming import warm_up_later
from thinking_professionals.qt.window import NAME, Window
from thinking_professionals.route import Route

if TYPE_CHECKING:
    from thinking_professionals.library.designs import Design
    from thinking_professionals.report.document import Report

SMOKE = "--smoke"
"""Builds the window, shows it, and ends at once: for trying out a frozen build."""

STYLE = ("-style", "fusion")
"""Everywhere the same. Said here since `setStyle` gives back a QStyle, which takes PySide 30 ms to get to know."""


def make_app(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named before anything asks for its folders."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([*argv, *STYLE])
    app.setOrganizationName("thinking-professionals")
    app.setApplicationName("thinking-professionals")
    app.setApplicationDisplayName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("thinking-professionals")
    return app


def make_window(
    app: QApplication, library: Library, folder: Path, today: Callable[[], date], store: QSettings
) -> Window:
    """The window and all that stands behind it; `folder` is where drafts are kept."""
    settings = Settings(store)
    drafts = Drafts(folder / "drafts", library.questions)
    session = Session(library, drafts, engine(), today, examples=ROOT / "content" / "examples")
    return Window(session, settings, Dresser(app, settings, folder / "cache"))


def run(argv: Sequence[str], library: Library, *, plan: Path | None = None, as_of: date | None = None) -> int:
    """Open the window, with a plan where one is given, and stay until it is closed; returns the exit status."""
    folder = data_folder()
    log_hard_crashes(folder / "logs")
    app = make_app([part for part in argv if part != SMOKE])
    window = make_window(app, library, folder, lambda: as_of or date.today(), QSettings())
    sys.excepthook = Crash(folder / "logs", window.session.put_away)
    window.show()
    if plan is not None:
        window.session.open_plan(plan)
    if SMOKE in argv:
        app.processEvents()
        return 0
    warm_up_later()
    status = app.exec()
    window.deleteLater()  # while Python still knows all its parts; at its own end it would take them in any order
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return status


def engine() -> Engine:
    return Engine(_candidates, _summarise, _write)


def _candidates(library: Library, route: Route) -> tuple[Design, ...]:
    from thinking_professionals.assessment.assess import candidates

    return candidates(library, route)


def _summarise(library: Library, plan: Plan, route: Route, day: date) -> Report:
    from thinking_professionals.assessment.assess import assess
    from thinking_professionals.assessment.unlocks import with_unlocks
    from thinking_professionals.report.compose.summary import compose_summary

    assessment = with_unlocks(library, route, assess(library, route))
    problems = understand_plan(plan, library.questions)[1]
    return compose_summary(library, plan, route, assessment, problems, day)


def _write(report: Report, suffix: str) -> bytes:
    from thinking_professionals.report.write import write_report

    return write_report(report, suffix)

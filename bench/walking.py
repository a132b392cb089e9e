"""From an answer to the next page painted, at every question of the longest route through the working door."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from thinking_professionals.answers import understand
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import AMOUNTS, WRITTEN, Question
from thinking_professionals.qt.app import make_app, make_window
from thinking_professionals.qt.places import Ask
from thinking_professionals.qt.window import Window
from thinking_professionals.route import Route, onward

DOOR = "works"


def page_times(library: Library) -> list[float]:
    """Seconds from each answer until the next page is painted and the assessment beside it worked out."""
    with tempfile.TemporaryDirectory() as folder:
        application = make_app(sys.argv[:1])
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        window = make_window(application, library, Path(folder), date.today, store)
        window.show()
        window.session.enter(DOOR)
        times = list(_walk(application, window, library))
        window.deleteLater()  # as the application does at its end
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return times


def _walk(application: QApplication, window: Window, library: Library) -> Iterator[float]:
    while isinstance(place := window.session.place, Ask):
        question = library.questions.by_id[place.question]
        answer = longest(library, window.session.route(), question)
        settle(application)
        begun = time.perf_counter()
        window.session.answer(question.id, answer)
        application.sendPostedEvents()  # lay it out
        window.repaint()
        yield time.perf_counter() - begun  # the plan is saved durably after that, with nobody waiting


def longest(library: Library, route: Route | None, question: Question) -> str:
    """The answer that keeps the longest way ahead."""
    assert route is not None
    answers: list[str] = [option.id for option in question.options]
    if question.kind in WRITTEN:
        answers = ["A few plain words about it"]
    elif question.kind in AMOUNTS:
        answers = ["30", "dont_know"]
    ahead = {
        raw: _ahead(library, onward(question, {**route.answers, question.id: understand(question, raw)}))
        for raw in answers
    }
    return max(answers, key=ahead.__getitem__)


def _ahead(library: Library, target: str) -> int:
    """The most questions that can still come from here on."""
    question = library.questions.by_id.get(target)
    return 1 + max(_ahead(library, way) for way in question.targets) if question else 0


def settle(application: QApplication) -> None:
    application.sendPostedEvents()
    application.processEvents()

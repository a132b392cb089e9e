"""From an answer to the next page painted, at every page of the longest route through the working door."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from thinking_professionals.answers import Raw, understand
from thinking_professionals.library.ids import END
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question
from thinking_professionals.qt.app import make_app, make_window
from thinking_professionals.qt.places import Ask
from thinking_professionals.qt.warming import warm_up
from thinking_professionals.qt.window import Window
from thinking_professionals.route import Route, onward, together

DOOR = "works"


def page_times(library: Library) -> list[float]:
    """Seconds from each answer until the next page is painted and the assessment beside it worked out."""
    with tempfile.TemporaryDirectory() as folder:
        application = make_app(sys.argv[:1])
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        window = make_window(application, library, Path(folder), date.today, store)
        window.show()
        warm_up().join()  # the application has done so before anyone comes to a question that needs it
        window.session.enter(DOOR)
        times = list(_walk(application, window, library))
        window.deleteLater()  # as the application does at its end
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return times


def _walk(application: QApplication, window: Window, library: Library) -> Iterator[float]:
    while isinstance(place := window.session.place, Ask):
        route = window.session.route()
        assert route is not None
        asked = together(library.questions, route, library.questions.by_id[place.question])
        answers = {question.id: longest(library, route, question) for question in asked}
        settle(application)
        begun = time.perf_counter()
        window.session.answer_page(answers)
        application.sendPostedEvents()  # lay it out
        window.repaint()
        yield time.perf_counter() - begun  # the plan is saved durably after that, with nobody waiting


def longest(library: Library, route: Route, question: Question) -> Raw:
    """The answer that keeps the longest way ahead."""
    answers, ahead = route.answers, _ahead(library)

    def way(raw: Raw) -> int:
        return ahead[onward(question, {**answers, question.id: understand(question, raw)})]

    return max(_answers(question), key=way)


def _answers(question: Question) -> Sequence[Raw]:
    match question.kind:
        case "one":
            return [option.id for option in question.options]
        case "many":
            return [[option.id] for option in question.options]
        case "number" | "money":
            return [str(min(30, question.most or 30)), "dont_know"]
        case "date":
            return ["2026-11-21", "dont_know"]
        case "text":
            return ["A few plain words about it"]
        case "list":
            return [["One thing", "Another"]]
        case "table":
            return [[{column.id: "Some words" for column in question.columns}]]


def _ahead(library: Library) -> dict[str, int]:
    """For each question, and the end, the most questions that can still come from there on."""
    by_id = library.questions.by_id
    ahead = {END: 0}
    for name in TopologicalSorter({question.id: question.targets for question in by_id.values()}).static_order():
        if name != END:
            ahead[name] = 1 + max(ahead[target] for target in by_id[name].targets)
    return ahead


def settle(application: QApplication) -> None:
    application.sendPostedEvents()
    application.processEvents()

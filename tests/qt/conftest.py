"""Windows for tests: the shipped content or a small library, a folder of their own, and a fixed day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter
from PySide6.QtCore import QEvent, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.small import SMALL
from thinking_professionals.drafts import Drafts
from thinking_professionals.library.library import Library
from thinking_professionals.library.load import load
from thinking_professionals.library.questions import Question
from thinking_professionals.paths import ROOT
from thinking_professionals.qt.app import engine, make_window
from thinking_professionals.qt.session import Session
from thinking_professionals.qt.window import Window

TODAY = date(2026, 11, 21)
Open = Callable[..., Window]


@pytest.fixture(autouse=True, scope="session")
def _standard_places_for_tests() -> Iterator[None]:
    QStandardPaths.setTestModeEnabled(True)
    yield
    QStandardPaths.setTestModeEnabled(False)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(ROOT, cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def small() -> Library:
    return TypeAdapter(Library).validate_python(yaml.safe_load(SMALL))


@pytest.fixture(scope="session")
def paged() -> Library:
    """The small library, where all that is asked after who decides stands on one page."""
    data = yaml.safe_load(SMALL)
    data["questions"]["pages"] = [{"id": "sheet", "title": "The rest", "about": "Leave what you do not know."}]
    for one in data["questions"]["questions"]:
        if one["id"] in {"people", "mixing", "months", "records", "marks"}:
            one["page"] = "sheet"
    return TypeAdapter(Library).validate_python(data)


@pytest.fixture(scope="session")
def question() -> Callable[..., Question]:
    """A question from its fields; what is left out is filled in."""
    read = TypeAdapter(Question)
    filled = {"id": "it", "topic": "It", "ask": "What is it?", "why_we_ask": "Because.", "can_change": "yes"}
    return lambda **fields: read.validate_python({**filled, "next": "end", **fields})


@pytest.fixture
def session(small: Library, tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    made = Session(small, Drafts(tmp_path / "drafts", small.questions), engine(), lambda: TODAY)
    yield made
    made.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Opens a window on a library, as a person has set it, in a folder where it may be opened again."""
    windows: list[Window] = []  # held to the end: collected earlier, their parts would go in any order

    def make(library: Library, *, appearance: str = "light", text_size: int = 100, width: int = 1180) -> Window:
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("appearance", appearance)
        store.setValue("text_size", text_size)
        window = make_window(qapp, library, tmp_path, lambda: TODAY, store)
        windows.append(window)
        window.resize(width, 820)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

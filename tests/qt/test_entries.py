"""Ways of answering: what goes in comes out, whatever the kind of question and however odd what was said before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.qt.finding import find, is_there, name_of
from thinking_professionals.library.questions import Question
from thinking_professionals.qt.entries import entry_for
from thinking_professionals.qt.entries.entry import Entry

Make = Callable[[Question], Entry]
OPTIONS = [{"id": "us", "label": "Us & <b>them</b>"}, {"id": "others", "label": "Others"}]
COLUMNS = [{"id": "outcome", "label": "Outcome"}, {"id": "source", "label": "Source"}]


@pytest.fixture
def made(qtbot: QtBot) -> Make:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()

    def make(question: Question) -> Entry:
        entry = entry_for(question, page)
        entry.show()
        return entry

    return make


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("one", "us"),
        ("one", "dont_know"),
        ("many", ["us", "others"]),
        ("many", []),
        ("many", "dont_know"),
        ("number", "48"),
        ("number", "about 48"),
        ("number", "dont_know"),
        ("money", "1200.50"),
        ("text", "Some\nlines"),
        ("list", ["One", "Two"]),
        ("table", [{"outcome": "Complaints", "source": "Records"}, {"outcome": "Force", "source": ""}]),
    ],
)
def test_what_goes_in_comes_out(made: Make, question: Callable[..., Question], kind: str, said: object) -> None:
    entry = made(question(kind=kind, options=OPTIONS, columns=COLUMNS))
    entry.put(said)  # type: ignore[arg-type]
    assert entry.raw() == said


@pytest.mark.parametrize("kind", ["one", "many", "number", "money", "date", "text", "list", "table"])
@pytest.mark.parametrize("odd", [None, "gone", ["us", "gone"], {"a": "b"}, [{"x": "y"}], "x" * 300])
def test_odd_answers_of_before_do_no_harm(
    made: Make, question: Callable[..., Question], kind: str, odd: object
) -> None:
    entry = made(question(kind=kind, options=OPTIONS, columns=COLUMNS))
    entry.put(odd)  # type: ignore[arg-type]
    entry.raw()
    assert name_of(entry.start())


@pytest.mark.parametrize("kind", ["one", "number", "money", "date"])
def test_nothing_said_is_nothing(made: Make, question: Callable[..., Question], kind: str) -> None:
    assert made(question(kind=kind, options=OPTIONS)).raw() is None


def test_a_date_is_shown_day_first(made: Make, question: Callable[..., Question]) -> None:
    entry = made(question(kind="date"))
    entry.put("2026-11-21")
    assert entry.raw() == "21/11/2026"


def test_not_knowing_and_ticking_exclude_each_other(
    qtbot: QtBot, made: Make, question: Callable[..., Question]
) -> None:
    entry = made(question(kind="many", options=OPTIONS))
    for identifier, expected in (
        ("option.us", ["us"]),
        ("option.dont_know", "dont_know"),
        ("option.others", ["others"]),
    ):
        with qtbot.waitSignal(entry.edited):
            qtbot.mouseClick(find(entry, identifier), Qt.MouseButton.LeftButton)
        assert entry.raw() == expected


def test_typing_takes_back_not_knowing_and_the_other_way_round(
    qtbot: QtBot, made: Make, question: Callable[..., Question]
) -> None:
    entry = made(question(kind="number"))
    entry.put("dont_know")
    qtbot.keyClicks(find(entry, "answer.it"), "7")
    assert entry.raw() == "7"
    qtbot.mouseClick(find(entry, "option.dont_know"), Qt.MouseButton.LeftButton)
    assert entry.raw() == "dont_know"


@pytest.mark.parametrize("kind", ["text", "list", "table"])
def test_not_knowing_is_not_offered_for_ones_own_words(
    made: Make, question: Callable[..., Question], kind: str
) -> None:
    assert not is_there(made(question(kind=kind, columns=COLUMNS)), "option.dont_know")


def test_a_label_is_shown_and_heard_as_it_is_written(made: Make, question: Callable[..., Question]) -> None:
    entry = made(question(kind="one", options=OPTIONS))
    assert name_of(find(entry, "option.us")) == OPTIONS[0]["label"]


def test_a_table_gains_and_loses_rows(qtbot: QtBot, made: Make, question: Callable[..., Question]) -> None:
    entry = made(question(kind="table", columns=COLUMNS))
    qtbot.mouseClick(find(entry, "answer.it.add"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(find(entry, "answer.it.2.source"), "Records")
    assert entry.raw() == [{"outcome": "", "source": "Records"}]
    qtbot.mouseClick(find(entry, "answer.it.remove"), Qt.MouseButton.LeftButton)
    assert entry.raw() == []


@pytest.mark.parametrize("kind", ["text", "list"])
def test_one_goes_on_writing_where_one_stopped(
    made: Make, question: Callable[..., Question], qtbot: QtBot, kind: str
) -> None:
    entry = made(question(kind=kind))
    entry.put("Some" if kind == "text" else ["Some"])
    qtbot.keyClicks(entry.start(), " more")
    assert entry.raw() == ("Some more" if kind == "text" else ["Some more"])

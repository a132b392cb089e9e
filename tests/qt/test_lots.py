"""Drawing lots in the window: a list read and judged, what will come of it, and one draw that is written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.lots.drawing import TEAMS
from tests.qt.conftest import Open
from tests.qt.finding import find, is_there, name_of, role_of, tab_stops, words_in_sight
from tests.qt.test_window import has_room
from thinking_professionals.library.library import Library
from thinking_professionals.lots.settings import METHODS
from thinking_professionals.paths import ROOT
from thinking_professionals.qt.entries.lots_form import WAYS
from thinking_professionals.qt.lots import LotDrawing, Wanted
from thinking_professionals.qt.lots_words import MOST_ROWS, outcome
from thinking_professionals.qt.places import Home, Lots, Result
from thinking_professionals.qt.window import Window
from thinking_professionals.report.document import Table

EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
FAULTY = "Team,Area\na,N\na,S\n,S\n"


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    return written(tmp_path / "teams.csv", TEAMS)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def lots(qapp: QApplication) -> Iterator[LotDrawing]:
    made = LotDrawing(QObject(qapp), lambda: datetime(2026, 11, 21, tzinfo=UTC))
    yield made
    parent = made.parent()
    assert parent is not None
    parent.deleteLater()


def want(lots: LotDrawing, **changes: str) -> None:
    assert lots.wanted is not None
    lots.want(replace(lots.wanted, **changes))  # type: ignore[arg-type]


# What a list and a wish come to


def test_a_list_that_is_read_is_ready_to_be_drawn_in_the_way_that_suits_it(lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    assert lots.wanted == Wanted("Team", "pairs", "Area", "Calls")
    assert lots.prepared is not None
    assert lots.prepared.counts() == (("Gets it", 6, 6), ("Does not get it", 6, 6))


def test_every_way_of_drawing_is_offered_and_can_be_prepared(lots: LotDrawing, teams: Path) -> None:
    assert tuple(method for method, *_ in WAYS) == ("simple", "stratified", "pairs", "blocked", "stepped")
    assert {method for method, *_ in WAYS} == set(METHODS)
    lots.read(teams)
    for method in METHODS:
        want(lots, method=method, steps="3")
        assert lots.prepared is not None
        assert lots.prepared.settings.method == method


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "simple", "get": "twelve"},
        {"method": "simple", "get": "13"},
        {"method": "stepped", "steps": ""},
        {"method": "stepped", "steps": "13"},
        {"method": "stepped", "steps": "9999999999"},
        {"first": "Does not get it"},
        {"first": " "},
        {"method": "stratified", "sort": ""},
        {"method": "pairs", "measure": ""},
    ],
)
def test_what_cannot_be_is_told_as_it_is_typed(lots: LotDrawing, teams: Path, changes: dict[str, str]) -> None:
    lots.read(teams)
    want(lots, **changes)
    assert lots.prepared is None
    assert lots.faults
    assert not lots.list_faults


def test_a_number_that_gets_it_is_met(lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    want(lots, method="stratified", get=" 5 ")
    assert lots.prepared is not None
    assert lots.prepared.counts() == (("Gets it", 5, 5), ("Does not get it", 7, 7))


def test_what_is_wrong_with_a_list_is_told_apart_from_what_is_wanted(lots: LotDrawing, tmp_path: Path) -> None:
    lots.read(written(tmp_path / "faulty.csv", FAULTY))
    assert len(lots.list_faults) == 2
    assert lots.prepared is None


def test_a_file_that_is_no_list_leaves_the_list_before_it(qtbot: QtBot, lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    with qtbot.waitSignal(lots.told) as told:
        lots.read(teams.with_name("nowhere.csv"))
    assert told.args is not None
    assert told.args[1] is True
    assert lots.source is not None
    assert lots.source.name == "teams.csv"


def test_another_column_for_the_names_is_judged_anew(lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    want(lots, naming="Area")
    assert lots.list_faults
    want(lots, naming="Team")
    assert lots.prepared is not None


def test_lots_are_drawn_once_from_a_list(qtbot: QtBot, lots: LotDrawing, teams: Path) -> None:
    lots.draw(teams.with_name("too-early.csv"))
    lots.read(teams)
    lots.draw(teams.with_name("out.csv"))
    assert lots.done is not None
    first = lots.done
    lots.draw(teams.with_name("again.csv"))
    want(lots, method="simple")
    assert lots.done is first
    assert not teams.with_name("again.csv").exists()
    assert not teams.with_name("too-early.csv").exists()
    record = json.loads(first.written.record.read_bytes())
    assert record["seed"] == first.drawn.seed
    assert record["method"]["name"] == "pairs"


def test_another_list_may_be_drawn_from_after_it(lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    lots.draw(teams.with_name("out.csv"))
    lots.read(written(teams.with_name("others.csv"), TEAMS.replace("T", "U")))
    assert lots.done is None
    assert lots.prepared is not None


def test_a_file_that_is_there_is_not_written_over(qtbot: QtBot, lots: LotDrawing, teams: Path) -> None:
    lots.read(teams)
    with qtbot.waitSignal(lots.told):
        lots.draw(teams)
    assert lots.done is None
    assert teams.read_text(encoding="utf-8") == TEAMS


def test_many_groups_are_counted_and_not_all_named(lots: LotDrawing, tmp_path: Path) -> None:
    lots.read(written(tmp_path / "many.csv", "Team\n" + "".join(f"T {at}x\n" for at in range(100))))
    want(lots, method="stepped", steps="20")
    [table] = [block for block in outcome(lots) if isinstance(block, Table)]
    assert len(table.rows) == MOST_ROWS + 1


# What a person meets


def arrive(window: Window, path: Path | None = None) -> Window:
    window.session.go(Lots())
    if path is not None:
        window.lots.read(path)
    for _ in range(3):
        QApplication.processEvents()
    return window


def choose(qtbot: QtBot, window: Window, path: Path) -> None:
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(path))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_lots_are_drawn_by_keyboard_from_home_to_the_file(
    qtbot: QtBot, opened: Open, small: Library, teams: Path
) -> None:
    window = opened(small)
    qtbot.keyClick(find(window, "nav.lots"), Qt.Key.Key_Return)
    assert window.session.place == Lots()
    qtbot.keyClick(find(window, "lots.choose"), Qt.Key.Key_Return)
    choose(qtbot, window, teams)
    assert "12 rows" in find(window, "lots.read").accessibleName()
    find(window, "lots.way.simple").setFocus()
    qtbot.keyClick(find(window, "lots.way.simple"), Qt.Key.Key_Space)
    qtbot.keyClicks(find(window, "lots.get"), "5")
    qtbot.keyClick(find(window, "lots.draw"), Qt.Key.Key_Return)
    choose(qtbot, window, teams.with_name("drawn"))
    assert teams.with_name("drawn.csv").exists()
    assert json.loads(teams.with_name("drawn.record.json").read_bytes())["result"]["counts"]["Gets it"] == 5
    assert not is_there(window, "lots.draw")
    here = QApplication.focusWidget()
    assert here is not None
    assert window.lots_page.isAncestorOf(here)
    words = words_in_sight(window.lots_page)
    assert window.lots.done is not None
    assert window.lots.done.drawn.seed in words
    assert QApplication.overrideCursor() is None


def test_what_is_typed_stays_as_it_is_typed(qtbot: QtBot, opened: Open, small: Library, teams: Path) -> None:
    window = arrive(opened(small), teams)
    field = find(window, "lots.first")
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, "Cameras  now ")
    assert field.text() == "Cameras  now "
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "x")
    assert field.cursorPosition() == 3
    assert window.lots.prepared is not None
    assert window.lots.prepared.settings.arms[0] == "Caxmeras now"


@pytest.mark.parametrize(
    ("way", "asked", "not_asked"),
    [
        ("simple", ["lots.get", "lots.first"], ["lots.sort", "lots.measure", "lots.steps"]),
        ("stratified", ["lots.sort.Area", "lots.get"], ["lots.measure", "lots.steps"]),
        ("pairs", ["lots.measure.Calls", "lots.first"], ["lots.sort", "lots.get", "lots.steps"]),
        ("blocked", ["lots.first"], ["lots.sort", "lots.get", "lots.steps"]),
        ("stepped", ["lots.steps"], ["lots.first", "lots.second", "lots.get", "lots.sort"]),
    ],
)
def test_only_what_counts_for_a_way_is_asked(  # noqa: PLR0917 - fixtures and a case
    qtbot: QtBot, opened: Open, small: Library, teams: Path, way: str, asked: list[str], not_asked: list[str]
) -> None:
    window = arrive(opened(small), teams)
    qtbot.mouseClick(find(window, f"lots.way.{way}"), Qt.MouseButton.LeftButton)
    assert all(is_there(window, identifier) for identifier in asked)
    assert not any(is_there(window, identifier) for identifier in not_asked)


def test_columns_are_chosen_by_their_headings(qtbot: QtBot, opened: Open, small: Library, tmp_path: Path) -> None:
    text = "Ref,Area,Size,Calls,Visits\n" + "".join(
        f"R{at},{'NS'[at % 2]},{'xy'[at // 2 % 2]},{at},{at * 7 % 31}\n" for at in range(30)
    )
    window = arrive(opened(small), written(tmp_path / "refs.csv", text))
    qtbot.mouseClick(find(window, "lots.sort.Size"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(window, "lots.way.pairs"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(window, "lots.measure.Visits"), Qt.MouseButton.LeftButton)
    assert window.lots.prepared is not None
    assert window.lots.prepared.settings.pair_on == ("Visits",)
    qtbot.mouseClick(find(window, "lots.other"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(window, "lots.naming.Calls"), Qt.MouseButton.LeftButton)
    assert window.lots.wanted is not None
    assert window.lots.wanted.naming == "Calls"


def test_a_list_with_faults_cannot_be_drawn_from_and_says_why(opened: Open, small: Library, tmp_path: Path) -> None:
    window = arrive(opened(small), written(tmp_path / "faulty.csv", FAULTY))
    assert "lines 2 and 3" in find(window, "error.list").accessibleName()
    assert not is_there(window, "lots.draw")


def test_a_wish_that_cannot_be_met_says_why_until_it_can(
    qtbot: QtBot, opened: Open, small: Library, teams: Path
) -> None:
    window = arrive(opened(small), teams)
    qtbot.mouseClick(find(window, "lots.way.simple"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(find(window, "lots.get"), "12")
    assert find(window, "error.lots").accessibleName()
    assert not is_there(window, "lots.draw")
    qtbot.keyClick(find(window, "lots.get"), Qt.Key.Key_Backspace)
    assert not is_there(window, "error.lots")
    assert is_there(window, "lots.draw")


def test_a_file_that_is_no_list_is_told_in_the_strip(opened: Open, small: Library, tmp_path: Path) -> None:
    window = arrive(opened(small), written(tmp_path / "empty.csv", ""))
    assert is_there(window, "message")
    assert not is_there(window, "lots.read")


def test_a_screen_reader_is_told_what_has_come_of_it(
    opened: Open, small: Library, teams: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("thinking_professionals.qt.pages.lots.announce", lambda _, words, **__: said.append(words))
    window = arrive(opened(small), teams)
    want(window.lots, first="Same as before")
    want(window.lots, second="Same as before")
    want(window.lots, second="Another")
    window.lots.draw(teams.with_name("out.csv"))
    read, fault, read_again, drawn = said
    assert "teams.csv" in read == read_again
    assert fault not in {read, drawn}


@pytest.mark.parametrize("state", ["empty", "ready", "faulty", "done"])
@pytest.mark.parametrize(("width", "text_size"), [(1180, 100), (480, 200), (360, 100)])
def test_everything_has_a_name_and_room(  # noqa: PLR0917 - fixtures and a case
    opened: Open, small: Library, teams: Path, state: str, width: int, text_size: int
) -> None:
    window = opened(small, width=width, text_size=text_size)
    lists = {"empty": None, "faulty": written(teams.with_name("faulty.csv"), FAULTY)}
    arrive(window, lists.get(state, teams))
    if state == "done":
        window.lots.draw(teams.with_name("out-with-a-name-that-is-rather-long-for-any-file.csv"))
    for _ in range(3):
        QApplication.processEvents()
    page = window.lots_page
    assert [widget for widget in tab_stops(window) if not name_of(widget)] == []
    assert window.width() == width
    assert page.body.minimumSizeHint().width() <= page.area.viewport().width()
    labels = [label for label in page.body.findChildren(QLabel) if label.isVisible()]
    assert [name_of(label) for label in labels if not has_room(label)] == []


def test_ways_are_radio_buttons_in_a_group_with_a_name(opened: Open, small: Library, teams: Path) -> None:
    window = arrive(opened(small), teams)
    assert role_of(find(window, "lots.way")) == QAccessible.Role.Grouping
    for method, label, hint in WAYS:
        found = find(window, f"lots.way.{method}")
        assert role_of(found) == QAccessible.Role.RadioButton
        assert name_of(found) == label
        assert found.accessibleDescription() == hint


def test_tab_goes_down_the_page(qtbot: QtBot, opened: Open, small: Library, teams: Path) -> None:
    window = arrive(opened(small), teams)
    find(window, "lots.choose").setFocus()
    met = []
    for _ in range(20):
        here = QApplication.focusWidget()
        assert here is not None
        met.append(here.accessibleIdentifier())
        if met[-1] == "lots.draw":
            break
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert met == [
        "lots.choose",
        "lots.other",
        "lots.way.pairs",
        "lots.measure.Calls",
        "lots.first",
        "lots.second",
        "lots.draw",
    ]


def test_the_page_is_as_it_was_left_and_back_leads_to_where_one_came_from(
    opened: Open, small: Library, teams: Path
) -> None:
    window = arrive(opened(small), teams)
    window.session.back()
    assert window.session.place == Home()
    arrive(window)
    assert is_there(window, "lots.draw")


def test_a_result_that_takes_lots_leads_to_them(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    window.session.open_plan(EXAMPLE)
    window.session.go(Result())
    qtbot.mouseClick(find(window, "result.lots"), Qt.MouseButton.LeftButton)
    assert window.session.place == Lots()
    window.session.back()
    assert window.session.place == Result()


def test_a_result_that_takes_none_does_not(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    window.session.open_plan(EXAMPLE)
    window.session.say("purpose", "how_much")
    window.session.go(Result())
    assert not is_there(window, "result.lots")

"""The window: what a screen reader finds on every page, and room for everything whatever the size of text or window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.qt.conftest import Open
from tests.qt.finding import find, is_there, name_of, role_of, tab_stops
from thinking_professionals.library.library import Library
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import Plan, read_plan, write_plan
from thinking_professionals.qt.pages.asking import AskingPage
from thinking_professionals.qt.parts.buttons import LinkButton
from thinking_professionals.qt.parts.sheet import Sheet
from thinking_professionals.qt.places import Ask, Check, Door, Home, Place, Result
from thinking_professionals.qt.session import Session
from thinking_professionals.qt.window import Window
from thinking_professionals.report.document import Report
from thinking_professionals.route import Route

EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
EVERYWHERE = pytest.mark.parametrize(
    "place",
    [
        Home(),
        Door("value"),
        *map(Ask, ("who_decides", "units", "harm", "budget", "novel", "lawful")),
        Check(),
        Result(),
    ],
    ids=["home", "door", "choice", "number", "text", "timing", "stakes", "checks", "check", "result"],
)
CONTROLS = {
    "nav.home": "Home",
    "nav.back": "Back",
    "plan.save": "Save",
    "plan.export": "Export",
}


def at(window: Window, place: Place) -> Sheet:
    """The window at a place of the example plan; returns its page."""
    window.session.open_plan(EXAMPLE)
    if isinstance(place, Door):
        window.session.enter(place.branch)
    else:
        window.session.go(place)
    assert window.session.place == place
    for _ in range(3):  # a scroll bar that comes or goes changes the width, and the heights with it
        QApplication.processEvents()
    return next(page for page in window.findChildren(Sheet) if page.isVisible())


@EVERYWHERE
def test_everything_tab_stops_at_has_a_name_and_is_in_sight_of_the_tab_key(
    opened: Open, shipped: Library, place: Place
) -> None:
    window = opened(shipped)
    at(window, place)
    stops = tab_stops(window)
    assert len(stops) > len(CONTROLS)
    nameless = [widget for widget in stops if not name_of(widget)]
    assert nameless == []


@EVERYWHERE
@pytest.mark.parametrize(("width", "text_size"), [(1180, 100), (480, 200), (360, 100)])
def test_the_controls_of_the_contract_are_everywhere(
    opened: Open, shipped: Library, place: Place, width: int, text_size: int
) -> None:
    window = opened(shipped, width=width, text_size=text_size)
    at(window, place)
    for identifier, words in CONTROLS.items():
        control = find(window, identifier)
        assert name_of(control) == words
        assert control.visibleRegion().boundingRect() == control.rect(), f"{identifier} is cut off"


@EVERYWHERE
def test_the_keyboard_is_on_the_page_and_no_other_window_has_come_up(
    opened: Open, shipped: Library, place: Place
) -> None:
    window = opened(shipped)
    page = at(window, place)
    assert [other for other in QApplication.topLevelWidgets() if other.isVisible()] == [window]
    here = QApplication.focusWidget()
    assert here is not None
    assert page.isAncestorOf(here)


@EVERYWHERE
@pytest.mark.parametrize(("width", "text_size"), [(1180, 100), (560, 100), (1180, 200), (480, 200), (360, 100)])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    opened: Open, shipped: Library, place: Place, width: int, text_size: int
) -> None:
    window = opened(shipped, width=width, text_size=text_size)
    page = at(window, place)
    body = page.body
    assert window.width() == width
    assert body.minimumSizeHint().width() <= page.area.viewport().width()
    cut_off = [name_of(label) for label in body.findChildren(QLabel) if label.isVisible() and not has_room(label)]
    assert cut_off == []


def has_room(label: QLabel) -> bool:
    """Whether all of a label's words fit where it stands."""
    return label.width() + 1 >= label.minimumSizeHint().width() and (
        not label.wordWrap() or label.height() + 1 >= label.heightForWidth(label.width())
    )


@EVERYWHERE
def test_nothing_is_left_for_python_to_take_away_at_a_time_of_its_own(
    opened: Open, shipped: Library, place: Place
) -> None:
    """A widget without a parent is freed with Python's garbage, be it while Qt goes through all there are: a crash."""
    before = set(QApplication.topLevelWidgets())
    window = opened(shipped)
    at(window, place)
    new = set(QApplication.topLevelWidgets()) - before
    assert {widget for widget in new if widget.parent() is None} == {window}


@EVERYWHERE
def test_a_window_made_narrow_is_as_if_it_had_been_so(opened: Open, shipped: Library, place: Place) -> None:
    window = opened(shipped, width=1180)
    page = at(window, place)
    window.resize(420, 600)
    for _ in range(3):
        QApplication.processEvents()
    assert page.body.width() <= page.area.viewport().width()


def test_doors_are_named_by_their_titles_and_described(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    for branch in shipped.questions.branches:
        door = find(window, f"door.{branch.id}")
        assert name_of(door) == branch.title
        assert door.accessibleDescription() == branch.about
        assert role_of(door) == QAccessible.Role.Button


def test_a_door_clicked_at_once_opens_its_first_question(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    qtbot.mouseClick(find(window, "door.works"), Qt.MouseButton.LeftButton)
    assert role_of(find(window, "question.purpose")) == QAccessible.Role.Grouping
    assert name_of(find(window, "question.purpose")) == shipped.questions.by_id["purpose"].ask


def test_options_and_entries_are_named(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    at(window, Ask("units"))
    question = shipped.questions.by_id["units"]
    assert name_of(find(window, "answer.units")) == f"{question.ask} {question.unit}"
    assert name_of(find(window, "option.dont_know"))
    at(window, Ask("who_decides"))
    for option in shipped.questions.by_id["who_decides"].options:
        found = find(window, f"option.{option.id}")
        assert name_of(found) == option.label
        assert role_of(found) == QAccessible.Role.RadioButton


def test_each_section_of_the_result_is_a_group_under_its_heading(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    at(window, Result())
    route = window.session.route()
    assert route is not None
    headings = {
        name_of(label)
        for label in window.result_page.findChildren(QLabel)
        if label.isVisible() and role_of(label) == QAccessible.Role.Heading
    }
    for section in window.session.report(route).sections:
        group = find(window, f"result.{section.id}")
        assert role_of(group) == QAccessible.Role.Grouping
        assert name_of(group) == section.title
        assert section.title in headings


def test_the_panel_of_open_designs_follows_what_is_chosen(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    window.session.enter("works")
    before = window.question_page.still_open
    qtbot.mouseClick(find(window, "option.delivered"), Qt.MouseButton.LeftButton)
    assert set(window.question_page.still_open) < set(before)


def test_killed_while_typing_the_next_window_has_every_answer(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    window.session.open_plan(EXAMPLE)
    window.session.ask("harm")
    field = find(window, "answer.harm")
    qtbot.keyClicks(field, "Half a sent")
    said = dict(window.session.plan.answers)
    again = opened(shipped)  # the first was never closed
    [recent] = [w for w in tab_stops(again) if w.accessibleIdentifier().startswith("recent.")]
    qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert dict(again.session.plan.answers) == said
    assert is_there(again, "answer.harm")


def test_what_was_set_aside_is_shown(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    at(window, Ask("purpose"))
    window.session.answer("purpose", "how_much")
    window.session.ask("purpose")
    topic = shipped.questions.by_id["who_decides"].topic
    assert topic in find(window, "trail.set_aside").accessibleName()


def test_a_failure_is_shown_until_it_is_closed(qtbot: QtBot, opened: Open, shipped: Library, tmp_path: Path) -> None:
    window = opened(shipped)
    window.session.open_plan(tmp_path / "nowhere.plan.yaml")
    assert is_there(window, "message")
    qtbot.mouseClick(find(window, "message.close"), Qt.MouseButton.LeftButton)
    assert not is_there(window, "message")


def test_a_plan_whose_answers_are_not_all_used_is_opened_with_a_message(
    opened: Open, shipped: Library, tmp_path: Path
) -> None:
    window = opened(shipped)
    window.session.open_plan(EXAMPLE)
    assert not is_there(window, "message")
    write_plan(Plan(branch="works", answers={"purpose": "cause", "weather": "wet"}), tmp_path / "odd.plan.yaml")
    window.session.open_plan(tmp_path / "odd.plan.yaml")
    assert is_there(window, "message")


def test_save_asks_for_a_place_the_first_time_and_confirms_after_that(
    qtbot: QtBot, opened: Open, shipped: Library, tmp_path: Path
) -> None:
    window = opened(shipped)
    window.session.enter("works")
    window.session.answer("purpose", "cause")
    qtbot.mouseClick(find(window, "plan.save"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    choose(qtbot, dialog, tmp_path / "mine")
    assert read_plan(tmp_path / "mine.plan.yaml").answers == {"purpose": "cause"}
    assert is_there(window, "message")
    window.session.home()
    assert not is_there(window, "message")
    qtbot.mouseClick(find(window, "plan.save"), Qt.MouseButton.LeftButton)
    assert is_there(window, "message")
    assert not any(other.isVisible() for other in window.findChildren(QFileDialog))


def choose(qtbot: QtBot, dialog: QFileDialog, path: Path) -> None:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(path))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_plan_is_opened_by_its_file(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    qtbot.mouseClick(find(window, "plan.open"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    choose(qtbot, dialog, EXAMPLE)
    assert window.session.plan.title == read_plan(EXAMPLE).title


def test_a_plan_is_removed_and_brought_back_by_keyboard(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    at(window, Home())
    [draft] = window.session.recent
    find(window, f"remove.{draft.id}").setFocus()
    qtbot.keyClick(find(window, f"remove.{draft.id}"), Qt.Key.Key_Return)
    assert not is_there(window, f"recent.{draft.id}")
    assert QApplication.focusWidget() is find(window, "recent.undo")
    qtbot.keyClick(find(window, "recent.undo"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_there(window, f"recent.{draft.id}"))
    assert not is_there(window, "recent.undo")


@pytest.mark.parametrize("width", [1180, 560])
def test_the_sections_of_the_result_are_always_one_list_away(
    qtbot: QtBot, opened: Open, shipped: Library, width: int
) -> None:
    window = opened(shipped, width=width)
    page = at(window, Result())
    route = window.session.route()
    assert route is not None
    last = window.session.report(route).sections[-1]
    qtbot.mouseClick(find(window, f"goto.{last.id}"), Qt.MouseButton.LeftButton)
    here = QApplication.focusWidget()
    assert here is not None
    assert name_of(here) == last.title
    assert page.area.verticalScrollBar().value() > 0
    if width == 1180:
        assert not find(window, f"goto.{last.id}").visibleRegion().isEmpty()
    else:
        [back, *_] = [link for link in page.findChildren(LinkButton) if name_of(link) == "Back to the list of sections"]
        back.click()
        assert page.area.verticalScrollBar().value() == 0


def test_a_new_plan_begins_from_home(qtbot: QtBot, opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    at(window, Home())
    qtbot.mouseClick(find(window, "plan.new"), Qt.MouseButton.LeftButton)
    assert window.session.place == Home()
    assert not window.session.plan.answers


def test_appearance_and_text_size_are_chosen_and_kept(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    light, size = window.palette().window().color().lightness(), window.font().pixelSize()
    trigger(window, "Dark")
    trigger(window, "150 %")
    assert window.palette().window().color().lightness() < light
    assert window.font().pixelSize() > size
    trigger(window, "Larger text")
    assert window.font().pixelSize() == 2 * size - round(size / 4)
    trigger(window, "Smaller text")


def trigger(window: Window, words: str) -> None:
    menus = [*window.findChildren(QMenu), window]
    [action] = {action for menu in menus for action in menu.actions() if action.text() == words}
    action.trigger()


def test_about_names_the_edition_and_the_licences(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    trigger(window, "About")
    about = find_dialog(window)
    words = "\n".join(label.accessibleName() for label in about.findChildren(QLabel))
    for wanted in (shipped.edition, shipped.digest, "Lesser General Public", "Open Font License", "Open Government"):
        assert wanted in words
    find(about, "about.close").setFocus()
    assert isinstance(find(about, "about.close"), QPushButton)
    about.close()


def find_dialog(window: Window) -> QWidget:
    [found] = [w for w in window.findChildren(QWidget) if w.accessibleIdentifier() == "about"]
    return found


def test_closing_puts_everything_away(qtbot: QtBot, opened: Open, shipped: Library, tmp_path: Path) -> None:
    window = opened(shipped)
    window.session.enter("works")
    window.session.save_as(tmp_path / "mine.plan.yaml")
    window.session.say("purpose", "cause")
    window.close()
    assert read_plan(tmp_path / "mine.plan.yaml").answers == {"purpose": "cause"}


def test_roles_of_ours_outlive_everything_that_is_connected(opened: Open, shipped: Library) -> None:
    window = opened(shipped)
    page = at(window, Check())
    assert role_of(page.area) == QAccessible.Role.Client
    assert role_of(find(window, "answered.purpose")) == QAccessible.Role.Grouping
    assert QAccessible.queryAccessibleInterface(page.area).child(99) is None


def test_larger_text_keeps_the_window_as_wide_as_its_pages_need(opened: Open, shipped: Library) -> None:
    window = opened(shipped, width=360, text_size=200)
    page = at(window, Ask("who_decides"))
    assert page.body.minimumSizeHint().width() <= page.area.viewport().width()


@pytest.mark.parametrize("place", [Ask("who_decides"), Ask("lawful")], ids=["question", "checklist"])
def test_in_a_low_window_the_question_is_what_one_sees_first(opened: Open, shipped: Library, place: Place) -> None:
    window = opened(shipped, width=480, text_size=200)
    window.resize(480, 360)
    page = at(window, place)
    assert isinstance(page, AskingPage)
    shown = page.area.viewport().rect()
    assert shown.intersects(QRect(page.middle.parentWidget().mapTo(page.area.viewport(), QPoint()), QSize(1, 1)))


@pytest.fixture
def pointers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Qt.CursorShape]]:
    """The pointer each time the result is made."""
    seen: list[Qt.CursorShape] = []
    report = Session.report

    def watched(session: Session, route: Route) -> Report:
        seen.append(QApplication.overrideCursor().shape())
        return report(session, route)

    monkeypatch.setattr(Session, "report", watched)
    yield seen
    assert QApplication.overrideCursor() is None


def test_the_pointer_waits_while_the_result_is_made(
    opened: Open, shipped: Library, pointers: list[Qt.CursorShape]
) -> None:
    at(opened(shipped), Result())
    assert pointers == [Qt.CursorShape.WaitCursor]


def test_the_pointer_waits_while_the_result_is_exported(
    qtbot: QtBot, opened: Open, shipped: Library, tmp_path: Path, pointers: list[Qt.CursorShape]
) -> None:
    window = opened(shipped)
    at(window, Check())
    qtbot.mouseClick(find(window, "plan.export"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    choose(qtbot, dialog, tmp_path / "mine.md")
    assert (tmp_path / "mine.md").exists()
    assert pointers == [Qt.CursorShape.WaitCursor]


class Watch(QObject):
    """The pointer each time a widget is dressed anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[Qt.CursorShape | None] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            cursor = QApplication.overrideCursor()
            self.seen.append(cursor and cursor.shape())
        return False


@pytest.mark.parametrize("wish", ["Dark", "150 %"])
def test_the_pointer_waits_while_the_window_is_dressed_anew(opened: Open, shipped: Library, wish: str) -> None:
    window = opened(shipped)
    watch = Watch(window)
    window.installEventFilter(watch)
    trigger(window, wish)
    assert set(watch.seen) == {Qt.CursorShape.WaitCursor}
    assert QApplication.overrideCursor() is None

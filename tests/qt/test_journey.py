"""From the home page to an exported PDF by keyboard alone, over the shipped content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.qt.conftest import Open
from tests.qt.finding import find, is_there, name_of, words_in_sight
from thinking_professionals.assessment.assess import assess
from thinking_professionals.library.library import Library
from thinking_professionals.paths import ROOT
from thinking_professionals.plan import read_plan
from thinking_professionals.qt.entries.item import Item
from thinking_professionals.qt.places import Ask, Check, Home, Result
from thinking_professionals.qt.window import Window

Key = Qt.Key
EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
MOST_TABS = 160


class Keyboard:
    """Hands that have no mouse: every key goes to whatever has the focus."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def here(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.here, key, how)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.here, text)

    def tab_to(self, identifier: str) -> None:
        for _ in range(MOST_TABS):
            if self.here.accessibleIdentifier() == identifier:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not get to {identifier}")

    def arrow_to(self, identifier: str) -> None:
        """Among radio buttons, arrows move without choosing while none is chosen."""
        for _ in range(20):
            if self.here.accessibleIdentifier() == identifier:
                return
            self.press(Key.Key_Down)
        raise AssertionError(f"arrows do not get to {identifier}")


@pytest.fixture
def window(opened: Open, shipped: Library) -> Window:
    return opened(shipped)


@pytest.fixture
def keys(qtbot: QtBot, window: Window) -> Keyboard:
    return Keyboard(qtbot, window)


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the file dialog's list of names does so, and offscreen cannot
def test_a_whole_route_by_keyboard_alone(
    qtbot: QtBot, window: Window, keys: Keyboard, shipped: Library, tmp_path: Path
) -> None:
    answers = read_plan(EXAMPLE).answers
    keys.tab_to("door.works")
    keys.press(Key.Key_Return)
    while isinstance(place := window.session.place, Ask):
        assert keys.here.window() is window
        if shipped.questions.by_id[place.question].page:
            give_page(keys, window, answers)
        else:
            give(keys, place.question, answers.get(place.question, "dont_know"))
        keys.tab_to("nav.continue")
        keys.press(Key.Key_Space)
    assert window.session.place == Check()
    route = window.session.route()
    assert route is not None
    asked = {step.question.id for step in route.steps}
    assert {**dict.fromkeys(asked, "dont_know"), **answers}.items() >= window.session.plan.answers.items()
    keys.tab_to("plan.title")
    keys.type("Cameras")
    keys.tab_to("nav.continue")
    keys.press(Key.Key_Return)
    assert window.session.place == Result()
    route = window.session.route()
    assert route is not None
    lead = assess(window.session.library, route).lead.design.name
    assert lead in words_in_sight(window.result_page)
    pdf = tmp_path / "out.pdf"
    export(qtbot, window, keys, pdf)
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())
    assert lead in text
    assert "Cameras" in text


def give(keys: Keyboard, question: str, answer: object) -> None:
    """Answer the question on the page, starting from where the page put the keyboard."""
    if isinstance(keys.here, QAbstractButton):
        for option in [answer] if isinstance(answer, str) else answer:  # type: ignore[attr-defined]
            choose(keys, f"option.{option}")
    elif answer == "dont_know":
        if not isinstance(keys.here, QPlainTextEdit):  # leaving it empty says that one does not know
            choose(keys, "option.dont_know")
    else:
        assert keys.here.accessibleIdentifier() == f"answer.{question}"
        for line in [answer] if isinstance(answer, str) else answer:  # type: ignore[attr-defined]
            keys.type(line)
            if not isinstance(answer, str):
                keys.press(Key.Key_Return)


def choose(keys: Keyboard, option: str) -> None:
    (keys.arrow_to if isinstance(keys.here, QRadioButton) else keys.tab_to)(option)
    keys.press(Key.Key_Space)


def give_page(keys: Keyboard, window: Window, answers: Mapping[str, object]) -> None:
    """Answer what the plan answers of a page; Tab goes from question to question, and the rest is left."""
    for item in window.checklist_page.findChildren(Item):
        while item.isVisible() and not item.isAncestorOf(keys.here):
            keys.press(Key.Key_Tab)
        if item.isVisible() and answers.get(item.question.id, "dont_know") != "dont_know":
            give(keys, item.question.id, answers[item.question.id])


def export(qtbot: QtBot, window: Window, keys: Keyboard, path: Path) -> None:
    keys.press(Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    dialog.setDirectory(str(path.parent))
    field.selectAll()
    qtbot.keyClicks(field, path.name)
    with qtbot.waitSignal(window.session.told) as told:
        qtbot.keyClick(field, Key.Key_Return)
    assert told.args is not None
    assert not told.args[1]


def test_enter_continues_and_digits_choose(window: Window, keys: Keyboard) -> None:
    window.session.enter("works")
    keys.press(Key.Key_1)
    keys.press(Key.Key_Return)
    assert window.session.plan.answers["purpose"] == "cause"
    assert window.session.place == Ask("scheme")


def test_enter_without_an_answer_says_what_is_missing_and_stays(window: Window, keys: Keyboard) -> None:
    window.session.enter("works")
    keys.press(Key.Key_Return)
    assert window.session.place == Ask("purpose")
    assert find(window, "error.purpose").accessibleName()
    keys.press(Key.Key_2)
    assert not is_there(window, "error.purpose")


def test_in_a_text_enter_makes_a_line_and_control_enter_continues(window: Window, keys: Keyboard) -> None:
    window.session.enter("works")
    keys.press(Key.Key_1)
    keys.press(Key.Key_Return)
    keys.type("One")
    keys.press(Key.Key_Return)
    keys.type("Two")
    assert window.session.plan.answers["scheme"] == "One\nTwo"
    keys.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.place != Ask("scheme")


def test_shortcuts_go_home_and_back(window: Window, keys: Keyboard) -> None:
    window.session.enter("works")
    keys.press(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert window.session.place == Home()
    keys.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.session.place == Ask("purpose")


def test_tab_goes_all_the_way_round(window: Window, keys: Keyboard) -> None:
    window.session.open_plan(EXAMPLE)
    window.session.ask("who_decides")
    began, met = keys.here, set()
    for _ in range(MOST_TABS):
        keys.press(Key.Key_Tab)
        met.add(keys.here.accessibleIdentifier())
        if keys.here is began:
            break
    assert {"nav.home", "nav.back", "nav.continue", "plan.save", "plan.export", "change.purpose"} <= met


def test_tab_meets_the_doors_and_the_plans_where_they_stand(window: Window, keys: Keyboard) -> None:
    window.session.open_plan(EXAMPLE)
    window.session.home()
    met = []
    for _ in range(9):
        keys.press(Key.Key_Tab)
        met.append(keys.here.accessibleIdentifier().split(".")[0])
    assert met == ["door"] * 5 + ["recent", "remove"] + ["plan"] * 2


def test_tab_meets_the_answers_to_check_before_the_way_on(window: Window, keys: Keyboard) -> None:
    window.session.open_plan(EXAMPLE)
    window.session.check()
    met = []
    for _ in range(MOST_TABS):
        keys.press(Key.Key_Tab)
        met.append(keys.here.accessibleIdentifier())
        if met[-1] == "nav.continue":
            break
    assert met[:3] == ["plan.title", "change.purpose", "remark.purpose"]
    assert met[-2] == "remark.harm"


def test_the_trail_offers_an_answer_to_what_is_not_answered(window: Window, keys: Keyboard) -> None:
    window.session.enter("works")
    keys.press(Key.Key_Space)
    assert name_of(find(window, "change.scheme")) == "Answer: The scheme"


def test_a_section_of_the_result_is_gone_to_by_keyboard(window: Window, keys: Keyboard) -> None:
    window.session.open_plan(EXAMPLE)
    window.session.check()
    window.session.result()
    last = window.session.report(window.session.route()).sections[-1]  # type: ignore[arg-type]
    keys.tab_to(f"goto.{last.id}")
    keys.press(Key.Key_Space)
    assert window.result_page.area.verticalScrollBar().value() > 0
    assert keys.here.accessibleName() == last.title


def test_a_link_in_the_result_leads_to_its_question(qtbot: QtBot, window: Window, keys: Keyboard) -> None:
    window.session.open_plan(EXAMPLE)
    window.session.check()
    window.session.result()
    window.result_page.asked.emit("who_decides")
    assert window.session.place == Ask("who_decides")
    window.session.back()
    assert window.session.place == Result()

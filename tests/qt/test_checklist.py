"""Pages of several short questions: each may be left, none is lost, and the keyboard finds its way among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.qt.conftest import Open
from tests.qt.finding import find, is_there, name_of, role_of
from thinking_professionals.library.library import Library
from thinking_professionals.plan import Plan, write_plan
from thinking_professionals.qt.places import Ask, Check, Home
from thinking_professionals.qt.window import Window

Key = Qt.Key
ITEMS = ("people", "mixing", "records", "marks")


@pytest.fixture
def window(opened: Open, paged: Library) -> Window:
    """At the page, with nothing on it answered."""
    made = opened(paged)
    made.session.enter("works")
    made.session.answer("purpose", "cause")
    made.session.answer("control", "us")
    return made


def within(window: Window, question: str, identifier: str) -> QWidget:
    return find(find(window, f"question.{question}"), identifier)


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def go_on(qtbot: QtBot, window: Window) -> None:
    click(qtbot, find(window, "nav.continue"))


def item_with_the_keyboard(window: Window) -> str:
    here = QApplication.focusWidget()
    assert here is not None
    [found] = [item for item in ITEMS if find(window, f"question.{item}").isAncestorOf(here)]
    return found


def tick(window: Window, question: str, identifier: str) -> bool:
    return bool(within(window, question, identifier).property("checked"))


def test_every_question_of_the_page_is_a_group_with_its_options(window: Window, paged: Library) -> None:
    for item in ITEMS:
        question, group = paged.questions.by_id[item], find(window, f"question.{item}")
        assert (role_of(group), name_of(group)) == (QAccessible.Role.Grouping, question.ask)
        for option in question.options:
            assert name_of(find(group, f"option.{option.id}")) == option.label
        assert is_there(group, "option.dont_know")
    assert name_of(within(window, "people", "answer.people"))


def test_what_is_left_is_kept_as_not_known(qtbot: QtBot, window: Window) -> None:
    click(qtbot, within(window, "mixing", "option.some"))
    go_on(qtbot, window)
    assert window.session.place == Check()
    said = window.session.plan.answers
    assert {item: said[item] for item in ITEMS} == dict.fromkeys(ITEMS, "dont_know") | {"mixing": "some"}


def test_nothing_looks_answered_before_it_is(window: Window) -> None:
    for item in ITEMS:
        assert not tick(window, item, "option.dont_know")
        assert item not in window.session.plan.answers
    assert window.question_page.isHidden()


def test_the_page_counts_what_is_answered(qtbot: QtBot, window: Window) -> None:
    counted = [find(window, "page.count").accessibleName()]
    click(qtbot, within(window, "mixing", "option.some"))
    counted.append(find(window, "page.count").accessibleName())
    click(qtbot, within(window, "records", "option.dont_know"))
    assert find(window, "page.count").accessibleName() == counted[1] != counted[0]


def test_answers_are_kept_as_they_are_given_and_a_draft_reopens_on_the_page(
    qtbot: QtBot, window: Window, opened: Open, paged: Library
) -> None:
    click(qtbot, within(window, "records", "option.same"))
    qtbot.keyClicks(within(window, "people", "answer.people"), "12x")
    again = opened(paged)  # the first was never closed
    again.session.carry_on(again.session.recent[0].id)
    assert tick(again, "records", "option.same")
    assert within(again, "people", "answer.people").property("text") == "12x"
    assert item_with_the_keyboard(again) == "people"


def test_a_page_all_answered_but_not_left_is_where_a_draft_goes_on(
    window: Window, opened: Open, paged: Library
) -> None:
    for item, answer in {"mixing": "some", "records": "same", "marks": "dont_know", "people": "1"}.items():
        window.session.say(item, answer)
    again = opened(paged)
    again.session.carry_on(again.session.recent[0].id)
    assert again.session.place == Ask("marks")


def test_a_wrong_amount_is_said_beside_it_and_nothing_moves(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(within(window, "people", "answer.people"), "many")
    click(qtbot, within(window, "mixing", "option.some"))
    go_on(qtbot, window)
    assert window.session.place == Ask("people")
    assert within(window, "people", "error.people").accessibleName()
    assert item_with_the_keyboard(window) == "people"
    assert not is_there(window, "error.mixing")
    qtbot.keyClick(within(window, "people", "answer.people"), Key.Key_Backspace)
    assert not is_there(window, "error.people")


def test_none_of_these_is_an_answer_and_nothing_ticked_is_not(qtbot: QtBot, window: Window) -> None:
    click(qtbot, within(window, "marks", "option.new"))
    click(qtbot, within(window, "marks", "option.none_of_these"))
    assert window.session.plan.answers["marks"] == []
    assert not tick(window, "marks", "option.new")
    click(qtbot, within(window, "marks", "option.none_of_these"))
    assert "marks" not in window.session.plan.answers


def test_digits_choose_in_the_question_that_has_the_keyboard(qtbot: QtBot, window: Window) -> None:
    within(window, "records", "option.same").setFocus()
    qtbot.keyClick(within(window, "records", "option.same"), Key.Key_2)
    assert window.session.plan.answers["records"] == "gaps"
    assert "mixing" not in window.session.plan.answers


def test_tab_goes_from_question_to_question_and_arrows_within(qtbot: QtBot, window: Window) -> None:
    within(window, "mixing", "option.none").setFocus()
    qtbot.keyClick(within(window, "mixing", "option.none"), Key.Key_Down)
    assert QApplication.focusWidget() is within(window, "mixing", "option.some")
    qtbot.keyClick(within(window, "mixing", "option.some"), Key.Key_Tab)
    assert item_with_the_keyboard(window) == "records"


def test_enter_goes_to_the_next_question_and_on_from_the_last(qtbot: QtBot, window: Window) -> None:
    for item in ITEMS:
        assert item_with_the_keyboard(window) == item
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Key.Key_Return)
    assert window.session.place == Check()


def test_control_and_enter_go_on_from_anywhere(qtbot: QtBot, window: Window) -> None:
    field = within(window, "people", "answer.people")
    qtbot.keyClicks(field, "60")
    qtbot.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.place == Check()
    assert window.session.plan.answers["people"] == "60"


def test_change_leads_to_the_page_at_that_question(qtbot: QtBot, window: Window) -> None:
    window.resize(600, 400)
    go_on(qtbot, window)
    click(qtbot, find(window, "change.marks"))
    assert window.session.place == Ask("marks")
    assert item_with_the_keyboard(window) == "marks"
    qtbot.waitUntil(lambda: in_sight(window, find(window, "question.marks")))
    go_on(qtbot, window)
    assert window.session.place == Check()


def in_sight(window: Window, widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty() and widget.visibleRegion().boundingRect() == widget.rect()


def test_the_page_has_one_entry_in_the_trail(window: Window) -> None:
    shown = [button for button in window.checklist_page.trail.stops() if button.isVisible()]
    assert [button.accessibleIdentifier() for button in shown] == ["change.purpose", "change.control", "change.people"]


def test_answers_further_down_the_page_are_not_set_aside(qtbot: QtBot, window: Window) -> None:
    click(qtbot, within(window, "records", "option.same"))
    assert not is_there(window, "trail.set_aside")


def test_why_we_ask_is_shown_for_all_at_once(qtbot: QtBot, window: Window, paged: Library) -> None:
    whys = [label for label in window.checklist_page.findChildren(QWidget) if label.accessibleName() == "w"]
    assert len(whys) == len(ITEMS)
    assert not any(label.isVisible() for label in whys)
    click(qtbot, find(window, "question.why"))
    assert all(label.isVisible() for label in whys)


def test_back_passes_over_the_page_in_one_step(qtbot: QtBot, window: Window) -> None:
    window.session.ask("records")
    assert item_with_the_keyboard(window) == "records"
    window.session.back()
    assert window.session.place == Ask("control")


def test_back_in_a_plan_just_opened_takes_a_page_as_one(window: Window, tmp_path: Path) -> None:
    answers = {"purpose": "cause", "control": "us", **dict.fromkeys(ITEMS, "dont_know")}
    write_plan(Plan(branch="works", answers=answers), tmp_path / "it.plan.yaml")
    window.session.open_plan(tmp_path / "it.plan.yaml")
    places = [window.session.place]
    while window.session.place != Home():
        window.session.back()
        places.append(window.session.place)
    assert places == [Check(), Ask("people"), Ask("control"), Ask("purpose"), Home()]


def test_another_route_shows_its_own_questions_on_the_same_page(window: Window) -> None:
    window.session.answer("control", "others")
    assert window.session.place == Ask("months")
    assert is_there(window, "question.records")
    assert not is_there(window, "question.people")


def test_a_question_of_the_page_that_is_not_asked_is_not_gone_to(window: Window) -> None:
    window.session.ask("months")
    assert window.session.place == Ask("people")


def test_another_plan_on_the_same_page_shows_its_own_answers(qtbot: QtBot, window: Window) -> None:
    click(qtbot, within(window, "mixing", "option.some"))
    window.session.start_anew()
    window.session.enter("works")
    window.session.answer("purpose", "cause")
    window.session.answer("control", "us")
    assert not tick(window, "mixing", "option.some")


def test_entries_grow_with_the_text(window: Window) -> None:
    before = within(window, "people", "answer.people").width()
    [action] = [action for action in window.actions() if action.text() == "Larger text"]
    action.trigger()
    assert within(window, "people", "answer.people").width() > before

"""Terms and links in running words: by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.parts.rich import Passage, Rich
from thinking_professionals.qt.parts.words import Quiet
from thinking_professionals.report.document import Link, Plain, Term

RUNS = (Plain("See "), Term("cluster", "cluster", "A group"), Plain(" and "), Link("Who decides", "who_decides"))


@pytest.fixture
def passage(qtbot: QtBot) -> Passage:
    made = Passage(RUNS)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def label_of(passage: Passage) -> Rich:
    found = passage.findChild(Rich)
    assert found is not None
    return found


def meaning_of(passage: Passage) -> Quiet:
    found = passage.findChild(Quiet)
    assert found is not None
    return found


def test_the_keyboard_follows_a_link(qtbot: QtBot, passage: Passage) -> None:
    label = label_of(passage)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    with qtbot.waitSignal(passage.asked) as asked:
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert asked.args == ["who_decides"]


def test_the_keyboard_opens_the_meaning_of_a_term_and_closes_it(qtbot: QtBot, passage: Passage) -> None:
    label = label_of(passage)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert meaning_of(passage).isVisible()
    assert "A group" in meaning_of(passage).text()
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert not meaning_of(passage).isVisible()


def test_tab_does_not_stop_at_words_without_links(qtbot: QtBot) -> None:
    made = Passage((Plain("Only words"),))
    qtbot.addWidget(made)
    assert not label_of(made).focusPolicy() & Qt.FocusPolicy.TabFocus


def test_hovering_over_a_term_or_leaving_it_does_no_harm(passage: Passage) -> None:
    for link in ("term:cluster", "term:unknown", "question:who_decides", ""):
        label_of(passage).linkHovered.emit(link)
    label_of(passage).linkActivated.emit("term:unknown")
    assert not meaning_of(passage).isVisible()

"""Every page shows markup as text and finds room for words of any length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from thinking_professionals.library.questions import Branch, Question
from thinking_professionals.qt.entries.asked import Asked
from thinking_professionals.qt.pages.asking import Beside
from thinking_professionals.qt.pages.check import Answered, CheckPage
from thinking_professionals.qt.pages.door import DoorPage
from thinking_professionals.qt.pages.home import HomePage, Recent
from thinking_professionals.qt.pages.question import QuestionPage
from thinking_professionals.qt.pages.result import ResultPage
from thinking_professionals.qt.parts.sheet import Sheet
from thinking_professionals.qt.parts.trail import Said as Given
from thinking_professionals.qt.parts.words import ZERO_WIDTH_SPACE
from thinking_professionals.report import document as d
from thinking_professionals.report.drawing import Box, Dot, Drawing, Label, Line, Mark, Path

ODD = f"<img src=x onerror=y> <b>&amp; {{{{ name }}}} & {'w' * 150} عربي ქართული 警察 🚓"
DOOR = Branch(id="works", title=ODD, about=ODD, page=(ODD, ODD), first="it")


def odd_home() -> Sheet:
    page = HomePage()
    page.present(ODD, ODD, (DOOR,), ODD, [Recent("one", ODD, ODD)])
    return page


def odd_door() -> Sheet:
    page = DoorPage()
    page.present(DOOR, (DOOR,))
    return page


def odd_check() -> Sheet:
    page = CheckPage()
    page.present(ODD, [Answered("one", ODD, ODD, ODD), Answered("two", ODD, "")], [ODD], [ODD], complete=True)
    return page


def odd_result() -> Sheet:
    page = ResultPage()
    page.present(report())
    return page


def report() -> d.Report:
    runs: d.Runs = (d.Plain(ODD), d.Strong(ODD), d.Term(ODD, "term", ODD), d.Link(ODD, "it"), d.Said(ODD))
    table = d.Table(ODD, (ODD, ODD), ((runs, runs), (runs, runs)), numeric=(1,), widths=(0.7, 0.3))
    marks: tuple[Mark, ...] = (
        Line(0, 0, 9, 9),
        Box(0, 0, 5, 5, "wash"),
        Dot(4, 4, 2, "rule"),
        Label(5, 5, ODD, anchor="end"),
        Path(((0, 0), (5, 9), (9, 0)), dashed=True),
        Path(()),
    )
    blocks: tuple[d.Block, ...] = (
        d.Heading(runs),
        d.Heading(runs, 4),
        d.Paragraph(runs),
        d.Paragraph(runs, "quiet"),
        d.Bullets((runs,), ordered=True),
        table,
        d.KeyFacts((d.Fact(ODD, runs, ODD),)),
        d.Callout("stop", ODD, runs, (runs,)),
        d.Figure(ODD, Drawing(200, 100, marks), ODD, table),
    )
    return d.Report(runs, ODD, "1", "abc", "today", (d.Section("one", ODD, blocks),))


@pytest.fixture
def odd_question(question: Callable[..., Question]) -> Callable[[], Sheet]:
    def make() -> Sheet:
        options = [{"id": "us", "label": ODD, "hint": ODD}]
        asked = question(kind="one", topic=ODD, ask=ODD, hint=ODD, why_we_ask=ODD, options=options)
        page = QuestionPage()
        beside = Beside((Given("one", ODD, ODD), Given("it", ODD, "", here=True)), (Given("two", ODD, ODD),), (ODD,))
        page.present(Asked(asked, None, (ODD,)), ODD, beside)
        return page

    return make


@pytest.fixture(params=["home", "door", "question", "check", "result"])
def page(request: pytest.FixtureRequest, qtbot: QtBot, odd_question: Callable[[], Sheet]) -> Sheet:
    makers = {"home": odd_home, "door": odd_door, "question": odd_question, "check": odd_check, "result": odd_result}
    made = makers[request.param]()
    qtbot.addWidget(made)
    made.resize(520, 700)
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    return made


def test_markup_is_text_everywhere(page: Sheet) -> None:
    shown = 0
    for label in page.findChildren(QLabel):
        seen = words_of(label).replace(ZERO_WIDTH_SPACE, "")
        if "onerror" in label.text():
            assert "<img src=x onerror=y> <b>&amp; {{ name }} & w" in seen.replace("\xa0", " ")
            shown += 1
    assert shown


def words_of(label: QLabel) -> str:
    """What a label draws."""
    if label.textFormat() == Qt.TextFormat.PlainText:
        return label.text()
    assert label.textFormat() == Qt.TextFormat.RichText, "Qt must not guess"
    drawn = QTextDocument()
    drawn.setHtml(label.text())
    return drawn.toPlainText()


def test_a_screen_reader_hears_whole_words(page: Sheet) -> None:
    assert not [label for label in page.findChildren(QLabel) if ZERO_WIDTH_SPACE in label.accessibleName()]


def test_nothing_is_wider_than_the_page(page: Sheet) -> None:
    assert page.body.minimumSizeHint().width() <= page.area.viewport().width()
    assert not page.grab().isNull()


def test_a_change_of_route_and_back_leaves_no_old_page_behind(qtbot: QtBot) -> None:
    page = ResultPage()
    qtbot.addWidget(page)
    page.present(report())
    page.show()
    other = d.Report((d.Plain("Other"),), "", "1", "abc", "today", (d.Section("two", "Two", ()),))
    page.present(other)
    QApplication.processEvents()
    in_sight = {widget.accessibleIdentifier() for widget in page.findChildren(QLabel) if widget.isVisible()}
    assert "result.one" not in in_sight
    assert page.start() is not None

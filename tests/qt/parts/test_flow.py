"""Parts in lines: as many as fit, none wider than the flow."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.parts.flow import Flow


def part(width: int, height: int = 20) -> QWidget:
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


def flow(qtbot: QtBot, width: int, *widths: int, even: bool = False) -> tuple[Flow, list[QWidget]]:
    made = Flow(gap=10, even=even)
    qtbot.addWidget(made)
    parts = [part(width) for width in widths]
    for one in parts:
        made.add(one)
    made.resize(width, 200)
    made.show()
    return made, parts


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    made, parts = flow(qtbot, 320, 100, 100, 100)
    assert {one.y() for one in parts} == {0}
    assert made.heightForWidth(320) == 20


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    made, parts = flow(qtbot, 319, 100, 100, 100)
    assert [one.y() for one in parts] == [0, 0, 30]
    assert made.heightForWidth(319) == 50


def test_the_part_that_stretches_pushes_the_rest_to_the_right(qtbot: QtBot) -> None:
    made, parts = flow(qtbot, 400, 100, 100, 100)
    made.stretch = parts[1]
    made.resize(401, 200)
    assert parts[2].geometry().right() == 400


def test_even_parts_share_the_line(qtbot: QtBot) -> None:
    _, parts = flow(qtbot, 310, 40, 90, even=True)
    assert [one.width() for one in parts] == [150, 150]


def test_hidden_parts_take_no_room(qtbot: QtBot) -> None:
    made, parts = flow(qtbot, 320, 100, 100, 100)
    parts[0].hide()
    made.resize(321, 200)
    assert parts[1].x() == 0

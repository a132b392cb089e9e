"""Work off the thread that paints: told when it is done, how far it is and what went wrong, and silent once stopped."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.slow_work import Hooks, SlowWork


@pytest.fixture
def work(qapp: object) -> Iterator[SlowWork]:
    parent = QObject()
    yield SlowWork(parent)
    parent.deleteLater()


def test_what_it_gives_back_arrives(qtbot: QtBot, work: SlowWork) -> None:
    with qtbot.waitSignal(work.done) as told:
        work.start(lambda _hooks: {"n": 394})
    assert told.args == [{"n": 394}]
    assert not work.running


def test_nothing_is_a_result_too(qtbot: QtBot, work: SlowWork) -> None:
    with qtbot.waitSignal(work.done) as told:
        work.start(lambda _hooks: None)
    assert told.args == [None]


def test_progress_is_told_in_order_and_before_the_end(qtbot: QtBot, work: SlowWork) -> None:
    seen: list[float] = []
    work.progressed.connect(seen.append)

    def count(hooks: Hooks) -> None:
        for share in (0.25, 0.5, 1.0):
            hooks.progress(share)

    with qtbot.waitSignal(work.done):
        work.start(count)
    assert seen == [0.25, 0.5, 1.0]


def test_what_it_raises_is_handed_over(qtbot: QtBot, work: SlowWork) -> None:
    def fail(_hooks: Hooks) -> None:
        raise ZeroDivisionError("by nothing")

    with qtbot.waitSignal(work.failed) as told:
        work.start(fail)
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)
    assert not work.running


def test_once_stopped_it_knows_and_tells_no_more(qtbot: QtBot, work: SlowWork) -> None:
    begun, ended = Event(), Event()
    told: list[object] = []
    work.done.connect(told.append)
    work.progressed.connect(told.append)

    def wait(hooks: Hooks) -> str:
        begun.set()
        while not hooks.cancelled():
            Event().wait(0.001)
        hooks.progress(0.5)
        ended.set()
        return "late"

    work.start(wait)
    assert begun.wait(5)
    work.stop()
    assert ended.wait(5)
    QTest.qWait(60)
    assert told == []
    assert not work.running


def test_what_is_started_next_takes_the_place_of_what_is_under_way(qtbot: QtBot, work: SlowWork) -> None:
    begun, go = Event(), Event()
    beside: list[bool] = []
    told: list[object] = []
    work.done.connect(told.append)

    def first(_hooks: Hooks) -> str:
        begun.set()
        go.wait(5)
        return "first"

    def last(_hooks: Hooks) -> str:
        beside.append(not go.is_set())
        return "last"

    work.start(first)
    assert begun.wait(5)
    work.start(lambda _hooks: "passed over")
    work.start(last)
    QTest.qWait(60)
    go.set()
    qtbot.waitUntil(lambda: told == ["last"])
    assert beside == [False], "no two run beside each other"


def test_what_waits_for_its_turn_can_be_stopped(qtbot: QtBot, work: SlowWork) -> None:
    begun, go = Event(), Event()
    ran: list[bool] = []
    work.start(lambda _hooks: (begun.set(), go.wait(5)))
    assert begun.wait(5)
    work.start(lambda _hooks: ran.append(True))
    work.stop()
    go.set()
    QTest.qWait(60)
    assert ran == []


def test_one_piece_may_start_the_next(qtbot: QtBot, work: SlowWork) -> None:
    told: list[object] = []

    def go_on(found: object) -> None:
        told.append(found)
        if found == "one":
            work.start(lambda _hooks: "two")

    work.done.connect(go_on)
    work.start(lambda _hooks: "one")
    qtbot.waitUntil(lambda: told == ["one", "two"])


def test_its_owner_may_go_while_it_works(qtbot: QtBot) -> None:
    begun, go, ended = Event(), Event(), Event()

    def wait(_hooks: Hooks) -> None:
        begun.set()
        go.wait(5)
        ended.set()

    parent = QObject()
    SlowWork(parent).start(wait)
    assert begun.wait(5)
    parent.deleteLater()
    del parent
    QTest.qWait(30)
    go.set()
    assert ended.wait(5)

"""Working out numbers in the window: choosing by what is counted, answers as one types, and words instead of errors."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.qt.conftest import Open
from tests.qt.finding import find, is_there, name_of, role_of, tab_stops, words_in_sight
from thinking_professionals.answers import Misunderstood
from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.library.library import Library
from thinking_professionals.plan import Plan
from thinking_professionals.qt.entries.figure import read_figure
from thinking_professionals.qt.entries.power_form import example_of, in_sight
from thinking_professionals.qt.pages.numbers import GROUPS, grouped
from thinking_professionals.qt.places import Home, Numbers
from thinking_professionals.qt.window import Window

Key = Qt.Key
MEANS = BY_NAME["means"]
NUMBER, WHOLE = Field(name="d", label="Change"), Field(name="n", label="People", kind="whole", least=1, most=100)
STEPS = Field(name="steps", label="Steps", kind="list", least=0)


@pytest.fixture
def window(opened: Open, small: Library) -> Window:
    """At the calculator of two groups."""
    made = opened(small)
    made.session.go(Numbers("means"))
    return made


def field(window: Window, name: str) -> QLineEdit:
    found = find(window, f"answer.{name}")
    assert isinstance(found, QLineEdit)
    return found


def fill(qtbot: QtBot, window: Window, **said: str) -> None:
    for name, text in said.items():
        line = field(window, name)
        line.setFocus()
        line.selectAll()
        qtbot.keyClick(line, Key.Key_Delete)
        qtbot.keyClicks(line, text)


def answer(window: Window) -> str:
    return words_in_sight(find(window, "result.answer"))


def wait_for(qtbot: QtBot, window: Window, part: str) -> None:
    qtbot.waitUntil(lambda: part in answer(window), timeout=10_000)


def click(qtbot: QtBot, window: Window, identifier: str) -> None:
    qtbot.mouseClick(find(window, identifier), Qt.MouseButton.LeftButton)


# Choosing


def test_home_leads_to_the_calculators_and_back(qtbot: QtBot, opened: Open, small: Library) -> None:
    window = opened(small)
    click(qtbot, window, "nav.numbers")
    assert window.session.place == Numbers()
    click(qtbot, window, "numbers.means")
    assert window.session.place == Numbers("means")
    click(qtbot, window, "numbers.others")
    click(qtbot, window, "nav.back")
    click(qtbot, window, "nav.back")
    click(qtbot, window, "nav.back")
    assert window.session.place == Home()


def test_every_calculator_is_offered_once_under_a_heading(opened: Open, small: Library) -> None:
    window = opened(small)
    window.session.go(Numbers())
    for calculator in CALCULATORS:
        card = find(window, f"numbers.{calculator.name}")
        assert (name_of(card), role_of(card)) == (calculator.title, QAccessible.Role.Button)
    assert role_of(window.numbers_page.start() or window) == QAccessible.Role.Heading


def test_a_link_leads_to_each_group(qtbot: QtBot, opened: Open, small: Library) -> None:
    window = opened(small)
    window.session.go(Numbers())
    for group, some in grouped(CALCULATORS):
        click(qtbot, window, f"goto.{group.id}")
        here = QApplication.focusWidget()
        assert here is not None
        assert (role_of(here), name_of(here)) == (QAccessible.Role.Heading, group.title)
        qtbot.keyClick(here, Key.Key_Tab)
        assert QApplication.focusWidget() is find(window, f"numbers.{some[0].name}")


def test_groups_name_each_calculator_once_and_what_no_group_names_comes_last() -> None:
    named = [name for group in GROUPS for name in group.names]
    assert len(named) == len({*named})
    odd = Calculator(**{slot: getattr(MEANS, slot) for slot in MEANS.__slots__} | {"name": "odd"})
    assert [(group.id, some) for group, some in grouped([odd, MEANS])] == [("score", [MEANS]), ("others", [odd])]
    assert all(name in named for name in BY_NAME), "each calculator has its group"


# Answers


def test_the_answer_appears_as_one_types(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    fill(qtbot, window, d="0.5")
    wait_for(qtbot, window, "64 people")
    assert "394" not in answer(window)


def test_whichever_is_left_out_is_worked_out(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2", n="394")
    wait_for(qtbot, window, "80.1%")
    fill(qtbot, window, d="", n="1,570")
    wait_for(qtbot, window, "is 0.1.")


def test_the_picture_comes_with_it_and_is_described(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2")
    panel = find(window, "result.answer")
    graphics = lambda: [w for w in panel.findChildren(QWidget) if role_of_or_none(w) == QAccessible.Role.Graphic]  # noqa: E731
    qtbot.waitUntil(lambda: len(graphics()) == 1, timeout=10_000)
    assert graphics()[0].accessibleDescription()


def role_of_or_none(widget: QWidget) -> QAccessible.Role | None:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface else None


def test_the_answer_is_a_group_under_a_heading(qtbot: QtBot, window: Window) -> None:
    group = find(window, "result.answer")
    assert role_of(group) == QAccessible.Role.Grouping
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    assert role_of(find(window, "result.answer")) == QAccessible.Role.Grouping


def test_until_something_is_known_it_says_what_to_do(window: Window) -> None:
    assert answer(window)
    assert not is_there(window, "answer.copy")


def test_a_refusal_reads_as_help(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, sd1="2") if is_there(window, "answer.sd1") else fill(qtbot, window, power="0.9")
    before = answer(window)
    qtbot.waitUntil(lambda: answer(window) != before, timeout=10_000)
    assert not [w for w in tab_stops(window) if w.accessibleIdentifier().startswith("error.")]
    assert not is_there(window, "error.power")
    assert not is_there(window, "answer.copy")


def test_usual_settings_are_shown_and_need_not_be_typed(window: Window) -> None:
    assert field(window, "power").placeholderText() == "0.8"
    assert field(window, "power").text() == ""
    assert "0.8" in field(window, "power").accessibleDescription()


def test_the_method_can_be_chosen(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    click(qtbot, window, "numbers.more")
    QApplication.processEvents()  # what is unfolded takes its place
    click(qtbot, window, "option.normal")
    wait_for(qtbot, window, "393")


def test_an_example_fills_the_page_and_all_of_it_can_be_cleared(qtbot: QtBot, window: Window) -> None:
    click(qtbot, window, "numbers.example")
    wait_for(qtbot, window, "394")
    assert not is_there(window, "numbers.example")
    assert QApplication.focusWidget() is field(window, "d")
    click(qtbot, window, "numbers.clear")
    assert field(window, "d").text() == ""
    assert "394" not in answer(window)
    assert is_there(window, "numbers.example")


def test_it_can_be_copied_as_text(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    click(qtbot, window, "answer.copy")
    copied = QApplication.clipboard().text()
    assert MEANS.title in copied
    assert "394" in copied


def test_a_fault_of_ours_is_told_as_any_other(qtbot: QtBot, opened: Open, small: Library, odd: type[Odd]) -> None:
    odd.fault = ZeroDivisionError("ours")
    window = opened(small)
    window.session.go(Numbers("odd"))
    with qtbot.captureExceptions() as faults:
        fill(qtbot, window, n="5")
        qtbot.waitUntil(lambda: bool(faults), timeout=10_000)
    assert faults[0][0] is ZeroDivisionError
    assert not is_there(window, "busy.cancel")


# What is typed


@pytest.mark.parametrize(
    ("text", "asked", "amount"),
    [
        (" 0.2 ", NUMBER, 0.2),
        ("20%", NUMBER, 0.2),
        ("−0.2", NUMBER, -0.2),
        ("1,200", NUMBER, 1200),
        ("12", WHOLE, 12),
        ("3, 3;2 1", STEPS, (3, 3, 2, 1)),
        ("", NUMBER, None),
        ("  ", STEPS, None),
    ],
)
def test_figures_are_read_as_people_write_them(text: str, asked: Field, amount: object) -> None:
    assert read_figure(text, asked) == amount


@pytest.mark.parametrize("text", ["0,2", "abc", "1e400", "--1", "٣", "1.2.3", "%", "nan", "inf", "9" * 60])
def test_what_is_no_figure_is_misunderstood(text: str) -> None:
    with pytest.raises(Misunderstood):
        read_figure(text, NUMBER)


@pytest.mark.parametrize(
    ("text", "asked"), [("0", WHOLE), ("101", WHOLE), ("1.5", WHOLE), ("3,-1", STEPS), (",", STEPS)]
)
def test_what_makes_no_sense_here_is_refused(text: str, asked: Field) -> None:
    with pytest.raises(Refused):
        read_figure(text, asked)


def test_a_wrong_figure_is_said_beneath_it_and_is_gone_once_it_is_right(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0,2")
    qtbot.waitUntil(lambda: is_there(window, "error.d"))
    assert name_of(find(window, "error.d"))
    assert not is_there(window, "answer.copy")
    fill(qtbot, window, d="0.2")
    assert not is_there(window, "error.d")
    wait_for(qtbot, window, "394")


def test_a_wrong_figure_that_is_folded_away_comes_in_sight(qtbot: QtBot, window: Window) -> None:
    click(qtbot, window, "numbers.more")
    fill(qtbot, window, attrition="7")
    click(qtbot, window, "numbers.more")
    qtbot.waitUntil(lambda: is_there(window, "error.attrition"))


def test_the_fold_counts_what_is_in_use(qtbot: QtBot, window: Window) -> None:
    fold = find(window, "numbers.more")
    before = name_of(fold)
    click(qtbot, window, "numbers.more")
    fill(qtbot, window, attrition="0.1")
    click(qtbot, window, "numbers.more")
    assert "1" in name_of(fold) != before


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)
def test_each_form_shows_its_example_and_something_to_work_out(
    qtbot: QtBot, opened: Open, small: Library, calculator: Calculator
) -> None:
    shown = [one.name for one in in_sight(calculator)]
    assert {*example_of(calculator)} < {*shown}
    window = opened(small)
    window.session.go(Numbers(calculator.name))
    assert all(is_there(window, f"answer.{name}") for name in shown)
    click(qtbot, window, "numbers.example")
    qtbot.waitUntil(lambda: is_there(window, "answer.copy"), timeout=30_000)


def test_a_survey_does_not_ask_for_a_chance_to_see_a_change(opened: Open, small: Library) -> None:
    window = opened(small)
    window.session.go(Numbers("survey"))
    find(window, "numbers.more").setProperty("checked", True)
    assert is_there(window, "answer.confidence")
    assert [name for name in ("power", "alpha", "sides", "take_up") if is_there(window, f"answer.{name}")] == []


# Coming and going


def test_what_was_typed_survives_home_and_back_and_is_kept_in_no_plan(qtbot: QtBot, window: Window) -> None:
    fill(qtbot, window, d="0.2")
    click(qtbot, window, "nav.home")
    click(qtbot, window, "nav.back")
    assert field(window, "d").text() == "0.2"
    wait_for(qtbot, window, "394")
    window.session.go(Numbers("cluster-means"))
    assert field(window, "d").text() == ""
    window.session.go(Numbers("means"))
    assert field(window, "d").text() == "0.2"
    assert window.session.plan == Plan()
    assert window.session.recent == ()


def test_back_leads_from_a_calculator_to_all_of_them_where_nothing_is_remembered(opened: Open, small: Library) -> None:
    way = opened(small).session._way()
    assert way.before(Numbers("means")) == Numbers()
    assert way.before(Numbers()) == Home()
    assert way.stands(Numbers("means"))


def test_nothing_heavy_is_brought_before_something_is_worked_out() -> None:
    code = (
        "import sys; import thinking_professionals.qt; "
        "from thinking_professionals.qt.pages import numbers, calculator; "
        "from thinking_professionals.calculators.power.catalogue import CALCULATORS; "
        "from thinking_professionals.qt import reckoner, slow_work; "
        "print([name for name in ('scipy', 'numpy', 'reportlab', 'jinja2', 'PIL') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"


# By keyboard, by ear, and on small screens


def test_the_keyboard_alone_is_enough(qtbot: QtBot, opened: Open, small: Library) -> None:
    window = opened(small)
    find(window, "nav.numbers").setFocus()
    qtbot.keyClick(find(window, "nav.numbers"), Key.Key_Return)
    tab_to(qtbot, window, "numbers.means")
    qtbot.keyClick(find(window, "numbers.means"), Key.Key_Return)
    tab_to(qtbot, window, "answer.d")
    qtbot.keyClicks(field(window, "d"), "0.2")
    qtbot.keyClick(field(window, "d"), Key.Key_Return)
    wait_for(qtbot, window, "394")
    tab_to(qtbot, window, "answer.copy")
    qtbot.keyClick(find(window, "answer.copy"), Key.Key_Space)
    assert "394" in QApplication.clipboard().text()


def tab_to(qtbot: QtBot, window: Window, identifier: str) -> None:
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleIdentifier() == identifier:
            return
        qtbot.keyClick(here or window, Key.Key_Tab)
    pytest.fail(f"Tab does not come to {identifier}")


@pytest.mark.parametrize("width", [1180, 520])
def test_tab_goes_where_the_eye_goes(qtbot: QtBot, opened: Open, small: Library, width: int) -> None:
    window = opened(small, width=width)
    window.session.go(Numbers("means"))
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    field(window, "d").setFocus()
    seen = []
    for _ in range(7):
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here.accessibleIdentifier())
        qtbot.keyClick(here, Key.Key_Tab)
    assert seen[:3] == ["answer.d", "answer.n", "answer.power"]
    assert (seen.index("numbers.more") < seen.index("answer.copy")) == (width > 1000)


def test_every_stop_of_tab_has_a_name(qtbot: QtBot, window: Window) -> None:
    click(qtbot, window, "numbers.more")
    fill(qtbot, window, d="0.2")
    wait_for(qtbot, window, "394")
    assert [stop for stop in tab_stops(window) if not name_of(stop)] == []


@pytest.mark.parametrize(("width", "text_size"), [(1180, 100), (360, 100), (1180, 200), (480, 200)])
def test_nothing_is_wider_than_the_page(qtbot: QtBot, opened: Open, small: Library, width: int, text_size: int) -> None:
    window = opened(small, width=width, text_size=text_size)
    for name in ("", *BY_NAME):
        window.session.go(Numbers(name))
        page = window.calculator_page if name else window.numbers_page
        if name:
            window.calculator_page.try_example()
            find(window, "numbers.more").setProperty("checked", True)
        QApplication.processEvents()
        assert page.body.minimumSizeHint().width() <= page.area.viewport().width()


def test_the_answer_stands_beside_the_form_where_there_is_room(opened: Open, small: Library) -> None:
    def apart(width: int) -> tuple[bool, bool]:
        window = opened(small, width=width)
        window.session.go(Numbers("means"))
        QApplication.processEvents()
        form, panel = field(window, "power"), find(window, "result.answer")
        page = window.calculator_page.body
        return (
            panel.mapTo(page, panel.rect().topLeft()).x() > form.mapTo(page, form.rect().topRight()).x(),
            panel.mapTo(page, panel.rect().topLeft()).y() > form.mapTo(page, form.rect().bottomLeft()).y(),
        )

    assert apart(1180) == (True, False)
    assert apart(520) == (False, True)


# What takes long


class Odd:
    """What the odd calculator does, set by a test."""

    fault: BaseException | None = None
    begun = Event()
    go = Event()
    stopped = Event()

    @classmethod
    def work(cls, *, n: float | None = None, method: str, progress, cancelled, **_: object) -> PowerResult:  # type: ignore[no-untyped-def]
        if cls.fault:
            raise cls.fault
        progress(0.25)
        cls.begun.set()
        while not cls.go.wait(0.002):
            if cancelled():
                cls.stopped.set()
                raise Refused("It was stopped.")
        return PowerResult(name="odd", method=method, solved="power", n_total=int(n or 1), power=0.9)


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Odd]]:
    """A calculator that takes until it is let go."""
    fields = (Field(name="n", label="People", role="sample", least=1),)
    made = Calculator(
        name="odd", title="Odd", about="Odd.", effect="pounds", fields=fields, methods=MEANS.methods,
        work=Odd.work, example="--n 5",
    )  # fmt: skip
    monkeypatch.setitem(BY_NAME, "odd", made)
    Odd.fault = None
    for event in (Odd.begun, Odd.go, Odd.stopped):
        event.clear()
    yield Odd
    Odd.go.set()


@pytest.fixture
def waiting(qtbot: QtBot, opened: Open, small: Library, odd: type[Odd]) -> Window:
    """At the odd calculator, which is at work."""
    window = opened(small)
    window.session.go(Numbers("odd"))
    fill(qtbot, window, n="5")
    qtbot.waitUntil(lambda: is_there(window, "busy.cancel"), timeout=10_000)
    return window


def test_what_takes_long_says_how_far_it_is_and_then_answers(qtbot: QtBot, waiting: Window, odd: type[Odd]) -> None:
    bar = find(waiting, "busy.progress")
    assert isinstance(bar, QProgressBar)
    assert bar.value() == 25
    assert name_of(bar)
    odd.go.set()
    wait_for(qtbot, waiting, "90%")
    assert not is_there(waiting, "busy.cancel")


def test_it_can_be_cancelled_and_asked_again(qtbot: QtBot, waiting: Window, odd: type[Odd]) -> None:
    click(qtbot, waiting, "busy.cancel")
    assert odd.stopped.wait(5)
    assert not is_there(waiting, "busy.cancel")
    assert QApplication.focusWidget() is find(waiting, "answer.again")
    odd.go.set()
    qtbot.keyClick(find(waiting, "answer.again"), Key.Key_Space)
    wait_for(qtbot, waiting, "90%")
    here = QApplication.focusWidget()
    assert here is not None
    assert find(waiting, "result.answer").isAncestorOf(here), "the keyboard stays where it was"


def test_a_change_of_mind_stops_it(qtbot: QtBot, waiting: Window, odd: type[Odd]) -> None:
    fill(qtbot, waiting, n="6")
    qtbot.waitUntil(odd.stopped.is_set)
    odd.go.set()
    wait_for(qtbot, waiting, "6 people")


def test_leaving_the_page_stops_it_and_coming_back_asks_again(qtbot: QtBot, waiting: Window, odd: type[Odd]) -> None:
    click(qtbot, waiting, "nav.home")
    assert odd.stopped.wait(5)
    odd.go.set()
    click(qtbot, waiting, "nav.back")
    wait_for(qtbot, waiting, "90%")


def test_the_window_may_be_closed_meanwhile(waiting: Window, odd: type[Odd]) -> None:
    waiting.close()
    assert odd.stopped.wait(5)

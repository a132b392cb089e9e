"""The shell: a bar, a strip for messages, and one page at a time. All signals are connected in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thinking_professionals.library.questions import CHOICES
from thinking_professionals.qt import presenting
from thinking_professionals.qt.dress import Dresser
from thinking_professionals.qt.files import ask_allocation, ask_export, ask_list, ask_open, ask_save
from thinking_professionals.qt.pages.home import HomePage
from thinking_professionals.qt.parts.bar import Bar, Notice
from thinking_professionals.qt.parts.ring import FocusRing
from thinking_professionals.qt.parts.sheet import Sheet, em
from thinking_professionals.qt.parts.waiting import waiting
from thinking_professionals.qt.places import Ask, Check, Door, Home, Lots, Numbers, Result
from thinking_professionals.qt.session import Session
from thinking_professionals.qt.settings import SIZES, Settings

if TYPE_CHECKING:
    from thinking_professionals.qt.lots import LotDrawing
    from thinking_professionals.qt.pages.asking import AskingPage
    from thinking_professionals.qt.pages.calculator import CalculatorPage
    from thinking_professionals.qt.pages.check import CheckPage
    from thinking_professionals.qt.pages.checklist import ChecklistPage
    from thinking_professionals.qt.pages.door import DoorPage
    from thinking_professionals.qt.pages.lots import LotsPage
    from thinking_professionals.qt.pages.numbers import NumbersPage
    from thinking_professionals.qt.pages.question import QuestionPage
    from thinking_professionals.qt.pages.result import ResultPage

NAME = "Thinking Professionals"
SOON = 100
"""Milliseconds after which the home page has been painted."""
NARROWEST = 16
"""Ems at which every page still has room for what does not wrap."""
AnyPage = TypeVar("AnyPage", bound=Sheet)


class Window(QMainWindow):
    def __init__(self, session: Session, settings: Settings, dresser: Dresser) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        dresser.setParent(self)
        self._settings = settings
        self._dresser = dresser
        self.setWindowTitle(NAME)
        self._menu = QMenu(self)
        self._fill_menu()
        self._bar, self._notice = Bar(self._menu, self), Notice(self)
        self._pages = QStackedWidget(self)
        self.home_page = HomePage(self)
        self._pages.addWidget(self.home_page)
        self._ring = FocusRing(self)
        self._lay_out()
        self._connect()
        self.resize(1180, 800)
        self.restoreGeometry(settings.geometry)
        self._present()
        QTimer.singleShot(SOON, self._furnish)

    @cached_property
    def door_page(self) -> DoorPage:
        from thinking_professionals.qt.pages.door import DoorPage

        return self._add(DoorPage(self), self._connect_door)

    @cached_property
    def question_page(self) -> QuestionPage:
        from thinking_professionals.qt.pages.question import QuestionPage

        return self._add(QuestionPage(self), self._connect_question)

    @cached_property
    def checklist_page(self) -> ChecklistPage:
        from thinking_professionals.qt.pages.checklist import ChecklistPage

        return self._add(ChecklistPage(self), self._connect_checklist)

    @cached_property
    def check_page(self) -> CheckPage:
        from thinking_professionals.qt.pages.check import CheckPage

        return self._add(CheckPage(self), self._connect_check)

    @cached_property
    def result_page(self) -> ResultPage:
        from thinking_professionals.qt.pages.result import ResultPage

        return self._add(ResultPage(self), self._connect_result)

    @cached_property
    def numbers_page(self) -> NumbersPage:
        from thinking_professionals.calculators.power.catalogue import CALCULATORS
        from thinking_professionals.qt.pages.numbers import NumbersPage

        return self._add(NumbersPage(CALCULATORS, self), self._connect_numbers)

    @cached_property
    def calculator_page(self) -> CalculatorPage:
        from thinking_professionals.qt.pages.calculator import CalculatorPage

        return self._add(CalculatorPage(self), self._connect_calculator)

    @cached_property
    def lots_page(self) -> LotsPage:
        from thinking_professionals.qt.pages.lots import LotsPage

        return self._add(LotsPage(self), self._connect_lots)

    @cached_property
    def lots(self) -> LotDrawing:
        from thinking_professionals.qt.lots import LotDrawing

        return LotDrawing(self)

    def _add(self, page: AnyPage, connect: Callable[[AnyPage], None]) -> AnyPage:
        self._pages.addWidget(page)
        connect(page)
        return page

    def _furnish(self) -> None:
        """Build the pages that the home page did not wait for."""
        _ = (self.question_page, self.checklist_page, self.door_page, self.check_page, self.result_page)

    # Wishes go to the session, facts come from it: these are all the connections between the parts of the window

    def _connect(self) -> None:
        session, bar, home = self.session, self._bar, self.home_page
        session.changed.connect(self._present)
        session.told.connect(self._notice.tell)
        session.kept.connect(self._kept)

        bar.home.clicked.connect(session.home)
        bar.back.clicked.connect(session.back)
        bar.save.clicked.connect(self._save)
        bar.export.clicked.connect(self._export)
        bar.result.clicked.connect(session.result)

        home.entered.connect(session.enter)
        home.carried_on.connect(session.carry_on)
        home.removed.connect(session.remove)
        home.bring_back_wished.connect(session.bring_back)
        home.open_wished.connect(self._open)
        home.new_wished.connect(self._new)
        home.numbers_wished.connect(self._numbers)
        home.lots_wished.connect(self._draw_lots)

        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._ring.follow)

    def _connect_door(self, page: DoorPage) -> None:
        page.entered.connect(self.session.enter)

    def _connect_question(self, page: QuestionPage) -> None:
        page.edited.connect(self._edited)
        page.answered.connect(self.session.answer)
        page.changed_mind.connect(self.session.ask)

    def _connect_checklist(self, page: ChecklistPage) -> None:
        page.edited.connect(self._edited)
        page.answered.connect(self.session.answer_page)
        page.changed_mind.connect(self.session.ask)

    def _connect_check(self, page: CheckPage) -> None:
        page.change_wished.connect(self.session.ask)
        page.noted.connect(self.session.note)
        page.renamed.connect(self._renamed)
        page.result_wished.connect(self.session.result)

    def _connect_result(self, page: ResultPage) -> None:
        page.asked.connect(self.session.ask)
        page.check_wished.connect(self.session.check)
        page.export_wished.connect(self._export)
        page.lots_wished.connect(self._draw_lots)

    def _connect_numbers(self, page: NumbersPage) -> None:
        page.chosen.connect(self._calculate)

    def _connect_calculator(self, page: CalculatorPage) -> None:
        from thinking_professionals.qt.reckoner import Reckoner

        reckoner = Reckoner(page)
        page.asked.connect(reckoner.ask)
        page.stopped.connect(reckoner.stop)
        page.others_wished.connect(self._numbers)
        reckoner.answered.connect(page.panel.answer)
        reckoner.pictured.connect(page.panel.picture)
        reckoner.refused.connect(page.panel.help)
        reckoner.progressed.connect(page.panel.progress)

    def _connect_lots(self, page: LotsPage) -> None:
        page.list_wished.connect(self._choose_list)
        page.wanted.connect(self.lots.want)
        page.draw_wished.connect(self._choose_allocation)
        self.lots.changed.connect(self._lots_changed)
        self.lots.told.connect(self._notice.tell)

    def _present(self) -> None:
        """Show the place that the session is at."""
        session = self.session
        page: Sheet
        match session.place:
            case Home():
                page = self.home_page
                presenting.present_home(self.home_page, session)
            case Door():
                page = self.door_page
                presenting.present_door(self.door_page, session)
            case Ask(question):
                page = self._present_asking(question)
            case Check():
                page = self.check_page
                presenting.present_check(self.check_page, session)
            case Result():
                page = self._present_result()
            case Numbers(calculator):
                page = self._present_numbers(calculator)
            case Lots():
                page = self.lots_page
                page.present(self.lots)
        self._notice.hide()
        self._present_bar()
        self._pages.setCurrentWidget(page)
        self._arrive(page)

    def _present_asking(self, question_id: str) -> AskingPage:
        """The page of one question, or of all that are asked together with it."""
        question, route = self.session.library.questions.by_id[question_id], self.session.route()
        assert route is not None  # a question is only shown on a route
        if question.page is None:
            presenting.present_question(self.question_page, self.session, question, route)
            return self.question_page
        presenting.present_checklist(self.checklist_page, self.session, question, route)
        return self.checklist_page

    def _present_result(self) -> ResultPage:
        with waiting():
            presenting.present_result(self.result_page, self.session)
        return self.result_page

    def _present_numbers(self, name: str) -> NumbersPage | CalculatorPage:
        from thinking_professionals.calculators.power.catalogue import BY_NAME

        if not name:
            return self.numbers_page
        self.calculator_page.present(BY_NAME[name])
        return self.calculator_page

    def _arrive(self, page: Sheet) -> None:
        """Start at the top, with the keyboard where the page begins."""
        page.to_top()
        if start := page.start():
            start.show()  # a layout shows what is new only soon, and what is hidden takes no focus
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        page.announce()

    def _present_bar(self) -> None:
        session = self.session
        title = presenting.title_of(session)
        self._bar.present(title, back=session.can_go_back, plan=bool(title), result=session.route() is not None)
        self.setWindowTitle(f"{title} – {NAME}" if title else NAME)

    def _kept(self, kept: bool) -> None:
        self._present_bar()
        self._bar.tell_kept(kept)

    def _edited(self, question_id: str, raw: object) -> None:
        """Keep what is being said; where an option was chosen, show at once what it opens and closes."""
        session = self.session
        session.say(question_id, raw)  # type: ignore[arg-type]
        question = session.library.questions.by_id[question_id]
        route = session.route()
        if route is not None and (question.kind in CHOICES or question.page):
            page = self.checklist_page if question.page else self.question_page
            page.present_beside(presenting.beside(session, route, question))

    def _renamed(self, title: str) -> None:
        self.session.rename(title)
        self._present_bar()

    def _numbers(self) -> None:
        self.session.go(Numbers())

    def _calculate(self, calculator: str) -> None:
        self.session.go(Numbers(calculator))

    # Lots

    def _draw_lots(self) -> None:
        self.session.go(Lots())

    def _lots_changed(self) -> None:
        self._notice.hide()
        self.lots_page.present(self.lots)
        if self.lots.done is None:
            self.lots_page.announce()
        else:
            self._arrive(self.lots_page)

    def _choose_list(self) -> None:
        dialog = ask_list(self)
        dialog.fileSelected.connect(self._list_chosen)
        dialog.open()

    def _list_chosen(self, path: str) -> None:
        with waiting():
            self.lots.read(Path(path))

    def _choose_allocation(self) -> None:
        dialog = ask_allocation(self, self.lots.source.name.rpartition(".")[0] if self.lots.source else "")
        dialog.fileSelected.connect(self._allocation_chosen)
        dialog.open()

    def _allocation_chosen(self, path: str) -> None:
        with waiting():
            self.lots.draw(Path(path))

    # Files

    def _new(self) -> None:
        if self.session.start_anew():
            self._notice.tell(self.tr("This is a new plan. Choose a door to begin."), False)

    def _open(self) -> None:
        dialog = ask_open(self)
        dialog.fileSelected.connect(self._opened)
        dialog.open()

    def _opened(self, path: str) -> None:
        self.session.open_plan(Path(path))

    def _save(self) -> None:
        if self.session.chosen is None:
            self._save_as()
        else:
            self.session.save()

    def _save_as(self) -> None:
        dialog = ask_save(self, self.session.plan.title)
        dialog.fileSelected.connect(self._saved)
        dialog.open()

    def _saved(self, path: str) -> None:
        self.session.save_as(Path(path))

    def _export(self) -> None:
        dialog = ask_export(self, self.session.plan.title)
        dialog.fileSelected.connect(self._exported)
        dialog.open()

    def _exported(self, path: str) -> None:
        with waiting():
            self.session.export(Path(path))

    def _about(self) -> None:
        from thinking_professionals.qt.about import About

        About(self.session.library, self).open()

    # Appearance

    def _look(self, action: QAction) -> None:
        self._settings.appearance = action.data()
        self._dresser.dress()

    def _size(self, action: QAction) -> None:
        self._settings.text_size = action.data()
        self._dresser.dress()

    def _bigger(self) -> None:
        self._step(1)

    def _smaller(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        at = SIZES.index(self._settings.text_size) + by
        if 0 <= at < len(SIZES):
            self._sizes.actions()[at].trigger()

    # How it is laid out

    def _lay_out(self) -> None:
        middle = QWidget(self)
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._bar)
        lines.addWidget(self._notice)
        lines.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        self.setMinimumSize(max(360, NARROWEST * em(self)), 320)

    def _fill_menu(self) -> None:
        keys = QKeySequence.StandardKey
        session = self.session
        self._act(self._menu, self.tr("New plan"), self._new, keys.New)
        self._act(self._menu, self.tr("Open…"), self._open, keys.Open)
        self._act(self._menu, self.tr("Save"), self._save, keys.Save)
        self._act(self._menu, self.tr("Save as…"), self._save_as, "Ctrl+Shift+S")
        self._act(self._menu, self.tr("Export…"), self._export, "Ctrl+E")
        self._act(self._menu, self.tr("Check your answers"), session.check, "Ctrl+K")
        self._act(self._menu, self.tr("Work out numbers"), self._numbers)
        self._act(self._menu, self.tr("Draw the lots"), self._draw_lots)
        self._menu.addSeparator()
        self._looks = self._choices(
            self.tr("Appearance"),
            [(self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")],
            self._settings.appearance,
        )
        self._looks.triggered.connect(self._look)
        sizes = [(self.tr("{percent} %").format(percent=size), size) for size in SIZES]
        self._sizes = self._choices(self.tr("Text size"), sizes, self._settings.text_size)
        self._sizes.triggered.connect(self._size)
        self._menu.addSeparator()
        self._act(self._menu, self.tr("About"), self._about)
        self._act(self._menu, self.tr("Quit"), self.close, "Ctrl+Q")
        self._act(None, self.tr("Home"), session.home, "Ctrl+Home")
        self._act(None, self.tr("Back"), session.back, "Alt+Left")
        self._act(None, self.tr("Larger text"), self._bigger, keys.ZoomIn)
        self._act(None, self.tr("Smaller text"), self._smaller, keys.ZoomOut)

    def _act(
        self,
        menu: QMenu | None,
        words: str,
        does: Callable[[], object],
        key: QKeySequence.StandardKey | str | None = None,
    ) -> None:
        action = QAction(words, self)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(does)
        self.addAction(action)
        if menu is not None:
            menu.addAction(action)

    def _choices(self, title: str, choices: Sequence[tuple[str, object]], now: object) -> QActionGroup:
        group = QActionGroup(self)
        menu = self._menu.addMenu(title)
        for words, value in choices:
            action = QAction(words, group)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value == now)
            menu.addAction(action)
        return group

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.close()
        self._settings.geometry = self.saveGeometry()
        event.accept()

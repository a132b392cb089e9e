"""The one thing that changes: the plan, and the place looked at. Everything shown is worked out from them.

Wishes arrive as method calls; `changed` says that something else is to be shown. The plan is put away at each change
without waiting for the disk, and again durably at each pause, page and close.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from thinking_professionals.answers import Answer, Raw
from thinking_professionals.drafts import Draft, Drafts
from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch
from thinking_professionals.plan import Plain, Plan, PlanError, read_plan, understand_plan, write_plan
from thinking_professionals.qt.places import Ask, Check, Home, Place, Result
from thinking_professionals.qt.wayfinding import Way
from thinking_professionals.route import Route, trace
from thinking_professionals.saying import say_title

if TYPE_CHECKING:  # what the home page does without is read when it is first needed
    from thinking_professionals.library.designs import Design
    from thinking_professionals.report.document import Report

PAUSE = 600
"""Milliseconds without a change after which the plan is put away durably."""
PAGE = 50
"""Milliseconds after going to another page, so that the page is painted first."""
AGAIN = 5000
"""Milliseconds until a plan that could not be put away is tried again."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The rooms below, as the session asks them."""

    candidates: Callable[[Library, Route], tuple[Design, ...]]
    summarise: Callable[[Library, Plan, Route, date], Report]
    write: Callable[[Report, str], bytes]
    """The bytes of a report in the format of a file's suffix."""


class Session(QObject):
    changed = Signal()
    """Another place, another plan, or other answers: show it."""
    told = Signal(str, bool)
    """Something to say, and whether it is a failure."""
    kept = Signal(bool)
    """Whether the plan as it stands is put away."""

    def __init__(
        self, library: Library, drafts: Drafts, engine: Engine, today: Callable[[], date], examples: Path | None = None
    ) -> None:
        """Plans in the folder `examples` are opened as copies, so that nobody writes over them."""
        super().__init__()
        self._examples = examples
        self.library = library
        self._drafts = drafts
        self._engine = engine
        self._clock = today
        self._plan = Plan()
        self._draft: Draft | None = None
        self._leaving: Draft | None = None
        """Removed, but still there: until another place is gone to, it can be brought back."""
        self._place: Place = Home()
        self._past: list[Place] = []
        self._unsettled = False
        """Whether something was said since the disk last held everything."""
        self._fault = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.put_away)

    # What there is

    @property
    def today(self) -> date:
        return self._clock()

    @property
    def plan(self) -> Plan:
        return self._plan

    @property
    def place(self) -> Place:
        return self._place

    @property
    def chosen(self) -> Path | None:
        """The file that the person chose for the plan."""
        return self._draft.chosen if self._draft else None

    @property
    def branch(self) -> Branch | None:
        return self.library.questions.branch(self._plan.branch)

    @property
    def recent(self) -> tuple[Draft, ...]:
        gone = self._leaving.id if self._leaving else ""
        return tuple(draft for draft in self._drafts.recent() if draft.id != gone)

    @property
    def leaving(self) -> Draft | None:
        """The plan that was removed just now and can be brought back."""
        return self._leaving

    @property
    def can_go_back(self) -> bool:
        return bool(self._past) or self._place != Home()

    def understood(self) -> tuple[dict[str, Answer], tuple[str, ...]]:
        """The answers with their types, and a sentence on each thing in the plan that is not used."""
        return understand_plan(self._plan, self.library.questions)

    def route(self) -> Route | None:
        """The way through the door the plan is at; None where the door has no questions."""
        branch = self.branch
        if branch is None or branch.first is None:
            return None
        return trace(self.library.questions, branch, self.understood()[0])

    def still_open(self, route: Route) -> tuple[Design, ...]:
        """The designs that may still be recommended."""
        return self._engine.candidates(self.library, route)

    def report(self, route: Route) -> Report:
        return self._engine.summarise(self.library, self._plan, route, self.today)

    # Going from place to place

    def go(self, place: Place) -> None:
        if not self._way().same_page(self._place, place):
            self._past.append(self._place)
        if place != self._place:
            self._show(place)

    def home(self) -> None:
        self.go(Home())

    def back(self) -> None:
        way = self._way()
        while self._past:
            place = self._past.pop()
            if not way.same_page(self._place, place) and way.stands(place):
                self._show(place)
                return
        self._show(way.before(self._place))

    def enter(self, branch_id: str) -> None:
        """Through a door: to its next question, its page, or the check where everything is answered."""
        self._plan = replace(self._plan, branch=branch_id)
        self._unsettled = True
        self.go(self._way().onward())

    def ask(self, question_id: str) -> None:
        self._go_if_it_stands(Ask(question_id))

    def check(self) -> None:
        self._go_if_it_stands(Check())

    def result(self) -> None:
        self._go_if_it_stands(Result())

    def _go_if_it_stands(self, place: Place) -> None:
        if self._way().stands(place):
            self.go(place)

    def _way(self) -> Way:
        return Way(self.library.questions, self._plan.branch, self.route())

    # What the person says

    def say(self, question_id: str, raw: Raw | None) -> None:
        """Keep an answer as it is being given; None takes it away. The page stays as it is."""
        answers: dict[str, Plain] = dict(self._plan.answers)
        if raw is None:
            answers.pop(question_id, None)
        else:
            answers[question_id] = raw
        self._replace(replace(self._plan, answers=answers, title=self._title_after(question_id, raw)))

    def answer(self, question_id: str, raw: Raw) -> None:
        """Keep an answer and go on: to the first question without one, or to the check."""
        self.answer_page({question_id: raw})

    def answer_page(self, answers: Mapping[str, Raw]) -> None:
        """Keep the answers of a page and go on."""
        for question_id, raw in answers.items():
            self.say(question_id, raw)
        self.go(self._way().onward())

    def _title_after(self, question_id: str, raw: Raw | None) -> str:
        """The plan's title: where a question names the plan, it follows the answer until the person names it."""
        title, before = self._plan.title, self._plan.answers.get(question_id, "")
        names = self.library.questions.by_id[question_id].tells == "scheme"
        if not names or not isinstance(raw, str) or title not in {"", say_title(str(before))}:
            return title
        return say_title(raw)

    def note(self, question_id: str, text: str) -> None:
        notes = {key: value for key, value in self._plan.notes.items() if key != question_id}
        self._replace(replace(self._plan, notes={**notes, question_id: text} if text else notes))

    def rename(self, title: str) -> None:
        self._replace(replace(self._plan, title=title))

    # Plans and files

    def start_anew(self) -> bool:
        """Whether there is a new plan now."""
        if not self._can_leave():
            return False
        self._take(Plan(), None)
        self._show(Home())
        return True

    def carry_on(self, draft_id: str) -> None:
        draft = next((draft for draft in self.recent if draft.id == draft_id), None)
        if draft is None:
            self.told.emit(self.tr("That plan is no longer here. Open it from its file instead."), True)
        else:
            self._read(lambda: (self._drafts.open(draft), draft), lambda: self._way().left_off())

    def remove(self, draft_id: str) -> None:
        """Take a plan off the list. It can be brought back until this place is left or the window closed."""
        self.put_away()
        self._let_go()
        self._leaving = next((draft for draft in self.recent if draft.id == draft_id), None)
        if self._leaving and self._draft and self._leaving.id == self._draft.id:
            self._take(Plan(), None)
        self.changed.emit()

    def bring_back(self) -> None:
        self._leaving = None
        self.changed.emit()

    def open_plan(self, path: Path) -> None:
        self._read(lambda: self._from_file(path), lambda: self._way().onward())

    def save(self) -> None:
        """Into the chosen file, at once."""
        self._unsettled = True
        if self.chosen and self.put_away():
            self.told.emit(self.tr("Saved to {path}").format(path=self.chosen), False)

    def save_as(self, path: Path) -> None:
        before = self._draft
        try:
            self._draft = self._drafts.chosen(before or self._drafts.new(self._plan), path)
        except PlanError as fault:
            self._save_alone(path, str(fault))
            return
        self.save()
        if self._fault:
            self._draft = before

    def _save_alone(self, path: Path, fault: str) -> None:
        """Into a file only, where the person's own data folder takes nothing."""
        try:
            write_plan(self._as_kept(), path, self.library.questions)
        except PlanError as fault_there:
            self._failed(str(fault_there))
        else:
            self._unsettled, self._fault = False, ""
            told = self.tr("Saved to {path}. It is not saved as you type: {fault}")
            self.told.emit(told.format(path=path, fault=fault), True)

    def export(self, path: Path) -> None:
        """Write the summary; the suffix picks the kind of document."""
        route = self.route()
        if route is None:
            self.told.emit(self.tr("There is nothing to export yet. Choose a door and answer its questions."), True)
            return
        from thinking_professionals.report.write import UnknownFormat

        try:
            write_file(path, self._engine.write(self.report(route), path.suffix))
        except (CannotWrite, UnknownFormat) as fault:
            self.told.emit(self.tr("Not exported. {fault}").format(fault=fault), True)
        else:
            self.told.emit(self.tr("Exported to {path}").format(path=path), False)

    def put_away(self) -> bool:
        """Keep the plan durably, in its draft and its chosen file; whether it is kept."""
        return self._keep(durable=True) if self._unsettled else not self._fault

    def close(self) -> None:
        """The window is being closed."""
        self.put_away()
        self._let_go()

    # How it is done

    def _let_go(self) -> None:
        """Delete what was removed; its chosen file stays."""
        draft, self._leaving = self._leaving, None
        if draft is None:
            return
        try:
            self._drafts.forget(draft)
        except PlanError as fault:
            self.told.emit(str(fault), True)

    def _replace(self, plan: Plan) -> None:
        self._plan = plan
        self._unsettled = True
        if self._keep(durable=False):
            self._pause.start(PAUSE)

    def _show(self, place: Place) -> None:
        self._let_go()
        self._place = place
        self.changed.emit()
        self._pause.start(PAGE)

    def _take(self, plan: Plan, draft: Draft | None) -> None:
        self._plan, self._draft = plan, draft
        self._unsettled, self._fault = False, ""
        self._past.clear()

    def _read(self, read: Callable[[], tuple[Plan, Draft]], begin: Callable[[], Place]) -> None:
        if not self._can_leave():
            return
        try:
            self._take(*read())
        except PlanError as fault:
            self.told.emit(str(fault), True)
        else:
            self._show(Home() if self.branch is None else begin())
            self._tell_unused()

    def _tell_unused(self) -> None:
        """Say once, where a plan is opened, that something in it is not used."""
        answers, problems = self.understood()
        if not problems:
            return
        where = self.tr("See Check your answers.")
        told = f"{self._how_many_unused(answers)} {where}" if self._way().stands(Check()) else problems[0]
        self.told.emit(told, True)

    def _how_many_unused(self, answers: Mapping[str, Answer]) -> str:
        match len(self._plan.answers) - len(answers):
            case 0:
                return self.tr("Part of this plan is not used.")
            case 1:
                return self.tr("1 answer of this plan is not used.")
            case count:
                return self.tr("{count} answers of this plan are not used.").format(count=count)

    def _can_leave(self) -> bool:
        """Whether the plan is kept, if only as a draft, so that another may take its place; tells where not."""
        if self.put_away() or self._keep(durable=False):
            return True
        self.told.emit(self._fault, True)
        return False

    def _from_file(self, path: Path) -> tuple[Plan, Draft]:
        plan = read_plan(path)
        example = self._examples is not None and path.resolve().is_relative_to(self._examples.resolve())
        return plan, self._drafts.new(plan, None if example else path)

    def _keep(self, *, durable: bool) -> bool:
        if self._draft is None and not (self._plan.answers or self._plan.title or self._plan.notes):
            return True
        plan = self._as_kept()
        try:
            self._draft = self._drafts.save(self._draft or self._drafts.new(plan), plan, durable=durable)
        except PlanError as fault:
            self._failed(str(fault))
            return False
        self._unsettled, self._fault = not durable, ""
        self.kept.emit(True)
        return True

    def _as_kept(self) -> Plan:
        return replace(self._plan, edition=self.library.edition, saved=self.today)

    def _failed(self, fault: str) -> None:
        """Say it once, not at every keystroke, and try again."""
        self.kept.emit(False)
        if fault != self._fault:
            self._fault = fault
            self.told.emit(fault, True)
        self._pause.start(AGAIN)

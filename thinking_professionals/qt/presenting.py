"""From the session to what a page shows: values only, worked out afresh each time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from thinking_professionals.drafts import Draft
from thinking_professionals.library.questions import Question
from thinking_professionals.qt.pages.home import HomePage, Recent
from thinking_professionals.qt.session import Session
from thinking_professionals.route import Route
from thinking_professionals.saying import say, say_date

if TYPE_CHECKING:  # the home page does not wait for the others
    from thinking_professionals.qt.pages.check import CheckPage
    from thinking_professionals.qt.pages.door import DoorPage
    from thinking_professionals.qt.pages.question import Beside, QuestionPage
    from thinking_professionals.qt.pages.result import ResultPage
    from thinking_professionals.qt.parts.trail import Said

MOST_RECENT = 6


def tr(words: str) -> str:
    return QCoreApplication.translate("presenting", words)


def title_of(session: Session) -> str:
    """What the plan is called; nothing where there is no plan yet."""
    plan = session.plan
    return plan.title.strip() or (tr("Untitled plan") if plan.answers else "")


def present_home(page: HomePage, session: Session) -> None:
    questions = session.library.questions
    recent = [_recent(draft, session.today) for draft in session.recent[:MOST_RECENT]]
    page.present(questions.welcome, questions.invitation, questions.branches, title_of(session), recent)


def present_door(page: DoorPage, session: Session) -> None:
    branches = session.library.questions.branches
    door = session.branch
    if door is not None:
        page.present(door, tuple(branch for branch in branches if branch.first is not None))


def present_question(page: QuestionPage, session: Session, question_id: str) -> None:
    from thinking_professionals.qt.pages.question import Asked

    question = session.library.questions.by_id[question_id]
    route = session.route()
    if route is None:
        return
    ids = [step.question.id for step in route.steps]
    number = ids.index(question_id) + 1 if question_id in ids else len(ids) + 1
    sources = {benchmark.source: _source(session, benchmark.source) for benchmark in question.benchmarks}
    said = session.plan.answers.get(question_id)
    page.present(Asked(question, said, number, route.branch.title, sources), beside(session, route, question))


def beside(session: Session, route: Route, here: Question) -> Beside:
    from thinking_professionals.qt.pages.question import Beside
    from thinking_professionals.qt.parts.trail import Said

    trail = [_said(step.question, say(step.question, step.answer), here) for step in route.steps]
    if route.next_question is not None:
        trail.append(_said(route.next_question, "", here))
    by_id = session.library.questions.by_id
    aside = [Said(id_, by_id[id_].topic, say(by_id[id_], answer)) for id_, answer in route.set_aside.items()]
    still_open = tuple(design.name for design in session.still_open(route))
    return Beside(tuple(trail), tuple(aside), still_open)


def present_check(page: CheckPage, session: Session) -> None:
    from thinking_professionals.qt.pages.check import Answered

    route = session.route()
    if route is None:
        return
    notes = session.plan.notes
    answered = [
        Answered(step.question.id, step.question.ask, say(step.question, step.answer), notes.get(step.question.id, ""))
        for step in route.steps
    ]
    if (left := route.next_question) is not None:
        answered.append(Answered(left.id, left.ask, "", notes.get(left.id, "")))
    by_id = session.library.questions.by_id
    aside = [f"{by_id[id_].ask} {say(by_id[id_], answer)}" for id_, answer in route.set_aside.items()]
    page.present(session.plan.title, answered, aside, session.understood()[1], route.complete)


def present_result(page: ResultPage, session: Session) -> None:
    if (route := session.route()) is not None:
        page.present(session.report(route))


def _said(question: Question, words: str, here: Question) -> Said:
    from thinking_professionals.qt.parts.trail import Said

    return Said(question.id, question.topic, words, question.id == here.id)


def _source(session: Session, source_id: str) -> str:
    source = session.library.source_by_id.get(source_id)
    return f"{source.title}, {source.date}" if source else source_id


def _recent(draft: Draft, today: date) -> Recent:
    count = tr("1 answer") if draft.answered == 1 else tr("{n} answers").format(n=draft.answered)
    return Recent(draft.id, draft.title or tr("Untitled plan"), f"{count} · {_when(draft.when, today)}")


def _when(moment: datetime, today: date) -> str:
    day = moment.astimezone().date()
    match (today - day).days:
        case 0:
            return tr("today")
        case 1:
            return tr("yesterday")
    return say_date(day)

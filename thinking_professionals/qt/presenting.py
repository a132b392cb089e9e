"""From the session to what a page shows: values only, worked out afresh each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from thinking_professionals.answers import DONT_KNOW, Answer, Answers
from thinking_professionals.drafts import Draft
from thinking_professionals.library.questions import Benchmark, Question
from thinking_professionals.library.sourcing import SURENESS_WORDS
from thinking_professionals.qt.pages.home import HomePage, Recent
from thinking_professionals.qt.session import Session
from thinking_professionals.route import Route, facts_beside, together
from thinking_professionals.saying import say, say_date

if TYPE_CHECKING:  # the home page does not wait for the others
    from thinking_professionals.qt.entries.asked import Asked
    from thinking_professionals.qt.pages.asking import Beside
    from thinking_professionals.qt.pages.check import Answered, AnsweredPage, CheckPage
    from thinking_professionals.qt.pages.checklist import ChecklistPage
    from thinking_professionals.qt.pages.door import DoorPage
    from thinking_professionals.qt.pages.question import QuestionPage
    from thinking_professionals.qt.pages.result import ResultPage
    from thinking_professionals.qt.parts.trail import Said

MOST_RECENT = 6
NOT_KNOWN = "Not known yet"


def tr(words: str) -> str:
    return QCoreApplication.translate("presenting", words)


def title_of(session: Session) -> str:
    """What the plan is called; nothing where there is no plan yet."""
    plan = session.plan
    return plan.title.strip() or (tr("Untitled plan") if plan.answers else "")


def present_home(page: HomePage, session: Session) -> None:
    questions = session.library.questions
    recent = [_recent(draft, session.today) for draft in session.recent[:MOST_RECENT]]
    leaving = session.leaving and (session.leaving.title or tr("Untitled plan"))
    page.present(questions.welcome, questions.invitation, questions.branches, title_of(session), recent, leaving or "")


def present_door(page: DoorPage, session: Session) -> None:
    branches = session.library.questions.branches
    door = session.branch
    if door is not None:
        page.present(door, tuple(branch for branch in branches if branch.first is not None))


def present_question(page: QuestionPage, session: Session, question: Question, route: Route) -> None:
    page.present(_asked(session, route, question), _where(session, route, question), beside(session, route, question))


def present_checklist(page: ChecklistPage, session: Session, question: Question, route: Route) -> None:
    mates = together(session.library.questions, route, question)
    asked = tuple(_asked(session, route, one) for one in mates)
    where = tr("{where}, in {count} parts").format(where=_where(session, route, question), count=len(asked))
    about = session.library.questions.page_by_id[question.page or ""]
    page.present(about, asked, question.id, where, beside(session, route, question))


def beside(session: Session, route: Route, here: Question) -> Beside:
    from thinking_professionals.qt.pages.asking import Beside
    from thinking_professionals.qt.parts.trail import Said

    given = route.given
    trail = tuple(_said(session, given, mates, here) for mates in _by_page(session, route))
    aside = [Said(one.id, one.topic, say(one, answer)) for one, answer in _set_aside(session, route)]
    still_open = tuple(design.name for design in session.still_open(route))
    return Beside(trail, tuple(aside), still_open)


def present_check(page: CheckPage, session: Session) -> None:
    route = session.route()
    if route is None:
        return
    given = route.given
    answered = [_answered(session, given, mates) for mates in _by_page(session, route)]
    aside = [f"{one.ask} {say(one, answer)}" for one, answer in _set_aside(session, route)]
    page.present(session.plan.title, answered, aside, session.understood()[1], route.complete)


def present_result(page: ResultPage, session: Session) -> None:
    if (route := session.route()) is not None:
        lots = any("drawn" in design.family for design in session.still_open(route))
        page.present(session.report(route), lots=lots)


def _by_page(session: Session, route: Route) -> list[tuple[Question, ...]]:
    """What was asked and is asked now: the questions of a page together, each other one by itself."""
    asked = [step.question for step in route.steps] + ([route.next_question] if route.next_question else [])
    first = [next(mates) for _, mates in groupby(asked, lambda question: question.page or question.id)]
    return [together(session.library.questions, route, question) for question in first]


def _said(session: Session, answers: Answers, mates: Sequence[Question], here: Question) -> Said:
    """One entry of the trail: an answer, or how much of a page is answered."""
    from thinking_professionals.qt.parts.trail import Said

    first = mates[0]
    if first.page is None:
        return Said(first.id, first.topic, _in_words(first, answers), first.id == here.id)
    title = session.library.questions.page_by_id[first.page].title
    return Said(first.id, title, _how_much(mates, answers), first.page == here.page)


def _how_much(mates: Sequence[Question], answers: Answers) -> str:
    given = [answers[question.id] for question in mates if question.id in answers]
    known = sum(answer is not DONT_KNOW for answer in given)
    if not known:
        return NOT_KNOWN if given else ""
    return tr("{known} of {all} answered").format(known=known, all=len(mates))


def _answered(session: Session, answers: Answers, mates: Sequence[Question]) -> Answered | AnsweredPage:
    from thinking_professionals.qt.pages.check import Answered, AnsweredPage

    notes = session.plan.notes
    rows = tuple(Answered(one.id, one.ask, _in_words(one, answers), notes.get(one.id, "")) for one in mates)
    page = mates[0].page
    return rows[0] if page is None else AnsweredPage(session.library.questions.page_by_id[page].title, rows)


def _in_words(question: Question, answers: Answers) -> str:
    """What was said, nothing where nothing was; on a page, what is not known is not known *yet*."""
    if question.id not in answers:
        return ""
    answer = answers[question.id]
    return NOT_KNOWN if question.page and answer is DONT_KNOW else say(question, answer)


def _set_aside(session: Session, route: Route) -> list[tuple[Question, Answer]]:
    """Answers that this route does not ask for. What stands on the page being asked is only waiting."""
    now = together(session.library.questions, route, route.next_question) if route.next_question else ()
    by_id = session.library.questions.by_id
    aside = [(by_id[question_id], answer) for question_id, answer in route.set_aside.items()]
    return [(question, answer) for question, answer in aside if question not in now]


def _where(session: Session, route: Route, here: Question) -> str:
    """The door, and how far on the way a question is; a page counts as one."""
    number = next(at for at, mates in enumerate(_by_page(session, route), 1) if here in mates)
    return tr("{door} · Question {number}").format(door=route.branch.title, number=number)


def _asked(session: Session, route: Route, question: Question) -> Asked:
    from thinking_professionals.qt.entries.asked import Asked

    told = tuple(f"{one.text} ({_grounds(session, one)})" for one in facts_beside(question, route.answers))
    return Asked(question, session.plan.answers.get(question.id), told)


def _grounds(session: Session, fact: Benchmark) -> str:
    """Where a fact comes from and how sure it is; what we assume or work out has no source but us."""
    sure = SURENESS_WORDS[fact.sure]
    source = session.library.source_by_id[fact.source]
    return sure if fact.sure in {"J", "C"} else f"{source.title}, {source.date}; {sure}"


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

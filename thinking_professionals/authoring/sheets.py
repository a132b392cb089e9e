"""Pages of several questions: all that is on one must be known when it opens, and the way may cross it only once."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.library.condition import tests_in
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.questions import Question, Questionnaire


def page_faults(questionnaire: Questionnaire, top: Spot) -> None:
    """Report ways between the questions of a page that turn on it, ways back to it, and pages with nothing on them."""
    used = {question.page for question in questionnaire.questions}
    for page, place in (top / "pages").each(questionnaire.pages):
        if page.id not in used:
            (place / "id").fault(
                f"no question is on page '{page.id}'", f"write 'page: {page.id}' in some, or remove it"
            )
    for question, place in (top / "questions").each(questionnaire.questions):
        if question.page is not None:
            _settled(questionnaire, question, place)
            _crossed_once(questionnaire, question, place)


def _settled(questionnaire: Questionnaire, question: Question, spot: Spot) -> None:
    mates = {q.id for q in questionnaire.questions if q.page == question.page}
    if any(option.next for option in question.options) or mates.intersection(_tested(question)):
        what = f"the way on from '{question.id}' turns on an answer given on the same page"
        (spot / "next").fault(what, "test only what was asked before the page opens, or move the question off the page")


def _crossed_once(questionnaire: Questionnaire, question: Question, spot: Spot) -> None:
    for target in question.targets:
        beyond = questionnaire.by_id.get(target)
        if beyond is None or beyond.page == question.page:
            continue
        back = {
            q for q in questionnaire.onward[target] if questionnaire.by_id.get(q) and _on(questionnaire, q, question)
        }
        if back:
            what = f"the way on from '{question.id}' leaves its page by '{target}' and comes back to '{min(back)}'"
            (spot / "next").fault(what, "put the questions of a page one after another")


def _on(questionnaire: Questionnaire, question_id: str, other: Question) -> bool:
    return questionnaire.by_id[question_id].page == other.page


def _tested(question: Question) -> Iterator[str]:
    for edge in question.next if not isinstance(question.next, str) else ():
        if edge.when is not None:
            yield from (test.question for test in tests_in(edge.when))

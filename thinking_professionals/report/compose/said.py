"""Everything the person said, in order, with their remarks; what was set aside; what could not be used."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.library.questions import WRITTEN
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Heading,
    Link,
    Paragraph,
    Plain,
    Run,
    Runs,
    Said,
    Section,
    Table,
)
from thinking_professionals.route import Step
from thinking_professionals.saying import say


def your_answers(case: Case) -> Section:
    return Section("answers", "What you told us", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    rows = tuple((_asked(step), _answered(case, step)) for step in case.route.steps)
    if rows:
        caption = "Every question and answer, in the order asked"
        yield Table(caption, ("Question", "Your answer"), rows, widths=(0.5, 0.5))
    else:
        yield Paragraph(plain("No question of this door is answered yet."))
    if case.route.set_aside:
        yield Heading(plain("Set aside"))
        yield Paragraph(plain("These answers are kept. Your other answers mean that they are not asked here."))
        yield Bullets(tuple(_set_aside(case, question) for question in case.route.set_aside))
    if case.problems:
        yield Heading(plain("What we could not use"))
        yield Bullets(tuple((Said(problem),) for problem in case.problems))


def _asked(step: Step) -> Runs:
    return (Link(step.question.ask, step.question.id),)


def _answered(case: Case, step: Step) -> Runs:
    words = say(step.question, step.answer)
    typed = step.question.kind in WRITTEN and bool(step.answer)
    note = case.notes.get(step.question.id, "")
    remark: tuple[Run, ...] = (Plain("\nNote: "), Said(note)) if note else ()
    return (Said(words) if typed else Plain(words), *remark)


def _set_aside(case: Case, question_id: str) -> Runs:
    question = case.library.questions.by_id[question_id]
    return (Plain(f"{question.topic}: "), Said(say(question, case.route.set_aside[question_id])))

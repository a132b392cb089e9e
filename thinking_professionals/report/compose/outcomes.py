"""What to measure: the one outcome that decides, those that are reported beside it, and what could get worse."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.calculators.luck import chance_of_any
from thinking_professionals.library.designs import Design
from thinking_professionals.library.questions import Question, Tells
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Paragraph, Plain, Runs, Said, Section, Table

_NAMED: tuple[Tells, ...] = ("outcome", "further", "harm")
_HARM = "What could get worse. It is counted, and reported whatever it shows."
_JUDGED: dict[Tells, str] = {
    "outcome": "The main outcome. It decides if it worked.",
    "further": "Reported whatever it shows. It does not decide.",
    "harm": _HARM,
}
_TRIED_OUT = "Tried out: can it be counted, and how many gaps are there? It is not compared."
_FOLLOWED = "Followed, to see what happens. It does not decide if it worked."
_MISSING: dict[Tells, str] = {
    "outcome": "There is no main outcome yet. Without one, something is sure to look good by luck: ",
    "harm": "Nothing is named yet that could get worse. If no one looks, no one will see it: ",
}


def what_to_measure(case: Case) -> Section:
    return Section("outcomes", "What to measure", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    design = case.assessment.lead.design
    named = [(words, _part(design, tells)) for tells in _NAMED for words in _told(case, tells)]
    if named:
        rows: tuple[tuple[Runs, ...], ...] = tuple(((Said(words),), plain(part)) for words, part in named)
        yield Table("Each outcome, and its part", ("Outcome", "Its part"), rows, widths=(0.55, 0.45))
    if _measures(design):
        yield from _luck(len(_told(case, "further")))
    missing = [(_MISSING[tells], question) for tells in _MISSING for question in _left_empty(case, tells)]
    if missing:
        yield Bullets(tuple((Plain(words), case.to(question.id), Plain(".")) for words, question in missing))


def _measures(design: Design) -> bool:
    """Whether it measures the size of an effect, so that an outcome can decide."""
    return "impact" in design.family


def _part(design: Design, tells: Tells) -> str:
    """One that measures no effect, and yet must be in place before the start, is there to try things out."""
    if _measures(design):
        return _JUDGED[tells]
    if tells == "harm":
        return _HARM
    return _FOLLOWED if design.set_up is None else _TRIED_OUT


def _told(case: Case, tells: Tells) -> tuple[str, ...]:
    """What was written, one or several, without what is blank."""
    answer = case.route.told(tells)
    written = answer if isinstance(answer, tuple) else (answer,)
    return tuple(words for words in written if isinstance(words, str) and words.strip())


def _left_empty(case: Case, tells: Tells) -> Iterator[Question]:
    asked = (step.question for step in case.route.steps if step.question.tells == tells)
    return (question for question in asked if not _told(case, tells))


def _luck(others: int) -> Iterator[Block]:
    """The main outcome decides alone; among several others, one may well look like a result."""
    if others > 1:
        text = (
            "Only the main outcome decides, since the more you look at, the more will look good by luck. With the "
            f"{others} others, the chance is about {chance_of_any(others):.0%} that luck alone makes one or more look "
            "like a result (calculated, for the usual test of 1 in 20)."
        )
        yield Paragraph(plain(text))

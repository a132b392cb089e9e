"""What is written but never used: questions that nothing rests on, sources that nothing cites; and terms told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from thinking_professionals.authoring.firing import conditions_of
from thinking_professionals.library.condition import tests_in
from thinking_professionals.library.derived import Input
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.questions import WRITTEN, Question
from thinking_professionals.library.sourcing import Source, Term
from thinking_professionals.library.templates import is_template, names_in
from thinking_professionals.library.walk import texts

Things = Sequence[tuple[Any, Spot]]


def unused_questions(things: Things) -> None:
    """Report each question whose answer changes nothing. What people write, and what is told, is there to be read."""
    used = {name for thing, _ in things for name in _questions_used(thing)}
    for thing, spot in things:
        idle = isinstance(thing, Question) and thing.kind not in WRITTEN and thing.tells is None
        if idle and thing.id not in used:
            (spot / "id").fault(f"nothing uses the answer to '{thing.id}'", "let a rule or a way use it, or remove it")


def unused_sources(things: Things) -> None:
    """Report each source that nothing cites."""
    cited = {thing.source for thing, _ in things if hasattr(thing, "sure")}
    for thing, spot in things:
        if isinstance(thing, Source) and thing.id not in cited:
            (spot / "id").fault(f"nothing cites the source '{thing.id}'", "cite it, or remove it")


def repeated_terms(things: Things) -> None:
    """Report each spelling that stands for more than one glossary entry."""
    seen: set[str] = set()
    for thing, spot in things:
        if isinstance(thing, Term):
            for word in {thing.term.casefold(), *map(str.casefold, thing.also)}:
                if word in seen:
                    spot.fault(f"'{word}' is in the glossary twice", "keep one of the two")
                seen.add(word)


def _questions_used(thing: Any) -> Iterator[str]:
    for condition in conditions_of(thing):
        yield from (test.question for test in tests_in(condition))
    if isinstance(thing, Input):
        yield from thing.questions
    for text, _ in texts(thing):
        if is_template(text):
            yield from names_in(text)
    if isinstance(thing, Question) and any(option.next is not None for option in thing.options):
        yield thing.id

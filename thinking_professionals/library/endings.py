"""What the engine relies on in the content as a whole: every route comes to an end, and there is always an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thinking_professionals.library.clauses import always_open
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question, Questionnaire


def ending_faults(things: Iterable[tuple[Any, Spot]], library: Library) -> None:
    """Report, in content without other faults, questions that come round to themselves, and a want of a last resort."""
    for thing, spot in things:
        if isinstance(thing, Question) and thing.id in library.questions.onward[thing.id]:
            (spot / "next").fault(
                f"'{thing.id}' can be asked again after itself", "let it, or a question after it, lead elsewhere"
            )
        if isinstance(thing, Questionnaire) and not any(map(always_open, library.clauses.values())):
            spot.fault("every design has needs or stops", "add one that has neither, so that there is always an answer")

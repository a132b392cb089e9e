"""What the person needs to be able to say, and which designs that lets compete."""

from __future__ import annotations

from dataclasses import dataclass

from thinking_professionals.assessment.facts import View
from thinking_professionals.conditions import Sure
from thinking_professionals.library.designs import Design
from thinking_professionals.library.questions import Purpose, Questionnaire


@dataclass(frozen=True, slots=True)
class Aim:
    """The purposes still open; one when it is settled, and `settled` is then that one."""

    open: tuple[Purpose, ...]
    settled: Purpose | None

    def serves(self, design: Design) -> Sure:
        return self._share(set(design.purposes))

    def may_lead(self, design: Design) -> Sure:
        return self._share(set(design.purposes) - set(design.never_leads))

    def _share(self, purposes: set[str]) -> Sure:
        fits = [purpose.id in purposes for purpose in self.open]
        return Sure.YES if all(fits) else Sure.MAYBE if any(fits) else Sure.NO


def aim(questionnaire: Questionnaire, view: View, *, settle: bool) -> Aim:
    """The aim by one view. With `settle`, a purpose that surely holds is taken although an unknown one precedes it."""
    held = [(purpose, view.holds(purpose.when)) for purpose in questionnaire.purposes]
    sure = next((purpose for purpose, holds in held if holds == Sure.YES), None)
    possible = tuple(purpose for purpose, holds in held if holds != Sure.NO)
    if sure is not None and settle:
        return Aim((sure,), sure)
    if sure is not None:
        possible = possible[: possible.index(sure) + 1]
    return Aim(possible or questionnaire.purposes, possible[0] if len(possible) == 1 and sure else None)

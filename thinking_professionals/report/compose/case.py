"""Everything a section needs to write itself, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from thinking_professionals.answers import Answer, DontKnow
from thinking_professionals.assessment.detection import Detection, detection
from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.proportion import proportion
from thinking_professionals.assessment.results import Assessment, Change, CostEstimate, Proportion, Reason, Window
from thinking_professionals.assessment.windows import windows
from thinking_professionals.library.designs import Design
from thinking_professionals.library.library import Library
from thinking_professionals.library.sourcing import SURENESS_WORDS, Sureness
from thinking_professionals.report.compose.prose import Prose
from thinking_professionals.report.document import Link, Plain, Runs
from thinking_professionals.route import Route
from thinking_professionals.saying import say, say_change


@dataclass(frozen=True)
class Case:
    library: Library
    notes: Mapping[str, str]
    route: Route
    assessment: Assessment
    cost: CostEstimate
    problems: tuple[str, ...]
    as_of: date

    @cached_property
    def prose(self) -> Prose:
        known = [step for step in self.route.steps if not isinstance(step.answer, DontKnow)]
        words = {step.question.id: say(step.question, step.answer) for step in known}
        return Prose(self.library.glossary, words)

    @cached_property
    def kept_small(self) -> Reason | None:
        """Why the budget is too small for the lead in full, with how to keep it small; None where it is not."""
        budget = next((step.question.id for step in self.route.steps if step.question.tells == "budget"), None)
        return next((r for r in self.assessment.lead.cautions if r.serious and budget in r.answers), None)

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.library.questions, self.route, self.library.derivation)

    @cached_property
    def detection(self) -> Detection | None:
        """What the numbers could show; None where they were not asked for."""
        return detection(self.facts, self.assessment)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        return windows(self.route, self.assessment, self.as_of)

    @cached_property
    def proportion(self) -> Proportion:
        return proportion(self.library.costs, self.route, self.assessment)

    def topic(self, question_id: str) -> str:
        return self.library.questions.by_id[question_id].topic

    def never_leads(self, design: Design) -> bool:
        """Whether a design may only support work with the person's purpose."""
        purpose = self.assessment.purpose
        return purpose is not None and purpose.id in design.never_leads

    def to(self, question_id: str) -> Link:
        """A link to a question, named by its topic."""
        return Link(self.topic(question_id), question_id)

    def links(self, questions: Iterable[str]) -> Runs:
        """Links to several questions, with semicolons between them."""
        return tuple(run for question in questions for run in (Plain("; "), self.to(question)))[1:]

    def say(self, question_id: str, answer: Answer) -> str:
        return say(self.library.questions.by_id[question_id], answer)

    def changed(self, changes: Iterable[Change]) -> Runs:
        """What would have to be different, each with a link to its question."""
        return tuple(run for change in changes for run in (Plain("; and "), *self._changed(change)))[1:]

    def _changed(self, change: Change) -> Runs:
        topic = f"“{change.question.topic}”"
        words = say_change(change.question, change.before, change.after)
        return (Link(topic, change.question.id), Plain(words.removeprefix(topic)))

    def said_because(self, reason: Reason) -> Runs:
        """The answers behind a reason, each with a link to its question."""
        return self.answers(reason.answers)

    def answers(self, given: Mapping[str, Answer]) -> Runs:
        """Answers in words, each with a link to its question."""
        runs = [run for q, a in given.items() for run in (Plain("; "), self.to(q), Plain(f": {self.say(q, a)}"))]
        return tuple(runs[1:])

    @cached_property
    def cited(self) -> dict[str, int]:
        """Sources cited so far, numbered in the order in which a reader meets them."""
        return {}

    def source(self, source_id: str, sure: Sureness) -> str:
        """A short reference: the source's number in the list at the end, and how sure we are."""
        if sure == "J":
            return SURENESS_WORDS[sure].capitalize()
        number = self.cited.setdefault(source_id, len(self.cited) + 1)
        return f"[{number}] {SURENESS_WORDS[sure]}"

"""The decision tree: doors (branches), the purposes people come with, questions, options and routing."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.condition import Parsed, When
from thinking_professionals.library.ids import END, Slug, Target
from thinking_professionals.library.sourcing import Sureness

Kind = Literal["one", "many", "number", "money", "date", "text", "list", "table"]
CanChange = Literal["yes", "at_a_cost", "no"]

Tells = Literal["scheme", "outcome", "further", "harm", "starts", "decided_by", "budget", "spend"]
"""What the rest of the product looks for in the answers, whichever question holds it."""

CHOICES: frozenset[Kind] = frozenset({"one", "many"})
AMOUNTS: frozenset[Kind] = frozenset({"number", "money"})
WRITTEN: frozenset[Kind] = frozenset({"text", "list", "table"})
"""Kinds in the person's own words: "I don't know" is not offered, leaving them empty is; nothing routes on them."""


def read_decimal(data: object) -> Decimal:
    """A plain number in content as an exact decimal."""
    if isinstance(data, bool) or not isinstance(data, int | float | Decimal):
        raise ValueError(f"{data!r} is not a number - write it in digits, without quotes")
    return Decimal(str(data))


Number = Annotated[Decimal, Parsed(read_decimal)]


class Option(Authored):
    id: Slug
    label: str
    hint: str = ""
    next: Target | None = None
    can_change: CanChange | None = None
    """Where one answer cannot change although the question's others can: "all must have it" by law."""
    asks_us: bool = False
    """Whether it asks for our help: it says nothing of the scheme, so what is not known never turns out to be it."""


class Edge(Authored):
    """One way on: `when … go …`, or the single `otherwise …`."""

    when: When | None = None
    go: Target | None = None
    otherwise: Target | None = None

    @property
    def target(self) -> str:
        return self.go or self.otherwise or ""


class Benchmark(Authored):
    """A fact shown beside a question to help someone answer it."""

    when: When | None = None
    """Where it fits, by what was asked before. As with a way on, what is not known does not hold."""
    text: str
    source: Slug
    sure: Sureness


class Column(Authored):
    """One column of a `table` question."""

    id: Slug
    label: str


class Question(Authored):
    id: Slug
    kind: Kind
    topic: str
    """A few words for the trail of answers, such as "Who decides"."""
    ask: str
    hint: str = ""
    why_we_ask: str
    can_change: CanChange
    fixed_when: When | None = None
    """The answer cannot change where this holds: it is about what is past by then."""
    of_study: bool = False
    """Whether it is about the study alone (its money, who does it, what is published), and not about the scheme."""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    unit: str = ""
    least: Number | None = None
    most: Number | None = None
    whole: bool = False
    """For `number`: only whole numbers make sense (people, teams)."""
    tells: Tells | None = None
    """What the answer is besides a fact: words for the summary, a date or a sum. The scheme also names the plan."""
    page: Slug | None = None
    """Questions that follow each other on one page are asked together. None stands alone."""
    benchmarks: tuple[Benchmark, ...] = ()
    next: Target | tuple[Edge, ...]

    @property
    def offers_dont_know(self) -> bool:
        return self.kind not in WRITTEN

    @property
    def targets(self) -> tuple[str, ...]:
        """Everywhere this question can lead, `end` included, each once."""
        ways = [option.next for option in self.options if option.next is not None]
        ways += [self.next] if isinstance(self.next, str) else [edge.target for edge in self.next]
        return tuple(dict.fromkeys(ways))

    def may_change(self, answer: object) -> bool:
        """Whether this answer could still become another, as far as it shows by itself; see `fixed_when`."""
        option = self.option(answer) if isinstance(answer, str) else None
        return ((option.can_change if option else None) or self.can_change) != "no"

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)


class Page(Authored):
    """A checklist: short questions asked together, each of which may be left as not known."""

    id: Slug
    title: str
    about: str


class Branch(Authored):
    """A door on the home page. One without a first question opens onto its `page`, saying honestly what is there."""

    id: Slug
    title: str
    about: str
    first: Slug | None = None
    page: tuple[str, ...] = ()
    prefer: tuple[Slug, ...] = ()
    """Design ids, best first: decides between designs that are level on everything stronger."""


class Purpose(Authored):
    """What a person needs to be able to say. The first one whose condition holds is theirs."""

    id: Slug
    name: str
    """Completes "You need to be able to say …"."""
    door: Slug
    when: When


class Questionnaire(Authored):
    edition: str
    welcome: str
    invitation: str
    branches: tuple[Branch, ...]
    purposes: tuple[Purpose, ...]
    pages: tuple[Page, ...] = ()
    questions: tuple[Question, ...]

    @cached_property
    def by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def page_by_id(self) -> dict[str, Page]:
        return {page.id: page for page in self.pages}

    @cached_property
    def asking_us(self) -> frozenset[tuple[str, str]]:
        """Questions with those of their options that only ask for our help."""
        return frozenset((q.id, option.id) for q in self.questions for option in q.options if option.asks_us)

    @cached_property
    def onward(self) -> dict[str, frozenset[str]]:
        """For each question, all that can be asked after it by any answers; `end` leads nowhere."""
        return {END: frozenset(), **{question.id: self._after(question) for question in self.questions}}

    def _after(self, question: Question) -> frozenset[str]:
        found: set[str] = set()
        ahead = list(question.targets)
        while ahead:
            target = ahead.pop()
            if target not in found:
                found.add(target)
                ahead += self.by_id[target].targets if target != END else ()
        return frozenset(found)

    def branch(self, branch_id: str) -> Branch | None:
        return next((branch for branch in self.branches if branch.id == branch_id), None)

"""The whole of the content as one frozen value."""

from __future__ import annotations

from functools import cached_property

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.clauses import Clause, Kinds, clauses_of
from thinking_professionals.library.costs import Costs
from thinking_professionals.library.derived import Derivation
from thinking_professionals.library.designs import Design, Gate
from thinking_professionals.library.lifts import Lift
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.library.sourcing import Source, Term
from thinking_professionals.library.stakes import Stake


class Library(Authored):
    questions: Questionnaire
    derivation: Derivation
    designs: tuple[Design, ...]
    gates: tuple[Gate, ...]
    stakes: tuple[Stake, ...]
    lifts: tuple[Lift, ...]
    costs: Costs
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...]
    digest: str = ""
    """SHA-256, in hexadecimal, over the parsed content as canonical JSON."""

    @property
    def edition(self) -> str:
        return self.questions.edition

    @cached_property
    def design_by_id(self) -> dict[str, Design]:
        return {design.id: design for design in self.designs}

    @cached_property
    def clauses(self) -> dict[str, tuple[Clause, ...]]:
        """For each design, all that is weighed for it."""
        return {design.id: tuple(clauses_of(design, self.gates)) for design in self.designs}

    @cached_property
    def kinds(self) -> dict[str, Kinds]:
        """The clauses of each design, by what they decide."""
        return {design: Kinds.of(clauses) for design, clauses in self.clauses.items()}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

"""Authored words turned into runs: answers filled in, glossary terms recognised where they first appear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from thinking_professionals.library.sourcing import Term as GlossaryTerm
from thinking_professionals.library.templates import FILTERS, names_in
from thinking_professionals.report.document import Plain, Run, Runs, Term

NOT_KNOWN = "not known"


@dataclass
class Prose:
    """Remembers which terms it has already explained, so that each is explained once in a report."""

    glossary: tuple[GlossaryTerm, ...]
    words: Mapping[str, str]
    explained: set[str] = field(default_factory=set)

    def __call__(self, text: str) -> Runs:
        """Runs for authored text. What a person typed never passes through here."""
        return tuple(self._with_terms(self.fill(text)))

    def fill(self, text: str) -> str:
        return fill(text, self.words) if "{{" in text else text

    def _with_terms(self, text: str) -> Iterable[Run]:
        pattern, entries = _finder(tuple((t.id, (t.term, *t.also)) for t in self.glossary))
        meanings = {t.id: t.meaning for t in self.glossary}
        start = 0
        for match in pattern.finditer(text):
            entry = entries[match[0].lower()]
            if entry in self.explained:
                continue
            self.explained.add(entry)
            if match.start() > start:
                yield Plain(text[start : match.start()])
            yield Term(match[0], entry, meanings[entry])
            start = match.end()
        if start < len(text):
            yield Plain(text[start:])


@lru_cache(maxsize=4)
def _finder(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every spelling, longest first, and the entry each spelling belongs to."""
    entries = {spelling.lower(): entry for entry, spellings in terms for spelling in spellings}
    ordered = sorted(entries, key=len, reverse=True)
    either = "|".join(re.escape(spelling) for spelling in ordered) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), entries


def fill(text: str, words: Mapping[str, str]) -> str:
    """`{{ question_id }}` filled in with the answer in words; the loader has checked that there is nothing else."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.filters = dict(FILTERS)
    return environment.from_string(text).render({name: words.get(name, NOT_KNOWN) for name in names_in(text)})


def plain(text: str) -> Runs:
    return (Plain(text),)


def ended(runs: Runs) -> Runs:
    """Runs closed with a full stop, unless they end a sentence already, as an answer may."""
    return runs if runs[-1].text.endswith((".", "?", "!")) else (*runs, Plain("."))

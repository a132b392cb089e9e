"""Where words and figures come from, and how sure we are of them."""

from __future__ import annotations

from typing import Literal

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.ids import Slug

Sureness = Literal["S", "S2", "S-ab", "SEED", "K", "C", "J"]

SURENESS_WORDS: dict[Sureness, str] = {
    "S": "read",
    "S2": "read second-hand",
    "S-ab": "summary read",
    "SEED": "MOPAC or MPS paper",
    "K": "to be checked",
    "C": "calculated",
    "J": "planning assumption",
}


class Source(Authored):
    id: Slug
    title: str
    by: str
    date: str
    """When it was published, as precisely as known: "2017", "November 2015"."""
    seen: str
    """ISO date on which it, or the notes taken from it, were last read."""
    address: str = ""
    licence: str = ""
    note: str = ""


class Term(Authored):
    """A glossary entry. `also` holds other spellings to be recognised in running text."""

    id: Slug
    term: str
    meaning: str
    also: tuple[str, ...] = ()

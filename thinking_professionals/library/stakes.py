"""How much evaluation a choice deserves, by what is at stake: money, people at risk, what is new or beyond undoing."""

from __future__ import annotations

from thinking_professionals.library.authored import Authored
from thinking_professionals.library.condition import When
from thinking_professionals.library.ids import Slug
from thinking_professionals.library.questions import Number
from thinking_professionals.library.sourcing import Sureness


class Stake(Authored):
    """One rung, highest first: the first whose condition holds is deserved, and the last has none."""

    id: Slug
    name: str
    """Completes "This choice deserves …"."""
    level: int
    """The weakest level of evidence that is fitting, 0 to 5. It never caps what is advised."""
    ceiling: Number
    """Pounds above which a study of this choice needs a reason."""
    when: When | None = None
    because: str
    source: Slug
    sure: Sureness

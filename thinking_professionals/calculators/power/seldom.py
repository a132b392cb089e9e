"""What happens too seldom: the commonest reason why a study in policing cannot tell, and not one that people guess."""

from __future__ import annotations

FEW = 5
"""Fewer cases than this in a group, and the approximations no longer hold (Cochran 1954)."""
RARE = 0.1
"""Below this share the number of cases decides, hardly the number of people."""


def too_seldom(expected: float, short: bool, what: str) -> tuple[str, ...]:
    """A warning where fewer than FEW are expected in a group, or power falls `short` for lack of cases."""
    if expected >= FEW and not short:
        return ()
    number = "Hardly any" if expected < 1 else f"Only about {expected:,.0f}"
    cause = "It is these that are short, more than people."
    if expected < FEW:
        cause = f"That is too seldom for an approximation (under {FEW}, Cochran 1954), and for most changes to be seen."
    return (
        f"{number} {what} can be expected. {cause} Count what happens more often, or for longer, or in more places.",
    )

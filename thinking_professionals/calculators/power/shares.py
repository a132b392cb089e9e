"""How far a share would have to move to be seen: down if that can be, since most schemes mean to make it rarer."""

from __future__ import annotations

from collections.abc import Callable

from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.solving import smallest_within

NO_CHANGE = "The two shares are the same, so there is no change to look for. Give the smallest that would matter."
NO_SHARE = "Say how often it happens without the scheme (p1), and with it (p2) where that is known."
UNSEEN = "No change, however large, could be seen with so few. Take more people, or something that happens more often."
NO_FALL = (
    "It happens too seldom: no fall, however large, could be seen with so few people, so the change named is a rise."
)
NEITHER = "No change that way, however large, would be seen with the chance wanted: too few, or it happens too seldom."
DOWN = "The smallest change that would be seen is named as a fall."
UP = "The smallest change that would be seen is named as a rise."


def detectable(power_at: Callable[[float], float], share: float, wanted: float, rises: bool) -> float | None:
    """The smallest change of `share` that is seen with the chance `wanted`; None where none up to 0 or 1 is.

    `power_at` takes the share with the scheme.
    """
    room = 1 - share if rises else share
    return smallest_within(lambda change: power_at(moved(share, change, rises)), wanted, room)


def moved(share: float, change: float, rises: bool) -> float:
    return min(1.0, share + change) if rises else max(0.0, share - change)


def down_or_up(power_at: Callable[[float], float], share: float, wanted: float) -> tuple[float, bool]:
    """The smallest fall that is seen, or where there is none the smallest rise, and whether it is a rise.

    Raises Refused where neither is.
    """
    for rises in (False, True):
        change = detectable(power_at, share, wanted, rises)
        if change is not None:
            return change, rises
    raise Refused(UNSEEN)

"""How much study a choice deserves: the first rung of what is at stake that surely holds, and what may still hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thinking_professionals.assessment.facts import Facts
from thinking_professionals.assessment.results import Deserved
from thinking_professionals.assessment.weigh import behind
from thinking_professionals.conditions import Sure
from thinking_professionals.library.condition import Condition, tests_in
from thinking_professionals.library.stakes import Stake


def deserves(stakes: tuple[Stake, ...], facts: Facts) -> Deserved | None:
    """The lowest rung that the unknowns allow, and the highest; None until something of it was asked."""
    asked = [test.question for when in _conditions(stakes) for test in tests_in(when) if test.question in facts.answers]
    held = [(stake, facts.now.holds(stake.when)) for stake in stakes]
    at_least = next((stake for stake, holds in held if holds == Sure.YES), None)
    if not asked or at_least is None:
        return None
    higher = [stake for stake, holds in held[: stakes.index(at_least)] if holds == Sure.MAYBE]
    decisive = asked if at_least.when is None else behind(at_least.when, facts.now)
    known = facts.answers.keys() - set(facts.unknown)
    return Deserved(
        stake=at_least,
        answers={question: facts.answers[question] for question in decisive if question in known},
        at_most=higher[0] if higher else None,
        turns_on=tuple(dict.fromkeys(q for when in _conditions(higher) for q in behind(when, facts.now))),
    )


def _conditions(stakes: Iterable[Stake]) -> Iterator[Condition]:
    return (stake.when for stake in stakes if stake.when is not None)

"""Whether the money is in proportion: the package against what is at stake, what the scheme costs, and the budget.

It never changes the advice. It says what needs a reason, and what to leave out where the money is short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Assessment, Economy, Money, Proportion, Saving, Verdict
from thinking_professionals.library.costs import Costs
from thinking_professionals.library.designs import Design
from thinking_professionals.library.questions import Tells
from thinking_professionals.route import Route

LEAST_SHARE, MOST_SHARE = Decimal("0.01"), Decimal("0.20")
"""Shares of a scheme's yearly cost outside which a study needs a reason. No guidance sets a share: these are ours."""
LEAST_BAND = 1
"""The cost band of what every scheme should do, however little money there is."""


def proportion(costs: Costs, route: Route, assessment: Assessment) -> Proportion:
    """The cost of the lead with all that goes first and alongside, beside what bears on how much is right."""
    whole, spend, budget = _whole(costs, assessment), _pounds(route, "spend"), _pounds(route, "budget")
    short = budget is not None and whole.central > budget
    return Proportion(
        whole=whole,
        share=whole.central / spend if spend else None,
        budget=None if budget is None else int(budget),
        economy=_economy(costs, assessment, budget) if budget is not None and short else None,
        lighter=_lighter(costs, assessment),
    )


def _pounds(route: Route, what: Tells) -> Decimal | None:
    amount = route.told(what)
    return amount if isinstance(amount, Decimal) else None


def _whole(costs: Costs, assessment: Assessment) -> Money:
    totals = [estimate(costs, design).total for design in (assessment.lead.design, *assessment.beside)]
    return Money(
        low=sum(total.low for total in totals),
        central=sum(total.central for total in totals),
        high=sum(total.high for total in totals),
    )


def _lighter(costs: Costs, assessment: Assessment) -> Verdict | None:
    deserved, lead = assessment.deserved, assessment.lead
    if deserved is None:
        return None
    enough = (deserved.at_most or deserved.stake).level
    others = [v for v in assessment.leading if v.competes and enough <= v.level < lead.level]
    cheapest = min(others, key=lambda v: _bought(costs, [v.design]), default=lead)
    return cheapest if _bought(costs, [cheapest.design]) < _bought(costs, [lead.design]) else None


def _bought(costs: Costs, designs: Iterable[Design]) -> int:
    return sum(estimate(costs, design).total.central for design in designs)


def _in_house(costs: Costs, designs: Iterable[Design]) -> int:
    return sum(estimate(costs, design).in_house.central for design in designs)


def _economy(costs: Costs, assessment: Assessment, budget: Decimal) -> Economy:
    """The first of the ways to save that the budget covers: what is given up is as little as may be."""
    steps: tuple[Saving, ...] = ()
    for left_out, kept in _ways_to_save(costs, assessment):
        without = (Saving(leave_out=left_out, in_house=False, cost=_bought(costs, kept)),) if left_out else ()
        own = Saving(leave_out=left_out, in_house=True, cost=_in_house(costs, kept))
        for steps in (without, (*without, own)):
            if steps and steps[-1].cost <= budget:
                return Economy(steps=steps, instead=None, cost=steps[-1].cost)
    instead = _within(costs, assessment, budget)
    return Economy(steps=steps, instead=instead, cost=_in_house(costs, [instead]) if instead else None)


def _ways_to_save(costs: Costs, assessment: Assessment) -> Iterator[tuple[tuple[Design, ...], list[Design]]]:
    """What to leave out, the dearest first, and what then stays.

    Never the lead, nor what must come before it, nor the least that every scheme should do.
    """
    spare = [m.design for m in assessment.companions if m.role == "alongside" and m.design.cost_band > LEAST_BAND]
    spare.sort(key=lambda design: -_bought(costs, [design]))
    for count in range(len(spare) + 1):
        gone = spare[:count]
        yield tuple(gone), [assessment.lead.design, *(part for part in assessment.beside if part not in gone)]


def _within(costs: Costs, assessment: Assessment, budget: Decimal) -> Design | None:
    """The best other design that is possible, may lead, and can be done by their own people for the money."""
    others = (v.design for v in assessment.leading if v.possible and v is not assessment.lead)
    return next((design for design in others if _in_house(costs, [design]) <= budget), None)

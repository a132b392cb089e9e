"""Whether the money is in proportion: what the package costs beside what is at stake, the scheme and the budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from thinking_professionals.assessment.proportion import LEAST_SHARE, MOST_SHARE
from thinking_professionals.assessment.results import Deserved, Economy, Proportion, Saving
from thinking_professionals.library.designs import Design
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Plain, Runs, Strong, Table
from thinking_professionals.saying import say_list, say_pounds, say_roughly


def in_proportion(case: Case) -> Iterator[Block]:
    """The package against each yardstick there is, and the workings where the budget is too small for it."""
    if lines := tuple(_money(case)):
        yield Bullets(lines)
    yield from _workings(case.proportion)


def over_budget(case: Case) -> Iterator[Runs]:
    """For the first page, where the money is short: how to keep it small, what to do without, or to choose instead."""
    found = case.proportion
    if found.budget is not None and found.economy is not None:
        short = f"Your budget of {say_pounds(found.budget)} is too small for all of it. "
        yield (Strong(short), *_less(case, found.economy))


def _money(case: Case) -> Iterator[Runs]:
    found = case.proportion
    if case.assessment.deserved is not None and case.assessment.deserved.known:
        yield plain(_against_ceiling(found.package, case.assessment.deserved))
    if found.share is not None:
        yield plain(_as_share(found.share))
    if found.budget is not None and found.economy is None:
        yield plain(f"It is within your budget of {say_pounds(found.budget)}.")
    if found.budget is not None and found.economy is not None:
        short = f"Your budget of {say_pounds(found.budget)} does not cover it. "
        yield (Plain(short), *_less(case, found.economy, " Do not make the study itself smaller."))


def _workings(found: Proportion) -> Iterator[Block]:
    """What each step on the way to the budget would leave to pay."""
    if found.economy is not None:
        steps = [(_step(step), step.cost) for step in found.economy.steps]
        if found.economy.instead is not None and found.economy.cost is not None:
            steps.append((f"“{found.economy.instead.name}” instead, {_OWN}", found.economy.cost))
        rows = [("All of it, bought in", found.package), *steps]
        table = tuple((plain(what), plain(say_roughly(cost))) for what, cost in rows)
        caption = "What it would cost, and with less (central figures)"
        yield Table(caption, ("What is done", "Cost"), table, numeric=(1,), widths=(0.8, 0.2))


_OWN = "done by analysts of your own who do not run the scheme"


def _step(step: Saving) -> str:
    left = f"Without {_named(step.leave_out)}" if step.leave_out else "All of it"
    return f"{left}, {_OWN if step.in_house else 'bought in'}"


def _named(designs: Iterable[Design]) -> str:
    return say_list([f"“{design.name}”" for design in designs])


def _less(case: Case, economy: Economy, unless_small: str = "") -> Runs:
    """A design that can be kept small says how; of any other, something beside it is left out."""
    if case.kept_small is not None:
        return (Plain("Keep it small. "), *case.prose(case.kept_small.unlock))
    return (*_saving(economy), Plain(unless_small)) if unless_small else _saving(economy)


def _against_ceiling(package: int, deserved: Deserved) -> str:
    whole = f"The work we advise, with all that goes with it, costs about {say_roughly(package)}."
    stake, at_most = deserved.stake, deserved.at_most
    if package <= stake.ceiling:
        return f"{whole} That is in keeping with what is at stake: up to {say_pounds(stake.ceiling)} is fitting."
    if at_most is not None and package <= at_most.ceiling:
        return (
            f"{whole} That is fitting if the choice deserves {at_most.name}, and more than is fitting if it does not."
        )
    most = (at_most or stake).ceiling
    return (
        f"{whole} That is more than {say_pounds(most)}, the most that is fitting for what is at stake, so give a "
        "reason for it. One may be that the answer will be used far beyond this scheme."
    )


def _as_share(share: Decimal) -> str:
    said = "more than the scheme costs" if share > 1 else f"{share:.0%} of what the scheme costs"
    judged = ""
    if share < LEAST_SHARE:
        said = "less than 1% of what the scheme costs"
        judged = " That is very little, so ask if it is enough to learn from."
    if share > MOST_SHARE:
        judged = " That is a lot, so give a reason for it. A trial run of something to be spread widely is one."
    return f"That is {said} in a year.{judged} No guidance sets a share. We suggest 2% to 10%."


def _saving(economy: Economy) -> Runs:
    if economy.cost is None:
        return plain("It does not cover any other design that fits. Find more money, or ask a smaller question.")
    cost = say_roughly(economy.cost)
    if economy.instead is not None:
        return (Plain("Choose this: "), Strong(economy.instead.name), Plain(f", {_OWN}, at {cost}."))
    last = economy.steps[-1]
    ways = [f"do little or nothing of {_named(last.leave_out)}"] if last.leave_out else []
    ways += ["have analysts of your own, who do not run the scheme, do the work"] if last.in_house else []
    said = say_list(ways)
    return plain(f"{said[:1].upper()}{said[1:]}: then it is {cost}.")

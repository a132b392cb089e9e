"""What the choice deserves beside what is possible, and whether the money is in proportion. It caps no advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.proportion import LEAST_SHARE, MOST_SHARE
from thinking_professionals.assessment.results import Deserved, Economy, Proportion, Saving
from thinking_professionals.library.designs import Design
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import ended, plain
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Fact,
    KeyFacts,
    Paragraph,
    Plain,
    Runs,
    Section,
    Strong,
    Table,
)
from thinking_professionals.saying import say_list, say_pounds, say_roughly


def what_it_deserves(case: Case) -> Section:
    return Section("deserves", "What this choice deserves, and what is possible", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    deserved = case.assessment.deserved
    if deserved and not deserved.known:
        turns_on = case.links(deserved.turns_on)
        yield Paragraph((Plain("We do not know yet what is at stake. That turns on: "), *turns_on, Plain(".")))
    if deserved and deserved.known:
        yield _side_by_side(case, deserved)
        yield _why(case, deserved)
        yield Paragraph(plain(_compared(case, deserved)))
    if lines := tuple(_money(case)):
        yield Bullets(lines)
    yield from _workings(case.proportion)


def _side_by_side(case: Case, deserved: Deserved) -> Block:
    lead = case.assessment.lead
    stake = deserved.stake
    least = (
        f"Strength: {out_of_five(stake.level)}, or more" if stake.level else "It need not measure the size of an effect"
    )
    return KeyFacts(
        (
            Fact("Deserved", plain(_deserved(deserved)), least),
            Fact("Possible as things stand", plain(lead.design.name), f"Strength: {out_of_five(lead.level)}"),
        )
    )


def _deserved(deserved: Deserved) -> str:
    more = "" if deserved.at_most is None else ", or more"
    return f"{deserved.stake.name[:1].upper()}{deserved.stake.name[1:]}{more}"


def _why(case: Case, deserved: Deserved) -> Block:
    stake = deserved.stake
    said = () if stake.when is None else (*ended((Plain("You said: "), *case.answers(deserved.answers))), Plain(" "))
    because: Runs = (*said, *case.prose(stake.because), Plain(f" {case.source(stake.source, stake.sure)}."))
    if deserved.at_most is None:
        return Paragraph(because)
    so_far = plain("Nothing that you know of calls for more.") if stake.when is None else because
    more = Plain(f" It may deserve {deserved.at_most.name}. That turns on what you do not know yet: ")
    return Paragraph((*so_far, more, *case.links(deserved.turns_on), Plain(".")))


def _compared(case: Case, deserved: Deserved) -> str:
    possible, least, most = case.assessment.lead.level, deserved.stake, deserved.at_most or deserved.stake
    if possible < least.level:
        return (
            "What is possible now is weaker than what the choice deserves. Look first at what would make a stronger "
            "design possible. Until then, go ahead in a way that you can undo."
        )
    if possible < most.level:
        return f"What is possible is enough for {least.name}, but not for {most.name}."
    if possible == most.level:
        return "What is possible is what the choice deserves."
    if case.proportion.package > most.ceiling:
        return f"What is possible is stronger than it need be. {_lighter(case)}"
    if case.proportion.package > least.ceiling:
        return (
            "What is possible is stronger than it need be, as far as you know. Find out the rest before you pay for it."
        )
    return (
        "What is possible is stronger than it need be. That is no waste: strong evidence at a low price is a bargain."
    )


def _lighter(case: Case) -> str:
    lighter = case.proportion.lighter
    if lighter is None:
        return "But nothing that costs less, and fits your answers, is strong enough."
    cost = say_roughly(estimate(case.library.costs, lighter.design).total.central)
    depends = lighter.standing == "depends"
    return (
        f"Where money is short, this will do: {lighter.design.name}. It reaches {out_of_five(lighter.level)} for about "
        f"{cost}, with nothing beside it{', if what you do not know yet turns out well' if depends else ''}."
    )


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


def over_budget(case: Case) -> Iterator[Runs]:
    """For the first page, where the money is short: how to keep it small, what to do without, or to choose instead."""
    found = case.proportion
    if found.budget is not None and found.economy is not None:
        short = f"Your budget of {say_pounds(found.budget)} is too small for all of it. "
        yield (Strong(short), *_less(case, found.economy))


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

"""What the choice deserves, beside what is possible. It caps no advice."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Deserved
from thinking_professionals.report.compose.budget import in_proportion
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five
from thinking_professionals.report.compose.prose import ended, plain
from thinking_professionals.report.document import Block, Fact, KeyFacts, Paragraph, Plain, Runs, Section
from thinking_professionals.saying import say_roughly


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
    yield from in_proportion(case)


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

"""The first page: what is advised, what it will and will not let you say, on what it depends, and what to do if not."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Verdict
from thinking_professionals.library.questions import Tells
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import chosen_because, strength
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    Plain,
    Runs,
    Said,
    Section,
    Strong,
)
from thinking_professionals.saying import say_change, say_list, say_roughly


def recommendation(case: Case) -> Section:
    return Section("recommendation", "What we recommend", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    yield from _where_you_are(case)
    yield from _what_it_is_about(case)
    yield _headline(case)
    yield _key_facts(case)
    yield _will_say(case)
    yield Paragraph(case.prose(chosen_because(case.assessment)))
    yield from _provisos(case)
    yield from _stronger(case)


_TELLS: dict[Tells, str] = {
    "scheme": "The scheme: ",
    "outcome": "What should change: ",
    "harm": "What could get worse, so count it too: ",
}


def _what_it_is_about(case: Case) -> Iterator[Block]:
    """What the person wrote, so that whoever reads the page alone knows what it speaks of."""
    told = {step.question.tells: str(step.answer) for step in case.route.steps if step.question.tells}
    items = tuple((Strong(label), Said(told[tells])) for tells, label in _TELLS.items() if told.get(tells))
    if items:
        yield Bullets(items)


def _where_you_are(case: Case) -> Iterator[Block]:
    assessment = case.assessment
    if assessment.next_question is not None:
        title: Runs = (Plain("There are questions left. The next one is: "), case.to(assessment.next_question.id))
        yield Callout("unknown", "Not finished", title, (plain("What follows may still change."),))
    if assessment.better_door is not None and assessment.purpose is not None:
        title = plain(f"Your question belongs to another door: {assessment.better_door.title}")
        text = plain(f"You need to be able to say {assessment.purpose.name}. Your answers are kept for that door.")
        yield Callout("caution", "Another door", title, (text,))


def _headline(case: Case) -> Block:
    lead, fallback = case.assessment.lead, case.assessment.fallback
    text = [case.prose(lead.design.in_short)]
    if fallback is not None:
        safe = (Plain("If the conditions below do not hold, the safe choice is: "), Strong(fallback.design.name))
        text.append((*safe, Plain(". "), *case.prose(fallback.design.in_short)))
    provisional = bool(case.assessment.provided_that)
    label = "Recommended, with conditions" if provisional else "Recommended"
    return Callout("caution" if provisional else "go", label, plain(lead.design.name), tuple(text))


def _key_facts(case: Case) -> Block:
    cost, months = case.cost.total, case.assessment.lead.design.effort.months
    return KeyFacts(
        (
            Fact("Cost, tentative", plain(f"{say_roughly(cost.low)} to {say_roughly(cost.high)}"), _cost_note(case)),
            Fact(
                "Time",
                plain(f"{months.low} to {months.high} months"),
                f"Central {months.central} months for the study. Hiring and getting data come on top.",
            ),
            Fact("Strength", plain(_out_of_five(case.assessment.lead)), strength(case.assessment.lead.level)),
        )
    )


def _cost_note(case: Case) -> str:
    """The central figure for the design alone, and for all the work that is advised to go with it."""
    with_it = [m.design for m in case.assessment.companions if m.role in {"first", "alongside"}]
    whole = case.cost.total.central + sum(estimate(case.library.costs, d).total.central for d in with_it)
    alone = f"Central {say_roughly(case.cost.total.central)} for this design alone"
    more = f", {say_roughly(whole)} with the work advised to go with it" if with_it else ""
    return f"{alone}{more}. {case.cost.price_year} prices, before VAT. To compare designs, not to set a budget."


def _out_of_five(lead: Verdict) -> str:
    return f"{lead.level} out of 5" if lead.level else "Not scored"


def _will_say(case: Case) -> Block:
    design = case.assessment.lead.design
    return Bullets(
        (
            (Strong("You will be able to say: "), *case.prose(design.lets_you_say)),
            (Strong("You will not be able to say: "), *case.prose(design.will_not_say)),
        )
    )


def _provisos(case: Case) -> Iterator[Block]:
    """What must turn out true, each said once with every question it waits for."""
    waiting: dict[str, list[str]] = {}
    for proviso in case.assessment.provided_that:
        waiting.setdefault(proviso.text, []).append(proviso.question.id)
    if waiting:
        yield Heading(plain("This holds provided that"))
        yield Bullets(tuple(_proviso(case, text, questions) for text, questions in waiting.items()))


def _proviso(case: Case, text: str, questions: list[str]) -> Runs:
    return (*case.prose(text), Plain(" Not known yet: "), *case.links(questions), Plain("."))


def _stronger(case: Case) -> Iterator[Block]:
    known, fixes = case.assessment.stronger_if_known, case.assessment.if_you_fix
    if known or fixes:
        yield Heading(plain("What would make stronger evidence possible"))
        yield Bullets((*(_if_known(case, v) for v in known), *(_if_fixed(v) for v in fixes)))


def _if_known(case: Case, verdict: Verdict) -> Runs:
    undecided = [reason for reason in verdict.reasons if reason.undecided and reason.kind == "need"]
    questions = dict.fromkeys(q for reason in undecided for q in reason.answers)
    return (Strong(verdict.design.name), Plain(" could come first once you know: "), *case.links(questions), Plain("."))


def _if_fixed(verdict: Verdict) -> Runs:
    ways = [say_change(change.question, change.before, change.after) for change in verdict.unlocks[0]]
    return (
        Strong(verdict.design.name),
        Plain(f" becomes possible if {say_list(ways)}, and the other checks then pass."),
    )

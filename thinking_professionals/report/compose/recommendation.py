"""The first page: what is advised, what it will and will not let you say, on what it depends, and what to do if not."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import Verdict
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
    Section,
    Strong,
    Tone,
)
from thinking_professionals.saying import say_change, say_list, say_pounds


def recommendation(case: Case) -> Section:
    return Section("recommendation", "What we recommend", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    yield from _where_you_are(case)
    yield _headline(case)
    yield _key_facts(case)
    yield _will_say(case)
    yield Paragraph(case.prose(chosen_because(case.assessment)))
    yield from _provisos(case)
    yield from _stronger(case)


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
        text.append((Plain("If that proves wrong, the safe choice is: "), Strong(fallback.design.name), Plain(".")))
    provisional = bool(case.assessment.provided_that)
    tone: Tone = "caution" if provisional or lead.level == 0 else "go"
    label = "Recommended, with conditions" if provisional else "Recommended"
    return Callout(tone, label, plain(lead.design.name), tuple(text))


def _key_facts(case: Case) -> Block:
    cost, months = case.cost.total, case.assessment.lead.design.effort.months
    return KeyFacts(
        (
            Fact(
                "Cost, tentative",
                plain(f"{_rounded(cost.low)} to {_rounded(cost.high)}"),
                f"Central {_rounded(cost.central)}. Outside work, {case.cost.price_year} prices, before VAT.",
            ),
            Fact("Time", plain(f"{months.low} to {months.high} months"), f"Central {months.central} months."),
            Fact("Strength", plain(_out_of_five(case.assessment.lead)), strength(case.assessment.lead.level)),
        )
    )


def _out_of_five(lead: Verdict) -> str:
    return f"{lead.level} out of 5" if lead.level else "Not scored"


def _rounded(pounds: int) -> str:
    return say_pounds(round(pounds, -3)) if pounds >= 10_000 else say_pounds(round(pounds, -2))


def _will_say(case: Case) -> Block:
    design = case.assessment.lead.design
    return Bullets(
        (
            (Strong("You will be able to say: "), *case.prose(design.lets_you_say)),
            (Strong("You will not be able to say: "), *case.prose(design.will_not_say)),
        )
    )


def _provisos(case: Case) -> Iterator[Block]:
    if not case.assessment.provided_that:
        return
    yield Heading(plain("This holds provided that"))
    yield Bullets(
        tuple(
            (
                *case.prose(proviso.text),
                Plain(" Not known yet: "),
                case.to(proviso.question.id),
                Plain("."),
            )
            for proviso in case.assessment.provided_that
        )
    )


def _stronger(case: Case) -> Iterator[Block]:
    known, fixes = case.assessment.stronger_if_known, case.assessment.if_you_fix
    if known or fixes:
        yield Heading(plain("What would make stronger evidence possible"))
        yield Bullets((*(_if_known(case, v) for v in known), *(_if_fixed(v) for v in fixes)))


def _if_known(case: Case, verdict: Verdict) -> Runs:
    undecided = [reason for reason in verdict.reasons if reason.undecided and reason.kind == "need"]
    questions = dict.fromkeys(q for reason in undecided for q in reason.answers)
    links = [run for question in questions for run in (case.to(question), Plain("; "))][:-1]
    return (Strong(verdict.design.name), Plain(" could come first once you know: "), *links, Plain("."))


def _if_fixed(verdict: Verdict) -> Runs:
    ways = [say_change(change.question, change.before, change.after) for change in verdict.unlocks[0]]
    return (Strong(verdict.design.name), Plain(f" becomes possible if {say_list(ways)}."))

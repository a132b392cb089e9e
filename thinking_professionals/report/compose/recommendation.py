"""The first page: what is advised, what it will and will not let you say, what it rests on, what would be stronger."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import Verdict
from thinking_professionals.library.questions import Tells
from thinking_professionals.report.compose.budget import over_budget
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.choice import out_of_five, strength
from thinking_professionals.report.compose.closing import choose_it_by, in_time, too_late
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.compose.readiness import not_done
from thinking_professionals.report.compose.seen import seen_in_short
from thinking_professionals.report.compose.trial import if_a_trial_is_possible
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Heading,
    KeyFacts,
    Plain,
    Runs,
    Said,
    Section,
    Strong,
    Table,
)
from thinking_professionals.saying import say_roughly


def recommendation(case: Case) -> Section:
    return Section("recommendation", "What we recommend", tuple(_blocks(case)))


_MOST_STRONGER = 2
"""On the first page, which must stay one page; so one fewer where it speaks of a trial. The others come further on."""


def _blocks(case: Case) -> Iterator[Block]:
    yield from _where_you_are(case)
    yield from _what_it_is_about(case)
    trial = if_a_trial_is_possible(case)
    yield _headline(case, trial)
    yield from too_late(case)
    yield _will_say(case)
    yield _key_facts(case)
    yield from _provisos(case)
    yield from _side_by_side(case, _MOST_STRONGER - bool(trial))


_TELLS: dict[Tells, str] = {"scheme": "The scheme: ", "outcome": "What should change: "}


def _what_it_is_about(case: Case) -> Iterator[Block]:
    """What the person wrote, so that whoever reads the page alone knows what it speaks of."""
    told = [(label, str(case.route.told(tells) or "")) for tells, label in _TELLS.items()]
    items = tuple((Strong(label), Said(words)) for label, words in told if words)
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


def _headline(case: Case, trial: Runs) -> Block:
    lead, fallback = case.assessment.lead, case.assessment.fallback
    text = [case.prose(lead.design.in_short), *([trial] if trial else [])]
    if fallback is not None:
        told = () if trial else (Plain(" "), *case.prose(fallback.design.in_short))  # the page must stay one page
        safe = "If what this rests on does not hold, the safe choice is: "
        text.append((Plain(safe), Strong(fallback.design.name), Plain("."), *told))
    provisional = bool(case.assessment.provided_that)
    label = "Recommended, with conditions" if provisional else "Recommended"
    return Callout("caution" if provisional else "go", label, plain(lead.design.name), tuple(text))


def _key_facts(case: Case) -> Block:
    cost, months = case.proportion.whole, case.assessment.lead.design.effort.months
    return KeyFacts(
        (
            Fact("Cost, tentative", plain(f"{say_roughly(cost.low)} to {say_roughly(cost.high)}"), _cost_note(case)),
            Fact(
                "Time",
                plain(f"{months.low} to {months.high} months"),
                f"Central {months.central}. Hiring and getting data come on top.{choose_it_by(case)}",
            ),
            Fact("Strength", plain(out_of_five(case.assessment.lead.level)), _strength_note(case)),
        )
    )


def _cost_note(case: Case) -> str:
    """The central figure for all the work that is advised, and for the design alone where that is less."""
    alone, whole = case.cost.total.central, case.proportion.package
    more = f" with the work that goes with it, {say_roughly(alone)} without" if whole > alone else ""
    less = " Less if you keep it small: see “Why this design”." if case.kept_small else ""
    return f"Central {say_roughly(whole)}{more}. {case.cost.price_year} prices, before VAT.{less}"


def _strength_note(case: Case) -> str:
    note, deserved = strength(case.assessment.lead.level), case.assessment.deserved
    return f"{note}. This choice deserves {deserved.stake.name} or more" if deserved and deserved.known else note


def _will_say(case: Case) -> Block:
    design = case.assessment.lead.design
    return Bullets(
        (
            (Strong("You will be able to say: "), *case.prose(design.lets_you_say)),
            (Strong("You will not be able to say: "), *case.prose(design.will_not_say)),
            *seen_in_short(case),
            *in_time(case),
            *over_budget(case),
        )
    )


_RESTS_ON = {
    "stop": "Not known yet, and may rule it out: ",
    "fork": "Not known yet, and may lead to other questions and another design: ",
}


def _provisos(case: Case) -> Iterator[Block]:
    """What must turn out well, in a line each; the readiness checks are only counted, being listed further on."""
    kinds = {p.question.id: p.kind for p in case.assessment.provided_that}
    items: list[Runs] = []
    for kind, words in _RESTS_ON.items():
        if questions := [question for question, its in kinds.items() if its == kind]:
            items.append((Plain(words), *case.links(questions), Plain(".")))
    items += not_done(case)
    if items:
        yield Heading(plain("What this rests on"))
        yield Bullets(tuple(items))


def _side_by_side(case: Case, most: int) -> Iterator[Block]:
    """The best as things stand beside what would be stronger, once more is known or something is changed."""
    known = [(_once_known(case, verdict), verdict) for verdict in case.assessment.stronger_if_known]
    fixes = [((Plain("If "), *case.changed(v.unlocks[0])), v) for v in case.assessment.if_you_fix]
    stronger = [*known[:1], *fixes, *known[1:]][:most]
    if stronger:
        rows = tuple(
            _row(when, verdict) for when, verdict in [(plain("As things stand"), case.assessment.lead), *stronger]
        )
        header = ("When", "The best design", "Strength")
        yield Table("Best as things stand, and what would be stronger", header, rows, widths=(0.5, 0.34, 0.16))


def _row(when: Runs, verdict: Verdict) -> tuple[Runs, ...]:
    return (when, (Strong(verdict.design.name),), plain(out_of_five(verdict.level)))


def _once_known(case: Case, verdict: Verdict) -> Runs:
    undecided = [reason for reason in verdict.reasons if reason.undecided and reason.kind == "need"]
    questions = dict.fromkeys(question for reason in undecided for question in reason.answers)
    return (Plain("Perhaps, once you know: "), *case.links(questions))

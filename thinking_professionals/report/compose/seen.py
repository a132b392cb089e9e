"""Could it be seen: what the numbers can show, in the outcome's own units, and what would help most."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.detection import Detection
from thinking_professionals.library.derived import Plan
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.compose.seen_pictures import pictures
from thinking_professionals.report.compose.seen_words import TAKEN, SeenWords, guess, times, times_in_100
from thinking_professionals.report.document import (
    Block,
    Callout,
    Heading,
    Paragraph,
    Runs,
    Section,
    Strong,
    Table,
    Tone,
)

_FEW = 20


def could_it_be_seen(case: Case) -> Section:
    seen = case.detection
    return Section("power", "Could it be seen?", () if seen is None else tuple(_blocks(case, seen, SeenWords(seen))))


def _blocks(case: Case, seen: Detection, words: SeenWords) -> Iterator[Block]:
    yield _answer(case, seen, words)
    yield Paragraph(case.prose(_HOW_TO_READ), "quiet")
    yield from _floor(case, seen, words)
    yield from _levers(seen, words)
    yield from _how_sure(case, seen, words)
    yield from pictures(seen, words)
    yield from _taken(case, seen)


_HOW_TO_READ = (
    "“Could be seen” means this: if the change is really there, 4 studies out of 5 like this one would show it. And if "
    "the scheme does nothing, only 1 in 20 would show a change by luck."
)


def seen_answer(case: Case) -> Callout | None:
    """What the numbers could show, in three sentences; None where they were not asked for."""
    return None if case.detection is None else _answer(case, case.detection, SeenWords(case.detection))


def _answer(case: Case, seen: Detection, words: SeenWords) -> Callout:
    """The smallest change, then the chance to see the one hoped for."""
    tone, label = _tone(seen)
    if seen.detectable is None:
        title = plain(_nothing_for_sure(seen, words))
    else:
        least = words.change(seen.detectable)
        title = plain(f"The smallest change you could see is {least}{words.from_to(seen.detectable)}.")
    return Callout(tone, label, title, (plain(_hoped(seen, words)), *_other_design(case, seen)))


def _nothing_for_sure(seen: Detection, words: SeenWords) -> str:
    if not min(seen.planned.with_it, seen.planned.without) and seen.planned.plan == "side_by_side":
        return "All of them get it, so there is no one to compare with side by side."
    if not words.largest:
        return "With these numbers no change could be seen for sure."
    chance = times_in_100(seen.planned.power(seen.planned.most))
    return f"With these numbers even {words.largest} would be seen only about {chance}."


def _tone(seen: Detection) -> tuple[Tone, str]:
    """By the band that decides the verdicts: the highest, the lowest, or one between."""
    bands = [band.id for band in seen.derived.fact.bands]
    if seen.derived.band is None:
        return "unknown", "Not known yet"
    if seen.derived.band == bands[0]:
        return "go", "Enough"
    return ("stop", "Too little") if seen.derived.band == bands[-1] else ("caution", "May not be enough")


def _hoped(seen: Detection, words: SeenWords) -> str:
    if seen.beyond:
        return "The change that you said would be worth having is larger than there can be. Look at that answer again."
    if seen.hoped is None or seen.chance is None:
        return (
            "Ask yourself if the scheme is likely to bring about so much. If not, the study would most likely miss it."
        )
    low, central, high = (times_in_100(chance) for chance in seen.chance)
    missed = times(1 - seen.chance.central)
    return (
        f"You said that {words.change(seen.hoped)} would be worth having. If the scheme brings that about for those "
        f"who get it, the study would show it about {central}, and miss it about {missed}. With every guess of ours at "
        f"its worst it would show it {low}; at its best, {high}. Your own figures are taken as they are."
    )


def seen_in_short(case: Case) -> Iterator[Runs]:
    """For the first page: the smallest change, and the chance to see the one hoped for."""
    seen = case.detection
    if seen is not None and _is_stopped(seen) and not _is_its_own(case, seen):
        missed = times(1 - seen.chance.central) if seen.chance else 100
        yield (
            Strong("Could the change be seen? "),
            *plain(
                f"Not with these numbers: {_WHAT[seen.derived.fact.plan]} would miss it about {missed} times in 100."
            ),
        )
    elif seen is not None and _is_its_own(case, seen):
        words = SeenWords(seen)
        least = "None, however large" if seen.detectable is None else words.change(seen.detectable).capitalize()
        yield (Strong("The smallest change you could see: "), *plain(f"{least}.{_hoped_in_short(seen, words)}"))


def _hoped_in_short(seen: Detection, words: SeenWords) -> str:
    if seen.hoped is None or seen.chance is None:
        return ""
    return f" One of {words.size(seen.hoped)} would be shown about {times_in_100(seen.chance.central)}."


def _is_stopped(seen: Detection) -> bool:
    """Whether the numbers are too few whatever our guesses."""
    return seen.derived.band == seen.derived.fact.bands[-1].id


def _is_its_own(case: Case, seen: Detection) -> bool:
    """Whether the figures are those of the design advised."""
    design, fact = case.assessment.lead.design, seen.derived.fact
    return design.id in fact.designs if fact.designs else "two_groups" in design.family


def _other_design(case: Case, seen: Detection) -> Iterator[Runs]:
    """Whose figures these are, where they are not those of the design advised; or how they were come by."""
    fact = seen.derived.fact
    if not _is_its_own(case, seen):
        yield plain(_NOT_ITS_OWN.format(what=_WHAT[fact.plan], so=_STOPPED if _is_stopped(seen) else _APART))
    elif fact.designs:
        yield plain(_PLANS[fact.plan])


_NOT_ITS_OWN = "These figures are for {what}. {so}"
_STOPPED = "They are one reason why no such study is advised here."
_APART = "The design advised here works in another way, so they say nothing of it."
_WHAT: dict[Plan, str] = {
    "side_by_side": "two groups side by side",
    "by_turns": "teams or places that take turns",
    "in_steps": "a start in steps",
    "over_time": "a look at the figures over time",
}
_PLANS: dict[Plan, str] = {
    "by_turns": "This takes each to have it for half of the time, in short turns whose order is drawn by lot.",
    "in_steps": "This takes four steps of the same length. Ask a statistician to work it out for your own steps.",
    "over_time": (
        "Figures over time also move for other reasons, so the real chance is lower. Ask an analyst to try it out on "
        "your own figures."
    ),
}


def _floor(case: Case, seen: Detection, words: SeenWords) -> Iterator[Block]:
    if seen.planned.floor_matters:
        yield Paragraph(case.prose(_FLOOR.format(units=words.units, least=_least(seen, words))))
        if seen.planned.as_seldom:
            yield Paragraph(case.prose(_SELDOM.format(units=words.units)))
    if seen.planned.floor_matters and seen.planned.in_all < _FEW:
        yield Paragraph(case.prose("With fewer than 20 in all, ask a statistician to check these figures."))


_FLOOR = (
    "More people in the same {units} help only so far. {least} Only more {units}, or another plan, gets beyond that."
)
_SELDOM = (
    "It happens so seldom that people cannot be as alike as our guess says: {units} would differ too much. So we took "
    "them to differ by no more than half of the average."
)


def _least(seen: Detection, words: SeenWords) -> str:
    if seen.floor is None:
        return "However many you add, you could not be sure to see a change."
    return f"However many you add, you could not be sure to see less than {words.change(seen.floor)}."


def _levers(seen: Detection, words: SeenWords) -> Iterator[Block]:
    if seen.levers:
        yield Heading(plain("What would help most"))
        yield Table(
            "What each alone would bring the smallest change down to, the best first",
            ("What you could do", "Smallest change then", "Would that do?"),
            tuple(
                (plain(words.lever(x.kind)), plain(words.size(x.detectable)), plain(_would_do(seen, x.detectable)))
                for x in seen.levers
            ),
            numeric=(1,),
            widths=(0.58, 0.22, 0.2),
        )


def _would_do(seen: Detection, detectable: float) -> str:
    if seen.hoped is None:
        return "–"
    return "Yes" if detectable <= seen.hoped else "Not alone"


def _how_sure(case: Case, seen: Detection, words: SeenWords) -> Iterator[Block]:
    if not seen.by_icc:
        return
    yield Heading(plain("How sure this is"))
    yield Paragraph(
        case.prose(
            "It turns most on how alike people in one team or place are (the ICC), which no one knows before the start."
        )
    )
    yield Table(
        "The same plan, for people who are less alike and more",
        ("How alike", "Smallest change", "Chance to see the one hoped for", "However many people you add"),
        tuple(
            (
                plain(guess(one.icc)),
                plain(_size(words, one.detectable)),
                plain("–" if one.chance is None else times_in_100(one.chance)),
                plain(_size(words, one.floor)),
            )
            for one in seen.by_icc
        ),
        numeric=(0, 1, 2, 3),
        widths=(0.16, 0.26, 0.32, 0.26),
    )


def _size(words: SeenWords, amount: float | None) -> str:
    return "None for sure" if amount is None else words.size(amount)


def _taken(case: Case, seen: Detection) -> Iterator[Block]:
    if not seen.taken:
        return
    yield Heading(plain("What we took where you did not know"))
    yield Table(
        "Figures that stand in for yours; put in your own when you have them",
        ("Figure", "Low", "Most likely", "High", "How sure"),
        tuple(
            (
                plain(TAKEN[one.role]),
                *(plain(guess(x)) for x in (one.guess.low, one.guess.central, one.guess.high)),
                plain(case.source(one.guess.source, one.guess.sure)),
            )
            for one in seen.taken
        ),
        numeric=(1, 2, 3),
        widths=(0.42, 0.1, 0.14, 0.1, 0.24),
    )

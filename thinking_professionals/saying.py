"""Answers, amounts and dates in words, the same on screen and on paper and whatever the machine's locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from thinking_professionals.answers import Answer, DontKnow
from thinking_professionals.library.questions import Question
from thinking_professionals.months import MONTHS

_LONGEST_TITLE = 60
DONT_KNOW_WORDS = "I don’t know"


def say(question: Question, answer: Answer) -> str:
    """An answer as its person would recognise it; an empty one says so."""
    match answer:
        case DontKnow():
            return DONT_KNOW_WORDS
        case Decimal():
            return say_pounds(answer) if question.kind == "money" else f"{say_number(answer)} {question.unit}".strip()
        case date():
            return say_date(answer)
        case str():
            option = question.option(answer) if question.kind == "one" else None
            return option.label if option else answer or "Nothing written"
    if question.kind == "many":
        return "; ".join(option.label for option in question.options if option.id in answer) or "None of these"
    rows = [item if isinstance(item, str) else ", ".join(text for _, text in item if text) for item in answer]
    return "\n".join(rows) or "Nothing written"


def say_change(question: Question, before: Answer, after: Answer) -> str:
    """What would have to be different, as part of a sentence: `“How many” is at least 51 people, and likely far more`.

    An amount is the nearest that no longer stops a design, which for a count is seldom enough: so the warning.
    """
    words = say(question, after)
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        far = ", and likely far more" if question.kind == "number" else ""
        bound = f"at least {words}{far}" if after > before else f"at most {words}"
        return f"“{question.topic}” is {bound}"
    return f"“{question.topic}” changes to “{words}”"


def say_number(amount: Decimal | int) -> str:
    """`1,200` or `12.5`."""
    return f"{amount:,f}" if isinstance(amount, Decimal) else f"{amount:,}"


def say_pounds(amount: Decimal | int) -> str:
    """`£12,000`, with pence only where there are some."""
    whole = amount == int(amount)
    return f"£{int(amount):,}" if whole else f"£{amount:,.2f}"


def say_roughly(pounds: int) -> str:
    """To the nearest hundred pounds, or the nearest thousand from £10,000 on: an estimate is no more exact."""
    return say_pounds(round(pounds, -3 if pounds >= 10_000 else -2))


def say_date(day: date) -> str:
    """`21 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_month(day: date) -> str:
    """`November 2026`, for a day that is no more exact than that."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def say_title(text: str) -> str:
    """A title taken from a longer text: its first line, cut at a word."""
    line = text.strip().split("\n")[0]
    if len(line) <= _LONGEST_TITLE:
        return line
    return f"{line[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def say_list(items: list[str], joiner: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joiner} {items[-1]}" if items else ""

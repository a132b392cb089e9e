"""An answer on power for the screen: blocks of a report, and the same as text to copy into a document of one's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from thinking_professionals.calculators.power.form import COMMON, POWER, Amount, Calculator, Field
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.running import ANY
from thinking_professionals.report.compose.power_words import PowerWords, power_words
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Callout, Heading, Paragraph, Tone

HEADINGS: Mapping[Solved, str] = {
    "sample": "How many you need",
    "power": "Your chance to see it",
    "effect": "The smallest change you could see",
}
CLOSE = "How close you come"
GUESSES, METHOD, ASSUMED, CARE = "If a guess is wrong", "How it was worked out", "This takes for granted", "Take care"


@dataclass(frozen=True, slots=True)
class PowerAnswer:
    blocks: tuple[Block, ...]
    spoken: str
    """The sentence that answers what was asked."""
    text: str
    """All of it, with what was given, as plain text."""


def power_answer(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> PowerAnswer:
    words = power_words(calculator, given, result)
    heading = CLOSE if result.solved == "effect" and result.margin is not None else HEADINGS[result.solved]
    usual = COMMON if result.margin is None else ()
    lines = (calculator.title, *_given(calculator, given, usual), *_lines(heading, words))
    blocks = _blocks(heading, _tone(given, result), words)
    return PowerAnswer(tuple(blocks), words.answer[0], "\n".join(lines) + "\n")


def _tone(given: Mapping[str, Amount], result: PowerResult) -> Tone:
    """A chance is good or not, by the one that was wanted; a number is only a number."""
    wanted = given.get(POWER.name, POWER.default)
    assert isinstance(wanted, float | int)  # the form takes no list there
    if result.solved != "power":
        return "plain"
    assert result.power is not None  # it is what was worked out
    return "go" if result.power >= wanted else "caution"


def _blocks(heading: str, tone: Tone, words: PowerWords) -> Iterator[Block]:
    first, *rest = words.answer
    yield Callout(tone, heading, plain(first), tuple(map(plain, rest)))
    if words.warnings:
        yield Callout("caution", CARE, (), tuple(map(plain, words.warnings)))
    if words.guesses:
        yield Heading(plain(GUESSES))
        yield Bullets(tuple(map(plain, words.guesses)))
    yield Heading(plain(METHOD))
    yield Paragraph(plain(words.method))
    if words.assumptions:
        yield Heading(plain(ASSUMED))
        yield Bullets(tuple(map(plain, words.assumptions)))


def _given(calculator: Calculator, given: Mapping[str, Amount], usual: Collection[Field]) -> Iterator[str]:
    """What was known, and what is used in any case, whether it was said or not."""
    yield from ("", "What was given")
    for field in (*calculator.fields, *ANY, *COMMON):
        amount = given.get(field.name, field.default if field in usual else None)
        if amount is not None:
            yield f"- {field.label}: {said_amount(amount)}"


def said_amount(amount: Amount) -> str:
    """As one would type it."""
    amounts = amount if isinstance(amount, tuple) else (amount,)
    return ", ".join(f"{one:.12g}" for one in amounts)


def _lines(heading: str, words: PowerWords) -> Iterator[str]:
    yield from ("", heading, *words.answer)
    parts = ((CARE, words.warnings), (GUESSES, words.guesses), (METHOD, (words.method,)), (ASSUMED, words.assumptions))
    for title, items in parts:
        if items:
            yield from ("", title, *(f"- {item}" for item in items))

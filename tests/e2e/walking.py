"""Walking through a door as someone who cannot see the screen would, with the answers of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.e2e.bridge import Bridge
from thinking_professionals.plan import Plain, read_plan

ROOT = Path(__file__).parents[2]
BODY_WORN_VIDEO = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
APPLICATION = (ROOT / ".venv" / "bin" / "thinking-professionals",)
CHECK = "plan.title"
"""Shows on the page to check the answers and nowhere else."""


def answers_of(plan: Path) -> Mapping[str, Plain]:
    return read_plan(plan).answers


def walk(hand: Bridge, answers: Mapping[str, Plain], stop: str = CHECK) -> list[list[str]]:
    """From a first page to the one to stop at, or to the check, giving each answer; returns what each page asked.

    On a page of several questions, those without an answer are left.
    """
    asked: list[list[str]] = []
    page = next_page(hand, [])
    while stop not in page:
        asked.append([group.removeprefix("question.") for group in page])
        for question in asked[-1]:
            if question in answers or len(page) == 1:
                give(hand, question, answers.get(question))
        hand.press("nav.continue")
        page = next_page(hand, page)
    return asked


def next_page(hand: Bridge, before: list[str]) -> list[str]:
    """The identifiers of the questions that show once they are others than before, or of the check."""
    return hand.until(lambda: _settled(hand, before))


def _settled(hand: Bridge, before: list[str]) -> list[str]:
    """What shows, where it shows when looked at again: a page may be replaced while one looks."""
    page = _page(hand)
    return page if page != before and page == _page(hand) else []


def _page(hand: Bridge) -> list[str]:
    shown = hand.all()
    return [one["id"] for one in shown if one["id"] == CHECK or (one["role"], one["id"][:9]) == ("panel", "question.")]


def give(hand: Bridge, question: str, answer: Plain | None) -> None:
    """Without an answer: "I don't know" where it is offered, and nothing where one writes in one's own words."""
    group = f"question.{question}"
    shown = {control["id"] for control in hand.all(group)}
    if answer is None:
        answer = ["dont_know"] if "option.dont_know" in shown else []
    chosen = [option for one in _each(answer) if (option := f"option.{one}") in shown]
    for option in chosen:
        hand.press(option, within=group)
    if answer and not chosen:
        hand.write(as_written(answer), f"answer.{question}")


def as_written(answer: Plain | None) -> str:
    """A list has one thing to a line."""
    return "\n".join(_each(answer or []))


def _each(answer: Plain) -> list[str]:
    return [answer] if isinstance(answer, str) else [str(one) for one in answer]


def is_given(hand: Bridge, question: str, answer: Plain | None) -> bool:
    """Whether the page of the question shows the answer that `give` gave."""
    hand.see(f"question.{question}")
    shown = {control["id"]: control for control in hand.all(f"question.{question}")}
    if f"answer.{question}" in shown and answer != "dont_know":
        return bool(shown[f"answer.{question}"]["text"] == as_written(answer))
    chosen = _each(answer or "dont_know")
    return all(shown[f"option.{one}"]["checked"] for one in chosen)

"""The faults between things: ids that nothing has, tests that do not suit their question, templates that name nobody.

Where a file cannot be read, nothing is said about ids that it might have declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from thinking_professionals.library.condition import Condition, Test
from thinking_professionals.library.derived import DerivedFact, Guess, Input
from thinking_professionals.library.designs import Companion, Design, LevelStep, Need, Rule
from thinking_professionals.library.faults import suggest
from thinking_professionals.library.findings import Part, Spot
from thinking_professionals.library.ids import END
from thinking_professionals.library.lifts import Lift, Setting
from thinking_professionals.library.questions import WRITTEN, Benchmark, Branch, Edge, Kind, Option, Purpose, Question
from thinking_professionals.library.stakes import Stake
from thinking_professionals.library.templates import is_template, template_faults
from thinking_professionals.library.walk import placed_tests, texts

_OPS: Mapping[Kind, tuple[str, ...]] = {
    "one": ("is", "any_of"),
    "many": ("includes",),
    "number": ("at_least", "at_most"),
    "money": ("at_least", "at_most"),
}
"""The tests that suit a kind of question; no other kind can be tested."""
_DONT_KNOW = "dont_know"


@dataclass(frozen=True)
class Known:
    """Everything that may be referred to. A set of ids is None where a file that declares them cannot be read."""

    questions: Mapping[str, Question]
    facts: Mapping[str, Question]
    """Derived facts, as the questions that their tests are held to."""
    ids: Mapping[str, frozenset[str] | None]

    @property
    def fillable(self) -> frozenset[str] | None:
        """Questions that a template may name: never one answered in a person's own words, which are not ours to set."""
        written = {question.id for question in self.questions.values() if question.kind in WRITTEN}
        ids = self.ids["question"]
        return None if ids is None else ids - written


def known_in(parts: Iterable[Part], broken: frozenset[str]) -> Known:
    """What the parts declare, `broken` being the fields of the library in which a file could not be read at all."""
    data: dict[str, Any] = {"designs": []}
    questions: list[Question] = []
    facts: list[Question] = []
    for part in parts:
        if part.field == "designs":
            data["designs"].append(part.document.data)
        else:
            data[part.field] = part.document.data
        if part.field == "questions" and part.value is not None:
            questions += part.value.questions
        if part.field == "derivation" and part.value is not None:
            facts += [fact.tested for fact in part.value.facts]
    tree = data.get("questions")
    branch = tree if isinstance(tree, dict) else {}
    ids = {
        "question": _ids(branch.get("questions")),
        "door": _ids(branch.get("branches")),
        "purpose": _ids(branch.get("purposes")),
        "page": _ids(branch.get("pages", [])),
        "design": None if "designs" in broken else _ids(data["designs"]),
        "source": _ids(data.get("sources")),
    }
    return Known(_by_id(questions), _by_id(facts), ids)


def _by_id(questions: Iterable[Question]) -> dict[str, Question]:
    return {question.id: question for question in questions}


def _ids(things: object) -> frozenset[str] | None:
    if not isinstance(things, list):
        return None
    found = [thing["id"] for thing in things if isinstance(thing, dict) and isinstance(thing.get("id"), str)]
    return frozenset(found) if len(found) == len(things) else None


def reference_faults(thing: Any, spot: Spot, known: Known) -> None:
    """Report every reference of one content value that leads nowhere, or to what does not suit it."""
    _words(thing, spot, known)
    if hasattr(thing, "sure"):
        _refer("source", thing.source, spot / "source", known)
    _in_questions(thing, spot, known)
    _in_content(thing, spot, known)


def _in_questions(thing: Any, spot: Spot, known: Known) -> None:
    match thing:
        case Branch():
            _refer("question", thing.first, spot / "first", known)
            _refer_all("design", thing.prefer, spot / "prefer", known)
        case Purpose():
            _refer("door", thing.door, spot / "door", known)
            _judge(thing.when, spot / "when", known)
        case Question() | Option():
            _next(thing, spot, known)
        case Edge():
            _target(thing.go, "this step", spot / "go", known)
            _target(thing.otherwise, "the default", spot / "otherwise", known)
            _judge(thing.when, spot / "when", known, routing=True)
        case Benchmark():
            _judge(thing.when, spot / "when", known, routing=True)


def _in_content(thing: Any, spot: Spot, known: Known) -> None:
    match thing:
        case Rule():
            for kind in ("stop", "caution", "favour"):
                _judge(getattr(thing, kind), spot / kind, known, facts=True)
        case Need() | LevelStep():
            _judge(thing.when, spot / "when", known, facts=True)
        case Stake() | Lift() | Guess():
            _judge(thing.when, spot / "when", known)
        case Input() | DerivedFact():
            _derived(thing, spot, known)
        case Setting():
            _refer("question", thing.question, spot / "question", known)
            if question := known.questions.get(thing.question):
                _setting(thing, question, spot)
        case Companion():
            _refer("design", thing.design, spot / "design", known)
            _judge(thing.when, spot / "when", known)
        case Design():
            _refer_all("purpose", thing.purposes, spot / "purposes", known)
            _refer_all("purpose", thing.never_leads, spot / "never_leads", known)


def _words(thing: Any, spot: Spot, known: Known) -> None:
    for text, place in texts(thing):
        if is_template(text):
            for what, remedy in template_faults(text, known.fillable):
                spot.at(place).fault(what, remedy)


def _refer_all(kind: str, wanted: tuple[str, ...], spot: Spot, known: Known) -> None:
    for i, word in enumerate(wanted):
        _refer(kind, word, spot / i, known)


def _refer(kind: str, wanted: str | None, spot: Spot, known: Known) -> None:
    ids = known.ids[kind]
    if wanted is not None and ids is not None and wanted not in ids:
        spot.fault(f"there is no {kind} '{wanted}'", suggest(wanted, ids))


def _target(target: str | None, owner: str, spot: Spot, known: Known) -> None:
    ids = known.ids["question"]
    if target not in {None, END} and ids is not None and target not in ids:
        spot.fault(f"{owner} goes to '{target}', which does not exist", suggest(str(target), ids | {END}))


def _next(thing: Question | Option, spot: Spot, known: Known) -> None:
    if isinstance(thing, Question):
        _refer("page", thing.page, spot / "page", known)
        _judge(thing.fixed_when, spot / "fixed_when", known)
    if isinstance(thing.next, str):
        _target(thing.next, f"'{thing.id}'", spot / "next", known)


def _setting(setting: Setting, question: Question, spot: Spot) -> None:
    if question.kind == "one":
        _options((setting.to,), question, spot / "to")
    else:
        what = f"'{question.id}' is of kind '{question.kind}', so a change cannot set it"
        (spot / "question").fault(what, "set a question of kind 'one'")


def _derived(thing: Input | DerivedFact, spot: Spot, known: Known) -> None:
    """Report a fact named like a question, and each question of an input that is not there or holds no figure."""
    if isinstance(thing, DerivedFact):
        if thing.id in (known.ids["question"] or ()):
            (spot / "id").fault(f"the fact '{thing.id}' is named like a question", "give it another id")
        _refer_all("design", thing.designs, spot / "designs", known)
        return
    _refer_all("question", thing.questions, spot / "questions", known)
    for i, name in enumerate(thing.questions):
        question = known.questions.get(name)
        if question is not None and question.kind != "number":
            what = f"'{name}' is of kind '{question.kind}', so it holds no figure"
            (spot / "questions" / i).fault(what, "name a question of kind 'number'")


def _judge(
    condition: Condition | None, spot: Spot, known: Known, *, routing: bool = False, facts: bool = False
) -> None:
    """Report what is wrong with each test of the condition at a spot, where there is one.

    Only needs, rules and levels may test derived `facts`: all else must be decided before anything is worked out.
    """
    if condition is not None:
        for test, place in placed_tests(condition, spot):
            told = known.facts if facts and test.question in known.facts else known.questions
            if told is known.questions:
                _refer("question", test.question, place, known)
            if question := told.get(test.question):
                _suits(test, question, place / test.op, routing)


def _suits(test: Test, question: Question, spot: Spot, routing: bool) -> None:
    if _DONT_KNOW in test.options:
        _dont_know(test, question, spot, routing)
    elif test.op not in _OPS.get(question.kind, ()):
        suited = " or ".join(_OPS.get(question.kind, ()))
        spot.fault(
            f"'{test.op}' cannot test '{question.id}', which is of kind '{question.kind}'",
            f"use {suited}" if suited else "remove this test, since nothing can rest on such an answer",
        )
    elif question.kind in {"one", "many"}:
        _options(test.options, question, spot)
    else:
        _bounds(test, question, spot)


def _dont_know(test: Test, question: Question, spot: Spot, routing: bool) -> None:
    if not routing:
        spot.fault(
            f"a rule cannot test '{question.id}' for dont_know, since what is unknown makes the rule itself unknown",
            "remove this test; the advice then says what it depends on",
        )
    elif test.op != "is":
        spot.fault(f"'{test.op}' cannot hold dont_know", f"add a step of its own: {{{question.id}: {{is: dont_know}}}}")
    elif not question.offers_dont_know:
        spot.fault(f"'{question.id}' is never answered dont_know, being of kind '{question.kind}'", "remove this test")


def _options(wanted_ids: Iterable[str], question: Question, spot: Spot) -> None:
    ids = [option.id for option in question.options]
    for wanted in wanted_ids:
        if wanted not in ids:
            spot.fault(f"'{question.id}' has no option '{wanted}'", suggest(wanted, ids))


def _bounds(test: Test, question: Question, spot: Spot) -> None:
    assert test.bound is not None  # tests of amounts always have one
    below = question.least is not None and test.bound < question.least
    if below or (question.most is not None and test.bound > question.most):
        limits = f"{question.least if question.least is not None else 'any'} to {question.most or 'any'}"
        spot.fault(f"'{question.id}' is never {test.bound}: it takes {limits}", "test for a figure that it can take")

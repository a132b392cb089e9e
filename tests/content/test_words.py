"""The words people read are plain: short, graded, explained, spelt our way, and never a bare no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

import pytest

from thinking_professionals.library.designs import Design, Gate, Need, Rule
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question

Words = tuple[str, str]
"""(place, text)."""

ASKED_MEDIAN, ASKED_MOST = 6, 8
HELP_MEDIAN, HELP_MOST = 9, 11
LONGEST_SENTENCE = 30
FEWEST_WORDS = 4
"""A reading grade means nothing for two or three words."""

MAY_BE_HARDER = {
    "glossary.emmie": "it spells out the five words that the letters stand for",
}

NAMES = {
    "CARA": "a trial", "MOPAC": "an office", "BLUNT": "an operation", "UK": "the country", "GP": "a doctor",
}  # fmt: skip
"""Capitals that are names and so need no explaining."""

JARGON = re.compile(
    r"\b(randomis\w*|counterfactual\w*|equipoise|heterogene\w*|endogene\w*|confound\w*|covariates?|propensity|regression"
    r"|discontinuity|synthetic|time series|intra-?c\w+|clusters?|stepped[- ]wedge|differences?-in-differences?"
    r"|contamination|attrition|fidelity|qualitative|quantitative|stakeholders?|methodolog\w*|robust\w*|baselines?"
    r"|interventions?|treatment (?:group|arm)s?|fuzzy|power calculations?|statistically|hypothes\w*|parallel trends)\b",
    re.IGNORECASE,
)
"""Words of the trade: each may be used only where the glossary explains it."""

NOT_UK = re.compile(
    r"\b(\w*(ization|izing|ized|izes?)|behaviors?|neighbors?|centers?|programs?|favors?|analyze\w*)\b", re.IGNORECASE
)
FINE_IN_UK = {"size", "sizes", "sized", "prize", "prizes", "seize", "seized"}


def asked(library: Library) -> list[Words]:
    """Each question with its hint, as it is met on the page."""
    return [(q.id, f"{q.ask} {q.hint}".strip()) for q in library.questions.questions]


def helping(library: Library) -> list[Words]:
    """Everything read at leisure: reasons for asking, hints, facts, and all that designs and gates say."""
    found = [words for question in library.questions.questions for words in _beside(question)]
    found += [words for design in library.designs for words in _of_design(design)]
    found += [words for gate in library.gates for words in _of_gate(gate)]
    found += [(f"{b.id}.page", text) for b in library.questions.branches for text in b.page]
    found += [(f"{page.id}.about", page.about) for page in library.questions.pages]
    found += [(f"{said.id}.because", said.because) for said in (*library.stakes, *library.lifts)]
    found += [(f"glossary.{term.id}", term.meaning) for term in library.glossary]
    found += [(f"costs.{a.id}", a.because) for a in (*library.costs.time, *library.costs.hidden)]
    return found


def labels(library: Library) -> list[Words]:
    """Short texts that stand alone: topics, option labels, titles and names."""
    found = [(f"{q.id}.topic", q.topic) for q in library.questions.questions]
    found += [(f"{q.id}.{o.id}", o.label) for q in library.questions.questions for o in q.options]
    found += [(b.id, f"{b.title}. {b.about}.") for b in library.questions.branches]
    found += [(p.id, p.name) for p in library.questions.purposes]
    found += [(design.id, design.name) for design in library.designs]
    found += [(gate.id, gate.name) for gate in library.gates]
    found += [(said.id, said.name) for said in (*library.stakes, *library.lifts)]
    return found


def everything(library: Library) -> list[Words]:
    return [*asked(library), *helping(library), *labels(library)]


def _beside(question: Question) -> Iterator[Words]:
    yield f"{question.id}.why_we_ask", question.why_we_ask
    yield from ((f"{question.id}.{option.id}.hint", option.hint) for option in question.options if option.hint)
    yield from ((f"{question.id}.benchmarks", benchmark.text) for benchmark in question.benchmarks)


def _of_design(design: Design) -> Iterator[Words]:
    single = {"in_short": design.in_short, "says": design.lets_you_say, "says_not": design.will_not_say}
    yield from ((f"{design.id}.{name}", text) for name, text in single.items())
    yield f"{design.id}.not_when", design.not_when
    yield f"{design.id}.example", design.example.text
    several = (*design.how_to, *design.strengths, *design.threats, *(c.because for c in design.companions))
    yield from ((f"{design.id}.lists", text) for text in several)
    for said in (*design.needs, *design.rules):
        yield from _of_rule(design.id, said)


def _of_gate(gate: Gate) -> Iterator[Words]:
    yield f"{gate.id}.go", gate.go
    for rule in gate.rules:
        yield from _of_rule(gate.id, rule)


def _of_rule(owner: str, said: Need | Rule) -> Iterator[Words]:
    yield f"{owner}.{said.id}", said.because
    if said.unlock:
        yield f"{owner}.{said.id}.unlock", said.unlock
    if isinstance(said, Rule) and said.unless:
        yield f"{owner}.{said.id}.unless", said.unless


def grade(text: str) -> float:
    """Flesch-Kincaid reading grade (1975). Syllables are counted by ear: runs of vowels, without a silent ending."""
    words = re.findall(r"[\w’']+", text)
    sentences = [part for part in re.split(r"[.?!]+(?:\s|$)", text) if part.strip()]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    spoken = re.sub(r"(?<=[^aeiouy])es?$|(?<=[^aeiouytd])ed$", "", word.lower()) if len(word) > 3 else word.lower()
    return max(1, len(re.findall(r"[aeiouy]+", spoken)), sum(map(str.isdigit, word)))


def too_hard(words: list[Words], most: int) -> list[str]:
    return [
        f"{place}: grade {grade(text):.1f}: {text}"
        for place, text in words
        if len(text.split()) >= FEWEST_WORDS and place not in MAY_BE_HARDER and grade(text) > most
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("scheme", 1),
        ("named", 1),
        ("started", 2),
        ("teams", 1),
        ("police", 2),
        ("evaluation", 4),
        ("48", 2),
    ],
)
def test_syllables_are_counted_by_ear(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_have_a_higher_grade() -> None:
    assert grade("The cat sat on the mat.") < 1
    assert grade("Methodological considerations necessitate randomised allocation of participating organisations.") > 20


def test_questions_with_their_hints_are_easy_to_read(library: Library) -> None:
    assert median(grade(text) for _, text in asked(library)) <= ASKED_MEDIAN
    assert too_hard(asked(library), ASKED_MOST) == []


def test_help_is_easy_to_read(library: Library) -> None:
    assert median(grade(text) for _, text in helping(library)) <= HELP_MEDIAN
    assert too_hard(helping(library), HELP_MOST) == []


def test_every_exception_is_still_needed(library: Library) -> None:
    grades = {place: grade(text) for place, text in helping(library) if place in MAY_BE_HARDER}
    assert {place for place, its_grade in grades.items() if its_grade > HELP_MOST} == set(MAY_BE_HARDER)


def test_no_sentence_is_long(library: Library) -> None:
    long = [
        f"{place}: {sentence}"
        for place, text in everything(library)
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def unexplained(library: Library, pattern: re.Pattern[str]) -> list[str]:
    spellings = [spelling for term in library.glossary for spelling in (term.term, *term.also)]
    known = re.compile("|".join(rf"\b{re.escape(s)}\b" for s in sorted(spellings, key=len, reverse=True)), re.I)
    own_meaning = {f"glossary.{term.id}" for term in library.glossary}
    shown = [words for words in everything(library) if words[0] not in own_meaning]
    return [f"{place}: {found[0]}" for place, text in shown for found in pattern.finditer(known.sub(" ", text))]


def test_a_word_of_the_trade_is_used_only_where_the_glossary_explains_it(library: Library) -> None:
    assert unexplained(library, JARGON) == []


def test_capitals_are_explained_or_are_names(library: Library) -> None:
    found = unexplained(library, re.compile(r"\b[A-Z]{2,}\b"))
    assert [item for item in found if item.rsplit(" ", 1)[1] not in NAMES] == []


def test_the_glossary_gives_each_spelling_one_meaning(library: Library) -> None:
    spellings = [spelling.lower() for term in library.glossary for spelling in (term.term, *term.also)]
    assert len(spellings) == len(set(spellings))
    assert len(library.glossary) >= 100


def test_the_spelling_is_british(library: Library) -> None:
    found = [(place, m[0]) for place, text in everything(library) for m in NOT_UK.finditer(text)]
    assert [item for item in found if item[1].lower() not in FINE_IN_UK] == []


def test_a_no_always_says_what_to_do_next(library: Library) -> None:
    bare = [f"{d.id}.{need.id}" for d in library.designs for need in d.needs if not need.unlock]
    for owner in (*library.designs, *library.gates):
        bare += [f"{owner.id}.{rule.id}" for rule in owner.rules if rule.kind == "stop" and not rule.unlock]
    assert bare == []


def test_a_design_says_what_must_be_true_for_it_to_stand(library: Library) -> None:
    stops = [(design, rule) for design in library.designs for rule in design.rules if rule.kind == "stop"]
    assert [f"{design.id}.{rule.id}" for design, rule in stops if not rule.unless] == []


@pytest.mark.parametrize("word", ["infeasible", "insufficient data", "i.e.", "e.g.", "etc.", "utilise", "leverage"])
def test_words_that_shut_people_out_are_not_used(library: Library, word: str) -> None:
    assert [place for place, text in everything(library) if word in text.lower()] == []

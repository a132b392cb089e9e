"""Authored words as runs."""

from __future__ import annotations

import pytest

from thinking_professionals.library.sourcing import Term as Entry
from thinking_professionals.report.compose.prose import Prose, ended
from thinking_professionals.report.document import Plain, Term

GLOSSARY = (
    Entry(id="trial", term="trial", meaning="A fair test", also=("RCT",)),
    Entry(id="cluster_trial", term="cluster trial", meaning="By groups"),
)


def test_a_term_may_open_and_close_a_sentence():
    assert Prose(GLOSSARY, {})("Trial") == (Term("Trial", "trial", "A fair test"),)


def test_the_longest_term_wins_and_parts_of_words_do_not_count():
    runs = Prose(GLOSSARY, {})("A cluster trial, industrial")
    assert runs == (Plain("A "), Term("cluster trial", "cluster_trial", "By groups"), Plain(", industrial"))


def test_other_spellings_count_and_each_term_is_explained_once():
    prose = Prose(GLOSSARY, {})
    assert prose("An RCT") == (Plain("An "), Term("RCT", "trial", "A fair test"))
    assert prose("A trial") == (Plain("A trial"),)


def test_answers_are_filled_in_and_what_is_not_known_says_so():
    prose = Prose((), {"people": "<b>40</b>"})
    assert prose("{{ people }} of {{ others }}, {{ people | lower }}") == (Plain("<b>40</b> of not known, <b>40</b>"),)


def test_a_name_is_found_however_the_template_is_spaced():
    prose = Prose((), {"people": "40"})
    assert prose("About {{- people -}} of {{ (others) }}") == (Plain("About40of not known"),)


def test_without_a_glossary_words_stay_as_they_are():
    assert Prose((), {})("Any words") == (Plain("Any words"),)


@pytest.mark.parametrize(("last", "stops"), [("Yes", ["Yes", "."]), ("Did it?", ["Did it?"]), ("Now!", ["Now!"])])
def test_a_sentence_is_ended_once(last, stops):
    assert [run.text for run in ended((Plain("So: "), Plain(last)))][1:] == stops

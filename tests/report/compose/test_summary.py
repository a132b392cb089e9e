"""The summary says what the assessment decided, and everything the person said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.report.compose.reading import runs, section, words
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.condition import read_condition
from thinking_professionals.plan import Plan
from thinking_professionals.report.compose.summary import compose_summary
from thinking_professionals.report.document import Callout, Figure, Link, Said, Table, Term
from thinking_professionals.route import trace

TRIAL = {"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


def far(library):
    """A design whose need this door never asks about."""
    need = library.design_by_id["trial"].needs[0]
    elsewhere = replace(need, when=read_condition({"elsewhere": {"is": "x"}}))
    return replace(library.design_by_id["record"], id="far", needs=(elsewhere,))


@pytest.fixture
def summary(library, typed):
    def compose(raw, *, title="Scheme", notes=None, problems=(), only=()):
        route = trace(library.questions, library.questions.branch("works"), typed(raw))
        plan = Plan(title=title, answers=raw, notes=notes or {})
        chosen = replace(library, designs=tuple(d for d in [*library.designs, far(library)] if d.id in only))
        content = chosen if only else library
        assessment = with_unlocks(content, route, assess(content, route))
        return compose_summary(content, plan, route, assessment, problems, date(2026, 11, 21))

    return compose


def test_sections_come_in_the_order_a_busy_reader_wants(summary):
    ids = [s.id for s in summary(TRIAL).sections]
    assert ids[0] == "recommendation"
    assert ids.index("why") < ids.index("cost") < ids.index("others") < ids.index("answers")


def test_the_recommendation_names_the_design_and_the_reasons_say_how_it_was_chosen(summary):
    assert "Trial" in words(summary(TRIAL), "recommendation")
    assert "Cluster" in words(summary(TRIAL), "why")  # the runner-up


def test_conditions_and_the_fallback_are_said_on_the_first_page(summary):
    report = summary({**TRIAL, "people": "dont_know"})
    links = [run.question for run in runs(report, "recommendation") if isinstance(run, Link)]
    assert "people" in links
    assert any(run.text == "Cluster" for run in runs(report, "recommendation"))


def test_what_would_make_it_stronger_is_said_in_answers(summary):
    text = words(summary({**TRIAL, "records": "differ"}), "recommendation")
    assert "Records" in text
    assert "Same" in text


def test_a_design_kept_back_by_an_unknown_need_links_to_the_question(summary):
    report = summary({"purpose": "cause", "control": "dont_know", "months": "30", "records": "same", "marks": []})
    assert any(isinstance(run, Link) and run.question == "control" for run in runs(report, "recommendation"))


def test_another_door_is_named_first(summary):
    first = section(summary({"purpose": "reason"}), "recommendation").blocks[0]
    assert isinstance(first, Callout)
    assert "Why" in first.title[0].text


def test_an_unfinished_plan_says_so_first(summary):
    first = section(summary({"purpose": "cause"}), "recommendation").blocks[0]
    assert isinstance(first, Callout)
    assert first.tone == "unknown"


def test_an_empty_plan_still_makes_a_report(summary):
    report = summary({}, title="")
    assert words(report, "answers")
    assert report.title[0].text


def test_every_answer_is_there_with_its_remark(summary):
    report = summary(TRIAL, notes={"people": "Counted in March"})
    text = words(report, "answers")
    for question in ("What?", "Who?", "How many?", "Mix?", "Recorded?", "Which?"):
        assert question in text
    assert Said("Counted in March") in runs(report, "answers")


def test_answers_set_aside_and_problems_are_shown(summary):
    report = summary({**SERIES, "people": "40"}, problems=("We could not use “icc”.",))
    assert any("40" in run.text for run in runs(report, "answers"))
    assert Said("We could not use “icc”.") in runs(report, "answers")


def test_each_blocked_design_gives_its_reason_and_a_link_to_the_answer(summary):
    report = summary({**TRIAL, "people": "40"})
    assert "Too few." in words(report, "others")
    assert "Find more." in words(report, "others")
    assert any(isinstance(run, Link) and run.question == "people" for run in runs(report, "others"))


def test_a_design_closed_by_an_answer_names_it(summary):
    assert any(isinstance(run, Link) and run.question == "control" for run in runs(summary(TRIAL), "others"))


def test_what_is_not_known_or_not_asked_is_said_of_the_others(summary):
    assert "not asked yet" in words(summary({"purpose": "cause", "control": "us", "people": "500"}), "others")
    unknown = summary({**TRIAL, "records": "dont_know"})
    assert any(isinstance(run, Link) and run.question == "records" for run in runs(unknown, "others"))


def test_cautions_of_the_lead_are_there_serious_ones_first(summary):
    report = summary({**TRIAL, "mixing": "some", "records": "gaps", "people": "300"})
    assert "Gaps." in words(report, "why")


def test_a_lead_without_needs_says_that_it_is_always_possible(summary):
    assert section(summary({"purpose": "dont_know"}), "why").blocks


def test_authored_words_are_filled_in_with_answers(summary):
    assert "500" in words(summary(TRIAL), "recommendation")
    assert "not known" in words(summary({**TRIAL, "people": "dont_know"}), "recommendation").lower()


def test_a_glossary_term_is_explained_once(summary):
    report = summary(TRIAL)
    terms = [run for s in report.sections for run in runs(report, s.id) if isinstance(run, Term)]
    assert [term.id for term in terms] == ["trial"]


def test_costs_come_as_lines_with_a_total_and_a_picture_when_there_is_a_choice(summary):
    blocks = section(summary(TRIAL), "cost").blocks
    whole, alone = [block for block in blocks if isinstance(block, Table)][:2]
    assert [run.text for run in whole.rows[-1][2]] == ["£15,000"]
    assert [run.text for run in alone.rows[-1][3]] == ["£7,500"]
    figure = next(block for block in blocks if isinstance(block, Figure))
    assert len(figure.table.rows) > 1
    assert figure.drawing.marks


def test_there_is_no_picture_of_one_design_alone(summary):
    blocks = section(summary(TRIAL, only=["record"]), "cost").blocks
    assert not any(isinstance(block, Figure) for block in blocks)


def test_with_one_design_there_are_no_others_to_list(summary):
    assert "others" not in {s.id for s in summary(TRIAL, only=["record"]).sections}


def test_a_need_that_this_door_never_asks_about_is_said_without_an_answer(summary):
    assert "You said" not in words(summary(TRIAL, only=["record", "far"]), "others")


def test_sources_used_are_listed_with_their_licence(summary):
    text = words(summary(TRIAL), "sources")
    assert "A book" in text
    assert "Open" in text


def test_facts_that_help_stand_beside_what_to_find_out(summary):
    assert "Most have 40." in words(summary({**TRIAL, "people": "dont_know"}), "find_out")


def test_nothing_to_find_out_is_said(summary):
    assert section(summary(TRIAL), "find_out").blocks
    assert any(isinstance(run, Link) for run in runs(summary({**TRIAL, "mixing": "dont_know"}), "find_out"))


def test_a_question_without_checks_says_so(summary):
    assert section(summary({"purpose": "reason"}), "feasibility").blocks


def test_title_and_place_in_time_are_those_given(summary):
    report = summary(TRIAL, title="<b>Cameras</b>")
    assert report.title == (Said("<b>Cameras</b>"),)
    assert report.as_of == "21 November 2026"
    assert "Cameras" in report.plan


def test_what_the_person_wrote_of_the_scheme_stands_on_the_first_page(library, typed):
    people = library.questions.by_id["people"]
    scheme = replace(people, id="scheme", kind="text", tells="scheme", next="mixing", least=None, most=None)
    questions = tuple(replace(q, next="scheme") if q.id == "people" else q for q in library.questions.questions)
    content = replace(library, questions=replace(library.questions, questions=(*questions, scheme)))
    answers = {**typed(TRIAL), "scheme": "<b>Cameras</b>"}
    route = trace(content.questions, content.questions.branch("works"), answers)
    plan = Plan(title="t", answers={})
    assessment = with_unlocks(content, route, assess(content, route))
    report = compose_summary(content, plan, route, assessment, (), date(2026, 11, 21))
    assert Said("<b>Cameras</b>") in runs(report, "recommendation")


def test_rates_past_their_review_are_marked(summary, library, typed, assessed):
    route = trace(library.questions, library.questions.branch("works"), typed(TRIAL))
    late = compose_summary(library, Plan(title="t"), route, assessed(TRIAL), (), date(2027, 1, 2))
    marked = [b for b in section(late, "cost").blocks if isinstance(b, Callout) and b.tone == "stop"]
    assert len(marked) == 1
    assert not [b for b in section(summary(TRIAL), "cost").blocks if isinstance(b, Callout) and b.tone == "stop"]

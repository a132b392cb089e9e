"""The sections on money, dates, outcomes and small changes: what they say turns on what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.report.compose.reading import runs, section, words
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.designs import Range, Rule
from thinking_professionals.plan import Plan
from thinking_professionals.report.compose.summary import compose_summary
from thinking_professionals.report.document import Callout, KeyFacts, Link, Said, Table

MORE = {
    **{"starts": "dont_know", "decide": "dont_know", "budget": "dont_know", "spend": "dont_know"},
    **{"outcome": "", "further": [], "harm": ""},
}
TRIAL = {
    **{"purpose": "cause", "control": "us", "people": "500", "mixing": "none", "records": "same", "marks": []},
    **MORE,
}
SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": [], **MORE}
TODAY = date(2026, 11, 21)


@pytest.fixture
def summary(longer, walked):
    def compose(raw, as_of=TODAY, content=longer):
        route = walked(content, raw)
        assessment = with_unlocks(content, route, assess(content, route))
        return compose_summary(content, Plan(title="t"), route, assessment, (), as_of)

    return compose


def ids(report):
    return [section.id for section in report.sections]


def links(report, section_id):
    return [run.question for run in runs(report, section_id) if isinstance(run, Link)]


def bullets(report, section_id, part):
    return [run.text for run in runs(report, section_id) if part in run.text]


# What is deserved, and money


def test_what_is_deserved_stands_beside_what_is_possible(summary):
    report = summary({**TRIAL, "people": "1000"})
    facts = next(block for block in section(report, "deserves").blocks if isinstance(block, KeyFacts)).facts
    assert [fact.value[0].text for fact in facts] == ["A strong study", "Trial"]
    assert "Many." in words(report, "deserves")


def test_what_it_may_yet_deserve_is_said_with_what_that_turns_on(summary):
    report = summary({**TRIAL, "people": "dont_know"})
    assert "a strong study" in words(report, "deserves")
    assert links(report, "deserves") == ["people"]


def test_nothing_is_said_of_what_is_deserved_before_it_is_asked(summary):
    assert "deserves" not in ids(summary({"purpose": "cause"}))
    assert "deserves" not in words(summary({"purpose": "cause"}), "recommendation")


def test_each_way_the_two_may_compare_is_told_apart(summary):
    weaker, perhaps = {**SERIES, "months": "9", "marks": ["new"]}, {**TRIAL, "mixing": "all", "marks": "dont_know"}
    level, stronger, dear = {**SERIES, "marks": ["new"]}, {**TRIAL, "people": "1000"}, TRIAL
    open_ = {**TRIAL, "people": "dont_know"}
    said = {section(summary(raw), "deserves").blocks[2] for raw in (weaker, perhaps, level, stronger, dear, open_)}
    assert len(said) == 6


def test_where_nothing_is_known_of_what_is_at_stake_no_rung_is_named(summary):
    report = summary({**SERIES, "marks": "dont_know"})
    assert len(section(report, "deserves").blocks) == 1
    assert links(report, "deserves") == ["marks"]
    assert "a light touch" not in words(report, "deserves") + words(report, "recommendation")


def test_a_lead_that_the_budget_covers_only_when_kept_small_says_how(summary, longer):
    when = read_condition({"budget": {"at_most": 9000}})
    small = Rule(id="dear", caution=when, serious=True, because="Dear.", unlock="Ask ten.", source="s", sure="S")
    designs = tuple(replace(design, rules=(*design.rules, small)) for design in longer.designs[:-1])
    content = replace(longer, designs=(*designs, longer.designs[-1]))
    for budget, kept_small in (("5000", True), ("9001", False)):
        report = summary({**TRIAL, "budget": budget}, content=content)
        for place in ("recommendation", "deserves"):
            assert ("Ask ten." in words(report, place)) == kept_small
        facts = next(block for block in section(report, "recommendation").blocks if isinstance(block, KeyFacts)).facts
        assert ("Why this design" in facts[0].note) == kept_small


def test_what_makes_it_deserved_is_what_the_person_said(summary):
    assert links(summary({**SERIES, "marks": ["new"]}), "deserves") == ["marks"]
    assert links(summary(TRIAL), "deserves") == []


def test_where_the_lead_is_stronger_than_deserved_the_cheapest_that_is_enough_is_named(summary):
    assert bullets(summary(TRIAL), "deserves", "Panel")
    assert not bullets(summary({**TRIAL, "marks": ["new"]}), "deserves", "Panel")


@pytest.mark.parametrize(
    ("raw", "fitting"),
    [
        ({**TRIAL, "people": "1000"}, "£40,000"),
        (TRIAL, "£2,000"),
        ({**TRIAL, "people": "dont_know"}, "a strong study"),
        ({**TRIAL, "marks": "dont_know"}, "£9,000"),
    ],
)
def test_the_money_is_held_against_what_is_fitting(summary, raw, fitting):
    assert fitting in runs(summary(raw), "deserves")[-1].text


@pytest.mark.parametrize(
    ("spend", "share", "judged"),
    [
        ("1500000", "1%", False),
        ("1500001", "less than 1%", True),
        ("75000", "20%", False),
        ("74000", "20%", True),
        ("15000", "100%", True),
        ("14999", "more than the scheme costs", True),
    ],
)
def test_the_share_of_what_the_scheme_costs_is_judged_only_at_the_ends(summary, spend, share, judged):
    usual, said = (runs(summary({**TRIAL, "spend": sum_}), "deserves")[-1].text for sum_ in ("150000", spend))
    assert f"That is {share} " in said
    assert (said.replace(share, "10%", 1) != usual) == judged


@pytest.mark.parametrize(
    ("budget", "told"),
    [
        ("20000", ["£20,000"]),
        ("14000", ["£14,000", "£15,000", "£7,900"]),
        ("7939", ["£7,939", "£15,000", "Record", "£7,500"]),
        ("7000", ["£7,000", "£15,000", "Record", "£4,000"]),
        ("3000", ["£3,000", "£15,000", "Record", "£7,500", "£4,000", "Panel", "£3,000"]),
        ("100", ["£100", "£15,000", "Record", "£7,500", "£4,000"]),
    ],
)
def test_a_budget_is_held_against_the_package_with_what_to_leave_out(summary, budget, told):
    report = summary({**TRIAL, "budget": budget})
    said = words(report, "deserves")
    assert [part for part in told if part not in said] == []
    assert (f"£{int(budget):,}" in words(report, "recommendation")) == (int(budget) < 15_000)
    assert ("Record" in said) == ("Record" in told)
    assert ("Panel" in words(report, "recommendation")) == ("Panel" in told)


def test_money_is_spoken_of_although_nothing_at_stake_was_asked(summary, longer):
    report = summary({**TRIAL, "budget": "20000"}, content=replace(longer, stakes=()))
    assert "£20,000" in words(report, "deserves")


# Windows


def test_the_last_day_to_choose_is_in_a_table(summary):
    report = summary({**TRIAL, "starts": "2027-05-31", "decide": "2028-05-31"})
    table = next(block for block in section(report, "windows").blocks if isinstance(block, Table))
    assert [[cell[0].text for cell in row][:1] for row in table.rows] == [["Trial"], ["Cluster"]]
    assert "31 March 2027" in words(report, "windows")
    assert links(report, "windows") == []


def test_a_date_that_is_not_known_is_to_be_found(summary):
    assert links(summary(TRIAL), "windows") == ["starts", "decide"]
    assert links(summary({**TRIAL, "starts": "2027-05-31"}), "windows") == ["decide"]


def test_where_no_date_was_asked_for_nothing_is_said_of_windows(summary):
    assert "windows" not in ids(summary({"purpose": "cause"}))


def first_page(report):
    blocks = section(report, "recommendation").blocks
    facts = next(block for block in blocks if isinstance(block, KeyFacts)).facts
    late = [block.label for block in blocks if isinstance(block, Callout) and block.label != "Recommended"]
    return late, next(fact.note for fact in facts if fact.label == "Time")


@pytest.mark.parametrize(
    ("as_of", "usual", "last", "late"),
    [
        (date(2027, 3, 31), True, False, []),
        (date(2027, 4, 1), False, True, []),
        (date(2027, 4, 30), False, True, []),
        (date(2027, 5, 1), False, True, ["Too late"]),
    ],
)
def test_the_first_page_says_how_much_time_is_left(summary, as_of, usual, last, late):
    report = summary({**TRIAL, "starts": "2027-05-31"}, as_of)
    labels, note = first_page(report)
    assert labels == late
    assert ("31 March 2027" in note) is usual
    assert ("30 April 2027" in words(report, "recommendation")) is last


def slow(content):
    """The trial's study takes one or three months from the start, set-up apart."""
    months = Range(low=Decimal(2), central=Decimal(5), high=Decimal(9))
    trial = content.design_by_id["trial"]
    changed = replace(trial, effort=replace(trial.effort, months=months))
    return replace(content, designs=(changed, *(d for d in content.designs if d is not trial)))


@pytest.mark.parametrize(
    ("decide", "late"), [("dont_know", None), ("2027-08-01", None), ("2027-07-31", "August"), ("2027-05-31", "June")]
)
def test_a_report_that_comes_after_the_decision_is_said_on_the_first_page(summary, longer, decide, late):
    report = summary({**TRIAL, "starts": "2027-05-01", "decide": decide}, content=slow(longer))
    text = words(report, "recommendation")
    assert [month for month in ("June 2027", "August 2027") if month in text] == ([f"{late} 2027"] if late else [])
    assert "August 2027" in words(report, "windows")


def test_too_late_for_the_start_and_for_the_decision_are_both_said(summary, longer):
    report = summary({**TRIAL, "starts": "2026-12-01", "decide": "2026-12-20"}, content=slow(longer))
    [callout] = [
        b for b in section(report, "recommendation").blocks if isinstance(b, Callout) and b.label == "Too late"
    ]
    assert "start" in callout.text[0][0].text
    assert "January 2027" in callout.text[0][0].text


def test_a_window_that_has_passed_names_what_is_still_open(summary):
    late = summary({**TRIAL, "starts": "2027-05-31"}, date(2027, 5, 1))
    assert "Cluster" in words(late, "windows")
    assert "Cluster" in words(late, "recommendation")


def test_where_every_window_has_passed_nothing_else_is_named(summary):
    late = summary({**TRIAL, "decide": "2027-05-31"}, date(2027, 5, 1))
    assert "Cluster" not in words(late, "recommendation")
    assert "Panel" not in words(late, "windows")


def test_the_lead_is_not_named_in_its_own_place(summary):
    raw = {**TRIAL, "people": "40", "starts": "2027-05-31"}
    early, late = (words(summary(raw, day), "windows") for day in (TODAY, date(2027, 5, 1)))
    assert "Trial" in late
    assert "Cluster" not in early + late


# Small changes


def test_a_small_change_is_shown_with_what_it_lifts_the_advice_to(summary):
    report = summary({**SERIES, "people": "500", "mixing": "none"})
    assert "Decide yourselves. " in [run.text for run in runs(report, "lifts")]
    assert {"Trial", "You could."} <= {run.text for run in runs(report, "lifts")}
    assert links(report, "lifts") == []


def test_what_a_change_turns_on_is_linked(summary):
    assert links(summary(SERIES), "lifts") == ["people", "mixing"]


def test_without_a_change_there_is_no_such_section(summary):
    assert "lifts" not in ids(summary(TRIAL))


# Outcomes


def outcomes(report):
    table = next(block for block in section(report, "outcomes").blocks if isinstance(block, Table))
    return [row[0] for row in table.rows]


def test_each_outcome_has_a_line_of_its_own(summary):
    report = summary({**TRIAL, "outcome": "Calls", "further": ["Trust", " ", "<b>Fear</b>"], "harm": "Stops"})
    assert outcomes(report) == [(Said("Calls"),), (Said("Trust"),), (Said("<b>Fear</b>"),), (Said("Stops"),)]
    assert "10%" in words(report, "outcomes")
    assert links(report, "outcomes") == []


@pytest.mark.parametrize(("others", "chance"), [("", None), ("A", None), ("AB", "10%"), ("ABC", "14%")])
def test_of_several_other_outcomes_one_may_look_good_by_luck(summary, others, chance):
    told = words(summary({**TRIAL, "outcome": "Calls", "further": list(others)}), "outcomes")
    assert chance in told if chance else "%" not in told


def test_an_outcome_decides_only_where_an_effect_is_measured(summary, longer):
    said = {"outcome": "Calls", "further": ["Trust", "Reports"], "harm": "Stops"}
    pilot = longer.design_by_id["pilot"]
    early = replace(pilot, set_up=longer.design_by_id["trial"].set_up)
    with_set_up = replace(longer, designs=tuple(early if d is pilot else d for d in longer.designs))
    measured = summary({**TRIAL, **said})
    followed, tried = (summary({**TRIAL, **said, "records": "differ"}, content=c) for c in (longer, with_set_up))
    parts = [_parts(report) for report in (measured, followed, tried)]
    assert len({main for main, *_ in parts}) == 3
    assert len({harm for *_, harm in parts}) == 1
    assert ["%" in words(report, "outcomes") for report in (measured, followed, tried)] == [True, False, False]


def _parts(report):
    table = next(block for block in section(report, "outcomes").blocks if isinstance(block, Table))
    return tuple(row[1][0].text for row in table.rows)


def test_an_outcome_that_is_left_empty_is_to_be_named(summary):
    report = summary(TRIAL)
    assert links(report, "outcomes") == ["outcome", "harm"]
    assert "%" not in words(report, "outcomes")


def test_outcomes_that_were_not_asked_for_are_not_missed(summary):
    assert "outcomes" not in ids(summary({"purpose": "cause"}))


# The first page


def test_stops_forks_and_checks_that_are_not_known_take_a_line_each(summary):
    unknown = {**TRIAL, "people": "dont_know", "mixing": "dont_know", "records": "dont_know"}
    report = summary(unknown)
    assert links(report, "recommendation") == ["people", "mixing"]
    assert len(bullets(report, "recommendation", "1 check is")) == 1
    assert links(report, "why")[-2:] == ["people", "mixing"]


@pytest.mark.parametrize(("kind", "said"), [("stop", "any may"), ("caution", "1 of them may")])
def test_several_checks_are_counted_with_how_many_of_them_may_stop_it(summary, longer, kind, said):
    hurried = read_condition({"marks": {"includes": "hurried"}})
    rule = replace(Rule(id="hurry", because="B", source="s", sure="S"), **{kind: hurried})
    content = replace(longer, gates=(*longer.gates, replace(longer.gates[0], id="calm", rules=(rule,))))
    report = summary({**TRIAL, "records": "dont_know", "marks": "dont_know"}, content=content)
    [line] = bullets(report, "recommendation", "2 checks are")
    assert said in line
    table = next(block for block in section(report, "feasibility").blocks if isinstance(block, Table))
    assert len([row for row in table.rows if row[1][0].text == "Not known yet"]) == 2


def test_checks_that_would_stop_nothing_are_not_counted_on_the_first_page(summary, longer):
    rule = Rule(
        id="hurry", caution=read_condition({"marks": {"includes": "hurried"}}), because="B", source="s", sure="S"
    )
    content = replace(longer, gates=(replace(longer.gates[0], rules=(rule,)),))
    assert not bullets(summary({**TRIAL, "marks": "dont_know"}, content=content), "recommendation", "check")


def test_a_fork_is_said_to_lead_elsewhere(summary):
    report = summary({**SERIES, "control": "dont_know"})
    assert len(bullets(report, "recommendation", "other questions")) == 1


def test_stronger_designs_stand_beside_the_best_as_things_stand(summary):
    report = summary({**TRIAL, "records": "differ", "mixing": "some"})
    table = next(block for block in section(report, "recommendation").blocks if isinstance(block, Table))
    assert [row[1][0].text for row in table.rows] == ["Pilot", "Cluster"]
    assert "records" in links(report, "recommendation")


def callout(report):
    return next(block for block in section(report, "recommendation").blocks if isinstance(block, Callout))


def test_a_trial_that_is_not_possible_is_said_to_be_so_with_the_answer_in_the_way(summary):
    report = summary(SERIES)
    said = [run for runs_ in callout(report).text for run in runs_]
    assert any("randomised trial" in getattr(run, "text", "") for run in said)
    assert "control" in [run.question for run in said if isinstance(run, Link)]


def test_a_trial_that_may_be_possible_names_what_to_find_out_first(summary):
    report = summary({**SERIES, "control": "dont_know"})
    said = [run for runs_ in callout(report).text for run in runs_]
    assert any("may be possible" in getattr(run, "text", "") for run in said)
    assert "control" in [run.question for run in said if isinstance(run, Link)]


def test_nothing_is_said_of_a_trial_where_one_leads(summary):
    assert not any(
        "randomised trial" in getattr(run, "text", "").lower()
        for runs_ in callout(summary(TRIAL)).text
        for run in runs_
    )


def test_what_always_speaks_for_a_design_and_against_it_is_told(summary, longer):
    report = summary(TRIAL)
    lead = longer.design_by_id["trial"]
    told = " ".join(getattr(run, "text", "") for run in runs(report, "why"))
    assert all(words in told for words in (*lead.strengths, *lead.threats))


def test_a_design_that_is_not_yet_possible_says_what_would_make_it_so(summary):
    report = summary({**TRIAL, "people": "40"})
    at = [run.text for run in runs(report, "others")].index("“People”")
    assert "51" in runs(report, "others")[at + 1].text


def test_checks_come_gravest_first_and_those_for_other_designs_say_so(summary, longer):
    worth = replace(longer.gates[0], id="drawn", applies_to=("randomised",))
    report = summary({**TRIAL, "records": "differ"}, content=replace(longer, gates=(worth,)))
    [row] = next(block for block in section(report, "feasibility").blocks if isinstance(block, Table)).rows
    assert len(row[2]) == 1
    text = row[2][0].text
    assert text != "Differs."
    assert text.endswith("Differs. Mend it.")
    both = summary({**TRIAL, "records": "differ"}, content=replace(longer, gates=(longer.gates[0], *_gates(longer))))
    table = next(block for block in section(both, "feasibility").blocks if isinstance(block, Table))
    assert [row[0][0].text for row in table.rows] == ["Recorded alike", "Calm", "Well"]


def _gates(library):
    """A gate that is not known and one that says go, in the wrong order."""
    rule = Rule(id="hurry", stop=read_condition({"marks": {"includes": "hurried"}}), because="B", source="s", sure="S")
    few = replace(rule, id="few", stop=None, caution=read_condition({"people": {"at_least": 400}}))
    yield replace(library.gates[0], id="well", name="Well", rules=(rule,))
    yield replace(library.gates[0], id="calm", name="Calm", rules=(few,))


def test_only_the_first_facts_are_told_of_what_to_find_out(summary, longer):
    people = longer.questions.by_id["people"]
    facts = tuple(replace(people.benchmarks[0], text=f"Fact {i}.") for i in range(4))
    questions = tuple(replace(q, benchmarks=facts) if q.id == "people" else q for q in longer.questions.questions)
    content = replace(longer, questions=replace(longer.questions, questions=questions))
    said = words(summary({**TRIAL, "people": "dont_know"}, content=content), "find_out")
    assert [f"Fact {i}." in said for i in range(4)] == [True, True, False, False]


@pytest.mark.parametrize(("control", "fits"), [("us", True), ("others", False)])
def test_where_no_fact_fits_it_is_said_who_could_work_it_out(summary, longer, control, fits):
    people = longer.questions.by_id["people"]
    facts = (replace(people.benchmarks[0], when=read_condition({"control": {"is": control}})),)
    questions = tuple(replace(q, benchmarks=facts) if q.id == "people" else q for q in longer.questions.questions)
    content = replace(longer, questions=replace(longer.questions, questions=questions))
    said = words(summary({**TRIAL, "people": "dont_know"}, content=content), "find_out")
    assert (facts[0].text in said, "analyst" in said) == (fits, not fits)


def test_the_cost_of_the_whole_package_is_a_sum_of_its_lines(summary):
    tables = [block for block in section(summary(TRIAL), "cost").blocks if isinstance(block, Table)]
    package = next(table for table in tables if [row[0][0].text for row in table.rows] == ["Trial", "Record", "Total"])
    assert [row[2][0].text for row in package.rows] == ["£7,500", "£7,500", "£15,000"]


def test_what_is_not_known_of_the_stakes_is_not_said_as_if_it_were(summary):
    unknown = {**TRIAL, "people": "dont_know", "marks": "dont_know"}
    assert "Few." in words(summary(TRIAL), "deserves")
    assert "Few." not in words(summary(unknown), "deserves")
    assert "New." in words(summary({**unknown, "marks": ["new"]}), "deserves")


def test_what_closed_the_way_and_what_mends_is_said_once_of_a_design(summary, longer):
    trial = longer.design_by_id["trial"]
    months = read_condition({"months": {"at_least": 8}})
    needs = tuple(replace(trial.needs[0], id=name, when=months, because=f"{name}.", unlock="Wait.") for name in "ab")
    far = replace(trial, needs=needs, rules=())
    content = replace(longer, designs=tuple(far if d is trial else d for d in longer.designs))
    table = next(b for b in section(summary(TRIAL, content=content), "others").blocks if isinstance(b, Table))
    why = next(row[2] for row in table.rows if row[0][0].text == "Trial")
    said = [run.text for run in why]
    assert [said.count(text) for text in ("a.", "b.", "Wait.", "Control")] == [1, 1, 1, 1]


def test_the_code_of_the_design_in_the_registry_is_told_where_it_has_one(summary, longer):
    trial = replace(longer.design_by_id["trial"], registry="impact.rct.individual_rct")
    content = replace(longer, designs=(trial, *(d for d in longer.designs if d.id != "trial")))
    told = [getattr(run, "text", "") for run in runs(summary(TRIAL, content=content), "next")]
    assert any("impact.rct.individual_rct" in words for words in told)

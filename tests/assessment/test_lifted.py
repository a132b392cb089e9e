"""Small changes that lift the advice: played through the engine, and nothing promised that was never asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.unlocks import with_unlocks
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.lifts import Setting

SERIES = {"purpose": "cause", "control": "others", "months": "30", "records": "same", "marks": []}


@pytest.fixture
def lifts(library, walked):
    def find(raw, content=library):
        route = walked(content, raw)
        return with_unlocks(content, route, assess(content, route)).lifts

    return find


def change(library, name, **settings):
    gives = tuple(Setting(question=question, to=to) for question, to in settings.items())
    return replace(library.lifts[0], id=name, gives=gives)


def test_a_change_that_leads_to_a_stronger_design_is_shown_with_what_it_leads_to(lifts):
    [found] = lifts({**SERIES, "people": "500", "mixing": "none"})
    assert (found.lift.id, found.design.id, found.level, found.rests_on) == ("decide", "trial", 5, ())


def test_what_was_never_asked_is_what_it_turns_on(lifts):
    [found] = lifts(SERIES)
    assert (found.design.id, found.rests_on) == ("trial", ("people", "mixing"))


def test_what_the_advice_rests_on_already_is_not_said_again(lifts):
    [found] = lifts({**SERIES, "people": "500", "mixing": "none", "records": "dont_know"})
    assert (found.design.id, found.rests_on) == ("trial", ())


def test_a_change_whose_condition_may_not_hold_is_not_offered(lifts):
    assert lifts({**SERIES, "control": "dont_know"}) == ()


def test_a_change_that_lifts_nothing_is_not_offered(lifts):
    assert lifts({**SERIES, "people": "500", "mixing": "all"}) == ()
    assert lifts({**SERIES, "people": "500", "mixing": "none", "records": "differ"}) == ()


def test_a_design_that_stays_as_it_is_is_none(lifts, library):
    content = replace(library, lifts=(change(library, "count", records="same"),))
    assert lifts({**SERIES, "months": "9", "records": "gaps"}, content) == ()


def test_an_unfinished_door_has_no_changes_yet(lifts):
    unfinished = {name: said for name, said in SERIES.items() if name != "marks"}
    assert lifts(unfinished) == ()


def test_the_two_that_lift_most_and_rest_on_least_come_first(lifts, library):
    panel = library.design_by_id["panel"]
    need = replace(panel.needs[0], when=read_condition({"records": {"is": "gaps"}}))
    watch = replace(panel, id="watch", needs=(need,), rules=(), level=(replace(panel.level[0], otherwise=3),))
    gaps, decide = change(library, "gaps", records="gaps"), change(library, "decide", control="us")
    both = change(library, "decide_and_count", control="us", mixing="none")

    def order(*changes):
        content = replace(library, designs=(*library.designs, watch), lifts=changes)
        return [item.lift.id for item in lifts({**SERIES, "months": "9", "people": "500"}, content)]

    assert order(gaps, decide) == ["decide", "gaps"]
    assert order(gaps, decide, both) == ["decide_and_count", "decide"]

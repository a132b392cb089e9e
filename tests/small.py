"""A library small enough to try every answer: six questions with a fork, seven designs, two gates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from thinking_professionals.answers import Answer, understand
from thinking_professionals.assessment.assess import assess
from thinking_professionals.assessment.results import Assessment
from thinking_professionals.library.condition import read_condition
from thinking_professionals.library.derived import Derivation
from thinking_professionals.library.designs import Design, Family, Range, Rule
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Question
from thinking_professionals.route import Route, trace

SMALL = """
questions:
  edition: "1"
  welcome: Hello
  invitation: Go on
  branches:
    - {id: works, title: Works, about: a, first: purpose, prefer: [trial, cluster, series, pilot, record]}
    - {id: why, title: Why, about: a, first: elsewhere}
  purposes:
    - {id: cause, name: it caused it, door: works, when: {purpose: {is: cause}}}
    - {id: reason, name: the reason, door: why, when: {purpose: {is: reason}}}
  questions:
    - {id: purpose, kind: one, topic: Need, ask: "What?", why_we_ask: w, can_change: "no", next: control,
       options: [{id: cause, label: Cause}, {id: reason, label: Reason, next: end}]}
    - {id: control, kind: one, topic: Control, ask: "Who?", why_we_ask: w, can_change: at_a_cost,
       options: [{id: us, label: Us}, {id: others, label: Others}],
       next: [{when: {control: {is: us}}, go: people}, {otherwise: months}]}
    - {id: people, kind: number, topic: People, ask: "How many?", why_we_ask: w, can_change: "yes", next: mixing,
       benchmarks: [{text: Most have 40., source: s, sure: S}],
       least: 0, most: 9999, whole: true}
    - {id: mixing, kind: one, topic: Mixing, ask: "Mix?", why_we_ask: w, can_change: "no", next: records,
       options: [{id: none, label: None}, {id: some, label: Some}, {id: all, label: All}]}
    - {id: months, kind: number, topic: Months, ask: "Months?", why_we_ask: w, can_change: "no", next: records}
    - {id: records, kind: one, topic: Records, ask: "Recorded?", why_we_ask: w, can_change: at_a_cost, next: marks,
       options: [{id: same, label: Same}, {id: gaps, label: Gaps}, {id: differ, label: Differ}]}
    - {id: marks, kind: many, topic: Marks, ask: "Which?", why_we_ask: w, can_change: "yes", next: end,
       options: [{id: hurried, label: Hurried}, {id: new, label: New}]}
    - {id: elsewhere, kind: text, topic: Elsewhere, ask: "Where?", why_we_ask: w, can_change: "yes", next: end}
derivation: {inputs: [], facts: []}
designs:
  - &base
    id: trial
    name: Trial
    in_short: A trial of {{ people }} people.
    purposes: [cause]
    family: [randomised, drawn, impact]
    level: [{otherwise: 5, maryland: "5"}]
    needs: [{id: control, when: {control: {is: us}}, because: You decide., source: s, sure: S}]
    rules:
      - {id: too_few, stop: {people: {at_most: 50}}, because: Too few., unless: Enough people.,
         unlock: Find more., source: s, sure: S}
      - {id: mixed, stop: {mixing: {is: all}}, because: Mixed., source: s, sure: S}
      - {id: leaks, caution: {mixing: {is: some}}, serious: true, because: Leaks., source: s, sure: S}
    companions:
      - {design: pilot, role: first, because: Try it., when: {records: {is: gaps}}}
      - {design: record, role: alongside, because: Always.}
    lets_you_say: yes it did
    will_not_say: why
    how_to: [Start]
    strengths: [Strong]
    threats: [Weak]
    not_when: Never mind.
    example: {text: Once., source: s, sure: S}
    cost_band: 5
    effort: {days: {director: 1, senior: 0, researcher: 10, field: 0}, direct: 1000,
             months: {low: 1, central: 2, high: 3},
             source: planning_assumption, sure: J}
  - <<: *base
    id: cluster
    name: Cluster
    rules:
      - {id: made, favour: {mixing: {is: some}}, made_for: true, because: Made for it., source: s, sure: S}
      - {id: small, caution: {people: {at_most: 400}}, because: Small., source: s, sure: S}
      - {id: mixed, stop: {mixing: {is: all}}, because: Mixed., source: s, sure: S}
  - <<: *base
    id: series
    name: Series
    family: [impact]
    level: [{when: {months: {at_least: 24}}, level: 3, maryland: "3"}, {otherwise: 2, maryland: "2"}]
    needs: [{id: months, when: {months: {at_least: 8}}, because: Months., source: s, sure: S}]
    rules:
      - {id: hurry, caution: {marks: {includes: hurried}}, because: Hurried., source: s, sure: S}
      - {id: quiet, favour: {not: {marks: {includes: new}}}, because: Quiet., source: s, sure: S}
  - <<: *base
    id: panel
    name: Panel
    family: []
    level: [{otherwise: 1, maryland: "1"}]
    needs:
      - {id: fit, when: {any: [{records: {is: same}}, {marks: {includes: new}}]}, because: Fit., source: s, sure: S}
    rules:
      - {id: rushed, stop: {marks: {includes: hurried}, records: {any_of: [gaps, differ]}}, because: Rushed.,
         source: s, sure: S}
      - {id: stale, caution: {not: {any: [{marks: {includes: new}}, {records: {is: same}}]}}, because: Stale.,
         source: s, sure: S}
    effort: {days: {director: 1, senior: 0, researcher: 10, field: 0}, direct: 0,
             months: {low: 1, central: 2, high: 3}, source: planning_assumption, sure: J}
  - <<: *base
    id: before_after
    name: Before and after
    never_leads: [cause]
    family: []
    level: [{otherwise: 4, maryland: "2"}]
    needs: []
    rules: []
  - <<: *base
    id: pilot
    name: Pilot
    family: []
    level: [{otherwise: 0, maryland: none}]
    needs: [{id: control, when: {control: {is: us}}, because: You decide., source: s, sure: S}]
    rules: []
  - <<: *base
    id: talk
    name: Talk
    purposes: [reason]
    family: []
    level: [{otherwise: 1, maryland: none}]
    needs: []
    rules: []
  - <<: *base
    id: record
    name: Record
    purposes: [cause, reason]
    family: []
    level: [{otherwise: 0, maryland: none}]
    needs: []
    rules: []
    companions: []
gates:
  - id: alike
    name: Recorded alike
    applies_to: [impact]
    go: Recorded alike.
    source: s
    sure: S
    rules:
      - {id: differs, stop: {records: {is: differ}}, because: Differs., unlock: Mend it., source: s, sure: S}
      - {id: gaps, caution: {records: {is: gaps}}, because: Gaps., source: s, sure: S}
  - id: worth
    name: Worth it
    applies_to: [value]
    go: Worth it.
    source: s
    sure: S
    rules: [{id: never, stop: {records: {is: same}}, because: No., source: s, sure: S}]
stakes:
  - {id: high, name: a strong study, level: 4, ceiling: 40000, when: {people: {at_least: 1000}}, because: Many.,
     source: s, sure: S}
  - {id: middle, name: a fair comparison, level: 3, ceiling: 9000, when: {marks: {includes: new}}, because: New.,
     source: s, sure: S}
  - {id: light, name: a light touch, level: 1, ceiling: 2000, because: Few.,
     source: planning_assumption, sure: J}
lifts:
  - {id: decide, name: Decide yourselves, when: {control: {is: others}}, gives: [{question: control, to: us}],
     because: You could., source: s, sure: S}
costs:
  currency: GBP
  price_year: 2024
  vat: excluded
  review_by: "2027-01-01"
  rates:
    - {id: director, name: Director, pounds: {low: 800, central: 1000, high: 1500}, source: s, sure: S}
    - {id: researcher, name: Researcher, pounds: {low: 400, central: 550, high: 750}, source: s, sure: S}
  band: {days_low: 0.65, days_high: 1.7, direct_low: 0.5, direct_high: 2, because: Wide.,
         source: planning_assumption, sure: J}
  in_house: {pounds_a_day: {low: 200, central: 270, high: 350}, because: Own., source: s, sure: S}
  time: [{id: buying, name: Buying, months: {low: 3, central: 4, high: 6}, because: Slow., source: s, sure: S}]
  hidden: [{id: officers, name: Officers, because: Their time., source: s, sure: S}]
sources:
  - {id: s, title: A book, by: Someone, date: "2020", seen: "2026-10-01", address: "example.org", licence: Open}
  - {id: planning_assumption, title: Ours, by: This tool, date: "2026", seen: "2026-10-01"}
glossary: [{id: trial, term: trial, meaning: A fair test}]
"""


MORE = """
- {id: starts, kind: date, tells: starts, topic: Start, ask: "When?", why_we_ask: w, can_change: "yes", next: decide}
- {id: decide, kind: date, tells: decided_by, topic: Decision, ask: "By when?", why_we_ask: w, can_change: "yes",
   next: budget}
- {id: budget, kind: money, tells: budget, topic: Budget, ask: "How much?", why_we_ask: w, can_change: "yes",
   next: spend}
- {id: spend, kind: money, tells: spend, topic: Spend, ask: "How dear?", why_we_ask: w, can_change: "yes",
   next: outcome}
- {id: outcome, kind: text, tells: outcome, topic: Outcome, ask: "What changes?", why_we_ask: w, can_change: "yes",
   next: further}
- {id: further, kind: list, tells: further, topic: Others, ask: "What else?", why_we_ask: w, can_change: "yes",
   next: harm}
- {id: harm, kind: text, tells: harm, topic: Harm, ask: "What worsens?", why_we_ask: w, can_change: "yes", next: end}
"""
"""Questions on dates, money and outcomes, for the tests that ask about them."""


@pytest.fixture(scope="session")
def longer(library: Library) -> Library:
    """The small library, which also asks for dates, money and outcomes; the trial takes months to set up."""
    more = TypeAdapter(tuple[Question, ...]).validate_python(yaml.safe_load(MORE))
    asked = tuple(replace(q, next="starts") if q.id == "marks" else q for q in library.questions.questions)
    set_up = Range(low=Decimal(1), central=Decimal(2), high=Decimal(4))
    designs = tuple(replace(d, set_up=set_up) if d.id == "trial" else d for d in library.designs)
    return replace(library, questions=replace(library.questions, questions=(*asked, *more)), designs=designs)


NUMBERS = """
- {id: alike, kind: number, topic: Alike, ask: "How alike?", why_we_ask: w, can_change: "no", least: 0, most: 1,
   next: hoped}
- {id: hoped, kind: number, topic: Hoped, ask: "How much?", why_we_ask: w, can_change: "no", least: 1, most: 39,
   next: end}
"""
DERIVATION = """
inputs:
  - {role: in_all, questions: [people], better: more}
  - {role: share_now, guesses: [{low: 40, central: 40, high: 40, source: s, sure: S}]}
  - {role: share_change, questions: [hoped], better: more}
  - {role: per_group, guesses: [{low: 20, central: 20, high: 20, source: s, sure: S}]}
  - role: icc
    questions: [alike]
    better: less
    guesses:
      - {when: {records: {is: same}}, low: 0.01, central: 0.02, high: 0.05, source: s, sure: S}
      - {low: 0.01, central: 0.05, high: 0.2, source: planning_assumption, sure: J}
  - role: leaked
    questions: []
    better: less
    guesses:
      - {when: {mixing: {is: none}}, low: 0, central: 0, high: 0, source: s, sure: S}
      - {low: 0, central: 0.1, high: 0.2, source: planning_assumption, sure: J}
  - role: rises
    guesses:
      - {when: {records: {is: same}}, low: 1, central: 1, high: 1, source: s, sure: S}
      - {low: 0, central: 0, high: 0, source: s, sure: S}
  - {role: lost, questions: [months], better: less, always: true,
     guesses: [{low: 0, central: 0, high: 0.1, source: s, sure: S}]}
facts:
  - &fact
    id: seen
    name: The chance to see it
    unit: chance
    plan: side_by_side
    bands: [{id: enough, name: E, at_least: 0.8}, {id: close, name: C, at_least: 0.6}, {id: short, name: S}]
    mixed: close
  - {<<: *fact, id: seen_in_steps, plan: in_steps, designs: [cluster], along: [icc]}
"""


@pytest.fixture(scope="session")
def counted(library: Library) -> Library:
    """The small library, which also works out whether the change could be seen; the trial and the cluster heed it."""
    more = TypeAdapter(tuple[Question, ...]).validate_python(yaml.safe_load(NUMBERS))
    asked = tuple(replace(q, next="alike") if q.id == "marks" else q for q in library.questions.questions)
    heed = {"trial": _heeding("seen"), "cluster": _heeding("seen_in_steps")}
    designs = tuple(replace(d, rules=(*d.rules, *heed.get(d.id, ())), family=_families(d)) for d in library.designs)
    derivation = TypeAdapter(Derivation).validate_python(yaml.safe_load(DERIVATION))
    questions = replace(library.questions, questions=(*asked, *more))
    return replace(library, questions=questions, designs=designs, derivation=derivation)


def _families(design: Design) -> tuple[Family, ...]:
    return (*design.family, "two_groups") if design.id == "trial" else design.family


def _heeding(fact: str) -> tuple[Rule, ...]:
    rule: dict[str, Any] = {"because": "Numbers.", "source": "s", "sure": "S"}
    return (
        Rule(id="far_too_little", stop=read_condition({fact: {"is": "short"}}), unless="Enough.", **rule),
        Rule(id="may_be_too_little", caution=read_condition({fact: {"is": "close"}}), serious=True, **rule),
    )


Walk = Callable[..., Route]


@pytest.fixture(scope="session")
def walked() -> Walk:
    """The route through the first door of a library, with answers in their plain form."""

    def walk(content: Library, raw: Mapping[str, object]) -> Route:
        answers = {question: understand(content.questions.by_id[question], said) for question, said in raw.items()}
        return trace(content.questions, content.questions.branches[0], answers)

    return walk


@pytest.fixture(scope="session")
def library() -> Library:
    return TypeAdapter(Library).validate_python(yaml.safe_load(SMALL))


Assess = Callable[[Mapping[str, object]], Assessment]


@pytest.fixture(scope="session")
def typed(library: Library) -> Callable[[Mapping[str, object]], dict[str, Answer]]:
    def read(raw: Mapping[str, object]) -> dict[str, Answer]:
        return {question: understand(library.questions.by_id[question], answer) for question, answer in raw.items()}

    return read


@pytest.fixture(scope="session")
def assessed(library: Library, typed: Callable[[Mapping[str, object]], dict[str, Answer]]) -> Assess:
    """Assess answers in their plain form, such as {"control": "us", "people": "60"}."""
    branch = library.questions.branch("works")
    assert branch is not None
    return lambda raw: assess(library, trace(library.questions, branch, typed(raw)))

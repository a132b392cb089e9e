"""A folder of content that is small, whole and without fault; and faults planted in copies of it."""

from __future__ import annotations

from pathlib import Path

QUESTIONS = """\
edition: "1"
welcome: Hello
invitation: Go on
branches:
  - id: works
    title: Whether it works
    about: And a trial
    first: purpose
    prefer: [trial, monitoring]
  - id: why
    title: Why it happened
    about: How it came about
    page:
      - This is not built yet.
purposes:
  - id: cause
    name: whether it made the difference
    door: works
    when: {purpose: {is: cause}}
  - id: reason
    name: why it came about
    door: why
    when:
      purpose:
        is: reason
pages:
  - id: closing
    title: To close
    about: The last of it.
questions:
  - id: purpose
    kind: one
    topic: The need
    ask: What do you need?
    why_we_ask: It decides.
    can_change: "no"
    options:
      - id: cause
        label: Did it work?
        next: ~
      - id: reason
        label: Why?
        next: end
    next: people
  - id: people
    kind: number
    topic: People
    ask: How many?
    why_we_ask: It matters.
    can_change: at_a_cost
    unit: people
    least: 0
    most: 1000
    whole: true
    benchmarks:
      - text: A trial had 300.
        source: book
        sure: S
    next:
      - when: {people: {at_most: 50}}
        go: marks
      - when: {people: {is: dont_know}, purpose: {is: cause}}
        go: marks
      - otherwise: spend
  - id: spend
    kind: money
    topic: Spend
    ask: How much?
    why_we_ask: It matters.
    can_change: "yes"
    least: 0
    next: marks
  - id: marks
    kind: many
    topic: Marks
    ask: Which?
    why_we_ask: It matters.
    can_change: "yes"
    options:
      - id: hurried
        label: Hurried
      - id: new
        label: New
    next:
      - when: {any: [{marks: {includes: hurried}}, {not: {spend: {at_most: 100}}}]}
        go: start
      - otherwise: outcome
  - id: start
    kind: date
    topic: Start
    ask: When?
    why_we_ask: It matters.
    can_change: "yes"
    next: outcome
  - id: outcome
    kind: text
    topic: Outcome
    ask: What should change?
    why_we_ask: It matters.
    can_change: "yes"
    next: helpers
  - id: helpers
    kind: list
    page: closing
    topic: Helpers
    ask: Who helps?
    why_we_ask: It matters.
    can_change: "yes"
    next: measures
  - id: measures
    kind: table
    page: closing
    topic: Measures
    ask: What is counted?
    why_we_ask: It matters.
    can_change: "yes"
    columns:
      - id: name
        label: Name
      - id: unit
        label: Unit
    next: end
"""

TRIAL = """\
id: trial
name: Trial
in_short: A fair test.
purposes: [cause]
family: [randomised, impact]
level:
  - when: {people: {at_least: 100}}
    level: 5
    maryland: "5"
  - when: {people: {at_least: 50}}
    level: 4
    maryland: "5"
  - otherwise: 3
    maryland: "5"
needs:
  - id: enough_people
    when: {people: {at_least: 20}}
    because: It needs people.
    source: book
    sure: S
rules:
  - id: too_few
    stop: {people: {at_most: 30}}
    because: There are only {{ people | lower }}, starting on {{ start }}.
    source: book
    sure: S
  - id: rushed
    caution:
      marks: {includes: hurried}
      not: {any: [{marks: {includes: new}}, {spend: {at_least: 900}}]}
    serious: true
    topic: haste
    because: It is rushed.
    source: planning_assumption
    sure: J
  - id: unseen
    caution: {chance: {is: short}}
    because: It may not be seen.
    source: book
    sure: S
  - id: made
    favour: {purpose: {any_of: [cause, reason]}, people: {at_least: 200}}
    made_for: true
    because: It was made for this.
    source: book
    sure: S
companions:
  - design: monitoring
    role: alongside
    because: Watch it.
    when: {marks: {includes: new}}
  - {design: monitoring, role: then, because: Look on.}
lets_you_say: that it works.
will_not_say: why.
how_to:
  - Draw lots.
strengths:
  - It is strong.
threats:
  - People mix.
not_when: All have it.
example:
  text: It was done once.
  source: book
  sure: S
registry: ""
cost_band: 5
effort:
  days: {director: 1, senior: 2, researcher: 10.5, field: 0}
  direct: 1000
  months: {low: 1, central: 2, high: 3}
  source: planning_assumption
  sure: J
"""

MONITORING = """\
id: monitoring
name: Monitoring
in_short: A look at the figures.
purposes: [cause, reason]
level: [{otherwise: 0, maryland: none}]
lets_you_say: how things stand.
will_not_say: why.
how_to: [Count.]
strengths: [Cheap.]
threats: [Weak.]
not_when: You need proof.
example: {text: Many do., source: book, sure: S}
cost_band: 1
effort:
  days: {director: 0, senior: 0, researcher: 4, field: 0}
  direct: 0
  months: {low: 1, central: 1, high: 2}
  source: planning_assumption
  sure: J
"""

FACTS = """\
inputs:
  - {role: in_all, questions: [people], better: more}
  - role: lost
    better: less
    guesses:
      - when: {marks: {includes: hurried}}
        low: 0.1
        central: 0.2
        high: 0.3
        source: book
        sure: S
      - {low: 0, central: 0.05, high: 0.1, source: planning_assumption, sure: J}
facts:
  - id: chance
    name: The chance to see it
    unit: chance
    plan: side_by_side
    designs: [trial]
    along: [icc]
    bands:
      - id: enough
        name: Enough
        at_least: 0.8
      - id: short
        name: Short
    mixed: short
"""

GATES = """\
- id: worth_it
  name: Worth it
  applies_to: [impact]
  go: It is worth it.
  source: book
  sure: S
  rules:
    - id: too_dear
      stop: {spend: {at_least: 500}}
      because: It costs too much.
      unlock: Spend less.
      source: book
      sure: S
"""

STAKES = """\
- id: high
  name: a strong study
  level: 4
  ceiling: 90000
  when: {spend: {at_least: 500}}
  because: It costs a lot.
  source: book
  sure: S
- id: light
  name: a light touch
  level: 1
  ceiling: 2000
  because: It costs little.
  source: planning_assumption
  sure: J
"""

LIFTS = """\
- id: look_closer
  name: Look closer
  when: {purpose: {is: reason}}
  gives:
    - {question: purpose, to: cause}
  because: You could.
  source: book
  sure: S
"""

RATES = """\
currency: GBP
price_year: 2024
vat: excluded
review_by: 2028-05-21
rates:
  - {id: director, name: Director, pounds: {low: 800, central: 1000, high: 1500}, source: book, sure: S}
  - {id: senior, name: Senior, pounds: {low: 500, central: 700, high: 900}, source: book, sure: S}
  - {id: researcher, name: Researcher, pounds: {low: 400, central: 550, high: 750}, source: book, sure: S}
  - {id: field, name: Field, pounds: {low: 200, central: 300, high: 400}, source: book, sure: S}
band:
  days_low: 0.65
  days_high: 1.7
  direct_low: 0.5
  direct_high: 2.0
  because: It is wide.
  source: planning_assumption
  sure: J
in_house: {pounds_a_day: {low: 200, central: 270, high: 350}, because: Own staff., source: book, sure: S}
time:
  - {id: buying, name: Buying, months: {low: 3, central: 4, high: 6}, because: It is slow., source: book, sure: S}
hidden:
  - {id: officers, name: Officers, because: Their time., source: book, sure: S}
"""

SOURCES = """\
- id: book
  title: A book
  by: Someone
  date: "2020"
  seen: "2026-10-01"
- id: planning_assumption
  title: Ours
  by: This tool
  date: "2026"
  seen: "2026-10-01"
"""

GLOSSARY = """\
- id: trial
  term: trial
  meaning: A fair test
  also: [trials]
- id: lot
  term: lot
  meaning: A draw
"""

FILES = {
    "questions.yaml": QUESTIONS,
    "content/designs/trial.yaml": TRIAL,
    "content/designs/monitoring.yaml": MONITORING,
    "content/gates.yaml": GATES,
    "content/stakes.yaml": STAKES,
    "content/lifts.yaml": LIFTS,
    "content/facts.yaml": FACTS,
    "content/costs/rates.yaml": RATES,
    "content/sources.yaml": SOURCES,
    "content/glossary.yaml": GLOSSARY,
}
HERE = "◄"
"""Stands in a planted text at the end of the line at which the fault is to be reported."""


def write_folder(root: Path) -> Path:
    """The small content, in a folder."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def plant(root: Path, name: str, before: str, after: str) -> int:
    """Put a text in place of another that is there once; the line of the mark in it."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} is in {name} {text.count(before)} times"
    planted = text.replace(before, after)
    assert planted.count(HERE) == 1
    path.write_text(planted.replace(HERE, ""), encoding="utf-8")
    return planted[: planted.index(HERE)].count("\n") + 1

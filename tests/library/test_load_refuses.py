"""Faults planted one at a time in the small content: a load refuses each at its file and line, and says what it is."""
# ruff: noqa: E501 - a planted fault reads best as one row

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.folder import plant
from thinking_professionals.library.faults import ContentError, ContentFaults
from thinking_professionals.library.load import load

Q = "questions.yaml"
TRIAL = "content/designs/trial.yaml"
MONITORING = "content/designs/monitoring.yaml"
GATES = "content/gates.yaml"
STAKES = "content/stakes.yaml"
LIFTS = "content/lifts.yaml"
FACTS = "content/facts.yaml"
RATES = "content/costs/rates.yaml"
SOURCES = "content/sources.yaml"
GLOSSARY = "content/glossary.yaml"

# What is planted; the file; a text that is there once; what takes its place, ◄ ending the line to be reported; and the
# words that the message must hold.
SHAPES = [
    ("a misspelt key", TRIAL, "in_short: A", "in_shrt: A◄", ["'in_shrt'", "'in_short'"]),
    ("a key that nothing resembles", Q, "    unit: people", "    zzz: 1◄", ["'zzz'", "'people'"]),
    ("a misspelt kind", Q, "    kind: money", "    kind: mony◄", ["'mony'", "'money'"]),
    ("a number as a literal", Q, "    kind: money", "    kind: 5◄", ["'5'", "'spend'"]),
    ("a number where text is wanted", Q, "    topic: Spend", "    topic: 5◄", ["'topic' of 'spend'", "quotes"]),
    ("a yes-or-no where text is wanted", Q, "    topic: Spend", "    topic: true◄", ["true", "quotes"]),
    ("nothing where text is wanted", Q, "    topic: Spend", "    topic: ~◄", ["'topic' of 'spend'", "null"]),
    ("a list where text is wanted", Q, "    topic: Spend", "    topic: [a]◄", ["'topic' of 'spend'", "one text"]),
    ("a text where a list is wanted", TRIAL, "how_to:\n  - Draw lots.", "how_to: Draw lots.◄", ["'how_to'", "list"]),
    ("a number in a list of texts", MONITORING, "how_to: [Count.]", "how_to:\n  - A\n  - 5◄", ["'how_to.2'", "quotes"]),
    ("a text where keys are wanted", TRIAL, "  months: {low: 1, central: 2, high: 3}", "  months: 3◄", ["'effort.months'"]),
    ("a text as a step", Q, "      - otherwise: spend", "      - spend◄", ["'next.3' of 'people'", "keys"]),
    ("a quoted number", TRIAL, "direct: 1000", 'direct: "1000"◄', ["'effort.direct'", "digits"]),
    ("a decimal where a whole number is wanted", TRIAL, "cost_band: 5", "cost_band: 5.5◄", ["'cost_band'", "whole"]),
    ("a word where true is wanted", TRIAL, "    serious: true", "    serious: yes◄", ["'serious' of 'rushed'", "true"]),
    ("an id with capitals", TRIAL, "  - id: too_few", "  - id: TooFew◄", ["'TooFew'"]),
    ("a reserved id", Q, "      - id: hurried", "      - id: dont_know◄", ["'dont_know'", "reserved"]),
    ("an id that Windows keeps for itself", Q, "      - id: hurried", "      - id: com1◄", ["'com1'", "reserved"]),
    ("a question that comes round to itself", Q, "        label: Unit\n    next: end", "        label: Unit\n    next: measures◄", ["'measures'", "again"]),
    ("no words to ask", Q, "  - id: spend\n    kind: money\n    topic: Spend\n    ask: How much?", "  - id: spend◄\n    kind: money\n    topic: Spend", ["'spend'", "'ask'"]),
    ("no reason why we ask", Q, "  - id: helpers\n    kind: list\n    page: closing\n    topic: Helpers\n    ask: Who helps?\n    why_we_ask: It matters.", "  - id: helpers◄\n    kind: list\n    topic: Helpers\n    ask: Who helps?", ["'helpers'", "'why_we_ask'"]),
    ("no way on", Q, "  - id: outcome\n    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: helpers", "  - id: outcome◄\n    kind: text\n    topic: Outcome\n    ask: What should change?\n    why_we_ask: It matters.\n    can_change: \"yes\"", ["'outcome'", "'next'"]),
    ("a way on that is a number", Q, "    least: 0\n    next: marks", "    least: 0\n    next: 5◄", ["'next' of 'spend'"]),
    ("a way on that is a mapping", Q, "    least: 0\n    next: marks", "    least: 0\n    next: {go: marks}◄", ["list"]),
    ("no because for a stop", GATES, "    - id: too_dear\n      stop: {spend: {at_least: 500}}\n      because: It costs too much.\n", "    - id: too_dear◄\n      stop: {spend: {at_least: 500}}\n", ["'too_dear'", "'because'"]),
    ("no because for a need", TRIAL, "  - id: enough_people\n    when: {people: {at_least: 20}}\n    because: It needs people.\n", "  - id: enough_people◄\n    when: {people: {at_least: 20}}\n", ["'enough_people'", "'because'"]),
    ("an unknown test", TRIAL, "stop: {people: {at_most: 30}}", "stop: {people: {below: 30}}◄", ["'below'", "at_most"]),
    ("an empty condition", TRIAL, "stop: {people: {at_most: 30}}", "stop: {}◄", ["condition"]),
    ("a question without a test", TRIAL, "stop: {people: {at_most: 30}}", "stop: {people: 30}◄", ["'people'", "test"]),
    ("a text as a bound", TRIAL, "stop: {people: {at_most: 30}}", "stop: {people: {at_most: few}}◄", ["'few'", "digits"]),
    ("a number as an option", Q, "    when:\n      purpose:\n        is: reason", "    when:◄\n      purpose:\n        is: 5", ["'is' of 'purpose'"]),
    ("an option list that is none", TRIAL, "{any_of: [cause, reason]}", "{any_of: cause}◄", ["'any_of'", "list"]),
    ("any without a list", GATES, "{spend: {at_least: 500}}", "{any: {spend: {at_least: 500}}}◄", ["'any'", "list"]),
]  # fmt: skip

FORMS = [
    ("a question twice", Q, "  - id: helpers", "  - id: outcome◄", ["'outcome'", "twice"]),
    ("an option twice", Q, "      - id: new", "      - id: hurried◄", ["'hurried'", "twice"]),
    ("a column twice", Q, "      - id: unit", "      - id: name◄", ["'name'", "twice"]),
    ("a door twice", Q, "  - id: why\n", "  - id: works◄\n", ["'works'", "twice"]),
    ("a purpose twice", Q, "  - id: reason\n    name", "  - id: cause◄\n    name", ["'cause'", "twice"]),
    ("a rule twice", TRIAL, "  - id: made", "  - id: rushed◄", ["'rushed'", "twice"]),
    ("a rule with the id of a need", TRIAL, "  - id: too_few", "  - id: enough_people◄", ["'enough_people'", "twice"]),
    ("a source twice", SOURCES, "- id: planning_assumption", "- id: book◄", ["'book'", "twice"]),
    ("a term twice", GLOSSARY, "- id: lot", "- id: trial◄", ["'trial'", "twice"]),
    ("a preference twice", Q, "prefer: [trial, monitoring]", "prefer: [trial, monitoring, trial]◄", ["'trial'", "twice"]),
    ("a rate twice", RATES, "{id: senior,", "{id: director,◄", ["'director'", "twice"]),
    ("a rate for nobody", RATES, "{id: senior,", "{id: expert,◄", ["'expert'", "senior"]),
    ("a rate left out", RATES, "rates:\n  - {id: director", "rates:◄\n  - {id: senior", ["'director'"]),
    ("another file name", TRIAL, "id: trial\n", "id: tryal◄\n", ["'tryal'", "trial.yaml"]),
    ("a page twice", Q, "    about: The last of it.\n", "    about: The last of it.\n  - {id: closing, title: T, about: A}◄\n", ["'closing'", "twice"]),
    ("a rung twice", STAKES, "- id: light", "- id: high◄", ["'high'", "twice"]),
    ("a fact twice", FACTS, "facts:\n  - id: chance", "facts:\n  - {id: chance, name: N, unit: u, plan: in_steps, bands: [{id: a, name: A, at_least: 1}, {id: b, name: B}], mixed: a}\n  - id: chance◄", ["'chance'", "twice"]),
    ("an input twice", FACTS, "  - {role: in_all, questions: [people], better: more}", "  - {role: in_all, questions: [people]}\n  - {role: in_all, questions: [people]}◄", ["'in_all'", "two"]),
    ("an input from nowhere", FACTS, "questions: [people], better: more}", "better: more}◄", ["'in_all'", "question"]),
    ("a guess that is always to hold, and leaves cases out", FACTS, "  - role: lost\n    better: less\n    guesses:\n", "  - role: lost\n    better: less\n    questions: [people]\n    always: true\n    guesses:◄\n      - {when: {marks: {includes: new}}, low: 0, central: 0, high: 0, source: book, sure: S}\n  - role: leaked\n    better: less\n    guesses:\n", ["'lost'"]),
    ("a range that works neither way", FACTS, "  - role: lost\n    better: less\n    guesses:\n      - when", "  - role: lost\n    guesses:\n      - when◄", ["'lost'", "'better'"]),
    ("a guess out of order", FACTS, "      - when: {marks: {includes: hurried}}\n        low: 0.1", "      - when: {marks: {includes: hurried}}◄\n        low: 0.4", ["order"]),
    ("one band alone", FACTS, "    bands:\n      - id: enough\n        name: Enough\n        at_least: 0.8\n", "    bands:◄\n", ["'chance'", "gaps"]),
    ("bands from the lowest", FACTS, "    bands:\n      - id: enough\n        name: Enough\n        at_least: 0.8\n", "    bands:◄\n      - id: enough\n        name: Enough\n        at_least: 0.8\n      - {id: best, name: Best, at_least: 0.9}\n", ["'chance'", "order"]),
    ("a mixed band that is none", FACTS, "    mixed: short", "    mixed: shirt◄", ["'chance'", "'shirt'"]),
    ("a change twice", LIFTS, "- id: look_closer", "- {id: look_closer, name: N, when: {people: {at_least: 9}}, gives: [{question: purpose, to: cause}], because: B, source: book, sure: S}\n- id: look_closer◄", ["'look_closer'", "twice"]),
    ("a rung above the strongest", STAKES, "- id: high\n  name: a strong study\n  level: 4", "- id: high◄\n  name: a strong study\n  level: 6", ["6"]),
    ("a level below nothing", MONITORING, "level: [{otherwise: 0, maryland: none}]", "level: [{otherwise: -1, maryland: none}]◄", ["-1"]),
    ("a level above the strongest", TRIAL, "  - when: {people: {at_least: 100}}\n    level: 5", "  - when: {people: {at_least: 100}}◄\n    level: 7", ["7"]),
    ("set-up months out of order", TRIAL, "cost_band: 5", "set_up: {low: 3, central: 2, high: 4}◄\ncost_band: 5", ["order"]),
    *((f"a date that tells the {tells}", Q, "    ask: When?", f"    tells: {tells}◄\n    ask: When?", ["'start'", "'date'", f"'{tells}'"]) for tells in ("scheme", "outcome", "further", "harm", "budget", "spend")),
    *((f"a sum that tells the {tells}", Q, "    ask: How much?", f"    tells: {tells}◄\n    ask: How much?", ["'spend'", "'money'", f"'{tells}'"]) for tells in ("starts", "decided_by", "further")),
    ("a thing told twice", Q, "    ask: When?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: outcome\n  - id: outcome\n    kind: text\n    topic: Outcome\n", "    tells: starts\n    ask: When?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: again\n  - id: again\n    kind: date\n    tells: starts◄\n    topic: Again\n    ask: When again?\n    why_we_ask: It matters.\n    can_change: \"yes\"\n    next: outcome\n  - id: outcome\n    kind: text\n    topic: Outcome\n", ["'starts'", "second"]),
    ("blank words", Q, "    ask: What should change?", '    ask: " "◄', ["'ask'", "blank"]),
    ("empty words", Q, "    ask: What should change?", "    ask:◄", ["'ask'", "empty"]),
    ("a blank line in a list", TRIAL, "  - Draw lots.", '  - " "◄', ["'how_to'", "blank"]),
    ("an empty list of words", MONITORING, "threats: [Weak.]", "threats: []◄", ["'threats'", "empty"]),
    ("a door that leads nowhere", Q, "  - id: why\n    title: Why it happened\n    about: How it came about\n    page:\n      - This is not built yet.", "  - id: why◄\n    title: Why it happened\n    about: How it came about", ["'why'", "'first'"]),
    ("a choice with one option", Q, "    options:\n      - id: hurried\n        label: Hurried\n      - id: new", "    options:◄\n      - id: new", ["'marks'", "two options"]),
    ("options of a text", Q, "    ask: What should change?", "    options: [{id: a, label: A}, {id: b, label: B}]◄\n    ask: What?", ["'outcome'", "options"]),
    ("columns of a text", Q, "    ask: What should change?", "    columns: [{id: a, label: A}]◄\n    ask: What?", ["'outcome'", "columns"]),
    ("a table without columns", Q, "  - id: helpers\n    kind: list", "  - id: helpers◄\n    kind: table", ["'helpers'", "columns"]),
    ("a least of a text", Q, "    ask: What should change?", "    least: 1◄\n    ask: What?", ["'outcome'", "'least'"]),
    ("a most of a date", Q, "    ask: When?", "    most: 1◄\n    ask: When?", ["'start'", "'most'"]),
    ("a whole sum of money", Q, "    ask: How much?", "    whole: true◄\n    ask: How much?", ["'spend'", "'whole'"]),
    ("a least above the most", Q, "    least: 0\n    most: 1000", "    least: 2000◄\n    most: 1000", ["'people'", "'least'"]),
    ("an own way of an option among many", Q, "        label: Hurried", "        label: Hurried\n        next: end◄", ["'marks'", "'hurried'"]),
    ("no default", Q, "    next:\n      - when: {people: {at_most: 50}}\n        go: marks\n      - when: {people: {is: dont_know}, purpose: {is: cause}}\n        go: marks\n      - otherwise: spend\n", "    next:◄\n      - when: {people: {at_most: 50}}\n        go: marks\n", ["'people'", "no default"]),
    ("a second default", Q, "      - otherwise: spend\n", "      - otherwise: spend\n      - otherwise: marks◄\n", ["'people'", "second"]),
    ("a default before the end", Q, "      - otherwise: spend\n", "      - otherwise: spend◄\n      - {when: {people: {at_most: 9}}, go: marks}\n", ["'people'", "last"]),
    ("a step that goes nowhere", Q, "      - when: {any: [{marks: {includes: hurried}}, {not: {spend: {at_most: 100}}}]}\n        go: start", "      - when: {marks: {includes: hurried}}◄", ["'marks'", "'go'"]),
    ("a step with too much", Q, "      - otherwise: outcome", "      - otherwise: outcome◄\n        go: start", ["'marks'"]),
    ("no closing level", MONITORING, "level: [{otherwise: 0, maryland: none}]", "level: []◄", ["'monitoring'", "default"]),
    ("two closing levels", TRIAL, "  - otherwise: 3\n", "  - {otherwise: 2, maryland: none}\n  - otherwise: 3◄\n", ["'trial'", "second"]),
    ("a level without its condition", TRIAL, "  - when: {people: {at_least: 50}}\n    level: 4", "  - level: 4◄", ["'trial'", "'when'"]),
    ("a rule with two conditions", GATES, "    - id: too_dear", "    - id: too_dear◄\n      caution: {spend: {at_least: 1}}", ["'too_dear'", "stop and caution"]),
    ("a rule without a condition", GATES, "    - id: too_dear\n      stop: {spend: {at_least: 500}}\n", "    - id: too_dear◄\n", ["'too_dear'", "no condition"]),
    ("a serious favour", TRIAL, "    made_for: true", "    made_for: true\n    serious: true◄", ["'made'", "serious"]),
    ("a caution made for it", TRIAL, "    serious: true", "    serious: true\n    made_for: true◄", ["'rushed'", "'made_for'"]),
    ("a hope for what is no stop", TRIAL, "    made_for: true", "    made_for: true\n    unless: It is not.◄", ["'made'", "'unless'"]),
    ("months below nothing", TRIAL, "cost_band: 5", "set_up: {low: -1, central: 2, high: 4}◄\ncost_band: 5", ["'low'", "-1"]),
    ("pounds below nothing", TRIAL, "direct: 1000", "direct: -1000◄", ["'direct'", "-1000"]),
    ("a ceiling below nothing", STAKES, "  ceiling: 2000", "  ceiling: -2000◄", ["'ceiling'", "-2000"]),
    ("two answers to one question", LIFTS, "  gives:\n    - {question: purpose, to: cause}", "  gives:\n    - {question: purpose, to: cause}\n    - {question: purpose, to: reason}◄", ["'look_closer'", "'purpose'"]),
    ("figures out of order", TRIAL, "  months: {low: 1, central: 2, high: 3}", "  months: {low: 5, central: 2, high: 3}◄", ["order"]),
    ("a band upside down", RATES, "band:\n  days_low: 0.65", "band:◄\n  days_low: 2", ["days_low"]),
    ("a cost band of ten", TRIAL, "cost_band: 5", "cost_band: 10◄", ["'trial'", "10"]),
    ("a judgement with a source", TRIAL, "    because: It needs people.\n    source: book\n    sure: S", "    because: It needs people.\n    source: book\n    sure: J◄", ["'book'", "planning_assumption"]),
    ("an assumption marked as read", TRIAL, "  source: planning_assumption\n  sure: J", "  source: planning_assumption\n  sure: S◄", ["planning_assumption", "J"]),
    ("a day that is none", SOURCES, 'by: Someone\n  date: "2020"\n  seen: "2026-10-01"', 'by: Someone\n  date: "2020"\n  seen: "2026-02-30"◄', ["2026-02-30"]),
]  # fmt: skip

REFERENCES = [
    ("a way to nowhere", Q, "    least: 0\n    next: marks", "    least: 0\n    next: mark◄", ["'spend'", "'mark'", "'marks'"]),
    ("an option to nowhere", Q, "        next: end\n", "        next: ends◄\n", ["'reason'", "'ends'", "'end'"]),
    ("a step to nowhere", Q, "        go: start", "        go: strat◄", ["'strat'", "'start'"]),
    ("a default to nowhere", Q, "      - otherwise: spend", "      - otherwise: spent◄", ["'spent'", "'spend'"]),
    ("a door to nowhere", Q, "    first: purpose", "    first: porpoise◄", ["'porpoise'", "'purpose'"]),
    ("a preference for nothing", Q, "prefer: [trial, monitoring]", "prefer: [trail, monitoring]◄", ["'trail'", "'trial'"]),
    ("a purpose of no door", Q, "    door: why\n", "    door: wye◄\n", ["'wye'", "'why'"]),
    ("a purpose that tests nothing", Q, "    when: {purpose: {is: cause}}", "    when: {purpse: {is: cause}}◄", ["'purpse'", "'purpose'"]),
    ("a routing test of no question", Q, "      - when: {people: {at_most: 50}}", "      - when: {peeple: {at_most: 50}}◄", ["'peeple'"]),
    ("a need of no question", TRIAL, "{people: {at_least: 20}}", "{peeple: {at_least: 20}}◄", ["'peeple'", "'people'"]),
    ("a rule of no question", TRIAL, "      marks: {includes: hurried}", "      merks: {includes: hurried}◄", ["'merks'", "'marks'"]),
    ("a test of no question among others", TRIAL, "favour: {purpose: {any_of: [cause, reason]}, people: {at_least: 200}}", "favour:\n      purpose: {any_of: [cause, reason]}\n      peeple: {at_least: 200}◄", ["'peeple'", "'people'"]),
    ("a nested test of no question", TRIAL, "{spend: {at_least: 900}}", "{spent: {at_least: 900}}◄", ["'spent'", "'spend'"]),
    ("a gate of no question", GATES, "{spend: {at_least: 500}}", "{spent: {at_least: 500}}◄", ["'spent'", "'spend'"]),
    ("a level of no question", TRIAL, "{people: {at_least: 100}}", "{poeple: {at_least: 100}}◄", ["'poeple'", "'people'"]),
    ("a companion's test of no question", TRIAL, "    when: {marks: {includes: new}}", "    when: {mark: {includes: new}}◄", ["'mark'"]),
    ("a companion that is no design", TRIAL, "  - design: monitoring", "  - design: monitor◄", ["'monitor'", "'monitoring'"]),
    ("a purpose not declared", TRIAL, "purposes: [cause]", "purposes: [because]◄", ["'because'", "'cause'"]),
    ("never leading for nothing", TRIAL, "purposes: [cause]", "purposes: [cause]\nnever_leads: [causes]◄", ["'causes'", "'cause'"]),
    ("a rule without a real source", GATES, "      source: book", "      source: bok◄", ["'bok'", "'book'"]),
    ("a benchmark without a real source", Q, "        source: book", "        source: bok◄", ["'bok'", "'book'"]),
    ("an option that does not exist", Q, "    when: {purpose: {is: cause}}", "    when: {purpose: {is: curse}}◄", ["'purpose'", "'curse'", "'cause'"]),
    ("an option among several", TRIAL, "{any_of: [cause, reason]}", "{any_of: [cause, treason]}◄", ["'treason'", "'reason'"]),
    ("an included option that does not exist", TRIAL, "    when: {marks: {includes: new}}", "    when: {marks: {includes: old}}◄", ["'marks'", "'old'"]),
    ("a bound on a choice", Q, "    when: {purpose: {is: cause}}", "    when: {purpose: {at_least: 3}}◄", ["'at_least'", "'purpose'", "any_of"]),
    ("an option of a number", TRIAL, "{people: {at_least: 20}}", "{people: {is: many}}◄", ["'is'", "'people'", "at_least"]),
    ("an inclusion in one", TRIAL, "{any_of: [cause, reason]}", "{includes: cause}◄", ["'includes'", "'purpose'"]),
    ("one of many", TRIAL, "    when: {marks: {includes: new}}", "    when: {marks: {is: new}}◄", ["'is'", "'marks'", "includes"]),
    ("a test of a text", GATES, "{spend: {at_least: 500}}", "{outcome: {is: crime}}◄", ["'outcome'", "'text'"]),
    ("a test of a list", GATES, "{spend: {at_least: 500}}", "{helpers: {includes: me}}◄", ["'helpers'", "'list'"]),
    ("a test of a table", GATES, "{spend: {at_least: 500}}", "{measures: {at_least: 1}}◄", ["'measures'", "'table'"]),
    ("a bound above the most", TRIAL, "{people: {at_least: 20}}", "{people: {at_least: 2000}}◄", ["'people'", "2000", "0 to 1000"]),
    ("a bound below the least", GATES, "{spend: {at_least: 500}}", "{spend: {at_least: -5}}◄", ["'spend'", "-5", "0 to any"]),
    ("a fact for an option that is not there", Q, "      - text: A trial had 300.", "      - when: {purpose: {is: causes}}◄\n        text: A trial had 300.", ["'causes'", "'cause'"]),
    ("the unknown in a rule", GATES, "{spend: {at_least: 500}}", "{purpose: {is: dont_know}}◄", ["'purpose'", "dont_know", "unknown"]),
    ("the unknown in a need", TRIAL, "{people: {at_least: 20}}", "{people: {is: dont_know}}◄", ["'people'", "dont_know"]),
    ("the unknown in a level", TRIAL, "{people: {at_least: 100}}", "{people: {is: dont_know}}◄", ["'people'", "dont_know"]),
    ("the unknown among several", Q, "      - when: {people: {at_most: 50}}", "      - when: {purpose: {any_of: [cause, dont_know]}}◄", ["'any_of'", "dont_know"]),
    ("the unknown of a text", Q, "{any: [{marks: {includes: hurried}}, {not: {spend: {at_most: 100}}}]}", "{outcome: {is: dont_know}}◄", ["'outcome'", "never"]),
    ("a past that tests nothing", Q, "    can_change: at_a_cost\n", "    can_change: at_a_cost\n    fixed_when: {porpoise: {is: cause}}◄\n", ["'porpoise'", "'purpose'"]),
    ("the unknown in a past", Q, "    can_change: at_a_cost\n", "    can_change: at_a_cost\n    fixed_when: {purpose: {is: dont_know}}◄\n", ["'purpose'", "dont_know"]),
    ("a page that is none", Q, "    kind: list\n    page: closing", "    kind: list\n    page: closnig◄", ["'closnig'", "'closing'"]),
    ("a rung of no question", STAKES, "{spend: {at_least: 500}}", "{spent: {at_least: 500}}◄", ["'spent'", "'spend'"]),
    ("a rung without a real source", STAKES, "  source: book", "  source: bok◄", ["'bok'", "'book'"]),
    ("an input of no question", FACTS, "questions: [people]", "questions: [poeple]◄", ["'poeple'", "'people'"]),
    ("an input that holds no figure", FACTS, "questions: [people]", "questions: [spend]◄", ["'spend'", "'money'", "'number'"]),
    ("a guess on no question", FACTS, "when: {marks: {includes: hurried}}", "when: {morks: {includes: hurried}}◄", ["'morks'", "'marks'"]),
    ("a fact named like a question", FACTS, "  - id: chance", "  - id: people◄", ["'people'"]),
    ("a fact of no design", FACTS, "designs: [trial]", "designs: [trail]◄", ["'trail'", "'trial'"]),
    ("a rule on a band that is none", TRIAL, "{chance: {is: short}}", "{chance: {is: shirt}}◄", ["'chance'", "'shirt'", "'short'"]),
    ("a rule on a fact by its figure", TRIAL, "{chance: {is: short}}", "{chance: {at_most: 3}}◄", ["'chance'", "is or any_of"]),
    ("a way that turns on a fact", Q, "{people: {at_most: 50}}", "{chance: {is: short}}◄", ["'chance'"]),
    ("a change that tests no question", LIFTS, "{purpose: {is: reason}}", "{porpoise: {is: reason}}◄", ["'porpoise'", "'purpose'"]),
    ("a change to no question", LIFTS, "{question: purpose, to: cause}", "{question: porpoise, to: cause}◄", ["'porpoise'", "'purpose'"]),
    ("a change to no option", LIFTS, "{question: purpose, to: cause}", "{question: purpose, to: curse}◄", ["'purpose'", "'curse'", "'cause'"]),
    ("a change to a number", LIFTS, "{question: purpose, to: cause}", "{question: people, to: many}◄", ["'people'", "'number'"]),
    ("a change to one of many", LIFTS, "{question: purpose, to: cause}", "{question: marks, to: new}◄", ["'marks'", "'many'"]),
    ("a template of no question", TRIAL, "{{ start }}", "{{ begin }}◄", ["'begin'"]),
    ("a template with a sum", TRIAL, "{{ start }}", "{{ people + 1 }}◄", ["template"]),
    ("a template with a loop", TRIAL, "{{ start }}", "{% for x in people %}{% endfor %}◄", ["template"]),
    ("a template that is not closed", TRIAL, "{{ start }}", "{{ start◄", ["template"]),
    ("a template with more filters than can be looked through", TRIAL, "{{ people | lower }}", "{{ people" + " | lower" * 9000 + " }}◄", ["template"]),
    ("a template with a filter of its own", TRIAL, "{{ people | lower }}", "{{ people | lowre }}◄", ["'lowre'", "lower"]),
    ("a template with a filter that takes something", TRIAL, "{{ people | lower }}", "{{ people | lower(2) }}◄", ["template"]),
]  # fmt: skip


def faults_of(root: Path) -> tuple[ContentError, ...]:
    with pytest.raises(ContentFaults) as refused:
        load(root)
    return refused.value.faults


@pytest.mark.parametrize(
    ("name", "before", "after", "words"), [pytest.param(*case[1:], id=case[0]) for case in SHAPES + FORMS + REFERENCES]
)
def test_a_planted_fault_is_reported_where_it_is(
    root: Path, name: str, before: str, after: str, words: list[str]
) -> None:
    line = plant(root, name, before, after)
    faults = faults_of(root)
    assert [f for f in faults if (f.file, f.line) == (name, line) and all(word in str(f) for word in words)]
    assert all(fault.what and fault.remedy for fault in faults)

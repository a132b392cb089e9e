"""Every rule and figure names a source that exists, and is no surer than that source allows."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.library.library import Library
from thinking_professionals.library.sourcing import Sureness

Cited = tuple[str, str, Sureness]
"""(place, source, how sure)."""


def cited(library: Library) -> Iterator[Cited]:
    for question in library.questions.questions:
        yield from ((question.id, b.source, b.sure) for b in question.benchmarks)
    for design in library.designs:
        said = (*design.needs, *design.rules, design.example, design.effort)
        yield from ((design.id, item.source, item.sure) for item in said)
    for gate in library.gates:
        yield from ((gate.id, item.source, item.sure) for item in (gate, *gate.rules))
    for change in (*library.stakes, *library.lifts):
        yield change.id, change.source, change.sure
    costs = library.costs
    for item in (*costs.rates, costs.band, costs.in_house, *costs.time, *costs.hidden):
        yield "costs", item.source, item.sure


def test_every_source_cited_exists_and_every_source_is_cited(library: Library) -> None:
    assert {source for _, source, _ in cited(library)} == set(library.source_by_id)


def test_a_planning_assumption_is_always_called_one(library: Library) -> None:
    assert [c for c in cited(library) if (c[1] == "planning_assumption") != (c[2] == "J")] == []


def test_what_we_worked_out_ourselves_is_called_calculated(library: Library) -> None:
    assert [c for c in cited(library) if (c[1] == "calculated") != (c[2] == "C")] == []


def test_the_two_papers_this_tool_grew_from_are_named_as_such(library: Library) -> None:
    assert [c for c in cited(library) if (c[1] in {"mopac_2019", "mps_2014"}) != (c[2] == "SEED")] == []


def test_knowledge_without_a_source_is_marked_to_be_checked(library: Library) -> None:
    assert [c for c in cited(library) if c[1] == "professional" and c[2] != "K"] == []

"""Designs against the purposes they serve: each can lead or support, and every purpose has one that is always open."""

from __future__ import annotations

from thinking_professionals.authoring.usage import Things
from thinking_professionals.library.clauses import always_open
from thinking_professionals.library.designs import Design
from thinking_professionals.library.findings import Spot
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch


def idle_designs(things: Things, library: Library) -> None:
    """Report each design that may never be the advice, nor go with it."""
    companions = {companion.design for design in library.designs for companion in design.companions}
    for thing, spot in things:
        if isinstance(thing, Design) and thing.purposes and not _may_lead(thing) and thing.id not in companions:
            what = f"'{thing.id}' may lead for none of its purposes and is nobody's companion"
            (spot / "never_leads").fault(what, "let it lead for one, or make it a companion")


def purposeless_designs(things: Things) -> None:
    """Report each design that serves no purpose."""
    for thing, spot in things:
        if isinstance(thing, Design) and not thing.purposes:
            (spot / "purposes").fault(f"design '{thing.id}' serves no purpose", "name the purposes that it serves")


def door_faults(library: Library, top: Spot) -> None:
    """Report what a door lacks so that it always has an answer, and always a decided one."""
    for branch, spot in (top / "branches").each(library.questions.branches):
        if branch.first is not None:
            _preference(branch, spot / "prefer", library)
    for purpose, spot in (top / "purposes").each(library.questions.purposes):
        if not any(
            purpose.id in _may_lead(design) and always_open(library.clauses[design.id]) for design in library.designs
        ):
            what = f"no design without needs and stops may lead for '{purpose.id}'"
            (spot / "id").fault(what, "let one do so, so that there is always an answer")


def _preference(branch: Branch, spot: Spot, library: Library) -> None:
    served = {purpose.id for purpose in library.questions.purposes if purpose.door == branch.id}
    for design in library.designs:
        if not served.isdisjoint(design.purposes) and design.id not in branch.prefer:
            spot.fault(f"the preferences of '{branch.id}' leave out '{design.id}'", "add it where it belongs")


def _may_lead(design: Design) -> set[str]:
    return set(design.purposes) - set(design.never_leads)

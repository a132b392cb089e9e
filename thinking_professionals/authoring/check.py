"""The full check of content: what a load refuses, and then what only shows when everything is looked at together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from graphlib import CycleError
from pathlib import Path

from thinking_professionals.authoring.exercised import Used, counts_of, read_plans, unused, used_by
from thinking_professionals.authoring.firing import conditions_of, firing_faults
from thinking_professionals.authoring.passage import Passage, count_routes
from thinking_professionals.authoring.purposes import door_faults, idle_designs, purposeless_designs
from thinking_professionals.authoring.regions import Space
from thinking_professionals.authoring.rungs import rung_faults
from thinking_professionals.authoring.sheets import page_faults
from thinking_professionals.authoring.usage import Things, repeated_terms, unused_questions, unused_sources
from thinking_professionals.library.content import Content, read_content
from thinking_professionals.library.designs import Need, Rule
from thinking_professionals.library.faults import ContentError
from thinking_professionals.library.layout import read_files
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Edge, Option, Questionnaire

EXAMPLES = "content/examples"


@dataclass(frozen=True)
class CheckResult:
    """Faults and warnings in the order of files and lines; counts of what there is, empty while a load is refused."""

    faults: tuple[ContentError, ...]
    warnings: tuple[ContentError, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def check(root: Path, plans: Sequence[Path] = ()) -> CheckResult:
    """Check the content in a folder. What needs a whole library is looked at only where a load would succeed.

    With folders of plans, all that comes up in none of them is a warning. Without, the examples are only counted.
    """
    content = read_content(*read_files(root))
    if content.faults:
        return CheckResult(content.faults)
    library = content.library()
    read = read_plans(plans or [root / EXAMPLES], content.findings)
    result = _check_whole(content, library)
    if result.faults:
        return result
    used = used_by(library, read)
    warnings = [*result.warnings, *(_missing(content.things, used) if plans else ())]
    return replace(result, warnings=tuple(sorted(warnings)), counts={**result.counts, **counts_of(read, used)})


def _missing(things: Things, used: frozenset[Used]) -> list[ContentError]:
    warnings: list[ContentError] = []
    unused([(thing, replace(spot, findings=warnings)) for thing, spot in things], used)
    return warnings


def _check_whole(content: Content, library: Library) -> CheckResult:
    things = content.things
    conditions = (c for thing, _ in things for c in conditions_of(thing))
    space = Space.of(library.questions, conditions, (fact.tested for fact in library.derivation.facts))
    top = next(spot for thing, spot in things if isinstance(thing, Questionnaire))
    Passage(library.questions, space, top).faults()
    page_faults(library.questions, top)
    door_faults(library, top)
    for thing, spot in things:
        firing_faults(thing, spot, space)
    rung_faults(things, space)
    purposeless_designs(things)
    unused_questions(things)
    repeated_terms(things)
    return CheckResult(content.faults, _warnings(library, things), _counts(library, things))


def _warnings(library: Library, things: Things) -> tuple[ContentError, ...]:
    """What may be meant, but seldom is."""
    warnings: list[ContentError] = []
    quiet = [(thing, replace(spot, findings=warnings)) for thing, spot in things]
    unused_sources(quiet)
    idle_designs(quiet, library)
    return tuple(sorted(warnings))


def _counts(library: Library, things: Things) -> dict[str, int]:
    """How many of each there are; routes only where the questions come to an end."""
    kinds = {"options": Option, "edges": Edge, "needs": Need, "rules": Rule}
    counts = {
        "questions": len(library.questions.questions),
        "designs": len(library.designs),
        "gates": len(library.gates),
        "sources": len(library.sources),
        "terms": len(library.glossary),
        **{name: sum(isinstance(thing, kind) for thing, _ in things) for name, kind in kinds.items()},
    }
    with suppress(CycleError):
        counts["routes"] = count_routes(library.questions)
    return counts

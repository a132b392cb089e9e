"""Is it feasible: what each readiness check says of the scheme, and what to find out next."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import FeasibilityNote, NoteTone, ToFindOut
from thinking_professionals.library.designs import Design
from thinking_professionals.library.questions import Question
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Paragraph, Plain, Run, Runs, Section, Strong, Table
from thinking_professionals.route import facts_beside
from thinking_professionals.saying import say_list

WORDS: dict[NoteTone, str] = {"go": "Go", "caution": "Take care", "stop": "Stop", "unknown": "Not known yet"}
_WIDTHS = (0.22, 0.14, 0.46, 0.18)
_GRAVEST: tuple[NoteTone, ...] = ("stop", "caution", "unknown", "go")
_MOST_FACTS = 2


def feasibility(case: Case) -> Section:
    return Section("feasibility", "Is it feasible?", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    notes = case.assessment.feasibility
    if not notes:
        yield Paragraph(plain("Your question does not call for the checks that a study of cause and effect needs."))
        return
    header = ("Check", "Status", "What follows from your answers", "Source")
    gravest = sorted(notes, key=lambda note: _GRAVEST.index(note.tone))
    yield Table("Readiness checks", header, tuple(_row(case, note) for note in gravest), widths=_WIDTHS)


def _row(case: Case, note: FeasibilityNote) -> tuple[Runs, ...]:
    found = case.prose(f"{_whom(case, note)}{_found(note)}")
    return (plain(note.gate.name), (Strong(WORDS[note.tone]),), found, plain(case.source(note.source, note.sure)))


def _whom(case: Case, note: FeasibilityNote) -> str:
    """What a check is for, where that is not the lead: a lead that measures no effect only puts it off."""
    if note.tone == "go" or _bears(case, note):
        return ""
    return "For other designs: " if "impact" in case.assessment.lead.design.family else "Before a study of its effect: "


def _found(note: FeasibilityNote) -> str:
    if note.tone != "unknown":
        return f"{note.text} {note.unlock}".rstrip()
    return f"Find out whether this is true{', since it may stop the study' if note.may_stop else ''}: {note.text}"


def _bears(case: Case, note: FeasibilityNote) -> bool:
    """Whether the check applies to the lead."""
    return not set(note.gate.applies_to).isdisjoint(case.assessment.lead.design.family)


def not_done(case: Case) -> Iterator[Runs]:
    """For the first page: how many checks of the lead are not done yet, where any of them may stop it."""
    left = [note for note in case.assessment.feasibility if note.tone == "unknown" and _bears(case, note)]
    if stops := sum(note.may_stop for note in left):
        count = "1 check is" if len(left) == 1 else f"{len(left)} checks are"
        which = "it" if len(left) == 1 else "any" if stops == len(left) else f"{stops} of them"
        listed = "It is" if len(left) == 1 else "They are"
        yield plain(f"{count} not done yet, and {which} may stop it. {listed} listed under “Is it feasible?”.")


def find_out_next(case: Case) -> Section:
    return Section("find_out", "What to find out next", tuple(_to_find_out(case)))


def _to_find_out(case: Case) -> Iterator[Block]:
    items = case.assessment.find_out_next
    if not items:
        yield Paragraph(plain("Nothing that you do not know would change the choice of design."))
        return
    yield Paragraph(plain("You said that you do not know these. They bear on which design is best. Start at the top."))
    yield Bullets(tuple(_item(case, item) for item in items), ordered=True)


def _item(case: Case, item: ToFindOut) -> Runs:
    question = item.question
    asked = (Plain(f": {question.ask} "), *case.prose(question.hint))
    bearing = Plain(f" It bears on: {_names(item.designs)}.")
    return (case.to(question.id), *asked, bearing, *_facts(case, question))


def _facts(case: Case, question: Question) -> Iterator[Run]:
    """The first of the facts beside the question that fit, a line each; where none does, who could work it out."""
    fitting = facts_beside(question, case.route.answers)[:_MOST_FACTS]
    for benchmark in fitting:
        yield Plain("\n– ")
        yield from case.prose(benchmark.text)
        yield Plain(f" {case.source(benchmark.source, benchmark.sure)}")
    if question.benchmarks and not fitting:
        yield Plain("\n– No yardstick of ours fits your case. Ask an analyst to work it out from your own figures.")


def _names(designs: tuple[Design, ...]) -> str:
    names = [design.name for design in designs]
    return say_list(names) if len(names) <= 3 else f"{', '.join(names[:2])} and {len(names) - 2} more"

"""The package around the lead, and the first steps to take."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.results import Member
from thinking_professionals.library.designs import Role
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Bullets, Heading, Paragraph, Plain, Runs, Section, Strong

_ROLES: dict[Role, str] = {"first": "First", "alongside": "Alongside", "then": "Then", "instead": "Instead, if need be"}


def next_steps(case: Case) -> Section:
    return Section("next", "What to do next", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    design = case.assessment.lead.design
    yield Bullets(tuple(case.prose(step) for step in design.how_to), ordered=True)
    members = sorted(case.assessment.companions, key=lambda member: list(_ROLES).index(member.role))
    if members:
        yield Heading(plain("What goes with it"))
        yield Bullets(tuple(_member(case, member) for member in members))
    yield Heading(plain("When not to use it"))
    yield Paragraph(case.prose(design.not_when))
    yield Heading(plain("A real example"))
    example = design.example
    yield Paragraph((*case.prose(example.text), Plain(f" Source: {case.source(example.source, example.sure)}.")))
    if design.registry:
        told = f"In the UK Evaluation Registry this design is “{design.registry}”. Register the study before it starts."
        yield Paragraph(plain(told), "quiet")


def _member(case: Case, member: Member) -> Runs:
    """What it is, and why it goes along."""
    name = Strong(f"{_ROLES[member.role]}: {member.design.name}. ")
    return (name, *case.prose(f"{member.design.in_short} {member.because}"))

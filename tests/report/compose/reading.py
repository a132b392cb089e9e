"""What a report says, found by its sections."""

from __future__ import annotations

from thinking_professionals.report.document import Bullets, Callout, Figure, Heading, KeyFacts, Paragraph, Table


def runs_of(block):
    match block:
        case Heading(text) | Paragraph(text):
            yield from text
        case Bullets(items):
            for item in items:
                yield from item
        case Table(rows=rows):
            for row in rows:
                for cell in row:
                    yield from cell
        case KeyFacts(facts):
            for fact in facts:
                yield from fact.value
        case Callout(title=title, text=text):
            yield from title
            for paragraph in text:
                yield from paragraph
        case Figure(table=table):
            yield from runs_of(table)


def section(report, section_id):
    return next(s for s in report.sections if s.id == section_id)


def runs(report, section_id):
    return [run for block in section(report, section_id).blocks for run in runs_of(block)]


def words(report, section_id):
    return " ".join(run.text for run in runs(report, section_id))

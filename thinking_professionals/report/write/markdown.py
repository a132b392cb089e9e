"""The report as Markdown with GitHub's tables; its text is escaped, so that none of it turns into markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Plain,
    Report,
    Run,
    Runs,
    Section,
    Strong,
    Table,
)
from thinking_professionals.report.write.words import clean

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_BARE_LINK = re.compile(r"(?i)(https?|ftp|mailto)(:)|(www)(\.)")
_BLOCK_START = re.compile(r"^(?:(?=[-+=])|(\d+)(?=[.)]))")


def write_markdown(report: Report) -> str:
    """The report as one Markdown text. A line end inside a text is `<br>`, since Markdown would lose it."""
    opening = [f"# {_line(report.title)}", _text(report.subtitle), _text(report.as_of)]
    sections = [part for section in report.sections for part in _section(section)]
    closing = ["---", f"Tentative. Edition {_text(report.edition)}, {_text(report.digest)}."]
    return "\n\n".join(opening + sections + closing) + "\n"


def _section(section: Section) -> list[str]:
    return [f"## {_text(section.title)}", *(_block(block) for block in section.blocks)]


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.text)}"
        case Paragraph():
            return _line(block.text)
        case Bullets():
            return "\n".join(_item(block, number, item) for number, item in enumerate(block.items, 1))
        case Table():
            return _table(block)
        case KeyFacts():
            facts = (f"- {_text(fact.label)}: {_strong(_bare(fact.value))}. {_text(fact.note)}" for fact in block.facts)
            return "\n".join(fact.rstrip() for fact in facts)
        case Callout():
            lines = [_strong(f"{_text(block.label)}: {_bare(block.title)}"), *(_line(runs) for runs in block.text)]
            return "\n>\n".join(f"> {line}" for line in lines)
        case Figure():
            return f"{_strong(_text(block.caption))}\n\n{_text(block.description)}\n\n{_table(block.table)}"
        case _:
            assert_never(block)


def _item(block: Bullets, number: int, item: Runs) -> str:
    return f"{f'{number}.' if block.ordered else '-'} {_line(item)}"


def _table(table: Table) -> str:
    ends = ["---:" if column in table.numeric else "---" for column in range(len(table.header))]
    rows = [[_text(name) for name in table.header], ends, *([_line(runs) for runs in row] for row in table.rows)]
    return "\n".join([_strong(_text(table.caption)), "", *(f"| {' | '.join(row)} |" for row in rows)])


def _line(runs: Runs) -> str:
    """Runs as one line, in which nothing starts a list, a rule or a piece of code."""
    groups = groupby(runs, key=lambda run: isinstance(run, Strong))
    return _begun("".join(_strong(_escaped(group)) if strong else _escaped(group) for strong, group in groups))


def _bare(runs: Runs) -> str:
    return _begun(_escaped(runs))


def _text(text: str) -> str:
    return _bare((Plain(text),))


def _strong(text: str) -> str:
    """Bold, with the spaces at its ends outside: Markdown knows no bold that ends in a space."""
    core = text.strip()
    return text.replace(core, f"**{core}**", 1) if core else text


def _escaped(runs: Iterable[Run]) -> str:
    text = clean("".join(run.text for run in runs))
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _BARE_LINK.sub(r"\1\3\\\2\4", text).replace("\n", "<br>")


def _begun(line: str) -> str:
    return _BLOCK_START.sub(r"\1\\", line.lstrip())

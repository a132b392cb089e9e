"""The report as one HTML file: no script, no link, nothing fetched; for light, dark and print."""

from __future__ import annotations

from html import escape
from typing import assert_never

from thinking_professionals.paths import RESOURCES
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Link,
    Paragraph,
    Plain,
    Report,
    Run,
    Runs,
    Said,
    Section,
    Strong,
    Table,
    Term,
)
from thinking_professionals.report.write.svg import svg
from thinking_professionals.report.write.words import CAVEAT, clean, title_of

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write_html(report: Report) -> str:
    """The file's text. Its style is `resources/report.css`."""
    style = (RESOURCES / "report.css").read_text(encoding="utf-8")
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{_text(title_of(report))}</title>
<style>
{style}</style>
</head>
<body>
<header>
<p class="brand">Thinking Professionals</p>
<h1>{_runs(report.title)}</h1>
<p class="subtitle">{_text(report.subtitle)}</p>
<p class="quiet">{_text(report.as_of)}</p>
</header>
<main>
{"".join(_section(section) for section in report.sections)}</main>
<footer>
<p><strong>Tentative.</strong> {CAVEAT}</p>
<p>Edition {_text(report.edition)} · {_text(report.digest)} · {_text(report.as_of)}</p>
</footer>
</body>
</html>
"""


def _section(section: Section) -> str:
    name = escape(section.id)
    blocks = "\n".join(_block(block) for block in section.blocks)
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{_text(section.title)}</h2>\n{blocks}\n</section>\n'


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_runs(block.text)}</h{block.level}>"
        case Paragraph():
            return f'<p class="{block.role}">{_runs(block.text)}</p>'
        case Bullets():
            kind = "ol" if block.ordered else "ul"
            return f"<{kind}>{''.join(f'<li>{_runs(item)}</li>' for item in block.items)}</{kind}>"
        case Table():
            return _table(block)
        case KeyFacts():
            return f'<dl class="facts">{"".join(_fact(fact) for fact in block.facts)}</dl>'
        case Callout():
            return _callout(block)
        case Figure():
            return _figure(block)
        case _:
            assert_never(block)


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col"{_side(table, place)}>{_text(name)}</th>' for place, name in enumerate(table.header)
    )
    rows = "".join(f"<tr>{_cells(table, row)}</tr>\n" for row in table.rows)
    columns = "".join(f'<col style="width: {share:.0%}">' for share in table.widths)
    caption = f"<caption>{_text(table.caption)}</caption>"
    return (
        f'<div class="table"><table>{caption}<colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _cells(table: Table, row: tuple[Runs, ...]) -> str:
    """The first cell names its row, so that a screen reader can say it with each of the others."""
    first, *others = (_runs(runs) for runs in row)
    cells = "".join(f"<td{_side(table, place)}>{cell}</td>" for place, cell in enumerate(others, 1))
    return f'<th scope="row"{_side(table, 0)}>{first}</th>{cells}'


def _side(table: Table, column: int) -> str:
    return ' class="numeric"' if column in table.numeric else ""


def _fact(fact: Fact) -> str:
    note = f'<dd class="quiet">{_text(fact.note)}</dd>' if fact.note else ""
    return f'<div><dt>{_text(fact.label)}</dt><dd class="value">{_runs(fact.value)}</dd>{note}</div>'


def _callout(callout: Callout) -> str:
    text = "".join(f"<p>{_runs(runs)}</p>" for runs in callout.text)
    return (
        f'<aside class="callout {callout.tone}"><p class="label">{_text(callout.label)}</p>'
        f'<p class="title">{_runs(callout.title)}</p>{text}</aside>'
    )


def _figure(figure: Figure) -> str:
    return (
        f"<figure><figcaption>{_text(figure.caption)}</figcaption>{svg(figure.drawing, figure.description)}"
        f'<p class="quiet">{_text(figure.description)}</p>'
        f"<details><summary>The same figures as a table</summary>{_table(figure.table)}</details></figure>"
    )


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Plain() | Link():
            return _lines(run.text)
        case Strong():
            return f"<strong>{_lines(run.text)}</strong>"
        case Term():
            return f'<abbr title="{_text(run.meaning)}">{_lines(run.text)}</abbr>'
        case Said():
            return f'<bdi class="said">{_text(run.text)}</bdi>'
        case _:
            assert_never(run)


def _lines(text: str) -> str:
    return _text(text).replace("\n", "<br>")


def _text(text: str) -> str:
    return escape(clean(text))

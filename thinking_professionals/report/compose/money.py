"""Tentative cost and time: the outer band line by line, in house, elapsed months, and what the figures leave out."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import CostLine, Money
from thinking_professionals.library.designs import Range
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.pictures import cost_figure
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import (
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Runs,
    Section,
    Strong,
    Table,
)
from thinking_professionals.saying import say_date, say_number, say_pounds


def cost_and_time(case: Case) -> Section:
    return Section("cost", "What it might cost, and how long it takes", tuple(_blocks(case)))


def _blocks(case: Case) -> Iterator[Block]:
    band = case.library.costs.band
    title = plain("These figures are an outer band, wider than any likely cost")
    yield Callout("caution", "Tentative", title, (case.prose(band.because),))
    yield from _out_of_date(case)
    yield from _package(case)
    yield _lines(case)
    yield _in_house(case)
    yield from cost_figure(case)
    yield Heading(plain("How long it takes"))
    yield _months(case)
    yield Heading(plain("What the figures leave out"))
    yield Bullets(tuple((Strong(f"{a.name}. "), *case.prose(a.because)) for a in case.library.costs.hidden))


def _out_of_date(case: Case) -> Iterator[Block]:
    day = case.library.costs.review_by
    if case.as_of > day:
        title = plain(f"These rates should have been checked by {say_date(day)}")
        yield Callout("stop", "Out of date", title, (plain("Ask for newer ones before you rely on them."),))


def _lines(case: Case) -> Table:
    cost = case.cost
    total = ((Strong("Total"),), (), *((Strong(amount),) for amount in _three_pounds(cost.total)), ())
    rows = (*(_line(case, line) for line in cost.lines), total)
    name = case.assessment.lead.design.name
    caption = f"{name} alone, bought in from outside: {cost.currency}, {cost.price_year} prices, VAT {cost.vat}"
    header = ("Item", "Quantity", "Low", "Central", "High", "Source")
    return Table(caption, header, rows, numeric=(2, 3, 4), widths=(0.25, 0.13, 0.13, 0.13, 0.13, 0.23))


def _line(case: Case, line: CostLine) -> tuple[Runs, ...]:
    quantity = f"{say_number(line.quantity)} {line.unit}" if line.rate is not None else ""
    amounts = _three_pounds(Money(low=line.low, central=line.central, high=line.high))
    source = plain(case.source(line.source, line.sure))
    return (plain(line.item), plain(quantity), *(plain(amount) for amount in amounts), source)


def _three_pounds(money: Money) -> tuple[str, str, str]:
    low, central, high = map(say_pounds, _amounts(money))
    return low, central, high


def _in_house(case: Case) -> Block:
    low, central, high = _three_pounds(case.cost.in_house)
    because = case.library.costs.in_house.because
    return Paragraph(
        (
            Strong("That design alone, done by your own analysts: "),
            *plain(f"{low} to {high}, central {central}. "),
            *case.prose(because),
        )
    )


def _package(case: Case) -> Iterator[Block]:
    """The design with all that is advised to go first and alongside, each bought in: the sum of the first page."""
    if beside := case.assessment.beside:
        designs = (case.assessment.lead.design, *beside)
        rows = [(plain(d.name), *map(plain, _three_pounds(estimate(case.library.costs, d).total))) for d in designs]
        total = ((Strong(amount),) for amount in _three_pounds(case.proportion.whole))
        header = ("Item", "Low", "Central", "High")
        caption = "All the work that we advise, bought in from outside"
        rows.append(((Strong("Total"),), *total))
        yield Table(caption, header, tuple(rows), numeric=(1, 2, 3), widths=(0.49, 0.17, 0.17, 0.17))


def _amounts(money: Money) -> tuple[int, int, int]:
    return money.low, money.central, money.high


def _months(case: Case) -> Table:
    effort = case.assessment.lead.design.effort
    study = ("The study itself, with the wait for outcomes", effort.months, case.source(effort.source, effort.sure))
    extra = [(a.name, a.months, case.source(a.source, a.sure)) for a in case.library.costs.time if a.months is not None]
    rows = tuple((plain(name), *_three_months(months), plain(source)) for name, months, source in [study, *extra])
    header = ("Stage", "Low", "Central", "High", "Source")
    return Table("Months, each stage on its own", header, rows, numeric=(1, 2, 3), widths=(0.4, 0.12, 0.12, 0.12, 0.24))


def _three_months(months: Range) -> tuple[Runs, ...]:
    return tuple(plain(say_number(amount)) for amount in (months.low, months.central, months.high))

"""Pictures in a report: each with its description and its table, so that nothing is said by a drawing alone."""

from __future__ import annotations

from collections.abc import Iterator

from thinking_professionals.assessment.cost import estimate
from thinking_professionals.assessment.results import Money, Verdict
from thinking_professionals.report.compose.case import Case
from thinking_professionals.report.compose.prose import plain
from thinking_professionals.report.document import Block, Figure, Table
from thinking_professionals.report.drawing import Box, Dot, Drawing, Label, Line, Mark
from thinking_professionals.saying import say_pounds

MOST_BARS = 6
_WIDTH, _NAMES, _ROW, _FOOT = 470.0, 190.0, 24.0, 22.0


def cost_figure(case: Case) -> Iterator[Block]:
    """The lead's cost beside that of the other designs that are possible; nothing when it stands alone."""
    possible = [v for v in case.assessment.verdicts if v.in_play]
    shown = [v for v in possible if v.standing == "recommended" or (v.level > 0 and not case.never_leads(v.design))][
        :MOST_BARS
    ]
    if len(shown) < 2:
        return
    bars = [(verdict, estimate(case.library.costs, verdict.design).total) for verdict in shown]
    yield Figure(
        caption="Cost of the designs that are possible here, low to high",
        drawing=_bars(bars),
        description="Each bar runs from the low figure to the high one, with a dot at the central figure.",
        table=Table(
            "The same figures as a table",
            ("Design", "Low", "Central", "High"),
            tuple((plain(v.design.name), *(plain(say_pounds(x)) for x in (m.low, m.central, m.high))) for v, m in bars),
            numeric=(1, 2, 3),
            widths=(0.49, 0.17, 0.17, 0.17),
        ),
    )


def _bars(bars: list[tuple[Verdict, Money]]) -> Drawing:
    scale, foot = _scale(max(money.high for _, money in bars)), len(bars) * _ROW
    marks: list[Mark] = []
    for tick in range(0, scale + 1, scale // 4):
        x = _x(tick, scale)
        marks += [Line(x, 0, x, foot, "rule", 0.5), Label(x, foot + 14, _short(tick), 8, "quiet", "middle")]
    for row, (verdict, money) in enumerate(bars):
        marks += _bar(row, verdict, money, scale)
    return Drawing(_WIDTH, foot + _FOOT, tuple(marks))


def _bar(row: int, verdict: Verdict, money: Money, scale: int) -> list[Mark]:
    middle, leads = row * _ROW + _ROW / 2, verdict.standing == "recommended"
    low, central, high = (_x(amount, scale) for amount in (money.low, money.central, money.high))
    return [
        Label(_NAMES - 10, middle + 3, _fitted(verdict.design.name), 9, "ink", "end", strong=leads),
        Box(low, middle - 3, high - low, 6, "accent" if leads else "quiet"),
        Dot(central, middle, 4.5, "ink"),
    ]


def _fitted(name: str) -> str:
    return name if len(name) <= 36 else f"{name[:35].rstrip()}…"


def _x(amount: int, scale: int) -> float:
    return _NAMES + (_WIDTH - _NAMES - 20) * amount / scale


def _scale(highest: int) -> int:
    """The first round figure at or above the highest, in steps that divide by four."""
    steps = (int(f"{step}{'0' * power}") for power in range(2, 11) for step in (12, 16, 20, 24, 32, 40, 48, 60, 80))
    return next(step for step in steps if step >= highest)


def _short(pounds: int) -> str:
    return f"£{pounds / 1000:g}k" if pounds else "£0"

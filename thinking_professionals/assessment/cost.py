"""What a design would cost, as an outer band: its declared days and direct costs at the rates of the content."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from thinking_professionals.assessment.results import CostEstimate, CostLine, Money
from thinking_professionals.calculators.bands import Spread, outer_band, whole_pounds
from thinking_professionals.library.costs import Costs, Rate
from thinking_professionals.library.designs import Days, Design, Range

_ONE = Spread(Decimal(1), Decimal(1), Decimal(1))


def estimate(costs: Costs, design: Design) -> CostEstimate:
    """Every line visible; totals are the sums of the lines shown. Ex VAT, in the price year of the rates."""
    lines = [_days_line(costs, rate, design) for rate in costs.rates if _days(design.effort.days, rate) > 0]
    if design.effort.direct > 0:
        lines.append(_direct_line(costs, design))
    return CostEstimate(
        lines=tuple(lines),
        total=_total((line.low, line.central, line.high) for line in lines),
        in_house=_in_house(costs, design),
        price_year=costs.price_year,
        currency=costs.currency,
        vat=costs.vat,
    )


def _days(days: Days, rate: Rate) -> Decimal:
    return Decimal(getattr(days, rate.id))


def _spread(range_: Range) -> Spread:
    return Spread(range_.low, range_.central, range_.high)


def _pounds(spread: Spread) -> Money:
    return Money(low=whole_pounds(spread.low), central=whole_pounds(spread.central), high=whole_pounds(spread.high))


def _total(rows: Iterable[tuple[int, int, int]]) -> Money:
    low, central, high = (sum(column) for column in zip(*rows, strict=True))
    return Money(low=low, central=central, high=high)


def _days_line(costs: Costs, rate: Rate, design: Design) -> CostLine:
    quantity = _days(design.effort.days, rate)
    band = _pounds(outer_band(quantity, _spread(rate.pounds), costs.band.days_low, costs.band.days_high))
    return CostLine(
        item=rate.name,
        quantity=quantity,
        unit="days",
        rate=_pounds(_spread(rate.pounds)),
        low=band.low,
        central=band.central,
        high=band.high,
        source=rate.source,
        sure=rate.sure,
    )


def _direct_line(costs: Costs, design: Design) -> CostLine:
    band = _direct(costs, design)
    return CostLine(
        item=design.effort.direct_for or "Direct costs",
        quantity=Decimal(1),
        unit="sum",
        rate=None,
        low=band.low,
        central=band.central,
        high=band.high,
        source=design.effort.source,
        sure=design.effort.sure,
    )


def _direct(costs: Costs, design: Design) -> Money:
    return _pounds(outer_band(design.effort.direct, _ONE, costs.band.direct_low, costs.band.direct_high))


def _in_house(costs: Costs, design: Design) -> Money:
    days = sum((_days(design.effort.days, rate) for rate in costs.rates), Decimal(0))
    pay = _pounds(outer_band(days, _spread(costs.in_house.pounds_a_day), costs.band.days_low, costs.band.days_high))
    direct = _direct(costs, design)
    return _total([(pay.low, pay.central, pay.high), (direct.low, direct.central, direct.high)])

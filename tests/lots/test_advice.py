"""Which way of drawing suits a list."""

from __future__ import annotations

import pytest

from tests.lots.conftest import Csv
from thinking_professionals.lots.advice import advise, measures, sorts
from thinking_professionals.lots.settings import METHODS


def rows(units: int, *columns: str) -> str:
    """A list with columns of a sort (area), a measure (calls) or neither (remarks)."""
    values = {"Area": lambda at: "NS"[at % 2], "Calls": lambda at: str(at * 37 % 101), "Remark": lambda at: f"r{at}"}
    lines = [",".join(["Team", *columns])]
    lines += [",".join([f"Team {at}", *(values[one](at) for one in columns)]) for at in range(units)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("units", "columns", "method", "column"),
    [
        (15, ("Area", "Calls"), "pairs", "Calls"),
        (15, ("Area",), "stratified", "Area"),
        (15, ("Remark",), "simple", None),
        (10, ("Area", "Calls"), "stratified", "Area"),
        (10, ("Calls",), "simple", None),
        (30, ("Area", "Calls"), "stratified", "Area"),
        (30, ("Calls",), "pairs", "Calls"),
        (100, ("Calls", "Area"), "stratified", "Area"),
        (100, ("Calls",), "simple", None),
        (500, ("Area", "Calls"), "simple", None),
        (2, ("Area", "Calls"), "simple", None),
    ],
)
def test_short_lists_are_paired_or_stratified_by_what_they_hold(
    listed: Csv, units: int, columns: tuple[str, ...], method: str, column: str | None
) -> None:
    advice = advise(listed(rows(units, *columns)).table, "Team")
    assert (advice.method, advice.column) == (method, column)
    assert advice.method in METHODS
    assert advice.because


def test_what_parts_a_list_into_a_few_sorts_and_what_measures_is_found(listed: Csv) -> None:
    text = "Team,Area,Same,Some,Area,Calls,Grade,Gaps,Later\n" + "".join(
        f"T{at},N,x,{'a' if at else ''},{at},{at * 3},{at % 3},{at if at < 39 else ''},{at if at < 230 else '?'}\n"
        for at in range(240)
    )
    table = listed(text).table
    assert list(sorts(table, "Team")) == ["Grade"]
    assert list(measures(table, "Team")) == ["Calls", "Later"]

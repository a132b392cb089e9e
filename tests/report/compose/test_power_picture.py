"""The picture beside an answer varies what is counted, and shows the plan where it stands."""

from __future__ import annotations

import pytest

from tests.report.compose.test_chart import check
from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.report.compose.power_picture import power_picture
from thinking_professionals.report.document import Figure
from thinking_professionals.report.drawing import Dot, Path

MEANS = BY_NAME["means"]


def pictures(given, calculator: Calculator = MEANS) -> list[Figure]:
    return list(power_picture(calculator, given, run(calculator, given)))


def test_the_chance_is_drawn_where_the_change_is_known() -> None:
    [figure] = pictures({"d": 0.2})
    assert figure.table.header[0] == next(field.label for field in MEANS.fields if field.name == "n")
    assert "394" in figure.description
    [figure] = pictures({"d": 0.2, "n": 300})
    assert "300" in figure.description


def test_the_smallest_change_is_drawn_where_it_is_not() -> None:
    [figure] = pictures({"n": 300})
    assert "%" not in figure.description
    assert "300" in figure.description


def test_the_wanted_chance_is_the_broken_line() -> None:
    [figure] = pictures({"d": 0.2, "power": 0.9})
    assert "90%" in figure.description
    assert [mark.dashed for mark in figure.drawing.marks if isinstance(mark, Path)] == [True, False]


@pytest.mark.parametrize("given", [{"d": 0.2, "n1": 100, "n2": 300}, {"d": 0.2, "n2": 300}])
def test_nothing_is_drawn_where_two_counts_would_have_to_be_varied(given: dict[str, float]) -> None:
    assert pictures(given) == []


def test_whole_teams_are_varied_rather_than_people() -> None:
    clusters = BY_NAME["cluster-means"]
    [figure] = pictures({"m": 50, "icc": 0.05, "k": 20}, clusters)
    assert any(mark.dashed for mark in figure.drawing.marks if isinstance(mark, Path)), "the floor is there"
    assert figure.table.header[0] == next(field.label for field in clusters.fields if field.name == "k")


def test_where_the_size_of_teams_is_worked_out_nothing_is_varied() -> None:
    assert pictures({"d": 0.3, "icc": 0.01, "k": 20}, BY_NAME["cluster-means"]) == []


def odd(**changes) -> Calculator:
    """A calculator whose answers are set here."""

    def work(*, n: float | None = None, d: float | None = None, method: str, **_: object) -> PowerResult:
        if changes.get("refuses") and n != changes["refuses"]:
            raise Refused("No.")
        return PowerResult(
            name="odd", method=method, solved="effect", n_per_arm=int(n or 1), margin=changes.get("margin"), mdes=d
        )

    fields = (
        Field(name="n", label="People", role="sample", least=1),
        Field(name="d", label="Change", role="effect", dilutes=SCALES),
    )
    return Calculator(
        name="odd",
        title="Odd",
        about="Odd.",
        effect="pounds",
        fields=fields,
        methods=MEANS.methods,
        work=work,
        example="--n 5",
    )


def test_how_far_one_may_be_off_is_drawn_for_a_survey() -> None:
    [figure] = pictures({"n": 100}, odd(margin=0.1))
    [other] = pictures({"n": 100, "d": 0.1}, odd())
    assert figure.caption != other.caption


def test_counts_that_are_refused_are_left_out() -> None:
    assert pictures({"n": 100, "d": 0.2}, odd(refuses=100)) == []


def test_a_plan_that_the_calculator_gives_no_figure_for_is_not_marked() -> None:
    """Its own count may be one that is refused on the way back."""
    result = PowerResult(name="means", method="t", solved="sample", n_per_arm=1, power=0.8)
    [figure] = power_picture(MEANS, {"d": 9.0}, PowerResult(name="means", method="t", solved="sample", n_per_arm=20))
    assert [mark for mark in figure.drawing.marks if isinstance(mark, Dot)]
    assert list(power_picture(MEANS, {"d": 9.0}, result)) == []


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)
def test_every_example_can_be_drawn_or_has_nothing_to_vary(calculator: Calculator) -> None:
    words = calculator.example.split()
    given = {
        option.removeprefix("--").replace("-", "_"): tuple(map(float, text.split(","))) if "," in text else float(text)
        for option, text in zip(words[::2], words[1::2], strict=True)
    }
    for figure in pictures(given, calculator):
        check(figure.drawing)

"""The picture beside an answer varies what is counted, and shows the plan where it stands."""

from __future__ import annotations

import contextlib
import random
import re

import pytest

from tests.report.compose.test_chart import check
from tests.sizes import POWER_BOX
from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import COMMON, Amount, Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import ANY, run
from thinking_professionals.report.compose.power_answer import power_answer
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


def picky(takes: int) -> Calculator:
    """A calculator that takes one count only."""

    def work(*, n: float | None = None, method: str, **_: object) -> PowerResult:
        if n != takes:
            raise Refused("No.")
        return PowerResult(name="picky", method=method, solved="effect", n_per_arm=takes, mdes=0.1)

    return Calculator(
        name="picky",
        title="Picky",
        about="Picky.",
        effect="pounds",
        fields=(Field(name="n", label="People", role="sample", least=1),),
        methods=MEANS.methods,
        work=work,
        example="--n 100",
    )


def test_counts_that_are_refused_are_left_out_and_one_alone_makes_no_line() -> None:
    assert pictures({"n": 100}, picky(100)) == []


def test_a_plan_that_the_calculator_gives_no_figure_for_is_not_marked() -> None:
    """Its own count may be one that is refused on the way back."""
    result = PowerResult(name="means", method="t", solved="sample", n_per_arm=1, power=0.8)
    [figure] = power_picture(MEANS, {"d": 9.0}, PowerResult(name="means", method="t", solved="sample", n_per_arm=20))
    assert [mark for mark in figure.drawing.marks if isinstance(mark, Dot)]
    assert list(power_picture(MEANS, {"d": 9.0}, result)) == []


def example_of(calculator: Calculator) -> dict[str, Amount]:
    words = calculator.example.split()
    return {
        option.removeprefix("--").replace("-", "_"): tuple(map(float, text.split(","))) if "," in text else float(text)
        for option, text in zip(words[::2], words[1::2], strict=True)
    }


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)
def test_every_example_can_be_drawn_unless_it_varies_nothing_or_a_list(calculator: Calculator) -> None:
    figures = pictures(example_of(calculator), calculator)
    assert len(figures) == (calculator.name not in {"its", "stepped-wedge"})
    for figure in figures:
        check(figure.drawing)


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)
def test_the_plan_that_was_worked_out_stands_where_the_wanted_chance_is_reached(calculator: Calculator) -> None:
    for figure in pictures(example_of(calculator), calculator):
        chance = re.search(r"marked: ([\d.]+)% at", figure.description)
        assert "%" not in figure.description or (chance and 80 <= float(chance[1]) < 90)


def test_a_survey_shows_how_close_one_comes() -> None:
    survey = BY_NAME["survey"]
    [wanted], [given] = (pictures(given, survey) for given in ({"margin": 0.05}, {"n": 385}))
    assert wanted.caption == given.caption
    assert "385" in wanted.description


def test_events_and_time_are_varied_where_they_are_what_is_counted() -> None:
    assert pictures({"fall": 0.16, "events": 500}, BY_NAME["counts"])
    assert pictures({"rate1": 0.4, "rate2": 0.3, "person_time": 500}, BY_NAME["rates"])


SILLY = (0.0, 1.0, 0.5, -1.0, 2.0, 1e9, 1e-4, 12.0, 0.99, 1e12, 0.05, 30.0, 1.5, 7.0, 100.0)


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.name)
def test_whatever_is_answered_can_be_said_and_drawn(calculator: Calculator) -> None:
    chance = random.Random(calculator.name)
    names = [field.name for field in (*calculator.fields, *ANY, *COMMON) if field.kind != "list"]
    answered = 0
    for _ in range(max(20, POWER_BOX // len(CALCULATORS))):
        given = {name: amount for name, amount in example_of(calculator).items() if chance.random() < 0.9}
        given |= {name: chance.choice(SILLY) for name in chance.sample(names, chance.randint(0, 2))}
        method = chance.choice(calculator.methods).name
        with contextlib.suppress(Refused):
            result = run(calculator, given, method)
            assert power_answer(calculator, given, result).text
            for figure in power_picture(calculator, given, result):
                check(figure.drawing)
            answered += 1
    assert answered

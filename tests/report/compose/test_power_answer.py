"""An answer on power as blocks for the screen, and as text to copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thinking_professionals.calculators.power.catalogue import BY_NAME
from thinking_professionals.calculators.power.form import POWER, Calculator
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.report.compose.power_answer import PowerAnswer, power_answer, said_amount
from thinking_professionals.report.document import Bullets, Callout, Heading

MEANS = BY_NAME["means"]


def answered(given, calculator: Calculator = MEANS, **changes) -> PowerAnswer:
    return power_answer(calculator, given, replace(run(calculator, given), **changes))


def first_box(answer: PowerAnswer) -> Callout:
    assert isinstance(answer.blocks[0], Callout)
    return answer.blocks[0]


def test_the_sentence_that_answers_comes_first_and_is_the_one_that_is_spoken() -> None:
    answer = answered({"d": 0.2})
    assert "394" in answer.spoken
    assert first_box(answer).title[0].text == answer.spoken


def test_each_thing_that_can_be_worked_out_has_a_heading_of_its_own() -> None:
    labels = [first_box(answered(given)).label for given in ({"d": 0.2}, {"n": 300}, {"d": 0.2, "n": 300})]
    assert len({*labels}) == 3
    close = first_box(answered({"n": 300}, margin=0.05)).label
    assert close not in labels


@pytest.mark.parametrize(
    ("given", "tone"),
    [
        ({"d": 0.2}, "plain"),
        ({"n": 300}, "plain"),
        ({"d": 0.2, "n": 300}, "caution"),
        ({"d": 0.2, "n": 300, "power": 0.5}, "go"),
        ({"d": 0.2, "n": 400}, "go"),
    ],
)
def test_a_chance_is_good_only_where_it_is_the_one_wanted(given: dict[str, float], tone: str) -> None:
    assert first_box(answered(given)).tone == tone


def test_warnings_stand_in_one_box_that_says_so() -> None:
    boxes = [block for block in answered({"d": 0.2}, warnings=("One.", "Two.")).blocks if isinstance(block, Callout)]
    assert [box.tone for box in boxes] == ["plain", "caution"]
    assert len(boxes[1].text) == 2


def test_guesses_and_what_is_taken_for_granted_are_there_only_where_there_are_any() -> None:
    with_guess = answered({"d": 0.2, "correlation": 0.5}).blocks
    without = answered({"d": 0.2}, assumptions=()).blocks
    assert [sum(isinstance(block, Bullets) for block in blocks) for blocks in (with_guess, without)] == [2, 0]
    assert sum(isinstance(block, Heading) for block in without) == 1


def test_the_text_holds_what_was_given_the_usual_settings_and_the_answer() -> None:
    answer = answered({"d": 0.2, "attrition": 0.1})
    for part in (MEANS.title, ": 0.2", ": 0.1", ": 0.05", ": 0.8", answer.spoken, MEANS.methods[0].source):
        assert part in answer.text
    assert "People in each group:" not in answer.text


def test_amounts_are_said_as_one_would_type_them() -> None:
    assert [said_amount(amount) for amount in (0.2, 3, (3.0, 2.5), 1e6)] == ["0.2", "3", "3, 2.5", "1000000"]


def test_a_result_of_our_own_making_is_told_too() -> None:
    bare = PowerResult(name="means", method="t", solved="power", power=0.9)
    assert power_answer(MEANS, {"d": 1}, bare).text


def test_a_survey_has_no_chance_to_see_a_change_and_names_none() -> None:
    answer = answered({"margin": 0.05}, BY_NAME["survey"])
    assert POWER.label not in answer.text
    assert POWER.label in answered({"d": 0.2}).text

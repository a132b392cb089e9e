"""A form takes what makes sense, as it should be, and says of the rest which field it is and why."""

from __future__ import annotations

import math

import pytest

from thinking_professionals.calculators.power.form import COMMON, FINEST, GREATEST, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult

SHARE = Field(name="p", label="Share", least=0, most=1)
INNER = Field(name="p", label="Share", least=0, most=1, strict=True)
COUNT = Field(name="k", label="Clusters", kind="whole", least=1)
LIST = Field(name="steps", label="Clusters at each step", kind="list", least=1)
OPEN = Field(name="d", label="Change")


@pytest.mark.parametrize(("field", "amount"), [(SHARE, 0), (SHARE, 1), (SHARE, 0.3), (INNER, 1e-6), (OPEN, -5)])
def test_what_makes_sense_is_taken_as_it_is(field: Field, amount: float) -> None:
    assert field.read(amount) == amount


@pytest.mark.parametrize(
    ("field", "amount"),
    [
        (SHARE, -0.1),
        (SHARE, 1.1),
        (INNER, 0),
        (INNER, 1),
        (OPEN, math.nan),
        (OPEN, math.inf),
        (OPEN, -math.inf),
        (OPEN, FINEST / 2),
        (OPEN, -2 * GREATEST),
        (OPEN, 1e300),
        (COUNT, 2.5),
        (COUNT, 0),
        (COUNT, math.nan),
        (LIST, (3, 0)),
        (LIST, (3, math.nan)),
        (LIST, ()),
        (OPEN, (1, 2)),
    ],
)
def test_what_cannot_be_is_refused_by_the_name_of_its_field(field: Field, amount: float) -> None:
    with pytest.raises(Refused, match=field.label):
        field.read(amount)


def test_a_refusal_names_the_figure_in_full() -> None:
    with pytest.raises(Refused, match=r"1000000\.5"):
        COUNT.read(1000000.5)


def test_a_whole_number_comes_out_as_one() -> None:
    assert isinstance(COUNT.read(3.0), int)


def test_a_list_of_one_need_not_be_a_list() -> None:
    assert LIST.read(3) == (3,)
    assert LIST.read((3, 4)) == (3, 4)


def test_what_is_common_to_all_has_a_default_that_its_own_field_accepts() -> None:
    for field in COMMON:
        assert field.default is not None
        assert field.read(field.default) == field.default


def form(
    *names: str, either: tuple[tuple[str, ...], ...] = (), together: tuple[tuple[str, ...], ...] = ()
) -> Calculator:
    """A calculator that asks for these names and does nothing with them."""
    return Calculator(
        name="test",
        title="Test",
        about="A test.",
        effect="steps",
        fields=tuple(Field(name=name, label=f"The {name}") for name in names),
        methods=(Method(name="t", what="a test", source="none", reference="none"),),
        work=lambda **_: PowerResult(name="test", method="t", solved="power"),
        example="",
        either=either,
        together=together,
    )


WAYS = form("d", "first", "second", "other", either=(("d", "first second"),))
PAIR = form("sd1", "sd2", "n", together=(("sd1", "sd2"),))


@pytest.mark.parametrize("given", [{"d", "first"}, {"d", "second"}, {"d", "first", "second"}])
def test_two_ways_to_say_the_same_are_refused_by_the_names_of_both(given: set[str]) -> None:
    with pytest.raises(Refused, match=r"The d.*The (first|second)"):
        WAYS.check(given)


@pytest.mark.parametrize("given", [set(), {"d"}, {"d", "other"}, {"first"}, {"first", "second"}])
def test_one_way_is_enough_and_all_of_it_may_be_given(given: set[str]) -> None:
    WAYS.check(given)


@pytest.mark.parametrize(("given", "lacking"), [({"sd1"}, "The sd2"), ({"sd2", "n"}, "The sd1")])
def test_half_of_what_belongs_together_is_refused_by_the_name_of_the_other_half(given: set[str], lacking: str) -> None:
    with pytest.raises(Refused, match=lacking):
        PAIR.check(given)


@pytest.mark.parametrize("given", [set(), {"n"}, {"sd1", "sd2"}])
def test_what_belongs_together_may_be_there_or_not(given: set[str]) -> None:
    PAIR.check(given)

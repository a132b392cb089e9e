from dataclasses import replace

import pytest

from thinking_professionals.calculators.power.form import Amount, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.report.compose.power_machine import answered, refused
from thinking_professionals.report.compose.power_words import PowerWords, in_short, power_words, say_amount, say_chance

FOUND = PowerResult(name="small", method="exact", solved="sample", power=0.8, mdes=0.2)


def work(**given: float) -> PowerResult:
    """A thousand times `icc` people; more than 0.5 is refused."""
    if given["icc"] > 0.5:
        raise Refused("Too alike.")
    return replace(FOUND, n_total=int(1000 * given["icc"]))


SMALL = Calculator(
    name="small",
    title="A small one",
    about="For trying out.",
    effect="spoonfuls",
    fields=(
        Field(name="icc", label="How alike", least=0, most=1),
        Field(name="cac", label="How lasting", least=0, most=1),
        Field(name="d", label="Change", role="effect"),
        Field(name="steps", label="Steps", kind="list"),
    ),
    methods=(Method(name="exact", what="by counting", source="Someone 1999", reference="a book"),),
    work=work,
    example="--icc 0.1",
)


def first(**changes: object) -> str:
    return power_words(SMALL, {}, replace(FOUND, **changes)).answer[0]


def words(given: dict[str, Amount]) -> PowerWords:
    return power_words(SMALL, given, FOUND)


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ({"n_per_arm": 394, "n_total": 788}, ["394", "788"]),
        ({"n_per_arm": 1570, "n1": 1570, "n2": 1570, "n_total": 3140}, ["1,570", "3,140"]),
        ({"n_per_arm": 1570}, ["1,570"]),
        ({"n_per_arm": 566, "n1": 566, "n2": 476, "n_total": 1042}, ["566", "476", "1,042"]),
        ({"n1": 100, "n2": 50, "n_total": 150}, ["100", "50", "150"]),
        ({"n_total": 1234}, ["1,234"]),
        ({"pairs": 45}, ["45 pairs"]),
        ({"clusters_per_arm": 12, "clusters_total": 24, "n_total": 480}, ["12", "24", "480"]),
        ({"clusters_total": 13}, ["13"]),
    ],
)
def test_every_count_there_is_is_said(sizes: dict[str, int], said: list[str]) -> None:
    for solved in ("sample", "power", "effect"):
        sentence = first(**sizes, solved=solved, power=0.8)
        assert all(number in sentence for number in said)
        assert "None" not in sentence


@pytest.mark.parametrize(
    ("solved", "said"), [("sample", ["80%", "0.2"]), ("power", ["61.5%"]), ("effect", ["90%", "0.2"])]
)
def test_the_first_sentence_answers_what_was_left_out(solved: str, said: list[str]) -> None:
    found = replace(FOUND, solved=solved, n_total=10, power=0.615 if solved == "power" else None)
    sentence = power_words(SMALL, {"power": 0.9} if solved == "effect" else {}, found).answer[0]
    assert all(number in sentence for number in said)


def test_power_worked_out_comes_with_the_change_that_would_be_seen() -> None:
    found = replace(FOUND, solved="power", n_total=10, power=0.3, mdes=0.456)
    answer = power_words(SMALL, {"power": 0.9}, found).answer
    assert "90%" in answer[1]
    assert "0.456" in answer[1]


def test_power_alone_is_said_alone() -> None:
    answer = power_words(SMALL, {}, replace(FOUND, solved="power", power=0.3, mdes=None)).answer
    assert len(answer) == 1
    assert "30%" in answer[0]


@pytest.mark.parametrize("solved", ["sample", "effect"])
def test_a_margin_is_said_in_place_of_a_change(solved: str) -> None:
    answer = power_words(
        SMALL, {}, replace(FOUND, solved=solved, n_total=385, power=None, mdes=None, margin=0.05)
    ).answer
    assert len(answer) == 1
    assert "0.05" in answer[0]
    assert "385" in answer[0]


def test_what_clusters_do_is_said() -> None:
    answer = " ".join(power_words(SMALL, {}, replace(FOUND, floor=0.452, design_effect=5.95)).answer)
    assert "0.452" in answer
    assert "5.95" in answer


def test_nothing_is_made_of_a_design_that_costs_nothing() -> None:
    with_it = power_words(SMALL, {}, replace(FOUND, design_effect=1.0))
    assert with_it == power_words(SMALL, {}, FOUND)


def test_clusters_that_are_not_on_both_sides_are_counted_once() -> None:
    assert first(clusters_per_arm=12, clusters_total=12, n_total=480).count("12") == 1


def test_one_group_is_counted_once() -> None:
    assert first(n_per_arm=662, n_total=662).count("662") == 1


def test_what_is_counted_need_not_be_people() -> None:
    events = replace(SMALL, counted="events")
    assert "events" in power_words(events, {}, replace(FOUND, n_total=10)).answer[0]


def test_a_change_that_is_not_named_is_not_made_up() -> None:
    answer = power_words(SMALL, {}, replace(FOUND, n_total=10, mdes=None)).answer
    assert "None" not in " ".join(answer)
    assert "10 people" in answer[0]


def test_the_unit_of_the_change_is_said() -> None:
    assert "spoonfuls" in words({}).answer[-1]


def test_the_method_comes_with_its_source() -> None:
    assert "by counting".lower() in words({}).method.lower()
    assert "Someone 1999" in words({}).method


def test_assumptions_and_warnings_are_handed_on() -> None:
    found = power_words(SMALL, {}, replace(FOUND, assumptions=("one",), warnings=("two",)))
    assert (found.assumptions, found.warnings) == (("one",), ("two",))


def test_a_guess_is_tried_lower_and_higher() -> None:
    (guess,) = words({"icc": 0.1, "d": 0.2, "steps": (1.0, 2.0)}).guesses
    assert "50 people" in guess
    assert "200 people" in guess


def test_a_guess_that_stops_it_when_it_is_higher_says_so() -> None:
    (guess,) = words({"icc": 0.4}).guesses
    assert "200 people" in guess
    assert "0.8" in guess


def test_a_correlation_is_moved_only_as_far_as_there_is_room() -> None:
    (_, guess) = words({"icc": 0.2, "cac": 0.95}).guesses
    assert "at 0.8," in guess
    assert "at 1.1" not in guess


def test_what_is_no_guess_is_left_alone() -> None:
    assert words({"d": 0.2}).guesses == ()


def test_a_guess_that_has_no_room_at_all_is_left_alone() -> None:
    tight = replace(SMALL, fields=(Field(name="icc", label="How alike", least=0.1, most=0.1),))
    assert power_words(tight, {"icc": 0.1}, FOUND).guesses == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"n_total": 10}, "10 people"),
        ({"solved": "effect"}, "0.2"),
        ({"solved": "power", "power": 0.3}, "30%"),
        ({"clusters_per_arm": 3, "clusters_total": 6}, "3"),
        ({"solved": "effect", "mdes": None}, "that"),
        ({"solved": "effect", "margin": 0.03}, "0.03"),
    ],
)
def test_what_was_worked_out_is_said_in_short(changes: dict[str, object], said: str) -> None:
    assert said in in_short(SMALL, replace(FOUND, **changes))


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.8, "80%"), (0.825, "82.5%"), (0.99999, "more than 99.9%"), (1.0, "more than 99.9%"), (0.0, "less than 0.1%")],
)
def test_nothing_is_certain(share: float, said: str) -> None:
    assert say_chance(share) == said


@pytest.mark.parametrize(
    ("amount", "said"), [(0.2, "0.2"), (0.02236, "0.0224"), (1569.8, "1,570"), (1e-7, "0.0000001"), (12.0, "12")]
)
def test_an_amount_is_written_out_to_three_digits(amount: float, said: str) -> None:
    assert say_amount(amount) == said


def test_for_machines_every_key_is_always_there() -> None:
    found, not_found = answered(FOUND), refused(SMALL, None, "Too few.")
    assert list(found) == list(not_found)
    assert (found["refused"], not_found["refused"]) == (None, "Too few.")
    assert (not_found["method"], refused(SMALL, "other", "")["method"]) == ("exact", "other")
    assert (found["mdes"], found["pairs"], not_found["mdes"]) == (0.2, None, None)

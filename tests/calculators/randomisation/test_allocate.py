"""Who gets what: the same for ever, fair to every unit, and even within whatever is to be even."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from itertools import combinations

import pytest

from tests.sizes import LOTS_DRAWN
from thinking_professionals.calculators.randomisation.allocate import LARGEST_BLOCK, MOST_GROUPS, Allocation, allocate
from thinking_professionals.calculators.randomisation.pattern import fewest_and_most, in_lowest_terms
from thinking_professionals.calculators.randomisation.refusal import CannotDraw

VALUES = (5, 3, 9, 1, 7, 7, 2, 8, 6, 4, 0)
PAIRS = tuple((Decimal(value),) for value in VALUES)


def text_of(allocation: Allocation) -> str:
    return "".join(map(str, allocation.groups))


def test_draws_are_the_same_for_ever() -> None:
    """Worked out in JavaScript from the steps that a record gives, not with the code under test."""
    assert text_of(allocate(units=11, shares=(1, 1), seed="seed")) == "10100111100"
    assert text_of(allocate(units=48, shares=(19, 29), seed="seed")) == (
        "100101001010111110111000110111111101110110010010"
    )
    assert text_of(allocate(units=11, shares=(2, 1), seed="seed", blocks=(3, 6))) == "01001100001"
    assert text_of(allocate(units=11, shares=(1, 1, 1), seed="seed", strata="ababcabcbaa")) == "01020201121"
    assert text_of(allocate(units=11, shares=(1, 1), seed="seed", pair_on=PAIRS)) == "01110001110"
    assert text_of(allocate(units=11, shares=(1,) * 4, seed="seed", strata="aabbaabbaab")) == "23210130321"
    assert text_of(allocate(units=11, shares=(1, 1), seed="seed", strata="aabbaabbaab", blocks=(2, 4))) == (
        "01101001011"
    )


def test_another_seed_or_another_order_of_the_list_gives_another_draw() -> None:
    drawn = allocate(units=48, shares=(1, 1), seed="one")
    assert drawn == allocate(units=48, shares=(1, 1), seed="one")
    assert drawn != allocate(units=48, shares=(1, 1), seed="two")


def test_whatever_is_asked_every_unit_gets_one_group_and_the_groups_are_even() -> None:
    chance = random.Random(7)
    for number in range(LOTS_DRAWN):
        shares = tuple(chance.choice([(1, 1), (2, 1), (1, 1, 1), (3, 5), (1,) * 6, (19, 29)]))
        units = chance.randint(len(shares), 60)
        strata = [chance.choice("abcde") for _ in range(units)] if chance.random() < 0.5 else []
        round_ = sum(in_lowest_terms(shares))
        sets = chance.choice(["none", "blocks", "pairs"]) if round_ <= 24 else "none"
        blocks = (round_, 3 * round_) if sets == "blocks" else ()
        pair_on = [(Decimal(chance.randint(0, 9)),) for _ in range(units)] if sets == "pairs" else ()
        drawn = allocate(units=units, shares=shares, seed=str(number), strata=strata, blocks=blocks, pair_on=pair_on)
        assert len(drawn.groups) == len(drawn.sets) == units
        for part in [list(range(units)), *parts(strata), *parts(drawn.sets)]:
            tally = Counter(drawn.groups[unit] for unit in part)
            for group, (least, most) in enumerate(fewest_and_most(len(part), shares)):
                assert least <= tally[group] <= most


def parts(labels: object) -> list[list[int]]:
    """The places of each label, but for 0, which stands for none."""
    assert isinstance(labels, list | tuple)
    return [[at for at, one in enumerate(labels) if one == label] for label in set(labels) - {0}]


def test_each_full_block_holds_each_group_by_its_share() -> None:
    drawn = allocate(units=200, shares=(2, 1), seed="x", blocks=(3, 6, 9))
    for block in parts(drawn.sets)[:-1]:
        assert block == list(range(block[0], block[0] + len(block)))
    sizes = [len(block) for block in sorted(parts(drawn.sets))]
    assert set(sizes[:-1]) == {3, 6, 9}
    for block in sorted(parts(drawn.sets))[:-1]:
        assert 2 * sum(drawn.groups[unit] == 1 for unit in block) == sum(drawn.groups[unit] == 0 for unit in block)


def test_pairs_are_neighbours_and_each_has_one_of_either_group() -> None:
    drawn = allocate(units=11, shares=(1, 1), seed="x", pair_on=PAIRS)
    pairs = [sorted(VALUES[unit] for unit in pair) for pair in parts(drawn.sets)]
    assert sorted(pairs) == [[0, 1], [2, 3], [4, 5], [6, 7], [7, 8]]
    assert drawn.sets[VALUES.index(9)] == 0
    for pair in parts(drawn.sets):
        assert {drawn.groups[unit] for unit in pair} == {0, 1}


def test_a_second_column_decides_among_equals() -> None:
    first, second = (1, 1, 1, 1), (4, 1, 3, 2)
    numbers = [(Decimal(one), Decimal(other)) for one, other in zip(first, second, strict=True)]
    drawn = allocate(units=4, shares=(1, 1), seed="x", pair_on=numbers)
    assert drawn.sets[1] == drawn.sets[3] != drawn.sets[0] == drawn.sets[2]


def test_pairs_are_made_within_strata() -> None:
    drawn = allocate(units=11, shares=(1, 1), seed="x", pair_on=PAIRS, strata="aaaaabbbbbb")
    assert all(len({unit < 5 for unit in pair}) == 1 for pair in parts(drawn.sets))
    assert sum(number == 0 for number in drawn.sets) == 1


def test_each_unit_gets_each_group_as_often_as_its_share_says() -> None:
    """Chi-squared per unit over many seeds; 16.3 is passed by chance in 20,000 with one degree of freedom."""
    for asked in ({"strata": "aaabbbbcc"}, {"blocks": (3, 6)}, {"pair_on": PAIRS[:9]}, {}):
        tally = [0] * 9
        for seed in range(LOTS_DRAWN):
            drawn = allocate(units=9, shares=(2, 1), seed=f"{seed}", **asked)  # type: ignore[arg-type]
            tally = [so_far + (group == 1) for so_far, group in zip(tally, drawn.groups, strict=True)]
        for got in tally:
            expected = LOTS_DRAWN / 3
            assert (got - expected) ** 2 / expected * 1.5 < 16.3


def test_every_way_to_fall_comes_equally_often() -> None:
    """Twenty ways to draw three of six: with 19 degrees of freedom 43.8 is passed by chance once in a thousand."""
    tally = Counter(allocate(units=6, shares=(1, 1), seed=f"{seed}").groups for seed in range(LOTS_DRAWN))
    ways = [tuple(int(unit in chosen) for unit in range(6)) for chosen in combinations(range(6), 3)]
    expected = LOTS_DRAWN / len(ways)
    assert sum((tally[way] - expected) ** 2 / expected for way in ways) < 43.8


def test_what_is_left_over_in_one_stratum_is_made_good_by_another() -> None:
    for seed in range(50):
        drawn = allocate(units=30, shares=(1, 1), seed=f"{seed}", strata="abcdefghij" * 3)
        assert Counter(drawn.groups) == {0: 15, 1: 15}


def test_a_hundred_thousand_units_are_drawn_with_exact_counts() -> None:
    drawn = allocate(units=100_000, shares=(1, 1), seed="x", strata=["a", "b", "c", "d"] * 25_000)
    assert Counter(drawn.groups) == {0: 50_000, 1: 50_000}


@pytest.mark.parametrize(
    ("units", "shares", "blocks"),
    [
        (1, (1, 1), ()),
        (2, (1, 1, 1), ()),
        (10, (1,), ()),
        (10, (1, 0), ()),
        (10, (1, -1), ()),
        (500, (1,) * (MOST_GROUPS + 1), ()),
        (10, (1_000_000_007, 1), ()),
        (10, (1, 1), (3,)),
        (10, (1, 1), (0,)),
        (10, (1, 1), (-2,)),
        (10, (1, 1), (LARGEST_BLOCK + 2,)),
        (100, (19, 29), (48,)),
    ],
)
def test_what_cannot_be_drawn_is_refused(units: int, shares: tuple[int, ...], blocks: tuple[int, ...]) -> None:
    with pytest.raises(CannotDraw):
        allocate(units=units, shares=shares, seed="x", blocks=blocks)


def test_shares_too_fine_for_pairs_are_refused() -> None:
    with pytest.raises(CannotDraw):
        allocate(units=48, shares=(19, 29), seed="x", pair_on=[(Decimal(1),)] * 48)

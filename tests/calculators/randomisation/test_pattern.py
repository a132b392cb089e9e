"""The round in which groups are dealt: each by its share, and any stretch of it close to that."""

from __future__ import annotations

from collections import Counter

import pytest

from thinking_professionals.calculators.randomisation.pattern import a_round, fewest_and_most, in_lowest_terms


def test_a_round_holds_each_group_by_its_share() -> None:
    assert a_round((2, 1)) == (0, 1, 0)
    assert a_round((1, 1, 1)) == (0, 1, 2)
    assert Counter(a_round((19, 29))) == {0: 19, 1: 29}


def test_shares_are_taken_in_lowest_terms() -> None:
    assert in_lowest_terms((24, 24)) == (1, 1)
    assert in_lowest_terms((6, 3, 9)) == (2, 1, 3)


@pytest.mark.parametrize("shares", [(1, 1), (2, 1), (19, 29), (7, 3), (1, 40), (1, 1, 1), (1,) * 9])
def test_any_stretch_is_within_one_unit_of_the_shares(shares: tuple[int, ...]) -> None:
    whole = sum(shares)
    for units in range(len(shares), 3 * whole + 2):
        for share, (least, most) in zip(shares, fewest_and_most(units, shares), strict=True):
            assert units * share // whole == least
            assert -(-units * share // whole) == most


def test_unequal_shares_of_several_groups_are_close() -> None:
    for shares in ((3, 2, 1), (5, 3, 2), (10, 1, 1), (4, 3, 2, 1)):
        for units in range(4, 60):
            for share, (least, most) in zip(shares, fewest_and_most(units, shares), strict=True):
                assert units * share / sum(shares) - 2 < least <= most < units * share / sum(shares) + 2


def test_a_number_that_gets_it_is_met_to_the_unit() -> None:
    assert fewest_and_most(48, (19, 29)) == ((19, 19), (29, 29))
    assert fewest_and_most(1_000_000, (499_999, 500_001)) == ((499_999, 499_999), (500_001, 500_001))

"""The stream of numbers is pinned to vectors worked out by another program, and no number is favoured."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

import pytest

from thinking_professionals.calculators.randomisation import stream
from thinking_professionals.calculators.randomisation.stream import WORD, Stream


def test_words_are_those_of_sha_256_over_the_seed_and_a_counter() -> None:
    digests = sha256("Ünit:0".encode()).digest() + sha256("Ünit:1".encode()).digest()
    words = [int.from_bytes(digests[at : at + 4], "big") for at in range(0, 64, 4)]
    made = Stream("Ünit")
    assert [made.below(WORD) for _ in range(16)] == words


def test_numbers_and_shuffles_are_the_same_for_ever() -> None:
    """Worked out in JavaScript from the description, not with the code under test."""
    made = Stream("seed")
    assert [made.below(bound) for bound in (2, 3, 10, 1000, 1_000_000, WORD)] == [1, 1, 4, 475, 775_331, 1_515_731_566]
    assert Stream("seed").shuffled("abcdefghij") == list("cedabjighf")


def test_a_word_that_would_favour_low_numbers_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = 3 * 2**30  # the last quarter of all words has no full multiple of it
    monkeypatch.setattr(stream, "_words", lambda seed: iter([bound, WORD - 1, bound - 1]))
    assert Stream("any").below(bound) == bound - 1


def test_a_choice_among_one_takes_no_word() -> None:
    one, other = Stream("x"), Stream("x")
    assert one.below(1) == 0
    assert one.shuffled(["alone"]) == ["alone"]
    assert one.below(1000) == other.below(1000)


def test_every_number_comes_equally_often_over_many_seeds() -> None:
    """Chi-squared with 6 degrees of freedom: 22.5 is passed by chance once in a thousand; the seeds are fixed."""
    tally = Counter(Stream(f"seed {number}").below(7) for number in range(7_000))
    assert chi_squared([tally[value] for value in range(7)]) < 22.5


def test_every_order_comes_equally_often_over_many_seeds() -> None:
    """24 orders of four: with 23 degrees of freedom 49.7 is passed by chance once in a thousand."""
    tally = Counter("".join(Stream(str(number)).shuffled("abcd")) for number in range(12_000))
    assert len(tally) == 24
    assert chi_squared(list(tally.values())) < 49.7


def chi_squared(counts: list[int]) -> float:
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 / expected for count in counts)

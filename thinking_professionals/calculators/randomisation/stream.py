"""Fair numbers from a seed: the same on every machine and in every language that has SHA-256.

Nothing here leans on a library's own way of shuffling, which may change from one version to the next.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

WORD = 1 << 32
"""How many values a word of the stream has."""
_WORDS = struct.Struct(">8I")


class Stream:
    """Whole numbers, each as likely as any other.

    Word by word: SHA-256 of the UTF-8 text `seed:0`, then of `seed:1` and so on; each digest gives eight words of 32
    bits, most significant byte first.
    """

    def __init__(self, seed: str) -> None:
        self._words = _words(seed)

    def below(self, bound: int) -> int:
        """A number from 0 to `bound` - 1, for a `bound` from 1 to 2^32.

        The next word that is below the largest multiple of `bound` is divided by it, and the remainder taken; a word
        that is not is passed over, so that no number is favoured. A choice among one takes no word.
        """
        if bound == 1:
            return 0
        limit = WORD - WORD % bound
        while (word := next(self._words)) >= limit:
            pass
        return word % bound

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The same items in an order by lot: from the last place down to the second, each changes places with one of
        those up to it, itself included (Fisher and Yates, 1938; Durstenfeld, 1964).
        """
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


def _words(seed: str) -> Iterator[int]:
    counter = 0
    while True:
        yield from _WORDS.unpack(sha256(f"{seed}:{counter}".encode()).digest())
        counter += 1

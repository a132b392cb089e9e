"""How a draw was done, in steps that a person can follow and another program can repeat without ours."""

from __future__ import annotations

from thinking_professionals.lots.settings import Settings

STREAM = (
    "Numbers: take SHA-256 of the UTF-8 text SEED:0, then of SEED:1, SEED:2 and so on. Each gives eight words of 32 "
    "bits, most significant byte first. A number below N is what remains of the next word divided by N; a word that is "
    "not below the largest multiple of N up to 2^32 is passed over. A number below 1 is 0 and takes no word."
)
SHUFFLE = (
    "Shuffling: count places from 0. From the last place down to place 1, take a number below the place plus 1 and let "
    "the two places change what they hold."
)
ROUND = (
    "The round: divide the shares by their greatest common divisor. For as many places as they add up to, add to each "
    "group its share, give the place to the group with the most (the first of those), and take the sum of all from it."
)
START = "Begin: take a number below the length of the round. The dealing begins at that place of it, counted from 0."
STRATA = "Strata: gather them in the order of their first unit on the list, then shuffle them."
DEAL = (
    "Deal: take set after set. Shuffle the units of the set, which stand in the order said there, and give each the "
    "group at the next place of the round, going round. The dealing goes on from set to set without a break."
)
_SETS = {
    "simple": "Sets: all units are one set, in the order of the list.",
    "stratified": "Sets: each stratum is a set, in the order of the list.",
    "stepped": "Sets: each stratum is a set, in the order of the list; without strata all units are one.",
    "pairs": (
        "Sets: sort each stratum from small to large by the numbers, the first column first, equals in the order of "
        "the list. As many neighbours as the round is long are a set; what is left at the end is one too."
    ),
    "blocked": (
        "Sets: go through each stratum in the order of the list. For each block take a number below the number of "
        "sizes; it names the size, smallest first, counted from 0. As many of the next units are a set, or what is "
        "left. Shuffle and deal a block before the next size is taken."
    ),
}
LIST_DIGEST = (
    "Digests: that of the list used is SHA-256 over its headings and then its rows in their order: the names, then the "
    "columns used, tidied (NFC, single spaces, none at the ends), a tab between values and a line feed after each row, "
    "in UTF-8. That of the result is the same over two columns, the names and “Group”."
)
ORDER = "The list is used in the order in which it stands. In another order the same seed gives another draw."


def how_it_was_done(settings: Settings) -> tuple[str, ...]:
    return (ORDER, STREAM, SHUFFLE, ROUND, START, STRATA, _SETS[settings.method], DEAL, LIST_DIGEST)


def how_to_repeat(list_file: str, record_file: str) -> tuple[str, ...]:
    return (
        f"Keep “{list_file}”, this record and the allocation together, and change none of them.",
        f'In a terminal: tp allocate "{list_file}" --check "{record_file}". It draws again and says if it is the same.',
        "Without this program, follow the steps under “how_it_was_done”.",
    )

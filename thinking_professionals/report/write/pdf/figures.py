"""Figures of equal width, which a font keeps behind its feature `tnum`; ReportLab applies no features, we look it up.

Source: OpenType 1.9, table GSUB, lookup type 1 (one glyph for another).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def tabular_figures(table: bytes) -> Mapping[int, int]:
    """Glyph to its tabular glyph, both as numbers in the font. `table` is the font's GSUB."""
    swaps: dict[int, int] = {}
    for subtable in _subtables(table, b"tnum"):
        covered = list(_covered(table, subtable + _short(table, subtable + 2)))
        for place, glyph in enumerate(covered):
            swaps[glyph] = _short(table, subtable + 6 + 2 * place)
    return swaps


def _short(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


def _subtables(table: bytes, feature: bytes) -> Iterator[int]:
    features, lookups = _short(table, 6), _short(table, 8)
    for number in range(_short(table, features)):
        record = features + 2 + 6 * number
        if table[record : record + 4] == feature:
            place = features + _short(table, record + 4)
            for index in range(_short(table, place + 2)):
                lookup = lookups + _short(table, lookups + 2 + 2 * _short(table, place + 4 + 2 * index))
                yield from (lookup + _short(table, lookup + 6 + 2 * n) for n in range(_short(table, lookup + 4)))


def _covered(table: bytes, coverage: int) -> Iterator[int]:
    for number in range(_short(table, coverage + 2)):
        yield _short(table, coverage + 4 + 2 * number)

"""Where the boxes of a tree stand: columns by the longest way from a start, short crossings, room for every line.

A way over several columns passes through a narrow lane in each, so that no line runs behind a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

GAP = 22.0
_SWEEPS = 12

Edge = tuple[str, str]
Lane = tuple[str, str, int]
Slot = str | Lane
"""A box by its id, or the lane of an edge in one column."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Column numbers and top edges of boxes; for each edge, the heights of its lanes by column."""

    column: Mapping[str, int]
    top: Mapping[str, float]
    lanes: Mapping[Edge, tuple[tuple[int, float], ...]]
    height: float


def lay_out(heights: Mapping[str, float], edges: Sequence[Edge]) -> Layout:
    """`heights` in the order wanted where nothing else decides; edges that would close a circle do not count."""
    onward = _without_circles(list(heights), edges)
    column = _columns(list(heights), onward)
    columns, links = _slots(column, onward)
    for sweep in range(_SWEEPS):
        _order(columns, links, forward=sweep % 2 == 0)
    centre = _settle(columns, links, heights)
    lanes: dict[Edge, list[tuple[int, float]]] = {}
    for slot, middle in sorted(centre.items(), key=lambda item: column_of(item[0], column)):
        if not isinstance(slot, str):
            lanes.setdefault((slot[0], slot[1]), []).append((slot[2], middle))
    top = {name: centre[name] - height / 2 for name, height in heights.items()}
    bottom = max([top[name] + height for name, height in heights.items()], default=0.0)
    return Layout(column, top, {edge: tuple(found) for edge, found in lanes.items()}, bottom)


def column_of(slot: Slot, column: Mapping[str, int]) -> int:
    return column[slot] if isinstance(slot, str) else slot[2]


def _without_circles(names: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """Edges in a walk from each name in turn, but for those that lead back to where the walk is coming from."""
    targets: dict[str, list[str]] = {name: [] for name in names}
    for source, target in dict.fromkeys(edges):
        if target in targets:
            targets[source].append(target)
    kept: list[Edge] = []
    done: set[str] = set()
    for start in names:
        trail = {start: iter(targets[start])} if start not in done else {}
        while trail:
            at = next(reversed(trail))
            for target in trail[at]:
                if target not in trail:
                    kept.append((at, target))
                    if target not in done:
                        trail[target] = iter(targets[target])
                        break
            else:
                done.add(at)
                del trail[at]
    return kept


def _columns(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    column = dict.fromkeys(names, 0)
    for _ in names:
        for source, target in edges:
            column[target] = max(column[target], column[source] + 1)
    return column


def _slots(column: Mapping[str, int], edges: Sequence[Edge]) -> tuple[list[list[Slot]], list[tuple[Slot, Slot]]]:
    columns: list[list[Slot]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for name, number in column.items():
        columns[number].append(name)
    links: list[tuple[Slot, Slot]] = []
    for source, target in edges:
        lanes: list[Slot] = [(source, target, number) for number in range(column[source] + 1, column[target])]
        for lane in lanes:
            columns[column_of(lane, column)].append(lane)
        links += pairwise([source, *lanes, target])
    return columns, links


def _order(columns: list[list[Slot]], links: Sequence[tuple[Slot, Slot]], *, forward: bool) -> None:
    """Sort each column by the mean place of its neighbours in the column before it (or after it)."""
    near: dict[Slot, list[Slot]] = {}
    for left, right in links:
        near.setdefault(*((right, []) if forward else (left, []))).append(left if forward else right)
    place = {slot: index for column in columns for index, slot in enumerate(column)}
    for column in columns if forward else reversed(columns):
        column.sort(key=lambda slot: fmean(place[other] for other in near[slot]) if slot in near else place[slot])
        place.update({slot: index for index, slot in enumerate(column)})


def _settle(
    columns: Sequence[Sequence[Slot]], links: Sequence[tuple[Slot, Slot]], heights: Mapping[str, float]
) -> dict[Slot, float]:
    """Middles: each slot as near to its neighbours as those above it allow, the whole column then evened out."""
    near: dict[Slot, list[Slot]] = {}
    for left, right in links:
        near.setdefault(left, []).append(right)
        near.setdefault(right, []).append(left)
    half = {slot: heights[slot] / 2 if isinstance(slot, str) else 1.0 for column in columns for slot in column}
    centre: dict[Slot, float] = {}
    for column in columns:
        _stack(column, dict.fromkeys(column, 0.0), half, centre)
    for _ in range(_SWEEPS):
        for column in columns:
            wanted = {s: fmean(centre[o] for o in near[s]) if s in near else centre[s] for s in column}
            _stack(column, wanted, half, centre)
    highest = min((centre[slot] - half[slot] for slot in centre), default=0.0)
    return {slot: middle - highest for slot, middle in centre.items()}


def _stack(
    column: Sequence[Slot], wanted: Mapping[Slot, float], half: Mapping[Slot, float], centre: dict[Slot, float]
) -> None:
    """Place a column in its order, clear of one another: half-way between pushing down and pushing up."""
    low, high = _clear(column, wanted, half, 1), _clear(column[::-1], wanted, half, -1)
    centre.update({slot: (low[slot] + high[slot]) / 2 for slot in column})


def _clear(
    column: Sequence[Slot], wanted: Mapping[Slot, float], half: Mapping[Slot, float], sign: int
) -> dict[Slot, float]:
    """Each slot where it is wanted, or as far on in the direction of `sign` as those before it push it."""
    edge, placed = float("-inf"), dict[Slot, float]()
    for slot in column:
        middle = max(sign * wanted[slot], edge + half[slot])
        edge = middle + half[slot] + GAP
        placed[slot] = sign * middle
    return placed

"""The picture beside an answer on power: what more or fewer would buy, worked out by the same calculator.

Where the change to look for is given it is the chance to see it; where it is not, it is the smallest change that could
be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from thinking_professionals.calculators.power.form import POWER, Amount, Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run
from thinking_professionals.report.compose.curves import detectable_curve, power_curve
from thinking_professionals.report.document import Figure

CLUSTERS = {"k": ("clusters_per_arm", "clusters_total"), "k_total": ("clusters_total",), "k1": (), "k2": ()}
PEOPLE = {
    "pairs": ("pairs",),
    "n": ("n_per_arm", "n_total"),
    "n_total": ("n_total",),
    "n1": ("n1",),
    "n2": (),
    "person_time": ("n_per_arm",),
    "events1": ("n1",),
    "events": ("n1",),
}
"""The fields that count, and where a result holds each, if it can be varied; only one of them can be."""
SHARES = (*(step / 20 for step in range(4, 10)), *(step / 10 for step in range(5, 21)))
"""From a fifth of the plan to twice as many, closer together where more is won."""
SEEN, CLOSE = "Smallest change you could see", "How far off you may be, either way"

Found = dict[float, PowerResult]


def power_picture(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> Iterator[Figure]:
    """One figure, or none where there is nothing to vary."""
    varied = _varied(calculator, given, result)
    if varied is None:
        return
    field, plan = varied
    if result.solved == "effect" or result.margin is not None:
        effects = {each.name for each in calculator.fields if each.role == "effect"}
        rest = {name: amount for name, amount in given.items() if name not in effects}
        yield from _smallest(_found(calculator, rest, result.method, field, plan), field, plan)
    else:
        yield from _chance(_found(calculator, given, result.method, field, plan), field, plan, given)


def _varied(calculator: Calculator, given: Mapping[str, Amount], result: PowerResult) -> tuple[Field, int] | None:
    """The field that counts clusters, or else people or events, and the count of the plan."""
    fields = {field.name: field for field in calculator.fields}
    names = CLUSTERS if CLUSTERS.keys() & fields.keys() else PEOPLE
    known = [name for name in names if name in given]
    counts: Mapping[str, Amount | None]
    if result.solved == "sample":
        counts = {} if known else {name: _held(result, held) for name, held in names.items()}
    else:
        counts = {name: given[name] for name in known if names[name]} if len(known) == 1 else {}
    found = ((fields[name], count) for name, count in counts.items() if name in fields)
    return next(((field, round(count)) for field, count in found if isinstance(count, float | int)), None)


def _held(result: PowerResult, names: Sequence[str]) -> int | None:
    return next((count for name in names if (count := getattr(result, name)) is not None), None)


def _found(calculator: Calculator, given: Mapping[str, Amount], method: str, field: Field, plan: int) -> Found:
    """What comes out at each count that the calculator takes."""
    found: Found = {}
    for count in sorted({plan, *(round(plan * share) for share in SHARES)}):
        try:
            found[count] = run(calculator, {**given, field.name: count}, method)
        except Refused:
            continue
    return found


def _chance(found: Found, field: Field, plan: int, given: Mapping[str, Amount]) -> Iterator[Figure]:
    wanted = given.get(POWER.name, POWER.default)
    points = [(count, result.power) for count, result in found.items() if result.power is not None]
    here = [(x, y) for x, y in points if x == plan]
    assert isinstance(wanted, float | int)  # the form takes no list there
    yield from power_curve(points, plan=here[0] if here else None, target=wanted, units=field.label)


def _smallest(found: Found, field: Field, plan: int) -> Iterator[Figure]:
    margin = any(result.margin is not None for result in found.values())
    changes = {count: result.margin if margin else result.mdes for count, result in found.items()}
    points = [(count, change) for count, change in changes.items() if change is not None]
    floor = [(count, result.floor) for count, result in found.items() if result.floor is not None]
    here = [(x, y) for x, y in points if x == plan]
    plan_there = here[0] if here else None
    yield from detectable_curve(
        points, plan=plan_there, floor=floor, units=field.label, change=CLOSE if margin else SEEN
    )

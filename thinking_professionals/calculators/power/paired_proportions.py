"""The same people before and after, or pairs alike, compared on a share: only pairs that differ tell anything.

McNemar's exact test asks whether more pairs differ one way than the other, as a coin would fall; how many pairs differ
is itself left to chance, and all likely numbers of them are gone through (Duffy 1984). The normal one is by Connor
(1987).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from thinking_professionals.calculators.power.binomial import ExactBinomial, likely
from thinking_professionals.calculators.power.form import ODDS, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.score import power_score
from thinking_professionals.calculators.power.seldom import RARE, too_seldom
from thinking_professionals.calculators.power.solving import smallest, smallest_whole, smallest_within, whole
from thinking_professionals.calculators.power.two_shares import persons

EXACT_MOST = 10_000
EVEN = 0.8
"""Where fewer pairs differ than this, how many do is left to chance enough to make power rise evenly."""
TOO_MANY = (
    f"The exact method goes up to {EXACT_MOST:,} pairs, and this takes more. "
    "Choose the method `normal`, which hardly differs from it at this size."
)
TOO_FEW = "That is no pair. Give at least 1."
NEVER = "No number of pairs reaches that power. Look for a bigger change, or accept less power."
NO_CHANGE = "As many pairs would change one way as the other, so there is no change to look for."
NO_PAIRS_DIFFER = (
    "Say how many pairs differ: the share that does (discordant), or the shares that change each way (up and down)."
)
TOO_MUCH = "The shares of pairs that change up and down come to more than all pairs. Give shares of 1 together at most."
UNDECIDED = "Give the odds ratio or the number of pairs: one can be worked out from the other."
UNSEEN = (
    "No change, however large, could be seen with so few pairs that differ. Take more pairs, or an outcome that "
    "changes more often."
)
NEITHER = "No change, however large, would be seen with the chance wanted: too few pairs are expected to differ."
APART = "Pairs do not affect each other, and apart from the scheme as many would change one way as the other."


@dataclass(frozen=True, slots=True)
class _Test:
    discordant: float
    method: str
    alpha: float
    sides: int

    def power(self, change: float, pairs: float) -> float:
        """Of the difference between the shares that change one way and the other."""
        if self.method == "exact":
            return min(1.0, float(self._exact(change, [persons(pairs)])[0]))  # chances add up to 1 but for rounding
        none = math.sqrt(self.discordant / pairs)
        some = math.sqrt(max(0.0, self.discordant - change**2) / pairs)
        return power_score(change, none, some, self.alpha, self.sides)

    def detectable(self, pairs: float, wanted: float) -> float | None:
        """The smallest difference seen with the chance wanted; None where even the largest is not."""
        if self.method == "normal":
            return smallest_within(lambda change: self.power(change, pairs), wanted, self.discordant)
        differ, chances = likely(self.discordant, persons(pairs))
        test = ExactBinomial.of(differ, 0.5, self.alpha, self.sides)
        return smallest_within(
            lambda change: float(chances @ test.power(self._towards(change))), wanted, self.discordant
        )

    def pairs(self, change: float, wanted: float) -> float:
        """The smallest number that reaches the power wanted."""
        if self.method == "normal":
            return smallest(lambda pairs: self.power(change, pairs), wanted, 1.0, NEVER)
        ahead = math.ceil(4 / change) if self.discordant > EVEN else 3
        return smallest_whole(lambda ns: self._exact(change, ns), wanted, 1, TOO_MANY, most=EXACT_MOST, ahead=ahead)

    def _exact(self, change: float, numbers: Any) -> Any:
        """For each of the numbers of pairs, which rise: by that of pairs that differ, first told for all of them."""
        import numpy as np

        first, last = (likely(self.discordant, int(pairs))[0] for pairs in (numbers[0], numbers[-1]))
        test = ExactBinomial.of(np.arange(first[0], last[-1] + 1), 0.5, self.alpha, self.sides)
        powers = test.power(self._towards(change))
        spread = [likely(self.discordant, int(pairs)) for pairs in numbers]
        return np.array([chances @ powers[differ - first[0]] for differ, chances in spread])

    def _towards(self, change: float) -> float:
        """The share of the pairs that differ that change the one way."""
        return min(1.0, (1 + change / self.discordant) / 2)


def paired_proportions(
    *,
    discordant: float | None = None,
    odds_ratio: float | None = None,
    up: float | None = None,
    down: float | None = None,
    pairs: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "exact",
) -> PowerResult:
    """Pairs, power or smallest change by McNemar's test; raises Refused.

    `up` and `down` are the shares of all pairs that change each way, `discordant` their sum and `odds_ratio` up over
    down. `mdes` is the difference between up and down, with as many pairs that differ. Source: Duffy 1984 for the exact
    test; Connor 1987 for the normal one.
    """
    differ, change = _given(discordant, odds_ratio, up, down)
    if change is not None and change <= 0:
        raise Refused(NO_CHANGE)
    test = _Test(differ, method, alpha, sides)
    if pairs is None:
        if change is None:
            raise Refused(UNDECIDED)
        return _answer(test, "sample", test.pairs(change, power), power=power, change=change, wanted=power)
    if fault := _cannot(pairs, method):
        raise Refused(fault)
    found = test.detectable(pairs, power)
    if change is not None:
        return _answer(test, "power", pairs, power=test.power(change, pairs), change=found, wanted=power)
    if found is None:
        raise Refused(UNSEEN)
    return _answer(test, "effect", pairs, power=power, change=found, wanted=power)


def _given(
    discordant: float | None, odds_ratio: float | None, up: float | None, down: float | None
) -> tuple[float, float | None]:
    """The share of pairs that differ, and the difference between those that do so either way."""
    if up is not None and down is not None:
        if up + down > 1:
            raise Refused(TOO_MUCH)
        return up + down, abs(up - down)
    if not discordant:
        raise Refused(NO_PAIRS_DIFFER)
    if odds_ratio is None:
        return discordant, None
    return discordant, discordant * abs(odds_ratio - 1) / (odds_ratio + 1)


def _cannot(pairs: float, method: str) -> str:
    if persons(pairs) < 1:
        return TOO_FEW
    return TOO_MANY if method == "exact" and pairs > EXACT_MOST else ""


def _answer(
    test: _Test, solved: Solved, pairs: float, *, power: float, change: float | None, wanted: float
) -> PowerResult:
    differ = pairs * test.discordant
    warnings = too_seldom(differ, power < wanted and test.discordant < RARE, "pairs that differ")
    return PowerResult(
        name="paired-proportions",
        method=test.method,
        solved=solved,
        pairs=whole(pairs),
        power=power,
        mdes=change,
        room=test.discordant,
        exact={"pairs": pairs},
        assumptions=(APART,),
        warnings=(NEITHER, *warnings) if change is None else warnings,
    )


CALCULATOR = Calculator(
    name="paired-proportions",
    title="The same people twice, or pairs, a share",
    about="For what each person has or has not, before and after, or in pairs alike of which one gets the scheme.",
    effect="the share of pairs that change one way less the share that change the other",
    fields=(
        Field(
            name="discordant",
            label="Share of pairs that differ",
            hint="Of 100 people asked twice, how many answer differently the second time? 0.2 is 20 in 100.",
            least=0,
            most=1,
        ),
        Field(
            name="odds_ratio",
            label="Pairs that change one way for each that changes the other",
            hint="2 means twice as many.",
            role="effect",
            least=0,
            dilutes=ODDS,
        ),
        Field(name="up", label="Share of pairs that change one way", role="effect", least=0, most=1, dilutes="down"),
        Field(name="down", label="Share of pairs that change the other way", role="effect", least=0, most=1),
        Field(name="pairs", label="Pairs, or people seen twice", role="sample", least=0, strict=True, loses=True),
    ),
    methods=(
        Method(
            name="exact",
            what=f"McNemar’s exact test, half the risk in each tail, up to {EXACT_MOST:,} pairs",
            source="Duffy 1984",
            reference="every number of pairs and changes gone through with scipy.stats; simulation",
        ),
        Method(
            name="normal", what="normal approximation", source="Connor 1987", reference="the closed formula; simulation"
        ),
    ),
    work=paired_proportions,
    either=(("discordant odds_ratio", "up down"),),
    together=(("up", "down"),),
    counted="pairs",
    example="--discordant 0.3 --odds-ratio 2",
)

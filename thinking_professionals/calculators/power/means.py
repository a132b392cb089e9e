"""Two groups compared on a mean: equal or unequal numbers and spreads, with or without a baseline.

Power is that of the t test, exact by the noncentral t. A baseline takes the share `correlation` squared off the
variance and covariates the share `r2` (Borm and others 2007); each costs one degree of freedom, and a little more since
the groups are never quite alike in it (Shieh 2017; its average over chance is taken).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from thinking_professionals.calculators.power.arms import Sizes, sizes_given, told
from thinking_professionals.calculators.power.distributions import power_t, power_z
from thinking_professionals.calculators.power.form import SCALES, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult, Solved
from thinking_professionals.calculators.power.single import CLOSE, NEVER, NO_CHANGE, UNDECIDED, UNSEEN
from thinking_professionals.calculators.power.solving import MOST, smallest, smallest_within

TOO_FEW = (
    "That is too few people to tell a change from chance. Give at least 2 in each group, and one for each fact used."
)
NO_SPREAD = "How large a change in the outcome’s own units is depends on its usual spread. Give the spread too."
NO_UNIT = (
    "With two spreads, a change in standard deviations could mean either. Give the change in the outcome’s own units."
)


@dataclass(frozen=True, slots=True)
class _Test:
    """Student's t where the spreads are alike, Welch's where they are not; the normal one if it is asked for."""

    sd1: float
    sd2: float
    left: float
    """The share of the variance that a baseline and covariates leave."""
    spent: float
    """Degrees of freedom that those cost."""
    alpha: float
    sides: int
    normal: bool

    def power(self, effect: float, n1: float, n2: float) -> float:
        part1, part2 = self.left * self.sd1**2 / n1, self.left * self.sd2**2 / n2
        shift = abs(effect) / math.sqrt(part1 + part2)
        if self.normal:
            return power_z(shift, self.alpha, self.sides)
        alike = (n1 + n2 - 1 - self.spent) / (n1 + n2 - 1)
        return power_t(shift * math.sqrt(alike), self._df(part1, part2, n1, n2), self.alpha, self.sides)

    def detectable(self, wanted: float, n1: float, n2: float) -> float | None:
        """The smallest effect with the power wanted; None where even the largest has less."""
        unit = max(self.sd1, self.sd2)
        found = smallest_within(lambda x: self.power(x * unit, n1, n2), wanted, MOST)
        return None if found is None else found * unit

    def least(self, ratio: float) -> float:
        """The smallest first group with which the test can be done at all."""
        return max((3 + self.spent) / (1 + ratio), 2.0, 2 / ratio)

    def _df(self, part1: float, part2: float, n1: float, n2: float) -> float:
        pooled = n1 + n2 - 2
        if self.sd1 == self.sd2:
            return pooled - self.spent
        welch = (part1 + part2) ** 2 / (part1**2 / (n1 - 1) + part2**2 / (n2 - 1))
        return max(1.0, welch * (1 - self.spent / pooled))


def means(
    *,
    d: float | None = None,
    difference: float | None = None,
    mean1: float | None = None,
    mean2: float | None = None,
    sd: float | None = None,
    sd1: float | None = None,
    sd2: float | None = None,
    n: float | None = None,
    n1: float | None = None,
    n2: float | None = None,
    ratio: float = 1,
    correlation: float = 0,
    covariates: float = 0,
    r2: float = 0,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Sample, power or smallest difference of two independent groups; raises Refused.

    `d` and `mdes` are in standard deviations; where `sd`, or `sd1` and `sd2`, are given, `mdes` is in the outcome's own
    units. `ratio` is n2/n1. Source: Cohen 1988; Borm and others 2007 for a baseline; Welch 1938 for unequal spreads.
    """
    one, two = (sd1, sd2) if sd1 is not None and sd2 is not None else (sd or 1.0, sd or 1.0)
    effect = _effect(_change(difference, mean1, mean2), d, sd, sd1)
    left = (1 - correlation**2) * (1 - r2)
    test = _Test(one, two, left, covariates + (correlation != 0), alpha, sides, method == "normal")
    sizes = sizes_given(n, n1, n2, ratio)
    if sizes is None:
        if effect is None:
            raise Refused(UNDECIDED)
        first = smallest(lambda x: test.power(effect, x, ratio * x), power, test.least(ratio), NEVER)
        return _answer(method, "sample", (first, ratio * first), power, abs(effect))
    if min(sizes) < 2 * CLOSE or sum(sizes) < (3 + test.spent) * CLOSE:
        raise Refused(TOO_FEW)
    detectable = test.detectable(power, *sizes)
    if effect is not None:
        return _answer(method, "power", sizes, test.power(effect, *sizes), detectable)
    if detectable is None:
        raise Refused(UNSEEN)
    return _answer(method, "effect", sizes, power, detectable)


def _change(difference: float | None, mean1: float | None, mean2: float | None) -> float | None:
    return mean2 - mean1 if mean1 is not None and mean2 is not None else difference


def _effect(change: float | None, d: float | None, sd: float | None, sd1: float | None) -> float | None:
    """In the unit of the spread; raises Refused."""
    if change is not None and sd is None and sd1 is None:
        raise Refused(NO_SPREAD)
    if d is not None and sd1 is not None:
        raise Refused(NO_UNIT)
    effect = d * (sd or 1.0) if d is not None else change
    if effect == 0:
        raise Refused(NO_CHANGE)
    return effect


def _answer(method: str, solved: Solved, sizes: Sizes, power: float, effect: float | None) -> PowerResult:
    return PowerResult(
        name="means",
        method=method,
        solved=solved,
        power=power,
        mdes=effect,
        assumptions=("Each person is counted once, and no one in one group affects anyone else.",),
        **told(sizes),
    )


CALCULATOR = Calculator(
    name="means",
    title="Two groups, a score or an average",
    about="For an outcome that is a number for each person, such as a score or days in work, in two separate groups.",
    effect="standard deviations, or the outcome’s own units where you give its spread",
    fields=(
        Field(
            name="d",
            label="Change to look for, in standard deviations",
            hint="0.2 is small. Most schemes in policing bring about less than 0.3.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(name="difference", label="Change to look for, in its own units", role="effect", dilutes=SCALES),
        Field(name="mean1", label="Average without the scheme", role="effect"),
        Field(name="mean2", label="Average with the scheme", role="effect", dilutes="mean1"),
        Field(name="sd", label="Usual spread (standard deviation)", least=0, strict=True),
        Field(name="sd1", label="Spread in the first group", least=0, strict=True),
        Field(name="sd2", label="Spread in the second group", least=0, strict=True),
        Field(name="n", label="People in each group", role="sample", least=0, strict=True, loses=True),
        Field(name="n1", label="People in the first group", role="sample", least=0, strict=True, loses=True),
        Field(name="n2", label="People in the second group", role="sample", least=0, strict=True, loses=True),
        Field(name="ratio", label="Second group for each person in the first", least=0.001, most=1000, default=1),
        Field(
            name="correlation",
            label="How well figures from before foretell those after",
            hint="A correlation, 0 to 1. Leave it out if there are no figures from before.",
            least=-1,
            most=1,
            strict=True,
            default=0,
        ),
        Field(name="covariates", label="Other facts used to adjust", kind="whole", least=0, most=1000, default=0),
        Field(name="r2", label="Share of the spread that those facts explain", least=0, most=0.999, default=0),
    ),
    methods=(
        Method(
            name="t",
            what="t test, exact by the noncentral t; Welch’s where the spreads differ",
            source="Cohen 1988; Welch 1938; Borm and others 2007; Shieh 2017",
            reference="statsmodels TTestIndPower; simulation, for two spreads and for a baseline",
        ),
        Method(
            name="normal",
            what="normal approximation",
            source="Cohen 1988",
            reference="statsmodels NormalIndPower; printed tables",
        ),
    ),
    work=means,
    example="--d 0.2",
    either=(("d", "difference", "mean1 mean2"), ("sd", "sd1 sd2"), ("n", "n1 n2")),
    together=(("mean1", "mean2"), ("sd1", "sd2")),
)

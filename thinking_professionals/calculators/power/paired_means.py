"""A score taken twice from the same people, or from people in pairs.

Power is that of the paired t test, exact by the noncentral t. The more alike the two scores of a pair are, the less
their difference spreads: by `sd` times the root of 2(1 - correlation) (Cohen 1988).
"""

from __future__ import annotations

import math

from thinking_professionals.calculators.power.form import SCALES, Calculator, Field
from thinking_professionals.calculators.power.one_mean import METHODS, power_of_one
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.single import Single

TOO_FEW = "One pair shows no spread, so nothing can be told from chance. Give at least 2 pairs."
NO_SPREAD = (
    "How large a change in the outcome’s own units is depends on its usual spread, and on how alike the two figures of "
    "a pair are. Give both."
)


def paired_means(
    *,
    dz: float | None = None,
    difference: float | None = None,
    sd: float | None = None,
    correlation: float | None = None,
    pairs: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "t",
) -> PowerResult:
    """Sample, power or smallest difference within pairs; raises Refused.

    `dz` is in standard deviations of the difference. So is `mdes`, but in the outcome's own units where `sd` and
    `correlation` are given. Source: Cohen 1988, chapter 2.
    """
    spread = 1.0 if sd is None or correlation is None else sd * math.sqrt(2 * (1 - correlation))
    if difference is not None and (sd is None or correlation is None):
        raise Refused(NO_SPREAD)
    return Single(
        name="paired-means",
        method=method,
        power=lambda effect, number: power_of_one(effect / spread, number, alpha, sides, method),
        wanted=power,
        least=2,
        too_few=TOO_FEW,
        counts={"pairs": 1},
        assumptions=("Each pair is counted once, and no pair affects another.",),
    ).answer(dz if difference is None else difference, pairs)


CALCULATOR = Calculator(
    name="paired-means",
    title="Before and after, or pairs: a score or an average",
    about="For a number taken twice from the same people, such as before and after, or once from each of a pair.",
    effect="standard deviations of the difference, or the outcome’s own units where you give its spread",
    fields=(
        Field(
            name="dz",
            label="Change to look for, in standard deviations of the change",
            hint="Leave it out if you give the change in the outcome’s own units.",
            role="effect",
            dilutes=SCALES,
        ),
        Field(name="difference", label="Change to look for, in its own units", role="effect", dilutes=SCALES),
        Field(name="sd", label="Usual spread (standard deviation)", least=0, strict=True),
        Field(
            name="correlation",
            label="How well the first figure foretells the second",
            hint="A correlation. Annual figures for the same people are often at 0.5 to 0.7.",
            least=-1,
            most=1,
            strict=True,
        ),
        Field(name="pairs", label="Pairs, or people measured twice", role="sample", least=0, strict=True, loses=True),
    ),
    methods=METHODS,
    work=paired_means,
    example="--dz 0.3",
    either=(("dz", "difference sd correlation"),),
    together=(("sd", "correlation"),),
)

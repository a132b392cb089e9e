"""How many answers a survey needs for the margin of error wanted, or what margin its answers give.

The margin is that of a normal confidence interval, wider where people are asked in clusters (the design effect) and
narrower where they are a good part of all there are (Cochran 1977). How many to invite follows from who will answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from thinking_professionals.calculators.power.distributions import z_quantile
from thinking_professionals.calculators.power.form import GREATEST, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.solving import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What share of those invited answer, `low` to `high`, when they are asked in one way."""

    mode: str
    label: str
    low: float
    high: float
    source: str


RESPONSE_BY_MODE = (
    Response(
        mode="face-to-face",
        label="At the door, a random sample of households",
        low=0.42,
        high=0.64,
        source="Crime Survey for England and Wales, 2022/23 and 2019/20 (ONS 2024)",
    ),
    Response(
        mode="face-to-face-city",
        label="At the door, a random sample in a large city",
        low=0.3,
        high=0.5,
        source="planning assumption, low confidence; Public Attitude Survey, London",
    ),
    Response(
        mode="telephone",
        label="By phone, a random sample",
        low=0.2,
        high=0.35,
        source="planning assumption, low confidence; User Satisfaction Survey, London",
    ),
    Response(
        mode="telephone-victims",
        label="By phone, from a list of people who reported a crime",
        low=0.15,
        high=0.3,
        source="planning assumption, low confidence",
    ),
    Response(
        mode="push-to-web",
        label="By letter that asks people to answer online",
        low=0.1,
        high=0.2,
        source="planning assumption",
    ),
    Response(
        mode="panel",
        label="Online, members of a panel drawn at random",
        low=0.5,
        high=0.6,
        source="Kantar Public Voice 2021, by Pew Research; about 0.05 where recruiting the panel is counted",
    ),
    Response(
        mode="staff",
        label="Staff of a few teams, followed up one by one",
        low=0.67,
        high=0.97,
        source="Diamond Initiative, London, 50 to 70 staff",
    ),
    Response(
        mode="staff-email", label="All staff of a force, by email", low=0.15, high=0.35, source="planning assumption"
    ),
)
"""Expected response, by how people are asked. Those who answer differ from those who do not, whichever it is."""

FEW = 10
"""Expected answers of either kind, below which the normal interval for a share is a poor one."""

UNDECIDED = "Give the margin of error you want, or the number of answers: the one is worked out from the other."
BOTH = "Give either the margin of error or the number of answers, not both: the one is worked out from the other."
TWO_OUTCOMES = "Give either a share, or the spread of a score, not both."
TWO_RISKS = (
    "Give either the confidence or the risk of a false alarm, not both. "
    "Where there are several main outcomes, leave the confidence out."
)
TWO_EFFECTS = "Give either the design effect, or how alike people in a cluster are and how many are asked in each."
HALF_CLUSTERS = "Where people are asked in clusters, give both how alike they are (ICC) and how many are asked in each."
TOO_NARROW = "No survey is large enough for so narrow a margin. Accept a wider one, or ask everyone there is."
TOO_WIDE = "A share lies between 0 and 1, so a margin of 1 or more says nothing. Give it as a share: 0.03 for 3 points."


@dataclass(frozen=True, slots=True)
class _Survey:
    """`spread` is the variance of one answer, design effect included; `population` may be endless."""

    z: float
    spread: float
    population: float

    def margin(self, n: float) -> float:
        left = (self.population - n) / (self.population - 1) if math.isfinite(self.population) else 1.0
        return self.z * math.sqrt(self.spread / n * left)

    def needed(self, margin: float) -> float:
        """At least 2: one answer has no spread."""
        endless = self.z**2 * self.spread / margin**2
        if math.isfinite(self.population):
            return min(self.population, max(2.0, endless / (1 + (endless - 1) / self.population)))
        return max(2.0, endless)


def survey(
    *,
    p: float | None = None,
    margin: float | None = None,
    n: float | None = None,
    confidence: float | None = None,
    population: float | None = None,
    sd: float | None = None,
    icc: float | None = None,
    m: float | None = None,
    cv: float = 0,
    deff: float | None = None,
    response: float | None = None,
    alpha: float = 0.05,
    sides: int = 2,
    power: float = 0.8,
    method: str = "normal",
) -> PowerResult:
    """Completed answers for a margin of error, or the margin that they give; raises Refused.

    `p` is the share expected (0.5, the most cautious, where it is left out), and `margin` half the width of its
    interval, as a share; with `sd`, both are of an average, in its own unit. `sides` and `power` do not matter here.
    `exact` also holds `invited`. Source: Cochran 1977; Kish 1965 for the design effect, Eldridge and others 2006 where
    clusters differ in size (`cv`).
    """
    if (margin is None) == (n is None):
        raise Refused(UNDECIDED if margin is None else BOTH)
    effect = _design_effect(icc, m, cv, deff)
    asked = _Survey(_z(confidence, alpha), effect * _variance(p, sd), population or math.inf)
    if sd is None and margin is not None and margin >= 1:
        raise Refused(TOO_WIDE)
    size = asked.needed(margin) if margin is not None else n
    assert size is not None  # one of the two is given
    _reachable(asked, size, response)
    invited = {} if response is None else {"invited": whole(size) / response}
    return PowerResult(
        name="survey",
        method=method,
        solved="sample" if n is None else "effect",
        n_total=whole(size),
        clusters_total=None if m is None else whole(size / m),
        margin=asked.margin(size) if margin is None else margin,
        design_effect=effect,
        exact={
            "n_total": size,
            **({} if m is None else {"clusters_total": size / m}),
            **invited,
        },
        assumptions=_assumed(size, invited),
        warnings=_warned(size, population, None if sd else p or 0.5),
    )


def _z(confidence: float | None, alpha: float) -> float:
    if confidence is None:
        return -z_quantile(alpha / 2)
    if alpha != 0.05 and not math.isclose(alpha, 1 - confidence):
        raise Refused(TWO_RISKS)
    return -z_quantile((1 - confidence) / 2)


def _variance(p: float | None, sd: float | None) -> float:
    if p is not None and sd is not None:
        raise Refused(TWO_OUTCOMES)
    if sd is not None:
        return sd**2
    share = 0.5 if p is None else p
    return share * (1 - share)


def _design_effect(icc: float | None, m: float | None, cv: float, deff: float | None) -> float:
    if (icc is None) != (m is None):
        raise Refused(HALF_CLUSTERS)
    if icc is None or m is None:
        return 1.0 if deff is None else deff
    if deff is not None:
        raise Refused(TWO_EFFECTS)
    return 1 + ((cv**2 + 1) * m - 1) * icc


def _reachable(asked: _Survey, size: float, response: float | None) -> None:
    """Raises Refused where there are not as many people, or not as many who answer."""
    if size > GREATEST:
        raise Refused(TOO_NARROW)
    if size > asked.population:
        raise Refused(f"There are only {asked.population:,.0f} people, so {size:,.0f} cannot answer. Ask them all.")
    most = asked.population * (response or 1)
    if size > most * (1 + 1e-9):
        best = f"That gives a margin of {asked.margin(most):.2g}. " if most >= 1 else ""
        raise Refused(
            f"Even if all {asked.population:,.0f} people are invited, only {most:,.0f} answer. {best}"
            "Accept a wider margin, or find a way of asking that more people answer."
        )


def _assumed(size: float, invited: Mapping[str, float]) -> tuple[str, ...]:
    said = ["Everyone has the same chance to be asked, and those who answer are like those who do not."]
    said += [f"To have {whole(size):,} answers, invite {whole(people):,} people." for people in invited.values()]
    return tuple(said)


def _warned(size: float, population: float | None, share: float | None) -> tuple[str, ...]:
    said = ["The margin holds luck alone. Who does not answer can shift the result by more, in either direction."]
    if share is not None and size * min(share, 1 - share) < FEW:
        said.append(f"Fewer than {FEW} answers of one kind are to be expected, so the margin is only a rough one.")
    if population is not None and whole(size) >= population:
        said.append("That is everyone there is. Ask them all, and there is no margin but for those who do not answer.")
    return tuple(said)


CALCULATOR = Calculator(
    name="survey",
    title="A survey, or a share found from a sample",
    about="For how many people to ask so that a share or an average is known closely enough.",
    effect="a margin of error: a share between 0 and 1, or in the unit of the spread you give",
    counted="answers",
    fields=(
        Field(
            name="p",
            label="Share expected",
            hint="Leave it out if you do not know: half is the most cautious.",
            least=0,
            most=1,
            strict=True,
        ),
        Field(
            name="margin",
            label="Margin of error wanted",
            hint="0.03 for 3 points either way.",
            role="effect",
            least=0,
            strict=True,
        ),
        Field(name="n", label="People who answer", role="sample", least=1, loses=True),
        Field(
            name="confidence",
            label="How sure you want to be that the truth lies within the margin",
            hint="0.95 is usual.",
            least=0,
            most=1,
            strict=True,
        ),
        Field(
            name="population",
            label="How many people there are in all",
            hint="Leave it out if they are many.",
            kind="whole",
            least=2,
        ),
        Field(name="sd", label="Usual spread of a score, for an average", least=0, strict=True),
        Field(
            name="icc",
            label="How alike people in the same cluster are (ICC)",
            hint="Where a few places or teams are drawn, and people in them.",
            least=0,
            most=1,
        ),
        Field(name="m", label="People asked in each cluster", least=1),
        Field(name="cv", label="How much clusters differ in size", least=0, most=10, default=0),
        Field(
            name="deff",
            label="Design effect, if you know it instead",
            hint="1.5 is usual for surveys of households.",
            least=0.1,
            most=1000,
        ),
        Field(
            name="response",
            label="Share of those invited who answer",
            hint="; ".join(f"{each.label}: {each.low:g} to {each.high:g}" for each in RESPONSE_BY_MODE) + ".",
            least=0.001,
            most=1,
        ),
    ),
    methods=(
        Method(
            name="normal",
            what="normal confidence interval, with the finite population correction",
            source="Cochran 1977; Kish 1965",
            reference="statsmodels samplesize_confint_proportion; by hand",
        ),
    ),
    work=survey,
    example="--margin 0.05 --population 2000 --response 0.3",
    one_sided=False,
)

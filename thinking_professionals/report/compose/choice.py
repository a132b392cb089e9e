"""How the lead was chosen, and how strong it is, each in one plain sentence."""

from __future__ import annotations

from thinking_professionals.assessment.results import Assessment

_DECIDED = {
    "level": "Of the designs that fit your answers, it gives the strongest evidence; the next is “{other}”.",
    "made_for": "It gives evidence as strong as “{other}”, and it is made for circumstances like yours.",
    "serious_cautions": "It gives evidence as strong as “{other}”, with fewer serious concerns.",
    "cautions": "It gives evidence as strong as “{other}”, with fewer concerns.",
    "preference": "It fits as well as “{other}”. Between designs that are level, this tool keeps to a set order, "
    "and this one comes first because it is usually simpler to carry out and to defend.",
    "cost_band": "It fits as well as “{other}”, and it usually costs less.",
}

_STRENGTH = {
    5: "Strongest: a fair lottery rules out most other explanations",
    4: "Strong: close to a lottery",
    3: "Good: a fair comparison, with some doubt left",
    2: "Limited: a comparison with real doubt left",
    1: "Weak: shows change, not cause",
    0: "Not scored: it does not measure the size of an effect",
}


def chosen_because(assessment: Assessment) -> str:
    """The sentence that says how the lead was chosen."""
    choice = assessment.choice
    if choice.runner_up is None or choice.decided_by == "only":
        return "It is the only design that fits both your question and your answers."
    return _DECIDED[choice.decided_by].format(other=choice.runner_up.name)


def strength(level: int) -> str:
    """A level from 0 to 5 in words."""
    return _STRENGTH[level]

"""How the lead was chosen, and how strong it is, each in plain words."""

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

_NO_EFFECT = "No design that measures the size of an effect fits your answers as they stand. "
_DECIDED_UNSCORED = {
    "made_for": "Of the designs that fit, this one is made for circumstances like yours.",
    "serious_cautions": "Of the designs that fit, this one has fewer serious concerns than “{other}”.",
    "cautions": "Of the designs that fit, this one has fewer concerns than “{other}”.",
    "preference": "Of the designs that fit, this one tells you most of what you need next.",
    "cost_band": "Of the designs that fit, this one usually costs less than “{other}”.",
}

_STRENGTH = {
    5: "Strongest: a fair lottery rules out most other explanations",
    4: "Strong: only a little doubt is left",
    3: "Good: a fair comparison, with some doubt left",
    2: "Limited: a comparison with real doubt left",
    1: "Weak: shows change, not cause",
    0: "It does not measure the size of an effect",
}


def chosen_because(assessment: Assessment) -> str:
    """How the lead was chosen, in a sentence or two."""
    choice = assessment.choice
    if assessment.purpose is None:
        return "Until it is known what you need to find out, this is the one thing that is always worth doing."
    if choice.runner_up is None or choice.decided_by == "only":
        return "It is the only design that fits both your question and your answers."
    if assessment.lead.level > 0:
        return _DECIDED[choice.decided_by].format(other=choice.runner_up.name)
    about_effect = any("impact" in v.design.family for v in assessment.verdicts if v.standing != "other_purpose")
    why = _DECIDED_UNSCORED[choice.decided_by].format(other=choice.runner_up.name)
    return f"{_NO_EFFECT if about_effect else ''}{why}"


def strength(level: int) -> str:
    """A level from 0 to 5 in words."""
    return _STRENGTH[level]


def out_of_five(level: int) -> str:
    """A level as a figure; 0 says nothing of cause, and is none."""
    return f"{level} out of 5" if level else "Not scored"

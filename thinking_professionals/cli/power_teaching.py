"""What `tp power --help` teaches: what power is, how to choose a calculator, and two examples worked through."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

CHOICES = (
    ("a score or an average", "means"),
    ("yes or no, such as reoffending", "proportions"),
    ("how often, such as calls", "rates counts"),
    ("the same people before and after", "paired-means paired-proportions"),
    ("one group beside a figure that is known", "one-mean one-proportion"),
    ("a score, in more than two groups", "anova"),
    ("whole teams, wards or schools", "cluster-means cluster-proportions cluster-rates"),
    ("people drawn within each of many places", "multisite"),
    ("groups on one side, people alone on the other", "partially-clustered"),
    ("a start in steps, team by team", "stepped-wedge"),
    ("before and after, in two kinds of place", "did"),
    ("a long run of figures, with a change in it", "its"),
    ("a score decides who gets it", "rdd"),
    ("people matched to others like them", "matched"),
    ("how many to ask in a survey", "survey"),
    ("how far things go together", "correlation regression chi-squared"),
)
"""What is to be found out, and the calculators for it."""


def lesson() -> str:
    return _LESSON.format(choices=_choices(), names=names())


def names() -> str:
    """Every calculator on a line."""
    from thinking_professionals.calculators.power.catalogue import CALCULATORS

    return _in_columns([(calculator.name, calculator.title) for calculator in CALCULATORS])


def _choices() -> str:
    from thinking_professionals.calculators.power.catalogue import BY_NAME

    rows = [(what, ", ".join(name for name in fitting.split() if name in BY_NAME)) for what, fitting in CHOICES]
    return textwrap.indent(_in_columns([row for row in rows if row[1]]), "    ")


def _in_columns(rows: Sequence[tuple[str, str]]) -> str:
    widest = max(len(left) for left, _ in rows)
    return "\n".join(f"{left:{widest}}  {right}" for left, right in rows)


_LESSON = """\
What power is
  A study looks at some people and not at all of them, so luck is always part of what it
  finds. Power is the chance that it sees a change of a certain size, if the scheme really
  brings that change about. With a power of 0.8, one study in five misses it all the same.
  What is too small a study most likely finds nothing, whether the scheme works or not.

  Three things hang together: how many people there are, how big a change is to be seen, and
  the power. Give two, and leave out the one you want to know. Where you give no power, 0.8 is
  wanted.

  The change to give is the smallest that would be worth having, and not the one you hope for.
  Most schemes in policing bring about less than 0.3 standard deviations. Of yes and no, five
  people in a hundred are a usual choice.

How to choose
  Ask what is counted for each person, and whether people are drawn or chosen, or whole teams
  and places.

{choices}

The calculators
{names}

A first example: how many people?
  People on a scheme fill in a questionnaire about their wellbeing. A change of 0.2 standard
  deviations would be worth having.

    tp power means --d 0.2
      You need 394 people in each group, 788 in all, ...

  A quarter of them may not answer at the end. Say so, and the number grows to make up for it:

    tp power means --d 0.2 --attrition 0.25
      You need 525 people in each group, 1,050 in all, ...

A second example: what could we see with those we have?
  There are only 150 people for each group. Leave the change out in place of the number:

    tp power means --n 150
      With 150 people in each group, 300 in all, the smallest change that you could see ... is 0.325 ...

  That is more than such schemes bring about. So this study would most likely find nothing,
  even if the scheme works. What helps is more people, figures from before (--correlation), or
  an outcome on which the scheme tells more.

What these figures cannot know
  How alike people in one team are, how well figures from before foretell those after, how
  uneven counts are: these are guesses until you have looked at your own figures. Try a low
  and a high one, and plan for the worse. Each answer names the source of its formula and what
  it takes for granted.
"""

"""What becomes of a result if a guess it rests on is wrong: no figure that leans on a guess is said alone.

How alike people in a team are, how well figures from before foretell those after and how uneven counts are stay guesses
until one's own figures have been looked at. Published values of the first and the last spread from half to twice the
middle one, and correlations by about 0.15 to either side (facts gathered for planning; a judgement).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from thinking_professionals.calculators.power.form import Amount, Calculator, Field
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.result import PowerResult
from thinking_professionals.calculators.power.running import run

SCALED = ("icc", "dispersion", "cv_between")
SHIFTED = ("correlation", "cac")
SHIFT = 0.15


def other_guesses(
    calculator: Calculator, given: Mapping[str, Amount], method: str, say: Callable[[Calculator, PowerResult], str]
) -> Iterator[str]:
    """A sentence for each guess among `given`, with what `say` says of the results at a lower and a higher one."""
    for field in calculator.fields:
        amount = given.get(field.name)
        if amount is None or isinstance(amount, tuple):
            continue
        others = [
            f"at {other:.3g}, {_found(calculator, {**given, field.name: other}, method, say)}"
            for other in _others(field, amount)
        ]
        if others:
            guess = f"{field.label} ({amount:.3g}) is a guess until you have looked at your own figures"
            yield f"{guess}: {'; '.join(others)}."


def _others(field: Field, amount: float) -> list[float]:
    """A lower and a higher guess, as far as the field has room for them."""
    around: tuple[float, ...] = ()
    if field.name in SCALED:
        around = (amount / 2, amount * 2)
    elif field.name in SHIFTED:
        around = (amount - SHIFT, amount + SHIFT)
    return [round(one, 6) for one in around if _fits(field, one)]


def _fits(field: Field, amount: float) -> bool:
    try:
        field.read(amount)
    except Refused:
        return False
    return True


def _found(
    calculator: Calculator, given: Mapping[str, Amount], method: str, say: Callable[[Calculator, PowerResult], str]
) -> str:
    try:
        return say(calculator, run(calculator, given, method))
    except Refused:
        return "it cannot be done"

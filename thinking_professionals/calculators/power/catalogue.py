"""Every calculator, by the name it has on the command line."""

from __future__ import annotations

from thinking_professionals.calculators.power import means
from thinking_professionals.calculators.power.form import Calculator

CALCULATORS: tuple[Calculator, ...] = (means.CALCULATOR,)
BY_NAME = {calculator.name: calculator for calculator in CALCULATORS}

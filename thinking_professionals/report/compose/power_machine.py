"""What a calculator of power found, for other programs: always the same keys, with null where one does not apply."""

from __future__ import annotations

from typing import Any

from thinking_professionals.calculators.power.form import Calculator
from thinking_professionals.calculators.power.result import PowerResult

FIGURES = (
    "n_per_arm",
    "n1",
    "n2",
    "n_total",
    "pairs",
    "clusters_per_arm",
    "clusters_total",
    "power",
    "mdes",
    "margin",
    "floor",
    "design_effect",
)


def answered(result: PowerResult) -> dict[str, Any]:
    """Counts are rounded up; `exact` holds them unrounded."""
    return {
        "name": result.name,
        "method": result.method,
        **{name: getattr(result, name) for name in FIGURES},
        "exact": dict(result.exact),
        "assumptions": list(result.assumptions),
        "warnings": list(result.warnings),
        "refused": None,
    }


def refused(calculator: Calculator, method: str | None, why: str) -> dict[str, Any]:
    """No figures, and the cause."""
    return {
        "name": calculator.name,
        "method": method or calculator.methods[0].name,
        **dict.fromkeys(FIGURES),
        "exact": {},
        "assumptions": [],
        "warnings": [],
        "refused": why,
    }

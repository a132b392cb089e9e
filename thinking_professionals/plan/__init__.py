"""A plan on disk: read carefully, written whole, and understood with the help of the questions."""

from thinking_professionals.plan.model import FORMAT, Plain, Plan, PlanError, as_mapping, from_mapping
from thinking_professionals.plan.reading import read_plan
from thinking_professionals.plan.text import plan_text
from thinking_professionals.plan.understanding import understand_plan
from thinking_professionals.plan.writing import write_plan

__all__ = [
    "FORMAT",
    "Plain",
    "Plan",
    "PlanError",
    "as_mapping",
    "from_mapping",
    "plan_text",
    "read_plan",
    "understand_plan",
    "write_plan",
]

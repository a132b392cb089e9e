"""A plan into a file: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.plan.model import Plan, PlanError
from thinking_professionals.plan.text import plan_text


def write_plan(plan: Plan, path: Path, questionnaire: Questionnaire | None = None, *, durable: bool = True) -> None:
    """Write the plan to `path`; raises PlanError, and then whatever stood there is untouched.

    `questionnaire` is for `plan_text`; `durable` waits until the disk holds the plan.
    """
    try:
        write_file(path, plan_text(plan, questionnaire).encode(), durable=durable)
    except CannotWrite as fault:
        raise PlanError(str(fault)) from fault

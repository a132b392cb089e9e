"""A plan into a file: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from thinking_professionals.files import CannotWrite, write_file
from thinking_professionals.library.questions import Questionnaire
from thinking_professionals.library.yaml_reader import LARGEST
from thinking_professionals.plan.model import Plan, PlanError
from thinking_professionals.plan.text import plan_text


def write_plan(plan: Plan, path: Path, questionnaire: Questionnaire | None = None, *, durable: bool = True) -> None:
    """Write the plan to `path`; raises PlanError, and then whatever stood there is untouched.

    `questionnaire` is for `plan_text`; `durable` waits until the disk holds the plan.
    """
    data = plan_text(plan, questionnaire).encode()
    if len(data) > LARGEST:
        raise PlanError(
            f"“{path}” was not written: over {LARGEST // 1_000_000} MB it could not be opened again. "
            "Shorten the longest answers."
        )
    try:
        write_file(path, data, durable=durable)
    except CannotWrite as fault:
        raise PlanError(str(fault)) from fault

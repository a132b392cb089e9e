"""`tp assess`: the recommendation of a plan with its reasons, in words or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from thinking_professionals.cli.terms import DONE, show
from thinking_professionals.cli.working import Worked, declare_plan, work_through


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("assess", help="work through a plan and say what is recommended")
    declare_plan(command)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    worked = work_through(arguments)
    show(_as_json(worked) if arguments.json else _in_words(worked))
    return DONE


def _as_json(worked: Worked) -> str:
    import json

    from thinking_professionals.report.compose.machine import machine

    found = machine(worked.library, worked.route, worked.assessment, worked.problems, worked.as_of)
    return json.dumps(found, ensure_ascii=False, indent=2)


def _in_words(worked: Worked) -> str:
    from thinking_professionals.cli.advice import in_words

    return "\n".join(in_words(worked))

"""`tp report`: the summary of a plan, in the format that the file's name asks for."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from thinking_professionals.cli.terms import DONE, InTheWay, Misused, tell
from thinking_professionals.cli.working import declare_plan, work_through
from thinking_professionals.files import write_file


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("report", help="write the summary of a plan")
    declare_plan(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .pdf, .html, .docx, .md or .json"
    )
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    from thinking_professionals.report.compose.summary import compose_summary
    from thinking_professionals.report.write import SUFFIXES, UnknownFormat, write_report

    if arguments.output.suffix.lower() not in SUFFIXES:
        raise Misused(str(UnknownFormat(arguments.output.suffix)))
    if arguments.output.resolve() == arguments.plan.resolve():
        raise Misused("The summary would take the place of the plan. Give it another name.")
    worked = work_through(arguments)
    if worked.assessment is None:
        raise InTheWay(f"“{worked.route.branch.title}” has no questions yet, so there is nothing to report.")
    report = compose_summary(
        worked.library, worked.plan, worked.route, worked.assessment, worked.problems, worked.as_of
    )
    write_file(arguments.output, write_report(report, arguments.output.suffix))
    for problem in worked.problems:
        tell(f"tp: {problem}")
    return DONE

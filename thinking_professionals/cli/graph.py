"""`tp graph`: the tree drawn, every way on labelled with the answer that leads there."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from thinking_professionals.cli.content import the_branch, the_library
from thinking_professionals.cli.terms import DONE, Misused
from thinking_professionals.files import write_file


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("graph", help="draw the tree of questions")
    command.add_argument("--branch", metavar="B", help="only this branch")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="ends in .svg, .dot or .mmd")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    from thinking_professionals.authoring.picture import PICTURES, picture

    suffix = arguments.output.suffix.lower()
    if suffix not in PICTURES:
        raise Misused(f"A tree cannot be drawn in “{arguments.output.name}”. Use one of {', '.join(PICTURES)}.")
    questionnaire = the_library(arguments).questions
    branch = the_branch(questionnaire, arguments.branch) if arguments.branch else None
    write_file(arguments.output, picture(questionnaire, branch, suffix).encode())
    return DONE

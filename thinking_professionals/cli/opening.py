"""`tp open`: the application, where there is a screen to show it on."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from thinking_professionals.cli.content import the_library
from thinking_professionals.cli.screen import Trial
from thinking_professionals.cli.terms import InTheWay

_NO_SCREEN = "There is no screen to open a window on. In a terminal, use “tp assess PLAN” or “tp report PLAN -o FILE”."


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("open", help="open the application")
    command.add_argument("plan", type=Path, nargs="?", metavar="PLAN", help="a plan file, *.plan.yaml")
    command.add_argument("--smoke", action="store_true", help="open the window and close it at once, to try a build")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    trial = Trial()  # in the background while the application is being read
    try:
        from thinking_professionals.qt import app
    except ImportError as missing:
        if (missing.name or "").startswith("thinking_professionals"):
            raise  # a fault of ours, not of the machine
        raise InTheWay(_NO_SCREEN) from None
    if not trial.found_screen():
        raise InTheWay(_NO_SCREEN)
    argv = [sys.argv[0], *([app.SMOKE] if arguments.smoke else [])]
    return app.run(argv, the_library(arguments), plan=arguments.plan, as_of=arguments.as_of)

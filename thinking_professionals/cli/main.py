"""`tp COMMAND` and the application's own start: arguments in, an exit code out."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thinking_professionals import __version__
from thinking_professionals.answers import Misunderstood, read_date
from thinking_professionals.cli import assess, check, graph, opening, questions, report
from thinking_professionals.cli.bugs import log_bug
from thinking_professionals.cli.terms import (
    IN_THE_WAY,
    INTERRUPTED,
    MISUSED,
    OUR_BUG,
    InTheWay,
    Misused,
    speak_utf8,
    tell,
)
from thinking_professionals.files import CannotWrite
from thinking_professionals.library.faults import ContentFaults
from thinking_professionals.plan import PlanError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EXIT_CODES = "Exit codes: 0 done, 1 the input or this machine stands in the way, 2 wrong usage, 3 our own bug."


def run() -> None:
    """`tp`."""
    sys.exit(main(sys.argv[1:]))


def run_window() -> None:
    """`thinking-professionals [PLAN]`, which on Windows has no stream to say a fault on, and so shows it in a box."""
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    code = main(["open", *sys.argv[1:]])
    if code != 0 and isinstance(sys.stderr, io.StringIO):
        _show_in_a_box(sys.stderr.getvalue())
    sys.exit(code)


def _show_in_a_box(words: str) -> None:
    from thinking_professionals.qt.crash import show_words

    show_words(words)


def main(argv: Sequence[str]) -> int:
    """Do what the arguments ask; returns the exit code. Says what went wrong on stderr, never by a traceback."""
    speak_utf8()
    try:
        arguments = _parser().parse_args(argv)
        return int(arguments.run(arguments))
    except SystemExit as leaving:  # how argparse ends after --help, and after an argument it does not know
        return leaving.code if isinstance(leaving.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Misused as fault:
        tell(f"tp: {fault}")
        return MISUSED
    except (InTheWay, PlanError, CannotWrite, ContentFaults) as fault:
        tell(f"tp: {fault}")
        return IN_THE_WAY
    except Exception as fault:
        tell(f"tp: {log_bug(fault)}")
        return OUR_BUG


class _Parser(argparse.ArgumentParser):
    """Says nothing where there is no stream to say it on, as in a windowed program; Python 3.11.2 fails there."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        stream = file or sys.stderr
        if stream is not None:
            super()._print_message(message, stream)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tp", description="Plain questions in, a recommended research design out.", epilog=_EXIT_CODES
    )
    parser.add_argument("--version", action="version", version=f"Thinking Professionals {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (opening, check, questions, assess, report, graph):
        _add_common(command.declare(commands))
    return parser


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--content", type=Path, metavar="DIR", help="a folder that holds questions.yaml and content/, in place of ours"
    )
    command.add_argument(
        "--as-of",
        type=_date,
        metavar="DATE",
        help="the date to print and to work with, such as 2026-11-21; today if left out",
    )


def _date(text: str) -> date:
    try:
        return read_date(text)
    except Misunderstood as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None

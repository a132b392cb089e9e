"""`tp COMMAND` and the application's own start: arguments in, an exit code out."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from thinking_professionals import __version__
from thinking_professionals.cli import allocate, assess, check, graph, opening, power, questions, report
from thinking_professionals.cli.bugs import log_bug
from thinking_professionals.cli.common import Parser, add_common
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


def _parser() -> Parser:
    parser = Parser(prog="tp", description="Plain questions in, a recommended research design out.", epilog=_EXIT_CODES)
    parser.add_argument("--version", action="version", version=f"Thinking Professionals {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (opening, check, questions, assess, report, graph, power, allocate):
        add_common(command.declare(commands))
    return parser

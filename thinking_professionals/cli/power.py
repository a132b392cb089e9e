"""`tp power`: how many people a study takes, or what it could detect, by the calculators of the catalogue.

The catalogue is read only when this command is called: it takes longer than the rest of a start.
"""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from thinking_professionals.cli.terms import DONE, IN_THE_WAY, InTheWay, Misused, show

if TYPE_CHECKING:
    from thinking_professionals.calculators.power.form import Calculator
    from thinking_professionals.cli.power_options import Asked


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser(
        "power",
        help="work out how many people are needed, or what could be detected",
        usage="tp power [NAME [OPTIONS]] [--help]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    command.add_argument("-h", "--help", action=_Teach, nargs=0, help="show this, and exit")
    command.add_argument("name", nargs="?", metavar="NAME", help="a calculator; “tp power” alone lists them")
    command.add_argument(
        "options", nargs=argparse.REMAINDER, metavar="OPTIONS", help="what you know; “tp power NAME --help” lists them"
    )
    command.set_defaults(run=run)
    return command


class _Teach(argparse.Action):
    """Help that is put together only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from thinking_professionals.cli.power_teaching import lesson

        parser.epilog = lesson()
        parser.print_help()
        parser.exit()


def run(arguments: Namespace) -> int:
    if arguments.name is None:
        show(_listed())
        return DONE
    from thinking_professionals.cli.power_options import read_options

    calculator = _calculator(arguments.name)
    return _work(calculator, read_options(calculator, arguments.options))


def _listed() -> str:
    from thinking_professionals.cli.power_teaching import names

    return f"{names()}\n\n“tp power --help” says how to choose one. “tp power NAME --help” says what it asks for."


def _calculator(name: str) -> Calculator:
    """Raises Misused where none has that name."""
    from difflib import get_close_matches

    from thinking_professionals.calculators.power.catalogue import BY_NAME

    if name in BY_NAME:
        return BY_NAME[name]
    near = get_close_matches(name, BY_NAME, n=1)
    meant = f"Did you mean “{near[0]}”?" if near else f"The calculators are {', '.join(BY_NAME)}."
    raise Misused(f"No calculator is called “{name}”. {meant}")


def _work(calculator: Calculator, asked: Asked) -> int:
    from thinking_professionals.calculators.power.refusal import Refused
    from thinking_professionals.calculators.power.running import run
    from thinking_professionals.cli.power_text import in_words
    from thinking_professionals.report.compose.power_machine import answered, refused
    from thinking_professionals.report.compose.power_words import power_words

    try:
        result = run(calculator, asked.given, asked.method)
    except Refused as refusal:
        if not asked.json:
            raise InTheWay(str(refusal)) from None
        show(_as_json(refused(calculator, asked.method, str(refusal))))
        return IN_THE_WAY
    show(_as_json(answered(result)) if asked.json else in_words(power_words(calculator, asked.given, result)))
    return DONE


def _as_json(found: dict[str, Any]) -> str:
    import json

    return json.dumps(found, ensure_ascii=False, indent=2, allow_nan=False)

"""What every command takes, and the parser that all of them are made with."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thinking_professionals.answers import Misunderstood, read_date

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Says nothing where there is no stream to say it on, as in a windowed program; Python 3.11.2 fails there."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        stream = file or sys.stderr
        if stream is not None:
            super()._print_message(message, stream)


def add_common(command: argparse.ArgumentParser) -> None:
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

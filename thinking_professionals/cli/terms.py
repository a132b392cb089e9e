"""The terms between the commands and whoever calls them: exit codes, the two streams, and how failure is said."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

DONE, IN_THE_WAY, MISUSED, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130


class InTheWay(Exception):
    """The input or this machine stands in the way; the text is what to tell the person."""


class Misused(Exception):
    """The command was called wrongly; the text says how to call it."""


def speak_utf8() -> None:
    """Make both streams UTF-8 whatever the locale; a windowed program has neither."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(text: str) -> None:
    """A result, on stdout; raises InTheWay where it cannot be written."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of(sys.stdout)  # whoever was reading has seen enough, as `head` does
    except OSError as fault:
        _let_go_of(sys.stdout)
        raise InTheWay(f"The results could not be written: the machine says “{fault.strerror}”.") from fault


def tell(text: str) -> None:
    """Everything that is not a result, on stderr; where that cannot be written, the exit code alone says it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        _let_go_of(sys.stderr)


def _let_go_of(stream: TextIO) -> None:
    """Otherwise Python tries once more at its end, and complains."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)

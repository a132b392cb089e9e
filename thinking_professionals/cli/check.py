"""`tp check`: every fault of the content, with its file and line, and what there is in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from thinking_professionals.cli.content import content_root
from thinking_professionals.cli.terms import DONE, IN_THE_WAY, InTheWay, show

_NO_PROOF = "The content was checked but not proved: proofs come with a later version of the authoring extra."


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("check", help="check the content and say what is wrong, and where")
    command.add_argument("--prove", action="store_true", help="also prove that the tree is whole (in a later version)")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    from thinking_professionals.authoring.check import check

    result = check(content_root(arguments))
    told = [*result.faults, *result.warnings]
    counts = ", ".join(f"{number} {name}" for name, number in result.counts.items())
    summary = f"{len(result.faults)} faults, {len(result.warnings)} warnings in {counts or 'nothing readable'}"
    show("\n".join([*map(str, told), summary]))
    if arguments.prove:
        raise InTheWay(_NO_PROOF)
    return IN_THE_WAY if result.faults else DONE

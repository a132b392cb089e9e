"""`tp check`: every fault of the content, with its file and line, and what there is in it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thinking_professionals.cli.content import content_root
from thinking_professionals.cli.terms import DONE, IN_THE_WAY, InTheWay, Misused, show

if TYPE_CHECKING:
    from thinking_professionals.authoring.check import CheckResult

_NO_PROOF = "The content was checked but not proved: proofs come with a later version of the authoring extra."


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("check", help="check the content and say what is wrong, and where")
    command.add_argument("--prove", action="store_true", help="also prove that the tree is whole (in a later version)")
    command.add_argument(
        "--plans",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of plans: warn of each design, rule and option that comes up in none; may be given again",
    )
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    from thinking_professionals.authoring.check import check

    for folder in arguments.plans:
        if not folder.is_dir():
            raise Misused(f"There is no folder “{folder}”. Name one that holds plans.")
        if not any(folder.glob("*.plan.yaml")):
            raise Misused(f"There are no plans in “{folder}”. Name a folder with files that end in .plan.yaml.")
    result = check(content_root(arguments), arguments.plans)
    warned = [f"{w.file}:{w.line}: warning: {w.what} - {w.remedy}" for w in result.warnings]
    show("\n".join([*map(str, result.faults), *warned, _summary(result)]))
    if arguments.prove:
        raise InTheWay(_NO_PROOF)
    return IN_THE_WAY if result.faults else DONE


def _summary(result: CheckResult) -> str:
    found = f"{_count(len(result.faults), 'fault')}, {_count(len(result.warnings), 'warning')}"
    counts = ", ".join(f"{number} {name}" for name, number in result.counts.items())
    return f"{found} in {counts}" if counts else f"{found}; mend the faults first, then the rest is looked at"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

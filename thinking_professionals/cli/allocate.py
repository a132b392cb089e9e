"""`tp allocate`: draw lots for the units on a list, write down who gets what and how it was drawn, or repeat a draw."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thinking_professionals.cli.terms import DONE, IN_THE_WAY, InTheWay, Misused, show, tell

if TYPE_CHECKING:
    from thinking_professionals.lots.draw import Draw
    from thinking_professionals.lots.reading import Source
    from thinking_professionals.lots.settings import Wish
    from thinking_professionals.lots.writing import Written

_METHODS = ("simple", "blocked", "stratified", "pairs", "stepped")
_DRAWING = ("output", "method", "arms", "ratio", "get", "steps", "block", "strata", "pair_on", "seed", "id")


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser(
        "allocate", help="draw lots for the units on a list, so that anyone can repeat it"
    )
    add = command.add_argument
    add("list", type=Path, metavar="LIST", help="a CSV file or Excel workbook (.xlsx), with headings on top")
    add("-o", "--output", type=Path, metavar="FILE", help="where the allocation goes: a new file, .csv or .xlsx")
    add("--method", choices=_METHODS, metavar="METHOD", help=", ".join(_METHODS))
    add(
        "--arms",
        type=_words,
        metavar="A,B",
        help="what the groups are called; “Gets it” and “Does not get it” if left out",
    )
    add("--ratio", type=_numbers, metavar="2,1", help="the shares of the groups; equal if left out")
    add("--get", type=_number, metavar="N", help="how many are in the first of two groups, such as 19 of 48")
    add("--strata", action="append", metavar="COLUMN", help="draw within each sort of this column; may be given again")
    add(
        "--pair-on",
        action="append",
        metavar="COLUMN",
        help="pair neighbours in this column of numbers; may be given again",
    )
    add("--steps", type=_number, metavar="N", help="how many steps a stepped order has")
    add("--block", type=_numbers, metavar="4,6", help="sizes of blocks, one of which is drawn for each")
    add("--seed", metavar="TEXT", help="what the draw begins from; made by the machine if left out, which is best")
    add("--id", metavar="COLUMN", help="the column that names the units")
    add("--check", type=Path, metavar="RECORD", help="repeat the draw of this record, and say whether it is the same")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    from thinking_professionals.lots.fault import Clash, ListFault

    try:
        return _check(arguments) if arguments.check else _draw(arguments)
    except Clash as clash:
        raise Misused(str(clash)) from None
    except ListFault as fault:
        raise InTheWay(str(fault)) from None


def _check(arguments: Namespace) -> int:
    from thinking_professionals.lots.checking import repeat
    from thinking_professionals.lots.reading import read_list

    if any(getattr(arguments, one) is not None for one in _DRAWING):
        raise Misused("The record says how the draw was made. Give the list and --check RECORD, and nothing else.")
    repeated = repeat(read_list(arguments.list), arguments.check)
    show("\n".join(("The same." if repeated.same else "Not the same.", *repeated.told)))
    return DONE if repeated.same else IN_THE_WAY


def _draw(arguments: Namespace) -> int:
    from datetime import datetime

    from thinking_professionals.lots.draw import draw, make_seed, read_seed
    from thinking_professionals.lots.preparing import prepare
    from thinking_professionals.lots.reading import read_list
    from thinking_professionals.lots.writing import write_draw

    source = read_list(arguments.list)
    if arguments.output is None:
        raise Misused(
            f"Say where the allocation goes: -o FILE, a new file, .csv or .xlsx. {_advice(arguments, source)}"
        )
    units, settings = prepare(source.table, _wish(arguments, source), arguments.id)
    own = arguments.seed is not None
    drawn = draw(units, settings, read_seed(arguments.seed) if own else make_seed())
    written = write_draw(source, drawn, arguments.output, datetime.now().astimezone(), own_seed=own)
    _say(source, drawn, written)
    return DONE


def _wish(arguments: Namespace, source: Source) -> Wish:
    from thinking_professionals.lots.settings import Wish

    if arguments.method is None:
        raise Misused(_advice(arguments, source))
    return Wish(
        method=arguments.method,
        arms=arguments.arms or (),
        ratio=arguments.ratio or (),
        get=arguments.get,
        steps=arguments.steps,
        blocks=arguments.block or (),
        strata=arguments.strata or (),
        pair_on=arguments.pair_on or (),
    )


def _advice(arguments: Namespace, source: Source) -> str:
    from thinking_professionals.lots.advice import advise
    from thinking_professionals.lots.headings import naming_heading

    advice = advise(source.table, arguments.id or naming_heading(source.table))
    column = {"stratified": f' --strata "{advice.column}"', "pairs": f' --pair-on "{advice.column}"'}
    suits = f"--method {advice.method}{column.get(advice.method, '')}"
    return f"Say how lots are to be drawn: --method {', '.join(_METHODS)}. For this list: {suits}. {advice.because}"


def _say(source: Source, drawn: Draw, written: Written) -> None:
    for note in filter(None, (*source.table.notes, *drawn.notes, written.warning)):
        tell(f"tp: {note}")
    show(
        "\n".join(
            (
                f"{len(drawn.units.names):,} units, named by “{drawn.units.id_column}”:",
                *(f"  {arm}: {count:,}" for arm, count in drawn.counts.items()),
                f"Seed: {drawn.seed}",
                f"Allocation: {written.allocation}",
                f"Record: {written.record}",
                "Keep to this draw. To draw again because one dislikes how the lots fell spoils the study.",
            )
        )
    )


def _words(text: str) -> list[str]:
    return text.split(",")


def _numbers(text: str) -> list[int]:
    return [_number(part) for part in text.replace(":", ",").split(",")]


def _number(text: str) -> int:
    if not text.strip().isascii() or not text.strip().isdigit() or len(text.strip()) > 9:
        raise ArgumentTypeError(f"“{text}” is not a whole number")
    return int(text)

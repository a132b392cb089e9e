"""A calculator's form as options of the command line: read, and explained under `--help`."""

from __future__ import annotations

import argparse
import math
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from thinking_professionals.calculators.power.form import COMMON, Amount, Calculator, Field
from thinking_professionals.calculators.power.running import ANY
from thinking_professionals.cli.common import Parser, add_common
from thinking_professionals.cli.terms import Misused

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_BELOW_ZERO = re.compile(r"-[\d.]")
_SHAPES = {"number": "NUMBER", "whole": "WHOLE", "list": "A,B,…"}
_GROUPS = (("effect", "the change to look for"), ("sample", "how many there are"), ("setting", "what else matters"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person said they know. A field that is not in `given` was left out."""

    given: dict[str, Amount]
    method: str | None
    json: bool


def read_options(calculator: Calculator, words: Sequence[str]) -> Asked:
    """Raises Misused, or ends as argparse does, where the words are no options of this calculator."""
    said, strange = _parser(calculator).parse_known_args(_joined(words))
    if strange:
        raise Misused(_stranger(calculator, strange[0]))
    given = {field.name: getattr(said, field.name) for field in _fields(calculator)}
    return Asked(given={k: v for k, v in given.items() if v is not None}, method=said.method, json=said.json)


def read_amount(text: str) -> float:
    """A number as it is written everywhere, whatever the machine's language; raises ArgumentTypeError."""
    text = text.strip()
    if "," in text:
        raise argparse.ArgumentTypeError(f"“{text}” has a comma. Write one thousand as 1000, and a half as 0.5.")
    if text.endswith("%"):
        raise argparse.ArgumentTypeError(f"“{text}” is a percentage. Write a share between 0 and 1: 20% is 0.2.")
    if not _NUMBER.fullmatch(text) or not math.isfinite(amount := float(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number to count with. Write it like 1000 or 0.5.")
    return amount


def read_amounts(text: str) -> tuple[float, ...]:
    """Numbers with commas between them; raises ArgumentTypeError."""
    return tuple(read_amount(part) for part in text.split(","))


def _fields(calculator: Calculator) -> tuple[Field, ...]:
    return (*calculator.fields, *ANY, *COMMON)


def _option(field: Field) -> str:
    return f"--{field.name.replace('_', '-')}"


def _parser(calculator: Calculator) -> ArgumentParser:
    parser = Parser(
        prog=f"tp power {calculator.name}",
        usage=f"tp power {calculator.name} OPTIONS [--json]",
        description=f"{calculator.title}. {calculator.about} Leave out what you want to know.",
        epilog=f"For example: tp power {calculator.name} {calculator.example}",
        allow_abbrev=False,
    )
    for role, title in _GROUPS:
        _add(parser, title, (field for field in calculator.fields if field.role == role))
    _add(parser, "what studies lose", ANY)
    how = _add(parser, "how sure it must be, and how it is worked out", COMMON)
    how.add_argument("--method", choices=[method.name for method in calculator.methods], help=_methods(calculator))
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")
    add_common(parser)
    return parser


def _add(parser: ArgumentParser, title: str, fields: Iterable[Field]) -> argparse._ArgumentGroup:
    group = parser.add_argument_group(title)
    for field in fields:
        group.add_argument(
            _option(field),
            type=read_amounts if field.kind == "list" else read_amount,
            metavar=_SHAPES[field.kind],
            help=_help(field),
        )
    return group


def _help(field: Field) -> str:
    """The label as a sentence, the hint, and what holds where nothing is said; argparse wants % doubled."""
    usual = f" {field.default:g} if left out." if field.default is not None else ""
    return f"{field.label}.{' ' if field.hint else ''}{field.hint}{usual}".replace("%", "%%")


def _methods(calculator: Calculator) -> str:
    first, *others = calculator.methods
    said = [f"{first.name} ({first.what}), which is used if none is named"]
    said += [f"{method.name} ({method.what})" for method in others]
    return ("; ".join(said) + ".").replace("%", "%%")


def _joined(words: Iterable[str]) -> list[str]:
    """`--d -1e-3` as `--d=-1e-3`, since argparse takes a number below zero for an option."""
    joined: list[str] = []
    for word in words:
        if _BELOW_ZERO.match(word) and joined and joined[-1].startswith("--") and "=" not in joined[-1]:
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _stranger(calculator: Calculator, word: str) -> str:
    """What to say of a word that is no option here."""
    if not word.startswith("-"):
        return f"“{word}” stands alone. Say what it is, as in: tp power {calculator.name} {calculator.example}"
    name = word.partition("=")[0]
    near = get_close_matches(name, [_option(field) for field in _fields(calculator)] + ["--method", "--json"], n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"{calculator.name} has no option {name}. {meant}“tp power {calculator.name} --help” lists them."

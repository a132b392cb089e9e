"""The record of a draw: all that it takes to repeat it, as JSON that a person can read too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from thinking_professionals import __version__
from thinking_professionals.lots.draw import Draw, list_digest, names_digest
from thinking_professionals.lots.explaining import how_it_was_done, how_to_repeat
from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.reading import Source, in_utf8
from thinking_professionals.lots.settings import METHODS, Settings

FORMAT = 1
ENDING = ".record.json"
LONGEST_NAME = 255
"""Bytes, as most file systems have it."""
LARGEST = 2_000_000
"""Bytes; a record with the longest names and two hundred groups stays far below."""
_WHAT = "A draw of lots by Thinking Professionals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a record says that is needed to repeat the draw."""

    list_file: str
    list_sha256: str
    """Over the bytes of the file."""
    used_sha256: str
    """Over what the draw took from it."""
    names_sha256: str
    id_column: str
    settings: Settings
    seed: str
    allocation_file: str
    result_sha256: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a draw was made and where it goes; `earlier` are records of other draws from the same list."""

    when: datetime
    own_seed: bool
    """Whether the person gave the seed."""
    output: Path
    earlier: tuple[str, ...] = ()


def compose(source: Source, drawn: Draw, occasion: Occasion) -> bytes:
    settings, output = drawn.settings, occasion.output
    found = {
        "what": _WHAT,
        "format": FORMAT,
        "version": __version__,
        "drawn_at": occasion.when.isoformat(timespec="seconds"),
        "list": {
            "file": source.name,
            "file_sha256": source.sha256,
            "id_column": drawn.units.id_column,
            "units": len(drawn.units.names),
            "used_sha256": list_digest(drawn.units),
            "names_sha256": names_digest(drawn.units),
        },
        "method": {
            "name": settings.method,
            "groups": settings.arms,
            "shares": settings.shares,
            "block_sizes": settings.blocks,
            "strata": settings.strata,
            "pair_on": settings.pair_on,
        },
        "seed": drawn.seed,
        "seed_came_from": "the person" if occasion.own_seed else "the machine’s secure source of random numbers",
        "result": {"file": in_utf8(output.name), "sha256": drawn.digest, "counts": drawn.counts},
        "notes": [*source.table.notes, *drawn.notes],
        "earlier_draws_from_this_list": occasion.earlier,
        "how_to_repeat": how_to_repeat(source.name, in_utf8(record_path(output).name)),
        "how_it_was_done": how_it_was_done(settings),
    }
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def record_path(output: Path) -> Path:
    """Beside the allocation: teams.csv has teams.record.json."""
    return output.with_name(output.stem + ENDING)


def read_record(path: Path) -> Record:
    """Raises ListFault."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        return _record(data)
    except OSError as fault:
        raise ListFault(f"“{path}” could not be read: the machine says “{fault.strerror}”.") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ListFault(
            f"“{path}” is not the record of a draw, or has been changed. Choose a file *{ENDING}."
        ) from None


def _record(data: Mapping[str, Any]) -> Record:
    """Raises KeyError, TypeError or ValueError where anything is missing or of another kind."""
    if data["what"] != _WHAT or data["format"] != FORMAT:
        raise ValueError
    of_list, method, result = data["list"], data["method"], data["result"]
    return Record(
        list_file=_text(of_list["file"]),
        list_sha256=_text(of_list["file_sha256"]),
        used_sha256=_text(of_list["used_sha256"]),
        names_sha256=_text(of_list["names_sha256"]),
        id_column=_text(of_list["id_column"]),
        settings=_settings(method),
        seed=_text(data["seed"]),
        allocation_file=_file_name(result["file"]),
        result_sha256=_text(result["sha256"]),
    )


def _settings(method: Mapping[str, Any]) -> Settings:
    if method["name"] not in METHODS or len(method["groups"]) != len(method["shares"]):
        raise ValueError
    return Settings(
        method=method["name"],
        arms=tuple(map(_text, method["groups"])),
        shares=tuple(map(_whole, method["shares"])),
        blocks=tuple(map(_whole, method["block_sizes"])),
        strata=tuple(map(_text, method["strata"])),
        pair_on=tuple(map(_text, method["pair_on"])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a character says nothing: a UnicodeError is a ValueError
    return value


def _file_name(value: object) -> str:
    """The name of a file beside the record, and no way to anywhere else."""
    name = _text(value)
    if Path(name).name != name or name in {"", ".", ".."} or len(name.encode()) > LONGEST_NAME or "\0" in name:
        raise ValueError
    return name


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value

"""Draws for tests, by way of everything that a person's list goes through."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from thinking_professionals.lots.draw import Draw, draw
from thinking_professionals.lots.preparing import prepare
from thinking_professionals.lots.reading import Source, read_list
from thinking_professionals.lots.settings import Wish
from thinking_professionals.lots.writing import Written, write_draw

WHEN = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
TEAMS = "Team,Area,Calls\n" + "".join(f"T{at},{'NS'[at % 2]},{at * 7 % 11}\n" for at in range(1, 13))


def drawn_from(source: Source, seed: str = "seed", **wish: Any) -> Draw:
    units, settings = prepare(source.table, Wish(**{"method": "simple", **wish}))
    return draw(units, settings, seed)


def write(source: Source, output: Path, seed: str = "seed", **wish: Any) -> Written:
    return write_draw(source, drawn_from(source, seed, **wish), output, WHEN, own_seed=True)


def listed_in(folder: Path, text: str = TEAMS, name: str = "teams.csv") -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return read_list(path)

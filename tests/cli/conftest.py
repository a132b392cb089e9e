"""Commands called as a person would call them, on small content and with a data folder of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.library.folder import write_folder
from thinking_professionals.cli.main import main
from thinking_professionals.paths import HOME_VARIABLE

PLAN = """\
format: 1
title: A scheme
branch: works
answers:
  purpose: cause
  people: 300
  spend: 100
  marks: [new]
  outcome: Fewer complaints
  helpers: [A friend]
  measures: [{name: Complaints, unit: each}]
"""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Tp = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "content of ours")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "a.plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def tp(home: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> Tp:
    """Call `tp` on the small content; whatever comes of it, nobody is shown a traceback."""

    def call(command: str, *arguments: str | Path) -> Outcome:
        code = main([command, *map(str, arguments), "--content", str(content), "--as-of", "2026-11-21"])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Outcome(code, out, err)

    return call

"""The wheel, installed in an empty environment and used from somewhere else."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.bridge import bare_environment
from tests.e2e.walking import BODY_WORN_VIDEO, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT], ROOT)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment into which only the wheel was installed."""
    place = tmp_path_factory.mktemp("installed") / "env"
    venv.create(place, with_pip=True)
    quiet = ("--quiet", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt")
    run([place / "bin" / "python", "-m", "pip", "install", *quiet, wheel], ROOT)
    return place / "bin"


def test_content_stands_in_the_wheel_as_plain_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = archive.namelist()
        questions = archive.read("thinking_professionals/_data/questions.yaml")
    assert questions == (ROOT / "questions.yaml").read_bytes()
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml")}
    assert {f"thinking_professionals/_data/{name}" for name in shipped} <= set(inside)
    assert not [name for name in inside if name.startswith(("tests/", "bench/", "packaging/"))]


def test_the_installed_commands_work_from_another_folder(programs: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "advice.pdf"
    assert "0.1.0" in run([programs / "tp", "--version"], tmp_path)
    assert run([programs / "tp", "check"], tmp_path)
    assert "randomised" in run([programs / "tp", "assess", BODY_WORN_VIDEO], tmp_path).lower()
    run([programs / "tp", "report", BODY_WORN_VIDEO, "-o", pdf], tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF-")


def run(command: Sequence[str | Path], where: Path) -> str:
    env = bare_environment(where / "home") if where != ROOT else None
    told = subprocess.run(command, cwd=where, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout

import os
import subprocess
import sys
from pathlib import Path

import pytest

from thinking_professionals.cli import screen
from thinking_professionals.cli.screen import Trial

NOWHERE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
DEAD = {**NOWHERE, "DISPLAY": ":4711"}
THERE = {**NOWHERE, "QT_QPA_PLATFORM": "offscreen"}


def spawn(*arguments: str, env: dict[str, str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", *arguments],
        env={**os.environ, **env},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(("env", "found"), [(NOWHERE, False), (DEAD, False), (THERE, True)])
def test_a_screen_is_found_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], found: bool
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    trial = Trial()
    assert trial.found_screen() is found
    assert trial.found_screen() is found


def test_a_screen_that_never_answers_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(screen, "_ASK_QT", "import time; time.sleep(60)")
    monkeypatch.setattr(screen, "_LONGEST", 0.1)
    assert not Trial().found_screen()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert Trial().found_screen()


@pytest.mark.parametrize(("env", "found"), [(NOWHERE, False), (DEAD, True), (THERE, True)])
def test_a_frozen_program_believes_a_screen_that_is_named(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], found: bool
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(screen, "_begin", lambda: pytest.fail("there is no Python to ask with"))
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert Trial().found_screen() is found


@pytest.mark.parametrize("env", [NOWHERE, DEAD])
def test_opening_without_a_screen_is_exit_1_and_one_line(env: dict[str, str]) -> None:
    done = spawn("thinking_professionals", "open", env=env)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1


def test_opening_without_the_libraries_of_a_screen_is_exit_1_and_one_line(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    broken = "raise ImportError('libEGL.so.1: cannot open shared object file')\n"
    (tmp_path / "PySide6" / "__init__.py").write_text(broken, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(Path.cwd())])
    done = spawn("thinking_professionals", "open", env={**THERE, "PYTHONPATH": path})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_opening_with_a_screen_shows_the_window(tmp_path: Path) -> None:
    plan = tmp_path / "a.plan.yaml"
    plan.write_text("format: 1\nbranch: works\n", encoding="utf-8")
    done = spawn("thinking_professionals", "open", str(plan), "--smoke", env=THERE)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_first_run_without_a_screen_works_through_the_example(tmp_path: Path) -> None:
    done = spawn("thinking_professionals.cli.first_run", env={**NOWHERE, "PYTHONPATH": str(Path.cwd())}, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no screen" in done.stdout.splitlines()[0]
    assert "Cluster randomised" in done.stdout
    summary = tmp_path / "out" / "body-worn-video.pdf"
    assert str(summary) in done.stdout
    assert summary.read_bytes().startswith(b"%PDF")


def test_the_first_run_in_a_folder_that_takes_nothing_writes_into_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    home = tmp_path / "home"
    env = {**NOWHERE, "PYTHONPATH": str(Path.cwd()), "THINKING_PROFESSIONALS_HOME": str(home)}
    done = spawn("thinking_professionals.cli.first_run", env=env, cwd=tmp_path)
    assert done.returncode == 0
    assert str(home / "out" / "body-worn-video.pdf") in done.stdout

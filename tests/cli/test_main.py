import os
import runpy
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from thinking_professionals import __version__
from thinking_professionals.cli import main as module
from thinking_professionals.cli import questions
from thinking_professionals.cli.main import main, run, run_window
from thinking_professionals.paths import HOME_VARIABLE

COMMANDS = ["open", "check", "questions", "assess", "report", "graph", "power", "allocate"]


def spawn(
    *arguments: str, stdout: object = subprocess.PIPE, stderr: object = subprocess.PIPE, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """`tp` in a process of its own, strict about encodings that nobody named."""
    strict = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning"}
    return subprocess.run(
        [sys.executable, "-m", "thinking_professionals", *arguments],
        env={**os.environ, **strict, **env},
        stdout=stdout,  # type: ignore[call-overload]
        stderr=stderr,
        check=False,
    )


def raising(fault: BaseException) -> object:
    def fail(*_: object) -> None:
        raise fault

    return fail


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert "--content" in said
    assert "--as-of" in said


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["value"],
        ["cost"],
        ["asess"],
        ["assess"],
        ["report", "a.plan.yaml"],
        ["graph"],
        ["check", "--as-of", "tomorrow"],
        ["check", "--as-of", "2026-02-30"],
        ["questions", "--xml"],
    ],
)
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage" in said.err


def test_an_interruption_is_exit_130(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "_branches_of", raising(KeyboardInterrupt()))
    assert main(["questions"]) == 130


def test_our_own_bug_is_exit_3_with_a_log(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(questions, "_branches_of", raising(ZeroDivisionError("secret")))
    assert main(["questions"]) == 3
    said = capsys.readouterr()
    (log,) = (home / "logs").iterdir()
    assert str(log) in said.err
    assert said.err.count("\n") == 1
    record = log.read_text(encoding="utf-8")
    for part in ("Traceback", "ZeroDivisionError", __version__, sys.version.split()[0], version("PySide6-Essentials")):
        assert part in record


def test_a_bug_that_cannot_be_logged_is_said_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_bytes(b"")
    monkeypatch.setattr(module.check, "run", raising(ZeroDivisionError()))
    assert main(["check"]) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_the_windowed_program_has_no_streams_and_no_need_of_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["questions"]) == 0
    assert main(["assess", "missing.plan.yaml"]) == 1
    assert main(["nonsense"]) == 2


def test_both_programs_end_with_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(module, "main", lambda argv: asked.append(argv) or 7)
    monkeypatch.setattr(sys, "argv", ["tp", "a.plan.yaml"])
    for program in (run, run_window):
        with pytest.raises(SystemExit) as leaving:
            program()
        assert leaving.value.code == 7
    assert asked == [["a.plan.yaml"], ["open", "a.plan.yaml"]]


def test_the_package_itself_is_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["tp", "--version"])
    with pytest.raises(SystemExit) as leaving:
        runpy.run_module("thinking_professionals", run_name="__main__")
    assert leaving.value.code == 0


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_results_are_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    done = spawn("questions", **env)
    assert done.returncode == 0
    assert done.stderr == b""
    assert "’" in done.stdout.decode("utf-8")


def test_an_undecodable_file_name_is_no_bug_of_ours() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "thinking_professionals", "assess", b"\xff.plan.yaml"], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_whoever_stops_reading_hears_no_complaint() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = spawn("questions", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_results_that_find_no_room_are_exit_1() -> None:
    with Path("/dev/full").open("wb") as full:
        done = spawn("questions", stdout=full)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("suffix", "code"), [(".md", 0), (".txt", 2)])
def test_the_exit_code_stands_where_nothing_can_be_said(tmp_path: Path, suffix: str, code: int) -> None:
    plan = tmp_path / "a.plan.yaml"
    plan.write_text("format: 1\nbranch: works\nanswers: {strange: 1}\n", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = spawn("report", str(plan), "-o", str(tmp_path / f"a{suffix}"), stderr=full)
    assert done.returncode == code


def test_a_start_with_known_content_reads_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    code = (
        "import sys; from thinking_professionals.cli.main import main; "
        "main(['questions']); sys.exit(bool({'yaml', 'pydantic', 'PySide6'} & set(sys.modules)))"
    )
    env = {**os.environ, HOME_VARIABLE: str(tmp_path)}
    runs = [subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False) for _ in range(2)]
    assert [done.returncode for done in runs] == [1, 0]

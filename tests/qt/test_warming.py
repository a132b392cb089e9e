import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from thinking_professionals.library.library import Library
from thinking_professionals.qt import warming
from thinking_professionals.qt.window import Window

RUN_EVERY_EXAMPLE = """
import sys
from thinking_professionals.calculators.power.catalogue import CALCULATORS
from thinking_professionals.calculators.power.running import run
from thinking_professionals.cli.power_options import read_options
from thinking_professionals.qt.warming import warm_up

warm_up().join()
before = set(sys.modules)
for calculator in CALCULATORS:
    run(calculator, read_options(calculator, calculator.example.split()).given)
new = {name.partition(".")[0] for name in set(sys.modules) - before}
assert {"scipy", "numpy"} <= {name.partition(".")[0] for name in before}
assert not new & {"scipy", "numpy"}, new
"""

CLOSE_EARLY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT
from thinking_professionals.qt import app, warming

application = app.make_app(sys.argv[:1])
warm_up, begun = warming.warm_up, []


def warm_up_and_quit():
    begun.append(warm_up())
    QTimer.singleShot(int(sys.argv[1]), application.quit)


warming.warm_up = warm_up_and_quit
if sys.argv[1] == "before":
    QTimer.singleShot(0, application.quit)
assert app.run(sys.argv[:1], load(ROOT)) == 0
assert bool(begun) == (sys.argv[1] != "before")
print("ended")
"""


def spawn(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)


def import_of(monkeypatch: pytest.MonkeyPatch, *names: str) -> threading.Thread:
    monkeypatch.setattr(warming, "HEAVY", names)
    thread = warming.warm_up()
    thread.join()
    return thread


def test_it_imports_beside_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tp_heavy.py").write_text("import threading; where = threading.current_thread()", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    thread = import_of(monkeypatch, "tp_heavy")
    assert sys.modules.pop("tp_heavy").where is thread
    assert thread.daemon


def test_it_is_quiet_where_it_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import_of(monkeypatch, "tp_that_is_not_there")
    assert capsys.readouterr() == ("", "")


def test_nothing_heavy_is_left_to_import_when_a_figure_is_asked_for() -> None:
    done = spawn(RUN_EVERY_EXAMPLE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("moment", ["before", "0", "60", "200"])
def test_a_window_closed_before_or_meanwhile_ends_in_peace(moment: str) -> None:
    done = spawn(CLOSE_EARLY, moment)
    assert (done.returncode, done.stdout) == (0, b"ended\n")
    assert not [line for line in done.stderr.splitlines() if b"plugin does not support" not in line]


def test_a_window_made_for_a_test_begins_nothing(opened: Callable[[Library], Window], small: Library) -> None:
    opened(small)
    assert "warming" not in [thread.name for thread in threading.enumerate()]

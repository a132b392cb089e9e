"""The folder to hand out: read-only, under an awkward path, without Python, with every socket but local ones closed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.e2e.bridge import Bridge, running
from tests.e2e.walking import BODY_WORN_VIDEO, ROOT

BUILT = ROOT / "dist" / "thinking-professionals"
INSTALLED = ROOT / ".venv" / "bin" / "tp"
SEALED = (sys.executable, Path(__file__).with_name("sealed.py"))
WITHOUT_STREAMS = ("/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh")
LARGEST = 320 * 10**6
DAY = ("--as-of", "2026-11-21")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="tp-") as place:
        made = Path(place, "Prüfstand für £5 – проба", "thinking professionals")
        shutil.copytree(BUILT, made, symlinks=True)
        change_modes(made, ~0o222)
        yield made
        change_modes(made, ~0, 0o200)


def change_modes(folder: Path, keep: int, add: int = 0) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & keep | add)


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """What a person has who is in no desktop, has no Python, and whose system speaks ASCII."""
    home = tmp_path / "home"
    home.mkdir()
    return {"HOME": str(home), "PATH": str(tmp_path / "nothing"), "LC_ALL": "C"}


def sealed(command: Sequence[str | Path], env: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*SEALED, *command], env=env, capture_output=True, check=False, timeout=120)


def said(command: Sequence[str | Path], env: Mapping[str, str]) -> bytes:
    """What a sealed command writes on stdout; it must succeed and complain of nothing."""
    done = sealed(command, env)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def test_the_seal_holds(folder: Path, bare: dict[str, str]) -> None:
    assert sealed(["/bin/sh", "-c", 'exec 3>"$0"', folder / "mark"], bare).returncode != 0
    assert sealed(["/bin/sh", "-c", 'exec 3>"$0"', Path(bare["HOME"], "mark")], bare).returncode == 0
    for family in ("AF_INET", "AF_INET6"):
        opening = [sys.executable, "-c", f"import socket; socket.socket(socket.{family})"]
        assert sealed(opening, bare).returncode == -signal.SIGSYS
    assert sealed([sys.executable, "-c", "import socket; socket.socket(socket.AF_UNIX)"], bare).returncode == 0


def test_it_finds_no_fault_in_its_own_content(folder: Path, bare: dict[str, str]) -> None:
    assert said([folder / "tp", "check"], bare)


def test_what_it_says_is_utf_8_whatever_the_locale(folder: Path, bare: dict[str, str]) -> None:
    words = said([folder / "tp", "questions"], bare).decode("utf-8")
    assert not words.isascii()
    assert words == subprocess.run([INSTALLED, "questions"], capture_output=True, check=True).stdout.decode("utf-8")


@pytest.mark.parametrize("suffix", ["pdf", "html", "docx", "md", "json"])
def test_it_writes_the_summary_that_the_checkout_writes(
    folder: Path, bare: dict[str, str], tmp_path: Path, suffix: str
) -> None:
    frozen, installed = tmp_path / f"frozen.{suffix}", tmp_path / f"installed.{suffix}"
    said([folder / "tp", "report", BODY_WORN_VIDEO, *DAY, "-o", frozen], bare)
    subprocess.run([INSTALLED, "report", BODY_WORN_VIDEO, *DAY, "-o", installed], check=True)
    assert frozen.read_bytes() == installed.read_bytes()


def test_its_pdf_names_what_it_recommends(folder: Path, bare: dict[str, str], tmp_path: Path) -> None:
    pdf = tmp_path / "Zusammenfassung für alle.pdf"
    said([folder / "tp", "report", BODY_WORN_VIDEO, "-o", pdf], bare)
    told = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    advice = json.loads(said([folder / "tp", "assess", BODY_WORN_VIDEO, "--json"], bare))["recommended"]["name"]
    assert advice in " ".join(told.stdout.decode("utf-8").split())


@pytest.mark.parametrize("words", ["means --d 0.2", "means --n 30 --method normal"])
def test_it_works_out_power_as_the_checkout_does(folder: Path, bare: dict[str, str], words: str) -> None:
    asked = ["power", *words.split(), "--json"]
    found = json.loads(said([folder / "tp", *asked], bare))
    assert found == json.loads(subprocess.run([INSTALLED, *asked], capture_output=True, check=True).stdout)
    assert found["refused"] is None


def test_its_window_opens_and_asks_the_first_question(folder: Path, env: dict[str, str], hand: Bridge) -> None:
    window = folder / "thinking-professionals"
    with running([*SEALED, window], without_python(env)) as application:
        for door in ("works", "journey", "background", "why", "value"):
            assert hand.see(f"door.{door}")["name"]
        hand.press("door.works")
        assert hand.until(lambda: [one for one in hand.all() if one["id"].startswith("question.")])
        assert application.poll() is None


def test_its_window_opens_a_plan_where_there_is_no_stream_to_speak_on(
    folder: Path, env: dict[str, str], hand: Bridge, home: Path
) -> None:
    plan = home / "mine.plan.yaml"
    plan.write_bytes(BODY_WORN_VIDEO.read_bytes())
    window = folder / "thinking-professionals"
    with running([*SEALED, *WITHOUT_STREAMS, window, plan], without_python(env)):
        assert hand.until(lambda: [one for one in hand.all() if one["id"].startswith("change.")])


def without_python(env: Mapping[str, str]) -> dict[str, str]:
    return {**env, "PATH": "/nowhere"}


def test_without_a_screen_it_says_so(folder: Path, bare: dict[str, str]) -> None:
    done = sealed([folder / "tp", "open"], bare)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_its_content_is_plain_files_as_in_the_checkout(folder: Path) -> None:
    data = folder / "_internal" / "thinking_professionals" / "_data"
    shipped = [ROOT / "questions.yaml", *(ROOT / "content").rglob("*.yaml"), *(ROOT / "resources").rglob("*.*")]
    for original in shipped:
        assert (data / original.relative_to(ROOT)).read_bytes() == original.read_bytes()


def test_every_part_of_it_brings_its_licence(folder: Path) -> None:
    licences = folder / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (licences / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (licences / "GPL-3.0.txt").read_text(encoding="utf-8")
    packages = {path.name.split("-")[0].lower() for path in (folder / "_internal").glob("*.dist-info")}
    assert {"pyside6_essentials", "reportlab", "pillow"} <= packages
    assert packages <= {path.name.replace("-", "_").lower() for path in (licences / "packages").iterdir()}


def test_it_leaves_out_what_it_does_not_use(folder: Path) -> None:
    names = {path.name.lower() for path in folder.rglob("*")}
    unwanted = ("qt6pdf", "qt6qml", "qt6quick", "qt6network", "libgtk", "libreadline", "libssl", "tkinter", "pytest")
    assert not [name for name in names if any(word in name for word in unwanted)]
    scipy = {path.name for path in (folder / "_internal" / "scipy").iterdir()}
    assert "special" in scipy
    assert not scipy & {"integrate", "interpolate", "io", "ndimage", "signal", "stats"}
    assert sum(os.lstat(path).st_size for path in folder.rglob("*")) < LARGEST

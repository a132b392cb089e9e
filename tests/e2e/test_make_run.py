"""`make run`, with a screen and without."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.e2e.bridge import Bridge, bare_environment, running
from tests.e2e.walking import ROOT


def test_make_run_opens_the_window_where_there_is_a_screen(env: dict[str, str], hand: Bridge) -> None:
    with running(["make", "run"], env, cwd=ROOT):
        assert hand.see("door.works")["name"]


def test_make_run_without_a_screen_prints_the_recommendation_and_names_its_pdf(home: Path) -> None:
    told = make_run(bare_environment(home))
    assert "randomised" in told.lower()
    assert pdf_named_in(told).read_bytes().startswith(b"%PDF-")


def test_make_run_on_a_dead_display_does_the_same(home: Path) -> None:
    told = make_run(bare_environment(home) | {"DISPLAY": ":4711"})
    assert pdf_named_in(told).is_file()


def make_run(env: dict[str, str]) -> str:
    told = subprocess.run(
        ["make", "run"], env=env, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return told.stdout


def pdf_named_in(told: str) -> Path:
    named = re.search(r"\S+\.pdf", told)
    assert named, told
    return ROOT / named[0]

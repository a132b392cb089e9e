"""From the home page to an exported PDF through the accessibility bridge alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.e2e.bridge import Bridge, running
from tests.e2e.walking import APPLICATION, BODY_WORN_VIDEO, ROOT, answers_of, walk

SAVE_IN_DIALOG = "QApplication.QFileDialog.buttonBox.QPushButton"


def recommended(plan: Path) -> str:
    command = [ROOT / ".venv" / "bin" / "tp", "assess", plan, "--json"]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    name: str = json.loads(told.stdout)["recommended"]["name"]
    return name


def test_a_screen_reader_finds_its_way_from_a_door_to_the_printed_recommendation(
    env: dict[str, str], hand: Bridge, home: Path
) -> None:
    answers, advice, pdf = answers_of(BODY_WORN_VIDEO), recommended(BODY_WORN_VIDEO), home / "advice.pdf"
    with running(APPLICATION, env):
        hand.press("door.works")
        asked = walk(hand, answers)
        assert asked
        hand.press("nav.continue")
        assert hand.see("result.recommendation")["role"] == "panel"
        assert advice in words_shown(hand)
        hand.press("plan.export")
        hand.write(str(pdf), role="text", name="File name:")
        hand.press(SAVE_IN_DIALOG, name="Save")
        text = hand.until(lambda: pdf.is_file() and text_of(pdf))
    assert advice in text


def test_home_and_back_lose_nothing(env: dict[str, str], hand: Bridge) -> None:
    with running(APPLICATION, env):
        hand.press("door.works")
        hand.press("option.cause")
        hand.press("nav.continue")
        hand.press("nav.home")
        hand.press("door.works")
        hand.press("nav.back")
        hand.press("door.works")
        hand.press("change.purpose")
        assert hand.see("option.cause")["checked"]


def test_sections_of_the_result_have_headings(env: dict[str, str], hand: Bridge, home: Path) -> None:
    plan = home / "mine.plan.yaml"
    plan.write_bytes(BODY_WORN_VIDEO.read_bytes())
    with running([*APPLICATION, plan], env):
        walk(hand, answers_of(plan))
        hand.press("nav.continue")
        hand.see("result.recommendation")
        shown = hand.all()
    headings = {control["name"] for control in shown if control["role"] == "heading"}
    sections = {
        control["name"] for control in shown if control["id"].startswith("result.") and control["role"] == "panel"
    }
    assert sections
    assert sections <= headings


def words_shown(hand: Bridge) -> str:
    return "\n".join(control["text"] or control["name"] for control in hand.all())


def text_of(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    return " ".join(told.stdout.split())

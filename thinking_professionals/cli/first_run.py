"""`make run`: the window where there is a screen, and otherwise an example worked through from end to end."""

from __future__ import annotations

import sys
from pathlib import Path

from thinking_professionals.cli.main import main
from thinking_professionals.cli.screen import Trial
from thinking_professionals.cli.terms import DONE, IN_THE_WAY, show, speak_utf8
from thinking_professionals.paths import ROOT, data_folder

EXAMPLE = ROOT / "content" / "examples" / "body-worn-video.plan.yaml"
_NO_SCREEN = "There is no screen here, so this works through an example plan without a window.\n"


def first_run() -> int:
    """Returns the exit code."""
    speak_utf8()
    if Trial().found_screen():
        return main(["open"])
    show(_NO_SCREEN)
    if (code := main(["assess", str(EXAMPLE)])) != DONE:
        return code
    return _write_summary()


def _write_summary() -> int:
    """Into `out/` of this folder; where that cannot be, into the person's own data folder."""
    for folder in (Path("out"), data_folder() / "out"):
        path = (folder / "body-worn-video.pdf").absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if (code := main(["report", str(EXAMPLE), "-o", str(path)])) != IN_THE_WAY:
            show(f"\nThe summary to print and send is {path}" if code == DONE else "")
            return code
    return IN_THE_WAY


if __name__ == "__main__":
    sys.exit(first_run())

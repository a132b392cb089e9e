"""When something of ours breaks: the answers are put away first, then a log is written, then the person is told."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from thinking_professionals.fault_log import make_private, record_of, write_log


class Crash:
    """To be set as `sys.excepthook`. One report a run: a fault that repeats must not bury the person in boxes."""

    def __init__(self, folder: Path, put_away: Callable[[], object]) -> None:
        self._folder = folder
        self._put_away = put_away
        self._boxes: list[QMessageBox] = []

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        kept = self._try_to_keep()
        words = record_of(fault)
        log = write_log(words, self._folder)
        if sys.stderr is not None:
            sys.stderr.write(words)
        if not self._boxes:
            self._tell(kept, log, words)

    def _try_to_keep(self) -> bool:
        try:
            return bool(self._put_away())
        except Exception:  # whatever broke may break here as well; the draft of the last keystroke is on disk already
            return False

    def _tell(self, kept: bool, log: Path | None, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Something went wrong", "Something went wrong in this application.")
        answers = "Your answers are saved." if kept else "Your answers are saved up to the last key you pressed."
        where = f" What happened is written in {log}." if log else ""
        box.setInformativeText(
            f"{answers} You can go on; if it happens again, close the application and reopen it.{where}"
        )
        box.setDetailedText(words)
        self._boxes.append(box)
        box.open()


def show_words(words: str) -> None:
    """Why the application cannot go on, in a box of its own."""
    app = QApplication.instance() or QApplication([])
    box = QMessageBox(QMessageBox.Icon.Warning, "Thinking Professionals", words.strip() or "It could not be opened.")
    box.exec()
    del box, app


def log_hard_crashes(folder: Path) -> None:
    """What Python cannot catch, such as a fault inside Qt, leaves its traceback in a file that later starts add to."""
    try:
        make_private(folder)
        faulthandler.enable((folder / "hard-crash.log").open("a", encoding="utf-8"))
    except OSError:
        return

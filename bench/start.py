"""The application's start, step by step as `tp open` does it: says when the home page has been painted, then ends.

`python -m bench.start FOLDER`: the folder for the checked copy of the content and for drafts.
"""

import sys
from datetime import date
from pathlib import Path

from thinking_professionals.cli.screen import Trial
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT


def main(folder: Path) -> int:
    trial = Trial()
    from thinking_professionals.qt.app import make_app, make_window  # isort: skip

    from PySide6.QtCore import QSettings

    from bench.floor_window import Painted
    from thinking_professionals.qt.parts.buttons import CardButton
    from thinking_professionals.qt.warming import warm_up_later

    library = load(ROOT, cache=folder)
    assert trial.found_screen()
    application = make_app(sys.argv[:1])
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = make_window(application, library, folder, date.today, store)
    painted = Painted()
    door = window.home_page.findChild(CardButton)
    assert door is not None
    door.installEventFilter(painted)
    window.show()
    warm_up_later()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""The floor for starting: a bare window with one label. Prints a line when it has been painted, then ends."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Painted(QObject):
    """Sees the first paint event of a widget go by."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done)
        return False

    def done(self) -> None:
        print("painted", flush=True)
        QApplication.quit()


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    label = QLabel("Thinking Professionals")
    window.setCentralWidget(label)
    painted = Painted()
    label.installEventFilter(painted)
    window.resize(1100, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

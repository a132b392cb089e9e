"""About: which version and content this is, whose work it rests on, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from thinking_professionals import __version__
from thinking_professionals.library.library import Library
from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.rich import Passage
from thinking_professionals.qt.parts.roles import name
from thinking_professionals.qt.parts.sheet import Sheet, em
from thinking_professionals.qt.parts.words import Quiet, Subheading, Title
from thinking_professionals.report.document import Plain

OPEN_GOVERNMENT = "Contains public sector information licensed under the Open Government Licence v3.0."


class About(QDialog):
    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("About Thinking Professionals")
        self.setWindowTitle(title)
        name(self, title, "about")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 16)
        sheet = Sheet(40, self)
        lines.addWidget(sheet)
        self._fill(sheet, library)
        close = Button(self.tr("Close"), "about.close", parent=self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(close)
        lines.addLayout(foot)
        self.resize(QSize(em(self) * 44, em(self) * 38).boundedTo(self.screen().availableSize() * 0.9))
        close.setFocus()

    def _fill(self, sheet: Sheet, library: Library) -> None:
        sheet.lines.addWidget(Title("Thinking Professionals"))
        told = self.tr("Version {version}. Content edition {edition}, digest {digest}.")
        told = told.format(version=__version__, edition=library.edition, digest=library.digest)
        self._paragraph(sheet, told)
        self._paragraph(sheet, self.tr("It works on this computer only: nothing you write is sent anywhere."))
        sheet.lines.addWidget(Subheading(self.tr("Licences")))
        self._paragraph(sheet, self.tr("Thinking Professionals is free software under the MIT Licence."))
        self._paragraph(
            sheet,
            self.tr(
                "It uses Qt and PySide6 under the GNU Lesser General Public License, version 3. You may replace these "
                "libraries with your own builds; their source is at code.qt.io."
            ),
        )
        self._paragraph(sheet, self.tr("The typeface is FiraGO, under the SIL Open Font License, version 1.1."))
        self._open_government(sheet, library)
        sheet.lines.addStretch(1)

    def _open_government(self, sheet: Sheet, library: Library) -> None:
        found = [source for source in library.sources if "open government" in source.licence.lower()]
        if found:
            self._paragraph(sheet, OPEN_GOVERNMENT)
        for source in found:
            sheet.lines.addWidget(Quiet(f"{source.title}, {source.by}, {source.date}"))

    def _paragraph(self, sheet: Sheet, words: str) -> None:
        sheet.lines.addWidget(Passage((Plain(words),)))

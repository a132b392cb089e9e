"""The result: the screen's writer of the report, a widget a block, with a way from each section to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thinking_professionals.qt.parts.blocks import block_widget
from thinking_professionals.qt.parts.buttons import Button, LinkButton
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.rich import text_of
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.sheet import Rule, Sheet, column, empty
from thinking_professionals.qt.parts.words import Lead, Quiet, Subtitle, Title
from thinking_professionals.report.document import Report, Section


class ResultPage(Sheet):
    asked = Signal(str)
    """A link to a question was followed."""
    check_wished = Signal()
    export_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(50, parent)
        self._report: Report | None = None
        self._headings: dict[str, QWidget] = {}
        self._title = Title()

    def present(self, report: Report) -> None:
        if report == self._report:
            return
        self._report = report
        self._headings.clear()
        empty(self.lines)
        self._title = Title(text_of(report.title))
        self.lines.addWidget(self._title)
        if report.subtitle:
            self.lines.addWidget(Lead(report.subtitle))
        self.lines.addWidget(self._contents(report))
        for section in report.sections:
            self._add(section)
        self.lines.addSpacing(24)
        self.lines.addWidget(self._foot(report))
        self.lines.addStretch(1)

    def start(self) -> QWidget | None:
        return self._title

    def _contents(self, report: Report) -> QWidget:
        """Buttons that go to each section, in the order of the sections."""
        flow = Flow(gap=8)
        for section in report.sections:
            button = LinkButton(section.title, f"goto.{section.id}")
            button.setProperty("section", section.id)
            button.clicked.connect(self._go)
            flow.add(button)
        return flow

    def _add(self, section: Section) -> None:
        heading = Subtitle(section.title)
        group = Group(section.title, f"result.{section.id}")
        lines = QVBoxLayout(group)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        heading.setBuddy(group)
        for block in section.blocks:
            lines.addWidget(block_widget(block, self.asked.emit))
        self.lines.addSpacing(20)
        self.lines.addWidget(Rule())
        self.lines.addSpacing(4)
        self.lines.addWidget(heading)
        self.lines.addWidget(group)
        self._headings[section.id] = heading

    def _foot(self, report: Report) -> QWidget:
        holder, lines = column(12)
        buttons = Flow()
        check = Button(self.tr("Check your answers"), "nav.check")
        export = Button(self.tr("Export this"), "result.export", "primary")
        check.clicked.connect(self.check_wished)
        export.clicked.connect(self.export_wished)
        buttons.add(export)
        buttons.add(check)
        lines.addWidget(buttons)
        told = self.tr("Content edition {edition}, digest {digest}. Worked out on {day}.")
        lines.addWidget(Quiet(told.format(edition=report.edition, digest=report.digest[:12], day=report.as_of)))
        return holder

    def _go(self) -> None:
        heading = self._headings[self.sender().property("section")]
        self.to(heading)
        heading.setFocus()

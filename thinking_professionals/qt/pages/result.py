"""The result: the screen's writer of the report, a widget a block, with a way from each section to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.blocks import block_widget
from thinking_professionals.qt.parts.buttons import Button, LinkButton
from thinking_professionals.qt.parts.contents import Contents, SectionLink
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.rich import text_of
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.sheet import Rule, Sheet, column, em, empty
from thinking_professionals.qt.parts.words import Lead, Quiet, Subtitle, Title
from thinking_professionals.report.document import Report, Section

WIDEST = 50
"""Ems of the report at most, of its list of sections, and of the report at least with that beside it."""
SIDE = 15
NARROWEST = 40
EDGE = 24
TOP = 32


class ResultPage(Sheet):
    asked = Signal(str)
    """A link to a question was followed."""
    check_wished = Signal()
    export_wished = Signal()
    lots_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._report: Report | None = None
        self._takes_lots = False
        self._headings: dict[str, QWidget] = {}
        self._title: Title | None = None
        self._on_top: QWidget | None = None
        self._returns: list[QWidget] = []
        self._contents = Contents(self.area.viewport())  # over the page, which scrolls beneath it
        self._contents.chosen.connect(self._go_to)
        self.area.verticalScrollBar().valueChanged.connect(self._mark)

    def present(self, report: Report, *, lots: bool = False) -> None:
        """`lots` is whether what is advised takes a draw of lots."""
        if report == self._report:
            return
        self._report = report
        self._takes_lots = lots
        self._headings.clear()
        self._returns.clear()
        empty(self.lines)
        self._title = Title(text_of(report.title))
        self.lines.addWidget(self._title)
        if report.subtitle:
            self.lines.addWidget(Lead(report.subtitle))
        self._contents.put([(section.id, section.title) for section in report.sections])
        self._on_top = self._links(report)
        self.lines.addWidget(self._on_top)
        for section in report.sections:
            self._add(section)
        self.lines.addSpacing(24)
        self.lines.addWidget(self._foot(report))
        self.lines.addStretch(1)
        self._arrange()
        self._mark(0)

    def start(self) -> QWidget | None:
        return self._title

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """The sections stand beside the report where there is room for all of them, and on top of it where not."""
        side = SIDE * em(self)
        tall = self._contents.heightForWidth(side)
        beside = self.room() >= side + NARROWEST * em(self) and self.height() >= tall + 2 * TOP
        left = max(EDGE, (self.room() - side - WIDEST * em(self)) // 2)
        self._contents.setGeometry(left, TOP, side, tall)
        self._contents.setVisible(beside)
        for part in (self._on_top, *self._returns):
            if part is not None:
                part.setVisible(not beside)
        across = self.body.layout()
        if isinstance(across, QHBoxLayout):
            across.setContentsMargins(left + side + EDGE if beside else EDGE, TOP, EDGE, 2 * EDGE)
            across.setStretch(0, 0 if beside else 1)

    def _links(self, report: Report) -> QWidget:
        flow = Flow(gap=0)
        for section in report.sections:
            link = SectionLink(section.id, section.title)
            link.clicked.connect(self._go)
            flow.add(link)
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
        back = LinkButton(self.tr("Back to the list of sections"))
        back.clicked.connect(self._return)
        self._returns.append(back)
        self._headings[section.id] = heading
        self.lines.addSpacing(20)
        self.lines.addWidget(Rule())
        self.lines.addSpacing(4)
        for widget in (heading, group, back):
            self.lines.addWidget(widget)

    def _foot(self, report: Report) -> QWidget:
        holder, lines = column(12)
        buttons = Flow()
        check = Button(self.tr("Check your answers"), "nav.check")
        export = Button(self.tr("Export this"), "result.export", "primary")
        check.clicked.connect(self.check_wished)
        export.clicked.connect(self.export_wished)
        buttons.add(export)
        buttons.add(check)
        if self._takes_lots:
            lots = Button(self.tr("Draw the lots"), "result.lots")
            lots.clicked.connect(self.lots_wished)
            buttons.add(lots)
        lines.addWidget(buttons)
        told = self.tr("Content edition {edition}, digest {digest}. Worked out on {day}.")
        lines.addWidget(Quiet(told.format(edition=report.edition, digest=report.digest[:12], day=report.as_of)))
        return holder

    def _go(self) -> None:
        link = self.sender()
        if isinstance(link, SectionLink):
            self._go_to(link.section)

    def _go_to(self, section: str) -> None:
        heading = self._headings[section]
        self.to(heading)
        heading.setFocus()

    def _return(self) -> None:
        self.to_top()
        if self._title is not None:
            self._title.setFocus()

    def _mark(self, scrolled: int) -> None:
        """Show in the list which section is being read: the last one that began above the middle of the page."""
        middle = scrolled + self.area.viewport().height() // 2
        begun = [section for section, heading in self._headings.items() if _top(heading, self.body) < middle]
        self._contents.mark(begun[-1] if begun else next(iter(self._headings), ""))


def _top(widget: QWidget, within: QWidget) -> int:
    return widget.mapTo(within, QPoint()).y()

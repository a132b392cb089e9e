"""Several short questions on one page, each of which may be left: what is left is kept as not known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thinking_professionals.answers import plain
from thinking_professionals.library.questions import Page
from thinking_professionals.qt.entries.asked import Asked
from thinking_professionals.qt.entries.item import Item
from thinking_professionals.qt.pages.asking import AskingPage, Beside
from thinking_professionals.qt.parts.buttons import ENTER, Button, Folding
from thinking_professionals.qt.parts.order import stops, tab_through
from thinking_professionals.qt.parts.pile import Pile
from thinking_professionals.qt.parts.roles import announce
from thinking_professionals.qt.parts.sheet import Rule, column, empty
from thinking_professionals.qt.parts.words import Hint, Quiet, Subtitle


class ChecklistPage(AskingPage):
    """Enter goes from one question to the next, and on from the last; Control and Enter go on from anywhere."""

    answered = Signal(object)
    """The answers of the whole page in plain form, by question id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._here: Item | None = None
        self._announcement = ""
        self._where, self._title, self._about = Quiet(), Subtitle(), Hint()
        self._why = Folding(self.tr("Why we ask, with facts"), None, "question.why")
        self._why.toggled.connect(self._explain)
        self._holder, self._list = column(0, self.centre)
        self._count = Quiet()
        self._count.setAccessibleIdentifier("page.count")
        self._continue_button = Button(self.tr("Continue"), "nav.continue", "primary")
        self._continue_button.clicked.connect(self._continue)
        self._lay_out()

    def present(self, page: Page, asked: Sequence[Asked], here: str, where: str, beside: Beside) -> None:
        """`here` is the question at which the keyboard begins; `where` says how far on the way the page is."""
        self._where.say(where)
        self._title.say(page.title)
        self._about.say(page.about)
        self._why.setChecked(False)
        self._present_items(asked)
        self._here = next((item for item in self._items if item.question.id == here), None)
        self._present_count()
        self.present_beside(beside)
        entries = [stop for item in self._items for stop in stops(item)]
        tab_through([*self.sides(), self._why, *entries, self._continue_button])
        self._announcement = f"{where}. {page.title}. {page.about}"

    def start(self) -> QWidget | None:
        return self._here.entry.start() if self._here else None

    def to_top(self) -> None:
        """To the question at which the keyboard begins, where that is not the first."""
        super().to_top()
        if self._here is not None and self._here is not self._items[0]:
            self._show(self._here)

    def announce(self) -> None:
        announce(self._title, self._announcement)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._continue()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        why, foot = QHBoxLayout(), QHBoxLayout()
        why.addWidget(self._why)
        why.addStretch(1)
        foot.setSpacing(24)
        foot.addWidget(self._continue_button)
        foot.addWidget(self._count, 1)
        self.middle.addWidget(self._where)
        self.middle.addWidget(self._title)
        self.middle.addWidget(self._about)
        self.middle.addLayout(why)
        self.middle.addWidget(self._holder)
        self.middle.addWidget(Rule())
        self.middle.addSpacing(16)
        self.middle.addLayout(foot)
        self.middle.addStretch(1)

    def _present_items(self, asked: Sequence[Asked]) -> None:
        if len(asked) == len(self._items) and all(map(Item.takes, self._items, asked)):
            for item, one in zip(self._items, asked, strict=True):
                item.put(one.said)
        else:
            self._build_items(asked)

    def _build_items(self, asked: Sequence[Asked]) -> None:
        empty(self._list)
        pile = Pile(0, self._holder)
        self._items = [Item(one, pile) for one in asked]
        for item in self._items:
            pile.add(item)
            item.edited.connect(self._edited)
            item.done.connect(self._next)
        pile.resize(self._holder.width(), self._holder.height())  # so that it is laid out once, at its width
        self._list.addWidget(pile)
        pile.show()

    def _present_count(self) -> None:
        known = sum(item.known() for item in self._items)
        told = self.tr("{known} of {all} answered").format(known=known, all=len(self._items))
        left = len(self._items) - known
        rest = self.tr("{left} left as not known").format(left=left)
        self._count.say(f"{told} · {rest}" if left else told)

    def _explain(self, explained: bool) -> None:
        for item in self._items:
            item.explain(explained)

    def _edited(self) -> None:
        item = self.sender()
        if isinstance(item, Item):
            self._present_count()
            self.edited.emit(item.question.id, item.entry.raw())

    def _next(self) -> None:
        rest = self._items[self._items.index(self.sender()) + 1 :]  # type: ignore[arg-type]
        if rest:
            self._begin(rest[0])
        else:
            self._continue()

    def _continue(self) -> None:
        wrong = [item for item in self._items if not item.check()]
        if wrong:
            self._begin(wrong[0])
            wrong[0].announce_fault()
        else:
            self.answered.emit({item.question.id: plain(item.answer()) for item in self._items})

    def _begin(self, item: Item) -> None:
        item.entry.start().setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(item)

    def _show(self, item: Item) -> None:
        self.area.ensureWidgetVisible(item, 0, 24)

"""The bar at the top of the window: where to go, what is open, how it is kept; and a strip beneath for messages."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import Role, announce, give_role, name
from thinking_professionals.qt.parts.words import OneLine, Quiet, Word, Words


class Bar(Flow):
    """Always holds all of its buttons: where it is narrow, they go on to the next line."""

    def __init__(self, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent, gap=2, edge=(12, 6))
        give_role(self, Role.ToolBar)
        name(self, self.tr("Main bar"))
        self.home = Button(self.tr("Home"), "nav.home", "bar", self)
        self.back = Button(self.tr("Back"), "nav.back", "bar", self)
        self.save = Button(self.tr("Save"), "plan.save", "bar", self)
        self.export = Button(self.tr("Export"), "plan.export", "bar", self)
        self.result = Button(self.tr("Result"), "nav.result", "bar", self)
        self.menu = Button(self.tr("Menu"), "nav.menu", "bar", self)
        self.menu.setMenu(menu)
        self._title, self._state = OneLine("", self), Quiet("", self)
        self._state.setAccessibleIdentifier("plan.state")
        self._state.hide()
        self._middle = self._titles()
        self.stretch = self._middle
        for part in (self.home, self.back, self._middle, self.save, self.export, self.result, self.menu):
            self.add(part)

    def present(self, title: str, *, back: bool, plan: bool, result: bool) -> None:
        """`plan` is whether there is anything to save, `result` whether there is anything to work out."""
        self._title.say(title)
        self.back.setEnabled(back)
        self.save.setEnabled(plan)
        self.export.setEnabled(result)
        self.result.setEnabled(result)
        if not plan:
            self._tell("")

    def tell_kept(self, kept: bool) -> None:
        self._tell(self.tr("saved") if kept else self.tr("not saved yet"))

    def _tell(self, state: str) -> None:
        """Hidden while there is nothing to tell, so that the title stands level with the buttons."""
        self._state.say(state)
        self._state.setVisible(bool(state))

    def _titles(self) -> QWidget:
        holder = QWidget(self)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(12, 0, 12, 0)
        lines.setSpacing(0)
        for label in (self._title, self._state):
            label.setWordWrap(False)
            lines.addWidget(label)
        return holder


class Notice(QFrame):
    """One message until the next page, or until it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        give_role(self, Role.StatusBar)
        name(self, self.tr("Message"), "message")
        self._word = Word("", "go", self)
        self._words = Words("", self)
        self._word.setWordWrap(False)
        close = Button(self.tr("Close message"), "message.close", "link", self)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        row.addWidget(self._word)
        row.addWidget(self._words, 1)
        row.addWidget(close)
        self.hide()

    def tell(self, words: str, failure: bool) -> None:
        self.setProperty("tone", "stop" if failure else "go")
        self._word.change_tone("stop" if failure else "go")
        self._word.say(self.tr("Problem") if failure else self.tr("Done"))
        self._words.say(words)
        self.style().polish(self)
        self.show()
        announce(self._words, words, urgent=failure)

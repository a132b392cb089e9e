"""A table that grows: a row of fields for each thing, one to add and one to remove."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from thinking_professionals.answers import Raw
from thinking_professionals.library.questions import Question
from thinking_professionals.plan import Plain
from thinking_professionals.qt.entries.entry import Entry
from thinking_professionals.qt.parts.buttons import Button
from thinking_professionals.qt.parts.order import tab_through
from thinking_professionals.qt.parts.roles import Group, name
from thinking_professionals.qt.parts.words import Quiet


class Rows(Entry):
    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self._fields: list[list[QLineEdit]] = []
        self._grid_holder = Group(question.ask, f"answer.{question.id}", self)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at, column in enumerate(question.columns):
            self._grid.addWidget(Quiet(column.label, self), 0, at)
        self.lines.addWidget(self._grid_holder)
        self._more = Button(self.tr("Add a row"), f"answer.{question.id}.add", parent=self)
        self._fewer = Button(self.tr("Remove the last row"), f"answer.{question.id}.remove", parent=self)
        self.lines.addWidget(self._more)
        self.lines.addWidget(self._fewer)
        self._more.clicked.connect(self._add_and_go)
        self._fewer.clicked.connect(self._remove)
        self._add()

    def put(self, said: Plain | None) -> None:
        rows = [row for row in said if isinstance(row, Mapping)] if isinstance(said, list | tuple) else []
        while len(self._fields) < len(rows):
            self._add()
        for fields, row in zip(self._fields, rows, strict=False):
            for field, column in zip(fields, self.question.columns, strict=True):
                field.setText(str(row.get(column.id, "")))

    def raw(self) -> Raw | None:
        rows = [
            {column.id: field.text().strip() for column, field in zip(self.question.columns, fields, strict=True)}
            for fields in self._fields
        ]
        return [row for row in rows if any(row.values())]

    def start(self) -> QWidget:
        return self._fields[0][0]

    def _add(self) -> None:
        number = len(self._fields) + 1
        fields = []
        for at, column in enumerate(self.question.columns):
            field = QLineEdit(self._grid_holder)
            words = self.tr("{column}, row {number}").format(column=column.label, number=number)
            name(field, words, f"answer.{self.question.id}.{number}.{column.id}")
            field.textEdited.connect(self.edited)
            self._grid.addWidget(field, number, at)
            field.show()
            fields.append(field)
        if self._fields:
            tab_through([self._fields[-1][-1], *fields])
        self._fields.append(fields)
        self._fewer.setEnabled(number > 1)

    def _add_and_go(self) -> None:
        self._add()
        self._fields[-1][0].setFocus()

    def _remove(self) -> None:
        for field in self._fields.pop():
            field.hide()
            field.deleteLater()
        self._fewer.setEnabled(len(self._fields) > 1)
        self.edited.emit()

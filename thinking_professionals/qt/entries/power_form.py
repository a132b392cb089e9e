"""The form of one calculator, made from its fields: what is mostly asked in sight, the rest folded away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from thinking_professionals.calculators.power.form import ALPHA, POWER, SIDES, Amount, Calculator, Field
from thinking_professionals.calculators.power.running import ANY
from thinking_professionals.qt.entries.figure import FigureField
from thinking_professionals.qt.parts.buttons import Folding
from thinking_professionals.qt.parts.choice import Choice
from thinking_professionals.qt.parts.flow import Flow
from thinking_professionals.qt.parts.roles import Group
from thinking_professionals.qt.parts.sheet import column
from thinking_professionals.qt.parts.words import Heading, Minor, Subheading

BETWEEN = 14


@dataclass(frozen=True, slots=True)
class Given:
    """What a person knows, by name of field, and the method they chose."""

    calculator: Calculator
    amounts: Mapping[str, Amount]
    method: str


def example_of(calculator: Calculator) -> dict[str, str]:
    """The figures of its example, by name of field, as one would type them."""
    words = calculator.example.split()
    options = zip(words[::2], words[1::2], strict=True)
    names = {field.name for field in calculator.fields}
    said = {option.removeprefix("--").replace("-", "_"): text for option, text in options}
    return {name: text for name, text in said.items() if name in names}


def in_sight(calculator: Calculator) -> list[Field]:
    """What the example gives, one that it leaves to be worked out, and how sure one wants to be."""
    example = example_of(calculator)
    roles = {field.role for field in calculator.fields if field.name in example}
    left = "sample" if "effect" in roles else "effect"
    found = [field.name for field in calculator.fields if field.role == left and field.name not in example][:1]
    shown = [field for field in calculator.fields if field.name in {*example, *found}]
    return [*shown, POWER] if tests(calculator) else shown


def tests(calculator: Calculator) -> bool:
    """Whether two things are compared, so that there is a chance to see a change; a survey says only how sure it is."""
    return all(field.name != "confidence" for field in calculator.fields)


class PowerForm(QObject):
    """`known` and `more` are its two halves, for a page to place."""

    edited = Signal()
    entered = Signal()

    def __init__(self, calculator: Calculator, parent: QWidget) -> None:
        super().__init__(parent)
        self._calculator = calculator
        self._fields: dict[str, FigureField] = {}
        self._methods = QButtonGroup(self)
        shown = in_sight(calculator)
        self.known, lines = column(BETWEEN, parent)
        self._add(lines, self.tr("What you know"), shown)
        self._folded, more = column(BETWEEN)
        self._add_more(more, [field for field in calculator.fields if field not in shown])
        self.more = self._fold_away(parent)

    def given(self) -> Given:
        """Raises Misunderstood or Refused where a figure cannot be used."""
        amounts = {name: amount for name, field in self._fields.items() if (amount := field.amount()) is not None}
        chosen = self._methods.checkedId()
        return Given(self._calculator, amounts, self._calculator.methods[max(chosen, 0)].name)

    def blank(self) -> bool:
        return not any(field.text().strip() for field in self._fields.values())

    def check(self) -> bool:
        """Whether every figure can be used; where one cannot, it is said beneath it, and seen."""
        faulty = [field for field in self._fields.values() if not field.check()]
        if any(self._folded.isAncestorOf(field) for field in faulty):
            self._fold.setChecked(True)
        return not faulty

    def put(self, said: Mapping[str, str]) -> None:
        """These figures and no others, by the usual method."""
        for name, field in self._fields.items():
            field.put(said.get(name, ""))
        if usual := self._methods.button(0):
            usual.setChecked(True)
        self._edited()

    def show_or_hide(self, shown: bool) -> None:
        self.known.setVisible(shown)
        self.more.setVisible(shown)

    def _add(
        self, lines: QVBoxLayout, title: str, fields: Iterable[Field], heading: type[Heading] = Subheading
    ) -> None:
        lines.addWidget(heading(title))
        for field in fields:
            made = self._fields[field.name] = FigureField(field)
            made.edited.connect(self._edited)
            made.entered.connect(self.entered)
            lines.addWidget(made)

    def _add_more(self, lines: QVBoxLayout, fields: list[Field]) -> None:
        parts: tuple[tuple[str, Sequence[Field]], ...] = (
            (self.tr("Other ways to say it"), [field for field in fields if field.role != "setting"]),
            (self.tr("What else matters"), [field for field in fields if field.role == "setting"]),
        )
        if tests(self._calculator):
            parts += (
                (self.tr("What studies lose"), ANY),
                (self.tr("How sure it must be"), (ALPHA, SIDES) if self._calculator.one_sided else (ALPHA,)),
            )
        for title, some in parts:
            if some:
                self._add(lines, title, some, Minor)
        if len(self._calculator.methods) > 1:
            self._add_methods(lines)

    def _add_methods(self, lines: QVBoxLayout) -> None:
        title = self.tr("How it is worked out")
        lines.addWidget(Minor(title))
        group = Group(title, "answer.method")
        choices = QVBoxLayout(group)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(0)
        for at, method in enumerate(self._calculator.methods):
            choice = Choice(method.what, "", f"option.{method.name}", bare=True)
            choice.setChecked(at == 0)
            self._methods.addButton(choice, at)
            choices.addWidget(choice)
        self._methods.idClicked.connect(self._edited)
        lines.addWidget(group)

    def _fold_away(self, parent: QWidget) -> QWidget:
        holder, lines = column(BETWEEN, parent)
        self._fold = Folding(self.tr("More settings"), self._folded, "numbers.more")
        row = Flow()
        row.add(self._fold)
        lines.addWidget(row)
        lines.addWidget(self._folded)
        return holder

    def _edited(self) -> None:
        """Say how many of the folded settings are in use, so that none is forgotten."""
        folded = [field for field in self._fields.values() if self._folded.isAncestorOf(field)]
        used = sum(bool(field.text().strip()) for field in folded)
        more = self.tr("More settings")
        self._fold.say(self.tr("{more}: {used} in use").format(more=more, used=used) if used else more)
        self.edited.emit()

    def start(self) -> QWidget:
        return next(iter(self._fields.values())).start()

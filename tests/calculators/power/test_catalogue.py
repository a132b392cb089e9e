import re
import runpy

import pytest

from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import COMMON, Calculator
from thinking_professionals.calculators.power.running import ANY
from thinking_professionals.paths import ROOT

PAGE = ROOT / "docs" / "power.md"
TABLE = runpy.run_path(str(ROOT / "packaging" / "power_table.py"))

each = pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda one: one.name)


def test_every_calculator_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(CALCULATORS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in BY_NAME)


@each
def test_every_method_says_what_it_is_where_it_comes_from_and_what_it_was_held_against(calculator: Calculator) -> None:
    assert calculator.methods
    assert len({method.name for method in calculator.methods}) == len(calculator.methods)
    for method in calculator.methods:
        assert method.what.strip()
        assert re.search(r"[A-Z].*\b(1[89]|20)\d\d\b", method.source), f"{method.name} names no author and year"
        assert method.reference.strip()


@each
def test_every_field_has_a_name_of_its_own_and_a_label(calculator: Calculator) -> None:
    fields = (*calculator.fields, *ANY, *COMMON)
    assert len({field.name for field in fields}) == len(fields)
    assert all(field.label.strip() for field in fields)
    assert {"effect", "sample"} & {field.role for field in calculator.fields}


@each
def test_every_calculator_speaks_to_someone_who_has_never_met_it(calculator: Calculator) -> None:
    assert all(part.strip() for part in (calculator.title, calculator.about, calculator.effect, calculator.example))


def test_the_table_of_methods_is_current() -> None:
    """`make docs-power` writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert TABLE["with_table"](page) == page
    for calculator in CALCULATORS:
        for method in calculator.methods:
            assert all(part in page for part in (calculator.title, method.what, method.source, method.reference))


def test_a_table_that_is_behind_is_made_anew() -> None:
    begin, end = TABLE["BEGIN"], TABLE["END"]
    page = TABLE["with_table"](f"before\n{begin}\n| old |\n{end}\nafter\n")
    assert page.startswith(f"before\n{begin}")
    assert page.endswith(f"{end}\nafter\n")
    assert "old" not in page

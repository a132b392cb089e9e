"""What plans make use of, counted; and what comes up in none, told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.folder import plant
from thinking_professionals.authoring.check import check

ROUTE = """
purpose: cause
people: "200"
spend: "700"
marks: [new]
start: dont_know
outcome: Calls
helpers: []
measures: []
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, title: str, branch: str = "works", answers: str = ROUTE) -> Path:
    said = "".join(f"  {line}\n" for line in answers.strip().splitlines())
    path = folder / f"{name}.plan.yaml"
    path.write_text(f"format: 1\ntitle: {title}\nbranch: {branch}\nanswers:\n{said}", encoding="utf-8")
    return path


def told(root: Path, folder: Path) -> set[str]:
    result = check(root, [folder])
    assert not result.faults
    assert {warning.file for warning in result.warnings} <= {
        p.relative_to(root).as_posix() for p in root.rglob("*.yaml")
    }
    return {warning.what.split("'")[1] for warning in result.warnings}


def test_what_comes_up_in_no_plan_is_a_warning(root: Path, plans: Path) -> None:
    write(plans, "one", "One")
    assert told(root, plans) == {
        *("trial", "trial.too_few", "trial.rushed", "trial.unseen"),
        *("purpose.reason", "marks.hurried"),
    }
    counts = check(root, [plans]).counts
    assert [counts[name] for name in ("designs advised", "rules fired", "options chosen", "plans")] == [1, 2, 2, 1]


def test_another_plan_may_make_up_for_it(root: Path, plans: Path) -> None:
    write(plans, "one", "One")
    write(plans, "two", "Two", answers='purpose: cause\npeople: "25"')
    write(
        plans,
        "three",
        "Three",
        answers='purpose: cause\npeople: "60"\nspend: "100"\nmarks: [hurried]\nstart: dont_know\n'
        'outcome: ""\nhelpers: []\nmeasures: []',
    )
    assert told(root, plans) == {"purpose.reason", "trial.unseen"}


def test_a_warning_stands_at_the_line_of_the_thing(root: Path, plans: Path) -> None:
    write(plans, "one", "One")
    line = plant(root, "content/designs/trial.yaml", "  - id: rushed", "  - id: hurried◄")
    assert [w.line for w in check(root, [plans]).warnings if "'trial.hurried'" in w.what] == [line]


def test_plans_without_a_title_or_a_door_with_questions_do_not_count(root: Path, plans: Path) -> None:
    write(plans, "untitled", "''")
    write(plans, "elsewhere", "Elsewhere", branch="nowhere")
    write(plans, "page", "Page", branch="why")
    assert {"trial", "monitoring", "worth_it.too_dear", "purpose.cause"} <= told(root, plans)
    assert check(root, [plans]).counts["plans"] == 2


def test_without_folders_the_examples_are_counted_and_nothing_is_missed(root: Path) -> None:
    assert "plans" not in check(root).counts
    folder = root / "content" / "examples"
    folder.mkdir()
    write(folder, "one", "One")
    assert (check(root).warnings, check(root).counts["plans"]) == ((), 1)


def test_a_plan_that_cannot_be_read_is_a_fault(root: Path, plans: Path) -> None:
    path = write(plans, "one", "One")
    path.write_text("[", encoding="utf-8")
    [fault] = check(root, [plans]).faults
    assert fault.file == path.as_posix()


def test_plans_are_not_followed_through_faulty_content(root: Path, plans: Path) -> None:
    write(plans, "one", "One")
    plant(root, "questions.yaml", "    next: helpers", "    next: outcome◄")
    result = check(root, [plans])
    assert result.faults
    assert "plans" not in result.counts

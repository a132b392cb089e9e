"""Loading: every fault of every file at once, files that are missing or unreadable, and what is true of a good load."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.folder import FILES, QUESTIONS
from tests.sizes import RANDOM_TEXTS
from thinking_professionals.library.faults import ContentError, ContentFaults, suggest
from thinking_professionals.library.load import load
from thinking_professionals.paths import ROOT


def faults_of(root: Path, cache: Path | None = None) -> tuple[ContentError, ...]:
    with pytest.raises(ContentFaults) as refused:
        load(root, cache=cache)
    return refused.value.faults


def change(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    text = (root / name).read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    (root / name).write_text(text, encoding="utf-8")


def test_content_without_fault_becomes_one_library(root: Path) -> None:
    library = load(root)
    assert [design.id for design in library.designs] == ["monitoring", "trial"]
    assert library.questions.by_id["people"].most == Decimal(1000)
    assert library.design_by_id["trial"].effort.days.researcher == Decimal("10.5")
    assert [step.strength for step in library.design_by_id["trial"].level] == [5, 4, 3]
    assert library.source_by_id["book"].title == "A book"
    assert library.questions.branch("works") == library.questions.branches[0]
    assert library.edition == "1"
    assert len(library.digest) == 64


def test_content_without_a_last_resort_is_refused(root: Path) -> None:
    need = "needs: [{id: some, when: {people: {at_least: 1}}, because: It needs some., source: book, sure: S}]"
    change(root, "content/designs/monitoring.yaml", ("lets_you_say:", f"{need}\nlets_you_say:"))
    [fault] = faults_of(root)
    assert (fault.file, fault.line) == ("questions.yaml", 1)
    assert "design" in fault.what


def test_every_fault_of_every_file_is_told_at_once_in_order(root: Path) -> None:
    change(
        root, "questions.yaml", ("ask: How many?", "ask: 5"), ("go: start", "go: strat"), ("first: purpose", "first: p")
    )
    change(root, "content/gates.yaml", ("at_least: 500", "at_least: -1"), ("source: book", "source: bok"))
    change(root, "content/designs/trial.yaml", ("name: Trial", "nam: Trial"))
    change(root, "content/glossary.yaml", ("term: trial", "term: 'trial"))
    faults = faults_of(root)
    assert list(faults) == sorted(faults)
    told = "\n".join(map(str, faults))
    for word in ("'ask' of 'people'", "'strat'", "'p'", "'spend'", "'bok'", "'nam'", "'name'", "never closed"):
        assert word in told
    assert str(faults[0]).startswith("content/designs/trial.yaml:")


def test_things_in_a_file_that_cannot_be_read_are_not_called_unknown(root: Path) -> None:
    (root / "questions.yaml").write_text("edition: [", encoding="utf-8")
    (root / "content/sources.yaml").write_text("- {id: 5}", encoding="utf-8")
    (root / "content/designs/monitoring.yaml").write_text("", encoding="utf-8")
    assert {fault.file for fault in faults_of(root)} == {
        "questions.yaml",
        "content/sources.yaml",
        "content/designs/monitoring.yaml",
    }


def test_a_question_with_a_fault_is_still_there_for_what_refers_to_it(root: Path) -> None:
    change(root, "questions.yaml", ("kind: money", "kind: mony"))
    assert len(faults_of(root)) == 1


def test_a_file_of_the_wrong_shape_altogether_is_one_fault(root: Path) -> None:
    (root / "questions.yaml").write_text("- a list\n", encoding="utf-8")
    (root / "content/gates.yaml").write_text("a: mapping\n", encoding="utf-8")
    assert [(f.file, f.line) for f in faults_of(root)] == [("content/gates.yaml", 1), ("questions.yaml", 1)]


@pytest.mark.parametrize("name", list(FILES))
def test_a_missing_file_is_named_with_what_to_do(root: Path, name: str) -> None:
    (root / name).unlink()
    if name.startswith("content/designs/"):
        (root / "content/designs/trial.yaml").unlink(missing_ok=True)
        (root / "content/designs/monitoring.yaml").unlink(missing_ok=True)
        name = "content/designs"
    assert [fault for fault in faults_of(root) if fault.file == name and "add" in fault.remedy]


def test_an_empty_folder_and_one_that_is_not_there_name_the_files_wanted(tmp_path: Path) -> None:
    assert len(faults_of(tmp_path)) == len(faults_of(tmp_path / "nowhere")) == 9


def test_a_folder_that_cannot_be_looked_into_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path / ("a" * 300))
    assert "a" * 300 in fault.remedy


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text file"),
        (b"\xff\xfea\0", "text file"),
        (QUESTIONS.encode()[: QUESTIONS.index("      - otherwise: spend")], "default"),
        (b"a: &a [1]\nb: *a\n", "reference"),
        (b"[" * 100_000, "nested"),
    ],
)
def test_a_spoilt_file_is_a_fault_like_any_other(root: Path, data: bytes, word: str) -> None:
    (root / "questions.yaml").write_bytes(data)
    told = [fault for fault in faults_of(root) if fault.file == "questions.yaml"]
    assert told
    assert word in "\n".join(map(str, told))


def test_a_file_of_50_mb_is_refused_without_being_parsed(root: Path) -> None:
    with (root / "content/gates.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert [f.what for f in faults_of(root) if f.file == "content/gates.yaml"] == ["the file is larger than 5 MB"]


def test_a_file_that_nothing_reads_is_named_with_the_one_that_was_meant(root: Path) -> None:
    (root / "content/gate.yaml").write_text("a: 1\n", encoding="utf-8")
    (told,) = faults_of(root)
    assert (told.file, "gates.yaml" in told.remedy) == ("content/gate.yaml", True)


def test_examples_certificate_and_notes_are_not_content(root: Path) -> None:
    before = load(root).digest
    (root / "content/examples").mkdir()
    (root / "content/examples/mine.plan.yaml").write_text("[", encoding="utf-8")
    (root / "content/certificate.yaml").write_text("[", encoding="utf-8")
    (root / "content/notes.txt").write_text("[", encoding="utf-8")
    assert load(root).digest == before


def test_a_file_that_may_not_be_read_is_a_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert all("cannot be read" in fault.what or "designs" in fault.file for fault in faults_of(root))


def test_remarks_line_ends_and_zeros_leave_the_digest_and_words_change_it(root: Path) -> None:
    before = load(root).digest
    path = root / "content/costs/rates.yaml"
    text = path.read_text(encoding="utf-8").replace("direct_high: 2.0", "direct_high: 2.00")
    path.write_bytes(b"\xef\xbb\xbf# remark\r\n" + text.replace("\n", "\r\n").encode())
    assert load(root).digest == before
    change(root, "questions.yaml", ("welcome: Hello", "welcome: Hallo"))
    assert load(root).digest != before


def test_long_choices_get_a_general_remedy_and_short_ones_a_list() -> None:
    assert suggest("zzz", ["alpha", "beta"]) == "use one of alpha, beta"
    assert "'alpha'" in suggest("alfa", ["alpha", "beta"])
    assert suggest("zzz", [f"word{i}" for i in range(99)]) == suggest("zzz", [])


@given(data=st.data())
@settings(max_examples=RANDOM_TEXTS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_swapped_for_anything_give_faults_or_a_library_but_never_a_crash(root: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    lines = FILES[name].splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    key = lines[at].partition(":")[0]
    value = data.draw(
        st.sampled_from(["5", "-1.5", "true", "~", "[]", "[1]", "{}", "{a: 1}", "'x'", "{{ x }}", "", "{is: a}"])
    )
    lines[at] = data.draw(st.sampled_from(["", f"{key}: {value}", f"{key[:-1]}x: {value}", f"{lines[at]} {value}"]))
    (root / name).write_text("\n".join(lines), encoding="utf-8")
    faults: tuple[ContentError, ...] = ()
    try:
        load(root)
    except ContentFaults as refused:
        faults = refused.faults
    finally:
        (root / name).write_text(FILES[name], encoding="utf-8")
    assert all(fault.line >= 1 and fault.what and fault.remedy for fault in faults)


QUICK = """
import sys
from pathlib import Path
from thinking_professionals.library.load import load
library = load(Path(sys.argv[1]), cache=Path(sys.argv[2]))
print(library.digest, *sorted({"pydantic", "yaml", "jinja2"} & set(sys.modules)))
"""


def test_content_without_fault_does_without_pydantic_and_known_content_without_yaml(tmp_path: Path) -> None:
    def start() -> list[str]:
        command = [sys.executable, "-c", QUICK, str(ROOT), str(tmp_path)]
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
        ).stdout.split()

    first, second = start(), start()
    assert first[:1] == second
    assert "yaml" in first
    assert "pydantic" not in first


def test_what_is_hoped_of_a_stop_is_what_is_true_unless_it_holds(root: Path) -> None:
    change(
        root, "content/designs/trial.yaml", ("    stop: {people", "    unless: There are enough.\n    stop: {people")
    )
    clauses = {clause.id: clause for clause in load(root).clauses["trial"]}
    assert clauses["trial.too_few"].hoped == "There are enough."

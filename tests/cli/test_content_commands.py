import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tp
from tests.library.folder import HERE, plant


def test_content_without_fault_is_exit_0_with_counts(tp: Tp) -> None:
    done = tp("check")
    assert done.code == 0
    assert "0 faults" in done.out
    assert "8 questions" in done.out


def test_every_fault_is_named_with_its_file_and_line(tp: Tp, content: Path) -> None:
    option = "        label: Why?\n        next: "
    lines = [
        plant(content, "questions.yaml", f"{option}end", f"{option}nowhere{HERE}"),
        plant(content, "content/gates.yaml", "applies_to: [impact]", f"applies_to: [imapct]{HERE}"),
    ]
    done = tp("check")
    assert done.code == 1
    assert f"questions.yaml:{lines[0]}: " in done.out
    assert f"content/gates.yaml:{lines[1]}: " in done.out
    assert "2 faults" in done.out
    assert tp("check", "--prove").code == 1


def test_a_warning_is_named_and_is_no_failure(tp: Tp, content: Path) -> None:
    sources = content / "content" / "sources.yaml"
    unused = '- {id: unused, title: T, by: B, date: "2020", seen: "2026-10-01"}\n'
    sources.write_text(sources.read_text(encoding="utf-8") + unused, encoding="utf-8")
    done = tp("check")
    assert done.code == 0
    assert "1 warning " in done.out
    assert "content/sources.yaml:" in done.out


def test_what_comes_up_in_no_plan_is_warned_of(tp: Tp, plan: Path) -> None:
    done = tp("check", "--plans", str(plan.parent))
    assert done.code == 0
    assert " plans" in done.out.splitlines()[-1]
    assert "warning: option 'purpose." in done.out


def test_a_folder_of_plans_that_is_not_there_is_wrong_usage(tp: Tp, tmp_path: Path) -> None:
    done = tp("check", "--plans", str(tmp_path / "nowhere"))
    assert done.code == 2
    assert "nowhere" in done.err


def test_a_folder_without_plans_is_wrong_usage(tp: Tp, tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").touch()
    done = tp("check", "--plans", str(tmp_path))
    assert done.code == 2
    assert str(tmp_path) in done.err


def test_a_proof_is_honestly_not_there(tp: Tp) -> None:
    done = tp("check", "--prove")
    assert done.code == 1
    assert "0 faults" in done.out
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("command", [["questions"], ["graph", "-o", "tree.svg"], ["assess", "a.plan.yaml"]])
def test_faulty_content_stops_every_command(
    tp: Tp, content: Path, plan: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    line = plant(content, "content/gates.yaml", "applies_to: [impact]", f"applies_to: [imapct]{HERE}")
    done = tp(*command)
    assert done.code == 1
    assert f"content/gates.yaml:{line}: " in done.err
    assert not Path("tree.svg").exists()


def test_a_folder_without_content_is_exit_1(tp: Tp, content: Path) -> None:
    (content / "questions.yaml").unlink()
    for command in ("check", "questions"):
        assert tp(command).code == 1


def test_every_question_is_listed_in_order_in_words(tp: Tp) -> None:
    done = tp("questions")
    assert done.code == 0
    places = [done.out.index(f"[{question}") for question in ("purpose", "people", "spend", "marks", "measures")]
    assert places == sorted(places)
    assert "[hurried]" in done.out


def test_every_question_is_listed_as_json(tp: Tp) -> None:
    found = json.loads(tp("questions", "--json").out)
    assert found["edition"] == "1"
    by_id = {question["id"]: question for question in found["questions"]}
    assert list(by_id)[:3] == ["purpose", "people", "spend"]
    fields = {
        "id", "branches", "kind", "ask", "hint", "why_we_ask", "options", "unit", "least", "most", "dont_know",
        "can_change",
    }  # fmt: skip
    assert all(fields <= question.keys() for question in by_id.values())
    assert by_id["purpose"]["options"][0].keys() == {"id", "label", "hint"}
    assert (by_id["people"]["least"], by_id["people"]["most"], by_id["people"]["unit"]) == (0, 1000, "people")
    assert (by_id["purpose"]["dont_know"], by_id["outcome"]["dont_know"]) == (True, False)
    assert by_id["people"]["branches"] == ["works"]


def test_a_branch_may_be_listed_alone(tp: Tp) -> None:
    assert len(json.loads(tp("questions", "--branch", "works", "--json").out)["questions"]) == 8
    assert json.loads(tp("questions", "--branch", "why", "--json").out)["questions"] == []
    assert tp("questions", "--branch", "why").code == 0


@pytest.mark.parametrize("command", [["questions"], ["graph", "-o", "tree.svg"]])
@pytest.mark.parametrize(("branch", "meant"), [("worksh", "works"), ("zzz", "why")])
def test_an_unknown_branch_is_wrong_usage(tp: Tp, command: list[str], branch: str, meant: str) -> None:
    done = tp(*command, "--branch", branch)
    assert done.code == 2
    assert meant in done.err


@pytest.mark.parametrize("suffix", ["svg", "dot", "mmd", "SVG"])
@pytest.mark.parametrize("branch", [[], ["--branch", "works"]])
def test_the_tree_is_drawn(tp: Tp, tmp_path: Path, suffix: str, branch: list[str]) -> None:
    done = tp("graph", *branch, "-o", tmp_path / f"tree.{suffix}")
    assert (done.code, done.err) == (0, "")
    assert "What do you need?" in (tmp_path / f"tree.{suffix}").read_text(encoding="utf-8")


def test_a_drawing_in_another_format_is_wrong_usage(tp: Tp, tmp_path: Path) -> None:
    done = tp("graph", "-o", tmp_path / "tree.png")
    assert done.code == 2
    for suffix in (".svg", ".dot", ".mmd"):
        assert suffix in done.err


def test_a_drawing_with_nowhere_to_go_is_exit_1(tp: Tp, tmp_path: Path) -> None:
    assert tp("graph", "-o", tmp_path / "missing" / "tree.svg").code == 1

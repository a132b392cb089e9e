import json
import math
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Tp
from thinking_professionals.calculators.power.catalogue import BY_NAME, CALCULATORS
from thinking_professionals.calculators.power.form import COMMON, Calculator, Field, Method
from thinking_professionals.calculators.power.refusal import Refused
from thinking_professionals.calculators.power.running import ANY, run
from thinking_professionals.cli.power_options import read_options
from thinking_professionals.report.compose.power_words import power_words

KEYS = [
    "name",
    "method",
    "n_per_arm",
    "n1",
    "n2",
    "n_total",
    "pairs",
    "clusters_per_arm",
    "clusters_total",
    "power",
    "mdes",
    "margin",
    "floor",
    "design_effect",
    "exact",
    "assumptions",
    "warnings",
    "refused",
]
COMMAND = re.compile(r"^ +tp power (.+)\n +(.+)", re.MULTILINE)


def one_line(text: str) -> str:
    return " ".join(text.split())


def unbroken(text: str) -> str:
    """Lines are broken at hyphens too."""
    return "".join(text.split())


def test_the_calculators_are_listed_with_a_line_each(tp: Tp) -> None:
    done = tp("power")
    assert (done.code, done.err) == (0, "")
    for calculator in CALCULATORS:
        (line,) = [line for line in done.out.splitlines() if line.split(" ")[0] == calculator.name]
        assert calculator.title in line


def test_an_answer_in_words_begins_with_the_answer(tp: Tp) -> None:
    done = tp("power", "means", "--d", "0.2")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("You need 394 people in each group, 788 in all, ")
    assert "Cohen 1988" in one_line(done.out)


def test_an_answer_as_json_has_every_key(tp: Tp) -> None:
    done = tp("power", "means", "--d", "0.5", "--method", "normal", "--power", "0.9", "--json")
    found = json.loads(done.out)
    assert (done.code, done.err, list(found)) == (0, "", KEYS)
    assert (found["name"], found["method"], found["n_per_arm"], found["n_total"]) == ("means", "normal", 85, 170)
    assert found["exact"]["n_per_arm"] == pytest.approx(84.06, abs=0.01)
    assert (found["pairs"], found["refused"]) == (None, None)


@pytest.mark.parametrize(
    ("options", "key", "value"),
    [
        (["--d", "0.2"], "n_per_arm", 394),
        (["--d", "-0.2"], "n_per_arm", 394),
        (["--d=-2e-1"], "n_per_arm", 394),
        (["--d", "-2E-1"], "n_per_arm", 394),
        (["--d", "+.2"], "n_per_arm", 394),
        (["--d", " 0.20 "], "n_per_arm", 394),
        (["--d", ".2", "--take-up", "0.5"], "n_per_arm", 1571),
        (["--mean1", "-1", "--mean2", "-1.2", "--sd", "1"], "n_per_arm", 394),
        (["--d", "0.2", "--covariates", "1e0"], "n_per_arm", 394),
    ],
)
def test_options_are_the_fields_and_numbers_are_read_as_they_stand(
    tp: Tp, options: list[str], key: str, value: float
) -> None:
    assert json.loads(tp("power", "means", *options, "--json").out)[key] == value


@pytest.mark.parametrize("options", [[], ["--d", "0"], ["--n", "1"], ["--d", "1", "--alpha", "2"], ["--d", "1e13"]])
def test_a_refusal_names_its_cause_and_is_exit_1(tp: Tp, options: list[str]) -> None:
    in_words, as_json = tp("power", "means", *options), tp("power", "means", *options, "--json")
    found = json.loads(as_json.out)
    assert (in_words.code, as_json.code) == (1, 1)
    assert (in_words.out, as_json.err) == ("", "")
    assert in_words.err == f"tp: {found['refused']}\n"
    assert list(found) == KEYS
    assert not any(found[key] for key in KEYS if key not in {"name", "method", "refused"})


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--dd", "1"], "--dd"),
        (["--dd", "1"], "--d?"),
        (["--rat", "1"], "--rat"),
        (["-d", "1"], "-d"),
        (["0.2"], "0.2"),
        (["--d"], "--d"),
        (["--d", "lots"], "lots"),
        (["--d", "0,2"], "0,2"),
        (["--n", "1,000"], "1,000"),
        (["--n", "1_000"], "1_000"),
        (["--p1", "20%"], "--p1"),
        (["--correlation", "20%"], "20%"),
        (["--d", "nan"], "nan"),
        (["--d", "-nan"], "--d"),
        (["--d", "inf"], "inf"),
        (["--d", "1e999"], "1e999"),
        (["--d", "-1e999"], "1e999"),
        (["--d", "9" * 400], "999"),
        (["--d", "0x10"], "0x10"),
        (["--d", "٣"], "٣"),
        (["--d", "½"], "½"),
        (["--d", ""], "--d"),
        (["--d", "1;2"], "1;2"),
        (["--d", "1" * 5000 + "e"], "--d"),
        (["--d", "1", "--method", "magic"], "magic"),
        (["--d", "1", "--json=yes"], "--json"),
        (["--d", "1", "--as-of", "someday"], "someday"),
    ],
)
def test_wrong_usage_is_exit_2_and_named(tp: Tp, options: list[str], named: str) -> None:
    done = tp("power", "means", *options)
    assert (done.code, done.out) == (2, "")
    assert named in done.err


def test_a_name_that_is_not_quite_right_is_set_right(tp: Tp) -> None:
    done = tp("power", "mean")
    assert done.code == 2
    assert "“means”" in done.err
    assert all(name in tp("power", "xyz").err for name in BY_NAME)


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda one: one.name)
def test_help_of_a_calculator_says_all_that_its_form_says(calculator: Calculator, tp: Tp) -> None:
    done = tp("power", calculator.name, "--help")
    said = unbroken(done.out)
    assert (done.code, done.err) == (0, "")
    for field in (*calculator.fields, *ANY, *COMMON):
        assert f"--{field.name.replace('_', '-')} " in done.out
        assert unbroken(field.label) in said
        assert unbroken(field.hint) in said
    for part in (calculator.title, calculator.about, calculator.example, *(one.what for one in calculator.methods)):
        assert unbroken(part) in said


EACH_METHOD = [(calculator, method) for calculator in CALCULATORS for method in calculator.methods]


@pytest.mark.parametrize(
    ("calculator", "method"), EACH_METHOD, ids=[f"{one.name} {by.name}" for one, by in EACH_METHOD]
)
def test_the_example_of_a_calculator_works_or_is_too_large_for_a_slow_method(
    calculator: Calculator, method: Method
) -> None:
    given = read_options(calculator, calculator.example.split()).given
    try:
        words = power_words(calculator, given, run(calculator, given, method.name))
    except Refused:
        assert method is not calculator.methods[0]
        return
    assert method.source in words.method
    assert not [part for part in (*words.answer, *words.guesses) if "None" in part or "nan" in part]


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda one: one.name)
def test_the_figures_of_an_example_could_be(calculator: Calculator, tp: Tp) -> None:
    done = tp("power", calculator.name, *calculator.example.split(), "--json")
    found = json.loads(done.out)
    figures = [value for value in (*found.values(), *found["exact"].values()) if isinstance(value, float | int)]
    assert (done.code, list(found)) == (0, KEYS)
    assert figures
    assert all(math.isfinite(value) and value >= 0 for value in figures)


def test_a_list_is_numbers_with_commas_between_them() -> None:
    calculator = replace(BY_NAME["means"], fields=(Field(name="by_step", label="Clusters in each step", kind="list"),))
    assert read_options(calculator, ["--by-step", "3,3, 2.5"]).given == {"by_step": (3.0, 3.0, 2.5)}
    for wrong in ("3,,3", "", "3,x"):
        with pytest.raises(SystemExit) as leaving:
            read_options(calculator, ["--by-step", wrong])
        assert leaving.value.code == 2


def test_the_lesson_names_every_calculator_and_its_examples_come_out_as_it_says(tp: Tp) -> None:
    taught = tp("power", "--help").out
    assert all(calculator.title in taught for calculator in CALCULATORS)
    examples = COMMAND.findall(taught)
    assert len(examples) >= 3
    for options, promised in examples:
        said = one_line(tp("power", *options.split()).out)
        for part in promised.split(" ..."):
            assert part.strip(" ,") in said


def test_the_lesson_says_when_to_choose_each_calculator_and_sends_no_one_to_another(tp: Tp) -> None:
    choosing = tp("power", "--help").out.partition("How to choose")[2].partition("The calculators")[0]
    lines = [line for line in choosing.splitlines() if line.startswith("    ")]
    named = [name for line in lines for name in line.strip().rpartition("  ")[2].split(", ")]
    assert sorted(named) == sorted(BY_NAME)


HEAVY = "{'scipy', 'numpy', 'thinking_professionals.calculators.power.catalogue'}"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["questions", "--help"]])
def test_other_commands_start_without_the_calculators(arguments: list[str]) -> None:
    code = (
        f"import sys; from thinking_professionals.cli.main import main; main({arguments}); "
        f"sys.exit(bool({HEAVY} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_reading_the_catalogue_needs_no_scipy() -> None:
    code = (
        "import sys; import thinking_professionals.calculators.power.catalogue; "
        "sys.exit(bool({'scipy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_windowed_program_can_be_asked_without_streams(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thinking_professionals.cli.main import main

    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["power", "means", "--d", "0.2"]) == 0
    assert main(["power", "means", "--d", "lots"]) == 2

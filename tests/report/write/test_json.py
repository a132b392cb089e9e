import json
from typing import Any

from tests.report.write.sample import TERM
from thinking_professionals.report.document import Report
from thinking_professionals.report.write.json import write_json


def _kinds(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["kind"]} if "kind" in value else set()
        return own.union(*map(_kinds, value.values()))
    return set().union(*map(_kinds, value)) if isinstance(value, list) else set()


def test_it_says_its_format_and_whose_report_it_is(report: Report) -> None:
    read = json.loads(write_json(report))
    assert read["format"] == 1
    assert (read["edition"], read["digest"], read["as_of"]) == (report.edition, report.digest, report.as_of)
    assert read["title"] == [{"kind": "said", "text": "Body-worn video in response teams"}]


def test_sections_hold_blocks_and_blocks_hold_runs(report: Report) -> None:
    first, *_, last = json.loads(write_json(report))["sections"]
    assert (first["id"], first["title"]) == ("advice", "What to do")
    assert first["blocks"][0]["tone"] == "go"
    assert first["blocks"][0]["title"][1] == {
        "kind": "term", "text": TERM.text, "id": TERM.id, "meaning": TERM.meaning
    }  # fmt: skip
    assert last["blocks"][1]["rows"][0][0] == [{"kind": "link", "text": "Has it started?", "question": "q1"}]


def test_every_kind_of_block_run_and_mark_is_named(report: Report) -> None:
    blocks = {"heading", "paragraph", "bullets", "table", "key_facts", "callout", "figure"}
    runs = {"plain", "strong", "term", "link", "said"}
    assert _kinds(json.loads(write_json(report))) == blocks | runs | {"line", "box", "dot", "label", "path"}


def test_the_plan_stays_a_file_of_its_own(report: Report) -> None:
    assert "plan" not in json.loads(write_json(report))

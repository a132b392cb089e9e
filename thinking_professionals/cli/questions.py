"""`tp questions`: every question of the content, in order, in words or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from decimal import Decimal
from typing import Any

from thinking_professionals.answers import DONT_KNOW
from thinking_professionals.cli.content import the_branch, the_library
from thinking_professionals.cli.terms import DONE, show
from thinking_professionals.library.questions import Question, Questionnaire
from thinking_professionals.saying import DONT_KNOW_WORDS


def declare(commands: Any) -> ArgumentParser:
    command: ArgumentParser = commands.add_parser("questions", help="list the questions")
    command.add_argument("--branch", metavar="B", help="only the questions of this branch")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)
    return command


def run(arguments: Namespace) -> int:
    questionnaire = the_library(arguments).questions
    branches = _branches_of(questionnaire)
    wanted = the_branch(questionnaire, arguments.branch).id if arguments.branch else None
    chosen = [q for q in questionnaire.questions if wanted is None or wanted in branches[q.id]]
    if arguments.json:
        found = {"edition": questionnaire.edition, "questions": [_as_json(q, branches[q.id]) for q in chosen]}
        show(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        show("\n\n".join(map(_in_words, chosen)) or "This branch has no questions yet.")
    return DONE


def _branches_of(questionnaire: Questionnaire) -> dict[str, list[str]]:
    """The branches that can come to each question."""
    from thinking_professionals.authoring.ways import reached

    at = {branch.id: reached(questionnaire, branch) for branch in questionnaire.branches}
    return {q.id: [branch for branch, found in at.items() if q.id in found] for q in questionnaire.questions}


def _as_json(question: Question, branches: list[str]) -> dict[str, object]:
    return {
        "id": question.id,
        "branches": branches,
        "kind": question.kind,
        "topic": question.topic,
        "ask": question.ask,
        "hint": question.hint,
        "why_we_ask": question.why_we_ask,
        "options": [{"id": o.id, "label": o.label, "hint": o.hint} for o in question.options],
        "columns": [{"id": c.id, "label": c.label} for c in question.columns],
        "unit": question.unit,
        "least": _number(question.least),
        "most": _number(question.most),
        "whole": question.whole,
        "dont_know": question.offers_dont_know,
        "can_change": question.can_change,
    }


def _number(amount: Decimal | None) -> int | float | None:
    return None if amount is None else int(amount) if amount == int(amount) else float(amount)


def _in_words(question: Question) -> str:
    lines = [f"{question.ask}  [{question.id}, {question.kind}]"]
    if question.hint:
        lines.append(f"  {question.hint}")
    lines += [f"  - {o.label}  [{o.id}]" + (f"\n    {o.hint}" if o.hint else "") for o in question.options]
    lines += [f"  - {column.label}  [{column.id}]" for column in question.columns]
    if question.offers_dont_know:
        lines.append(f"  - {DONT_KNOW_WORDS}  [{DONT_KNOW.value}]")
    return "\n".join(lines)

"""The tree as nodes and edges, before it has a format: doors, questions, the end, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinking_professionals.authoring.ways import Way, reached, ways
from thinking_professionals.library.ids import END
from thinking_professionals.library.questions import Branch, Questionnaire

DOOR_PREFIX = "door:"
"""Keeps the ids of doors apart from those of questions: a colon stands in neither."""


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    kind: Literal["door", "question", "end"]
    title: str
    small: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """`detached` holds the questions that no door leads to."""

    title: str
    nodes: tuple[Node, ...]
    detached: tuple[Node, ...]


def tree(questionnaire: Questionnaire, branch: Branch | None = None) -> Tree:
    """Of one branch, or of all of them with what is detached from every one."""
    branches = questionnaire.branches if branch is None else (branch,)
    found = frozenset[str]().union(*(reached(questionnaire, b) for b in branches))
    asked = [_question(questionnaire, q.id) for q in questionnaire.questions if q.id in found]
    nodes = (*map(_door, branches), *asked, *([_THE_END] if asked else []))
    loose = [] if branch else [_question(questionnaire, q.id) for q in questionnaire.questions if q.id not in found]
    return Tree(branch.title if branch else "All the questions", nodes, tuple(loose))


_THE_END = Node(END, "end", "The result", "")


def _door(branch: Branch) -> Node:
    name = f"{DOOR_PREFIX}{branch.id}"
    on = (Way(name, branch.first, "start"),) if branch.first else ()
    return Node(name, "door", branch.title, branch.id if on else f"{branch.id}: no questions yet", on)


def _question(questionnaire: Questionnaire, question_id: str) -> Node:
    question = questionnaire.by_id[question_id]
    return Node(question_id, "question", question.ask, question_id, ways(questionnaire, question))

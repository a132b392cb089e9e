"""The content a command works with, and the branch of it that was asked for."""

from __future__ import annotations

from argparse import Namespace
from difflib import get_close_matches
from pathlib import Path

from thinking_professionals.cli.terms import Misused
from thinking_professionals.library.library import Library
from thinking_professionals.library.questions import Branch, Questionnaire
from thinking_professionals.paths import ROOT, data_folder


def content_root(arguments: Namespace) -> Path:
    return arguments.content or ROOT


def the_library(arguments: Namespace) -> Library:
    """The content, read once; raises ContentFaults."""
    from thinking_professionals.library.load import load

    return load(content_root(arguments), cache=data_folder() / "cache")


def the_branch(questionnaire: Questionnaire, branch_id: str) -> Branch:
    """The branch of that id; raises Misused."""
    branch = questionnaire.branch(branch_id)
    if branch is not None:
        return branch
    known = [branch.id for branch in questionnaire.branches]
    near = get_close_matches(branch_id, known, n=1)
    meant = f"Did you mean “{near[0]}”?" if near else f"The branches are {', '.join(known)}."
    raise Misused(f"No branch is called “{branch_id}”. {meant}")

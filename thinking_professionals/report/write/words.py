"""Words as every writer needs them: runs as one text, and text without what no format can hold."""

from __future__ import annotations

import re

from thinking_professionals.report.document import Report, Runs

CAVEAT = "Check the figures and the advice with someone who evaluates before you rely on them."
"""Said at the foot of the advice."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with every line end a newline, and what is no character (control codes, half surrogates) as U+FFFD."""
    return _NOT_TEXT.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def text_of(runs: Runs) -> str:
    return clean("".join(run.text for run in runs))


def title_of(report: Report) -> str:
    """The report's title on one line."""
    return " ".join(text_of(report.title).split())

"""The report as a Word document, set in styles that a person can change; figures come along as pictures.

The modules beside this one are python-docx through and through, so they are imported when one is first written.
"""

from __future__ import annotations

from thinking_professionals.report.document import Report


def write_word(report: Report) -> bytes:
    """The `.docx` file. The same report gives the same bytes on one machine."""
    from thinking_professionals.report.write.word.build import build

    return build(report)

"""The report on paper: an A4 PDF with its own fonts, bookmarks, and the plan it was made from attached.

The modules beside this one are ReportLab through and through, so they are imported when the first PDF is written.
"""

from __future__ import annotations

from thinking_professionals.report.document import Report


def write_pdf(report: Report) -> bytes:
    """The PDF file. The same report gives the same bytes on one machine; what cannot be printed is named at the end."""
    from thinking_professionals.report.write.pdf.build import build

    return build(report)

"""Writers: each takes a finished report and gives it one format.

A writer is imported when it is first asked for, since the libraries behind them are heavy.
"""

from __future__ import annotations

from thinking_professionals.report.document import Report

SUFFIXES = (".pdf", ".html", ".docx", ".md", ".json")


class UnknownFormat(ValueError):
    """A file name whose ending stands for no format of ours."""

    def __init__(self, suffix: str) -> None:
        shown = f"'{suffix}'" if suffix else "no ending"
        super().__init__(f"A report cannot be written to a file with {shown}. Use one of {', '.join(SUFFIXES)}.")


def write_report(report: Report, suffix: str) -> bytes:
    """The report as the bytes of a file. `suffix` is the file name's ending, such as ".pdf", in any case."""
    match suffix.lower():
        case ".pdf":
            from thinking_professionals.report.write.pdf import write_pdf

            return write_pdf(report)
        case ".html":
            from thinking_professionals.report.write.html import write_html

            return write_html(report).encode("utf-8")
        case ".docx":
            from thinking_professionals.report.write.word import write_word

            return write_word(report)
        case ".md":
            from thinking_professionals.report.write.markdown import write_markdown

            return write_markdown(report).encode("utf-8")
        case ".json":
            from thinking_professionals.report.write.json import write_json

            return write_json(report).encode("utf-8")
        case _:
            raise UnknownFormat(suffix)

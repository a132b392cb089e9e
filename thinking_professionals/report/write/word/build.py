"""A whole Word document: title, sections and footer, packed so that the report alone decides its bytes."""
# ruff: noqa: TID253 - imported only when a Word document is written

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject

from thinking_professionals.report.document import Report
from thinking_professionals.report.write.dated import printed_on
from thinking_professionals.report.write.word.blocks import add_runs, add_section
from thinking_professionals.report.write.word.marks import add_field
from thinking_professionals.report.write.word.styles import set_styles
from thinking_professionals.report.write.words import clean, title_of

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip file knows."""


def build(report: Report) -> bytes:
    document = Document()
    set_styles(document)
    _describe(document, report)
    document.add_paragraph("Thinking Professionals", "Brand")
    add_runs(document.add_paragraph(style="Title"), report.title)
    document.add_paragraph(clean(report.subtitle), "Subtitle")
    document.add_paragraph(clean(report.as_of), "Quiet")
    for section in report.sections:
        add_section(document, section)
    _footer(document, report)
    file = BytesIO()
    document.save(file)
    return _packed(file)


def _describe(document: DocumentObject, report: Report) -> None:
    about = document.core_properties
    about.title, about.subject = title_of(report)[:255], clean(report.subtitle)[:255]
    about.author = about.last_modified_by = "Thinking Professionals"
    about.comments = clean(f"Edition {report.edition}, {report.digest}")[:255]
    about.language = "en-GB"
    about.created = about.modified = printed_on(report.as_of).replace(tzinfo=None)
    about.revision = 1


def _footer(document: DocumentObject, report: Report) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = "Footer"
    footer.add_run("Tentative. ").bold = True
    footer.add_run(clean(f"Edition {report.edition} · {report.digest[:8]} · {report.as_of} · Page "))
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")


def _packed(file: BytesIO) -> bytes:
    """The same package without the time it was written at."""
    packed = BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EARLIEST), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()

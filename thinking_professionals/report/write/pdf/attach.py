"""The plan's own file inside the PDF, where any reader's list of attachments shows it."""
# ruff: noqa: TID253 - imported only when a PDF is written

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

NAME = "plan.plan.yaml"


def attach_plan(document: Any, text: str) -> None:
    """Embed the plan's text in ReportLab's document, as `plan.plan.yaml`. Source: PDF 1.7, 7.11.4 and 7.7.4."""
    held: dict[str, Any] = {"Type": PDFName("EmbeddedFile"), "Subtype": PDFName("application#2Fyaml")}
    file = PDFStream(PDFDictionary(held), text.encode("utf-8", "replace"), filters=[PDFZCompress])
    reference = document.Reference(file)
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(NAME),
            "UF": PDFString(NAME),
            "Desc": PDFString("The plan this report was made from"),
            "EF": PDFDictionary({"F": reference, "UF": reference}),
        }
    )
    names = PDFArray([PDFString(NAME), document.Reference(specification)])
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})

"""Dialogs that ask for a file. They open beside the running page, so that nothing waits for them."""

from __future__ import annotations

import re

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from thinking_professionals.library.ids import DEVICES
from thinking_professionals.qt.parts.roles import name

FORMATS = {
    "PDF (*.pdf)": "pdf",
    "Word (*.docx)": "docx",
    "Web page (*.html)": "html",
    "Markdown (*.md)": "md",
    "JSON (*.json)": "json",
}


def ask_open(parent: QWidget) -> QFileDialog:
    dialog = _dialog(parent, parent.tr("Open a plan"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([parent.tr("Plans (*.plan.yaml)"), parent.tr("All files (*)")])
    return dialog


def ask_save(parent: QWidget, title: str) -> QFileDialog:
    dialog = _dialog(parent, parent.tr("Save the plan"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([parent.tr("Plans (*.plan.yaml)")])
    dialog.setDefaultSuffix("plan.yaml")
    dialog.selectFile(f"{file_name(title)}.plan.yaml")
    return dialog


def ask_export(parent: QWidget, title: str) -> QFileDialog:
    """The kind of file chosen gives the name its ending, unless it has one."""
    dialog = _dialog(parent, parent.tr("Export the summary"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(FORMATS))
    dialog.setDefaultSuffix("pdf")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(FORMATS[kind]))
    dialog.selectFile(f"{file_name(title)}.pdf")
    return dialog


def ask_list(parent: QWidget) -> QFileDialog:
    dialog = _dialog(parent, parent.tr("Choose a list"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([parent.tr("Lists (*.csv *.xlsx *.xlsm *.tsv *.txt)"), parent.tr("All files (*)")])
    return dialog


def ask_allocation(parent: QWidget, of_list: str) -> QFileDialog:
    """It does not offer to write over a file that is there: a draw never is."""
    dialog = _dialog(parent, parent.tr("Draw the lots, and save who gets what"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    kinds = {parent.tr("CSV (*.csv)"): "csv", parent.tr("Excel workbook (*.xlsx)"): "xlsx"}
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix("csv")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
    dialog.selectFile(f"{file_name(of_list)}-allocation.csv")
    return dialog


def file_name(title: str) -> str:
    """A title as a file name that every system takes: letters and digits joined by hyphens."""
    words = re.sub(r"[\W_]+", "-", title.lower()).strip("-")
    short = words[:60].strip("-")
    return f"{short}-plan" if short in DEVICES else short or "plan"


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, folder)
    name(dialog, title)
    return dialog

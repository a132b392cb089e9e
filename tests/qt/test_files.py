"""Dialogs for files: what they suggest."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thinking_professionals.qt.files import FORMATS, ask_export, ask_open, ask_save, file_name
from thinking_professionals.report.write import SUFFIXES


@pytest.mark.parametrize(
    ("title", "suggested"),
    [
        ("Body-worn video", "body-worn-video"),
        ("  ../../etc & <x>", "etc-x"),
        ("", "plan"),
        ("Ymchwil â", "ymchwil-â"),
        ("Con", "con-plan"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, suggested: str) -> None:
    assert file_name(title) == suggested


def test_every_format_that_can_be_written_is_offered() -> None:
    assert {f".{suffix}" for suffix in FORMATS.values()} == set(SUFFIXES)


def test_the_kind_chosen_gives_the_ending(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ask_export(parent, "Mine")
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit("Word (*.docx)")
    assert dialog.defaultSuffix() == "docx"
    assert ask_save(parent, "Mine").defaultSuffix() == "plan.yaml"
    assert ask_open(parent).nameFilters()

"""Lists as people keep them: text in many encodings, and workbooks made for the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from thinking_professionals.lots.fault import ListFault
from thinking_professionals.lots.reading import Source, read_list

Csv = Callable[[str], Source]
Excel = Callable[[list[list[object]]], Path]


@pytest.fixture
def listed(tmp_path: Path) -> Csv:
    """Reads a list from its text."""

    def make(text: str) -> Source:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8", newline="")
        return read_list(path)

    return make


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    def make(rows: list[list[object]]) -> Path:
        book = Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "list.xlsx")
        return tmp_path / "list.xlsx"

    return make


def refusal(path: Path) -> str:
    """The words with which a file is refused."""
    with pytest.raises(ListFault) as refused:
        read_list(path)
    return str(refused.value)

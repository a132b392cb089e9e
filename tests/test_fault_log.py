"""The log of a fault: complete as far as may be, and written or not, never the cause of another fault."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from thinking_professionals.fault_log import record_of, write_log


def test_a_library_that_cannot_be_found_does_not_hide_the_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", lost)
    assert "the kettle is dry" in record_of(RuntimeError("the kettle is dry"))


def test_where_no_folder_can_be_made_there_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    assert write_log("words", tmp_path / "logs") is None
